// Benchmarks: `npm run bench -- [OPTION...] [NAME...]`. A name is `startup`, `compile`, `programs` or one of the
// programs; without any, everything is run. The options are those of programs.mjs.
import { run as runCompile } from './compile.mjs';
import { programNames, run as runPrograms } from './programs.mjs';
import { run as runStartup } from './startup.mjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const known = programNames();
const groups = ['startup', 'compile', 'programs'];
const unknown = names.filter((name) => !groups.includes(name) && !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are: ${[...groups, ...known].join(', ')}`);
  process.exit(2);
}
if (names.length === 0 || names.includes('startup')) await runStartup();
if (names.length === 0 || names.includes('compile')) runCompile();
const chosen = names.length === 0 || names.includes('programs') ? known : known.filter((name) => names.includes(name));
if (chosen.length > 0) runPrograms(chosen, options);
