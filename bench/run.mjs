// Benchmarks: `npm run bench -- [OPTION...] [NAME...]`. A name is `startup`, `programs` or one of the programs; without
// any, everything is run. The options are those of programs.mjs.
import { programNames, run as runPrograms } from './programs.mjs';
import { run as runStartup } from './startup.mjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const known = programNames();
const unknown = names.filter((name) => name !== 'startup' && name !== 'programs' && !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are: startup, programs, ${known.join(', ')}`);
  process.exit(2);
}
if (names.length === 0 || names.includes('startup')) await runStartup();
const chosen = names.length === 0 || names.includes('programs') ? known : known.filter((name) => names.includes(name));
if (chosen.length > 0) runPrograms(chosen, options);
