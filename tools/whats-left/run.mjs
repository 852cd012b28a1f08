// Prints what CPython's builtins and types have and Taipan's do not, or have with another signature or docstring. Prints
// nothing when nothing is left.
//
//   npm run whats-left
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInOracle } from '../../test/support/oracle.mjs';
import { runTaipan } from '../../test/support/taipan.mjs';

const script = fileURLToPath(new URL('describe.py', import.meta.url));
/** Names whose docstring is a later one. */
const later = new Set(readFileSync(new URL('later.txt', import.meta.url), 'utf8').split('\n'));
const WHAT = ['type', '__text_signature__', 'signature', '__doc__', 'value'];

const ours = await runTaipan([script]);
if (ours.status !== 0) throw new Error(ours.stderr);
const expected = JSON.parse(
  await runInOracle(`${readFileSync(script, 'utf8').replace(/\nif __name__[^]*/, '')}\ndescribe()`),
);
const actual = JSON.parse(ours.stdout);
const lines = [];
for (const name of Object.keys(expected)) {
  const found = actual[name];
  if (found === undefined) lines.push(`${name}: missing`);
  else if (name.endsWith(': bases')) {
    if (String(found) !== String(expected[name])) lines.push(`${name}: ${found} instead of ${expected[name]}`);
  } else {
    expected[name].forEach((wanted, i) => {
      if (found[i] !== wanted && !(WHAT[i] === '__doc__' && later.has(name)))
        lines.push(`${name}: ${WHAT[i]} ${JSON.stringify(found[i])} instead of ${JSON.stringify(wanted)}`);
    });
  }
}
for (const name of Object.keys(actual)) if (!(name in expected)) lines.push(`${name}: CPython does not have it`);
for (const line of lines) console.log(line);
process.exitCode = lines.length > 0 ? 1 : 0;
