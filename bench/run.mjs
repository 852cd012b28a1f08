// Benchmarks: `npm run bench -- NAME...`. Each name is a file beside this one with a function `run`.
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length));

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are: ${names.join(', ')}`);
  process.exit(2);
}
for (const name of chosen.length > 0 ? chosen : names) {
  const { run } = await import(new URL(`${name}.mjs`, folder).href);
  await run();
}
