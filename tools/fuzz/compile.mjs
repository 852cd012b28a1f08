// Compiles random programs: each must give a code object or a complaint, never an error of the host, and in good time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, marshalModule, SyntaxDiagnostic } from '../../dist/compiler.js';
import { fuzzInput, seedsOf } from './mutations.mjs';

const library = fileURLToPath(new URL('../../dist/lib/python3.14/', import.meta.url));
const MODES = ['exec', 'exec', 'exec', 'eval', 'single'];
const SLOW = 5000;

/** Good programs: parts of the library's files. */
export function librarySeeds() {
  const names = readdirSync(library).filter((name) => name.endsWith('.py'));
  return names.flatMap((name) => seedsOf(readFileSync(join(library, name), 'utf8')));
}

/** What compiling gives: `null` for a code object, else the complaint. @throws what is neither */
export function outcome(source, mode, optimize = 0) {
  try {
    marshalModule(compile(source, '<fuzz>', mode, { optimize }).code);
    return null;
  } catch (error) {
    if (error instanceof SyntaxDiagnostic) return error;
    throw error;
  }
}

/** Runs `count` inputs from number `first` on, and returns those that went wrong. */
export function fuzzCompile(count, first = 0, report = () => {}) {
  const seeds = librarySeeds();
  const failures = [];
  let complaints = 0;
  for (let index = first; index < first + count; index++) {
    const source = fuzzInput(index, seeds);
    const start = performance.now();
    try {
      if (outcome(source, MODES[(index >> 3) % MODES.length], index % 3) !== null) complaints++;
      if (performance.now() - start > SLOW) failures.push({ index, source, error: 'too slow' });
    } catch (error) {
      failures.push({ index, source, error });
    }
    if ((index - first + 1) % 10_000 === 0) report(index - first + 1, complaints, failures.length);
  }
  return { complaints, failures };
}
