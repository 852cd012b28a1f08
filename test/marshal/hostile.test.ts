// Bytes that no Python wrote: every truncation and mutation ends in a value or in a typed error, never in a stack trace
// of ours, and never takes more memory than the bytes can justify. Seeds are fixed; a find becomes a test of its own.
import { describe, expect, it } from 'vitest';
import { TupleConstant } from '../../src/base/constant.ts';
import { CodeObject, type Constant } from '../../src/code/code-object.ts';
import { DisassemblyError, codeInfo, disassemble } from '../../src/dis/index.ts';
import { MarshalError, loads, readModule, writeModule } from '../../src/marshal/index.ts';
import { PycError, readPyc } from '../../src/pyc/index.ts';
import { pycOf } from '../support/library.mjs';
import { Random } from '../support/random.ts';

const SOURCE = `
import os
class C[T]:
    x: int = 1.5
    def f(self, a, *, b=(1, "two", b"3")):
        try:
            return [i for i in a if i in {1, "q r"}]
        finally:
            async def g(): return await b[1:2]
            h = lambda: (g, self)
`;

/** Reads, and takes everything that came out through what would be done with it. */
function exercise(pyc: Uint8Array): string {
  try {
    const { code } = readPyc(pyc);
    expect(code).toBeInstanceOf(CodeObject);
    writeModule(code);
    codeInfo(code);
    disassemble(code, { showCaches: true, showPositions: true });
    return 'read';
  } catch (error) {
    if (error instanceof MarshalError || error instanceof PycError || error instanceof DisassemblyError)
      return error.name;
    throw error;
  }
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('hostile bytecode files', () => {
  it('survives every truncation', async () => {
    const pyc = (await pycOf(SOURCE)) as Uint8Array;
    expect(exercise(pyc)).toBe('read');
    for (let length = 0; length < pyc.length; length++) expect(exercise(pyc.slice(0, length))).not.toBe('read');
  });

  it('survives mutations', async () => {
    const pyc = (await pycOf(SOURCE)) as Uint8Array;
    const rounds = Number(process.env['TAIPAN_FUZZ_ROUNDS'] ?? 3000);
    const random = new Random(3627);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      const mutated = pyc.slice();
      for (let count = 1 + random.below(4); count > 0; count--) {
        const at = 16 + random.below(pyc.length - 16);
        if (random.below(3) === 0) mutated[at] = random.below(256);
        else if (random.below(2) === 0) mutated[at] = mutated[at]! ^ (1 << random.below(8));
        else mutated.copyWithin(at, 16 + random.below(pyc.length - 16), pyc.length - random.below(40));
      }
      const outcome = exercise(mutated);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['DisassemblyError', 'MarshalError', 'read']);
  });

  it('survives random bytes', () => {
    const random = new Random(42);
    for (let round = 0; round < 3000; round++) {
      const bytes = Uint8Array.from({ length: random.below(64) }, () =>
        random.below(2) === 0
          ? '()[]{}<>:crszZaAutilgy0NTF'.charCodeAt(random.below(26)) | (random.below(2) << 7)
          : random.below(8),
      );
      try {
        loads(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(MarshalError);
      }
    }
  });

  it('takes lengths that lie for what they are', () => {
    for (const type of '([<>suaAtl') {
      const bytes = latin1(`${type}\xff\xff\xff\x7f`);
      const before = process.memoryUsage().rss;
      expect(() => loads(bytes)).toThrow(MarshalError);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
    }
  });

  it('does not follow a tuple that doubles at every level', async () => {
    // 40 levels of (t, t): 2**40 items when walked as a tree.
    const template = readModule((await pycOf('x = 7000')) as Uint8Array, 16);
    let doubled: Constant = new TupleConstant<Constant>([null, null]);
    for (let level = 0; level < 40; level++) doubled = new TupleConstant<Constant>([doubled, doubled]);
    const bytes = writeModule(new CodeObject({ ...template, co_consts: [doubled, null] }));
    expect(bytes.length).toBeLessThan(1000);
    const code = readModule(bytes);
    expect(() => disassemble(code)).toThrow(DisassemblyError);
    expect(writeModule(code)).toEqual(bytes);
  });

  it('does not let constants contain themselves', async () => {
    const text = Buffer.from(((await pycOf('x = 7000')) as Uint8Array).subarray(16)).toString('latin1');
    const constant = 'i\x58\x1b\0\0';
    expect(() => readModule(latin1(text.replace(constant, '\xa9\x01r\x02\0\0\0')))).toThrow('invalid reference');
    expect(() => readModule(latin1(text.replace(constant, '[\0\0\0\0')))).toThrow('cannot be of this type');
    expect(() => readModule(latin1(text.replace(constant, ')\x01S')))).toThrow('cannot be of this type');
    expect(() => readModule(latin1(text.replace(constant, ')\x01'.repeat(1500) + 'N')))).toThrow(
      'recursion limit exceeded',
    );
  });

  it('walks what nests as deeply as is allowed', async () => {
    const text = Buffer.from(((await pycOf('x = 7000')) as Uint8Array).subarray(16)).toString('latin1');
    const code = readModule(latin1(text.replace('i\x58\x1b\0\0', ')\x01'.repeat(990) + 'N')));
    expect(readModule(writeModule(code))).toEqual(code);
    expect(disassemble(code)).toContain('((((');
  });
});
