// The promise: the `.pyc` that we make of a file is the one that CPython makes, to the byte. The default run takes a sample
// of the library; TAIPAN_ALL_LIBRARY=1 takes all of it, at every level of optimisation.
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { readHeader, readPyc, writePyc } from '../../src/pyc/index.ts';
import { codeInfo, disassemble } from '../../src/dis/index.ts';
import { libraryFiles, libraryPyc, librarySource } from '../support/library.mjs';
import { runInOracle } from '../support/oracle.mjs';

const STEP = process.env['TAIPAN_ALL_LIBRARY'] ? 1 : 12;

describe.each([0, 1, 2] as const)('library at optimisation level %i', (optimize) => {
  it('is compiled to the same bytes', async () => {
    // What the oracle itself has imported it has also interned, and so compiles differently from a fresh process.
    const loaded = new Set((await runInOracle('import sys; list(sys.modules)')) as string[]);
    const names = ((await libraryFiles()) as string[]).filter((name, i) => {
      const module = name.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
      return i % STEP === optimize % STEP && !loaded.has(module);
    });
    const differing: string[] = [];
    for (const name of names) {
      const expected = (await libraryPyc(name, optimize)) as Uint8Array;
      const { code } = compile((await librarySource(name)) as Uint8Array, name, 'exec', { optimize });
      const bytes = writePyc(code, readHeader(expected).validation);
      if (Buffer.compare(bytes, expected) === 0) continue;
      differing.push(name);
      // The texts say what differs, where it is not the references.
      if (differing.length > 1) continue;
      const theirs = readPyc(expected).code;
      expect.soft(disassemble(code, { showPositions: true }), name).toBe(disassemble(theirs, { showPositions: true }));
      expect.soft(codeInfo(code), name).toBe(codeInfo(theirs));
    }
    expect(differing).toEqual([]);
  });
});
