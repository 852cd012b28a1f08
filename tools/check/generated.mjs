// Checks that the generated files are what their generators make now: runs every generator, compares, and puts the files
// back as they were.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

function* generatedBelow(directory) {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* generatedBelow(file);
    else if (entry.name.includes('.generated.')) yield file;
  }
}

const before = new Map(Array.from(generatedBelow(path.join(root, 'src')), (file) => [file, fs.readFileSync(file)]));
const generators = path.join(root, 'tools', 'generate');
let problems = 0;
for (const name of fs.readdirSync(generators).filter((file) => file.endsWith('.mjs'))) {
  const { status } = spawnSync(process.execPath, [path.join(generators, name)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status === 0) continue;
  problems++;
  console.error(`tools/generate/${name} failed`);
}
for (const [file, bytes] of before) {
  if (fs.readFileSync(file).equals(bytes)) continue;
  problems++;
  console.error(`${path.relative(root, file)} differs from what its generator makes`);
  fs.writeFileSync(file, bytes);
}
console.log(`generated files: ${before.size} checked, ${problems} problems`);
process.exitCode = problems > 0 ? 1 : 0;
