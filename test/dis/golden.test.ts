// Listings of 2.7 and 3.6 to 3.14 are the text that each version's own `dis` printed.
import { describe, expect, it } from 'vitest';
import { disassemble, type DisassembleOptions } from '../../src/dis/index.ts';
import { readPyc } from '../../src/pyc/index.ts';
import { listingOf, namesOf, pycOf, versions } from '../golden/golden.mjs';

/** Addresses are the process's own. */
const normalize = (text: string): string => text.replace(/ at 0x[0-9a-f]+/g, ' at 0x');

const KINDS: [kind: string, options: DisassembleOptions][] = [
  ['', {}],
  ['.caches', { showCaches: true, showOffsets: true }],
  ['.positions', { showPositions: true }],
];

describe.each(versions as string[])('python %s', (version) => {
  it.each(namesOf(version) as string[])('%s', (name) => {
    const { code } = readPyc(pycOf(version, name) as Uint8Array);
    for (const [kind, options] of KINDS) {
      const expected = listingOf(version, name, kind) as string | undefined;
      if (expected !== undefined) expect(normalize(disassemble(code, options)), kind).toBe(normalize(expected));
    }
  });
});

describe('nested code objects', () => {
  it('are left out where the version leaves them out', () => {
    const { code } = readPyc(pycOf('2.7', 'common') as Uint8Array);
    expect(disassemble(code)).not.toContain('Disassembly of');
    expect(disassemble(code, { depth: Infinity }).match(/Disassembly of/g)).toHaveLength(8);
    expect(disassemble(code, { depth: 1 }).match(/Disassembly of/g)!.length).toBeLessThan(8);
  });
});
