// Disassembly is the text that the oracle's `dis` prints.
import { describe, expect, it } from 'vitest';
import { codeInfo, disassemble } from '../../src/dis/index.ts';
import { readPyc } from '../../src/pyc/index.ts';
import { libraryFiles, libraryPyc, pycOf } from '../support/library.mjs';
import { runInOracle } from '../support/oracle.mjs';

const ORACLE = `
import dis, io, marshal
out = io.StringIO()
code = marshal.loads(bytes(pyc)[16:])
dis.dis(code, file=out, show_caches=caches, show_offsets=offsets, show_positions=positions)
out.getvalue() + dis.code_info(code)
`;

/** Addresses and the order of sets are the process's own. */
function normalize(text: string): string {
  return text.replace(/ at 0x[0-9a-f]+/g, '').replace(
    /frozenset\(\{(.*?)\}\)/g,
    (_, items: string) =>
      `{${items
        .replace(/[(){}]/g, '')
        .split(', ')
        .sort()
        .join(', ')}}`,
  );
}

async function expectSame(
  pyc: Uint8Array,
  name: string,
  showCaches: boolean,
  showOffsets: boolean,
  showPositions: boolean,
) {
  const args = { pyc, caches: showCaches, offsets: showOffsets, positions: showPositions };
  const expected = normalize((await runInOracle(ORACLE, args)) as string);
  const { code } = readPyc(pyc);
  const ours = normalize(disassemble(code, { showCaches, showOffsets, showPositions }) + codeInfo(code));
  if (ours !== expected) expect(ours, name).toBe(expected);
}

const PROGRAM = `
"doc"
def f(a, *b, c=1, **d):
    try:
        with a as x: return x.y(1, k=2)
    except (ValueError, TypeError) as e:
        raise RuntimeError from e
    finally:
        assert a, f"{a!r:>{c}}"
class C(f):
    x: int = 3
    def m(self): return super().m() + (lambda: self)()
async def g():
    async for i in h(): yield [j async for j in i if j is not None if j not in {1, "a b"}]
del f
x[1:2] += 300000
`;

describe('disassemble', () => {
  it.each([
    [false, false, false],
    [true, true, false],
    [false, false, true],
    [true, true, true],
  ])('shows a program (caches %s, offsets %s, positions %s)', async (caches, offsets, positions) => {
    await expectSame((await pycOf(PROGRAM)) as Uint8Array, 'program', caches, offsets, positions);
  });

  it('shows code with long jumps and many names', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `n${i} = n${i} + ${i * 1000}`);
    const source = `for i in j:\n if i:\n  ${names.join('\n  ')}\n`;
    await expectSame((await pycOf(source)) as Uint8Array, 'long', false, true, false);
  });

  it('shows library files', async () => {
    const names = ((await libraryFiles()) as string[]).filter((_, i) => i % 20 === 7);
    for (const [i, name] of names.entries())
      await expectSame((await libraryPyc(name)) as Uint8Array, name, i % 3 === 0, i % 2 === 0, i % 5 === 0);
  });

  it('stops at a depth', async () => {
    const { code } = readPyc((await pycOf('def f():\n def g(): pass')) as Uint8Array);
    expect(disassemble(code, { depth: 0 })).not.toContain('Disassembly of');
    expect(disassemble(code, { depth: 1 }).match(/Disassembly of/g)).toHaveLength(1);
    expect(disassemble(code).match(/Disassembly of/g)).toHaveLength(2);
  });
});
