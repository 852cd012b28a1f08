// Writing: what CPython wrote, read and written again, is the same to the byte.
import { describe, expect, it } from 'vitest';
import {
  ComplexConstant,
  FloatConstant,
  FrozenSetConstant,
  SliceConstant,
  TupleConstant,
  BytesConstant,
  WideString,
} from '../../src/base/constant.ts';
import {
  MarshalDict,
  MarshalList,
  MarshalSet,
  STOP_ITERATION,
  dumps,
  loads,
  readModule,
  writeModule,
  type MarshalValue,
} from '../../src/marshal/index.ts';
import { libraryFiles, libraryPyc, pycOf } from '../support/library.mjs';
import { runInOracle } from '../support/oracle.mjs';

/** Programs that share, intern or do not share their constants in different ways. */
const PROGRAMS: Record<string, string> = {
  empty: '',
  'small and large ints': 'a = [-6, -5, 0, 256, 257, 257, 2**31, 2**31, -2**31, 2**63, 10**30, -10**30]',
  'floats, signed zeros, complex': 'a = 0.0; b = -0.0; c = 1.5; d = 1.5; e = 0j; f = 1.5j; g = (0.0, -0.0, 1.5); h = 1e400 - 1e400',
  'equal constants of different types': 'a = (1, 1.0, True); b = (True, 1, 1.0); c = (1, 1.0, True)',
  strings: 'a = "spam eggs"; b = "spam eggs"; c = "spam_eggs"; d = ""; e = "x"; f = "\\xe9"; g = "\\u0100"; h = "\\u0100"',
  'long strings': `a = "${'x'.repeat(300)}"; b = "${'y z'.repeat(200)}"; c = b"${'q'.repeat(300)}"`,
  'astral and surrogates': 'a = "\\U0001f40d"; b = "\\ud800"; c = ("\\U0001f40d", "\\ud83d\\udc0d")',
  bytes: 'a = b""; b = b"x"; c = b"xy"; d = b"xy"; e = (b"", b"x", b"zz")',
  'nested tuples': 'a = ((1, "two"), (1, "two")); b = (1, "two"); c = ()',
  'large tuple': `a = (${Array.from({ length: 300 }, (_, i) => `"s ${i}"`).join()})`,
  frozensets: 'def f(x):\n return x in {"b", "a c", 1000, (1, "d e")}\ndef g(x):\n return x in {"b", "a c", 1000, (1, "d e")}',
  'frozenset of words': 'def f(x):\n return x in {"sp", "am"}\ndef g(x):\n return x in {"sp", "am"}\nsp = 1',
  slices: 'a = x[1:2]; b = x[1:2]; c = x["ab":"c d":1000]; d = x["ab":"c d":1000], "ab", "c d", 1000',
  'names equal to constants': 'import os\ndef f(a, b):\n c = ("a", "b")\n return ("os",), "os", "a"',
  'class bodies': 'class C:\n "doc"\n x = "C"\n def f(self): return "C.f"\n class D:\n  y = "C.D"; z = "C.D.z"\n def g(self): return __class__',
  'equal code': 'def f():\n try: pass\n finally:\n  g(lambda: 1)\n return h',
  'shared tables': 'def f(): return 1\ndef f(): return 1\ndef g(a): return a\ndef h(a): return a',
  'dotted import': 'import a.b\nx = "a.b"\nfrom p.q import r, s\ny = ("r", "s")',
  'percent formats': 'def f(x):\n return "%s%%" % (x,)\ndef g(x): return f"{x!s}%", "%"',
  'percent of an f-string': 'def f(x): return f"{x!s}%"\ny = "%"',
  'keyword names': 'f(\u00e9=1, spam=2)\nx = "\u00e9"; y = "spam"',
  'identifiers outside ASCII': '\u00e9t\u00e9 = "\u00e9t\u00e9"; \u4e2d = 1\ndef \u00fc(\u00e4): return \u00e4.\u00e9t\u00e9',
  annotations: 'x: int = 1\ndef f(a: "str", *, b: list[int] = 1) -> None: pass\nclass C:\n y: C\n def __annotate__(format, /): pass',
  generics: 'def f[T: int = str](x: T) -> T: ...\nclass C[*Ts, **P]: pass\ntype A[T] = list[T]',
  closures: 'def f(a, b=1, /, c=2, *args, d, e=3, **kw):\n x = 1\n def g():\n  nonlocal x\n  return a, x, kw\n return g',
  comprehensions: 'a = [x for x in y if x]; b = {k: v for k, v in z}; c = (i async for i in j) if 0 else (i for i in j)',
  match: 'match x:\n case Point(x=0, y=0): pass\n case {"k": 1, **rest}: pass\n case [1, *_] | "s p": pass',
  'ellipsis and singletons': 'a = (..., None, True, False, NotImplemented)',
}; // prettier-ignore

function expectSame(pyc: Uint8Array, name: string): void {
  const body = pyc.subarray(16);
  const written = writeModule(readModule(body));
  if (Buffer.compare(written, body) !== 0)
    expect(Buffer.from(written).toString('latin1'), name).toBe(Buffer.from(body).toString('latin1'));
}

describe('writeModule', () => {
  it.each(Object.keys(PROGRAMS))('writes %s as CPython does', async (name) => {
    expectSame((await pycOf(PROGRAMS[name]!)) as Uint8Array, name);
  });

  it('writes library files as CPython does', async () => {
    // A sample; every file has been looked at. Class bodies differ where the oracle has interned their qualified names
    // before, which is why modules that it has loaded are left out.
    const loaded = new Set((await runInOracle('import sys; list(sys.modules)')) as string[]);
    const names = ((await libraryFiles()) as string[]).filter((name, i) => {
      const module = name.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
      return i % 10 === 3 && !loaded.has(module);
    });
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) expectSame((await libraryPyc(name)) as Uint8Array, name);
  });
});

const shared = new TupleConstant<MarshalValue>(['shared text', 1000]);
const VALUES: [python: string, value: MarshalValue][] = [
  ['None', null],
  ['[True, False, Ellipsis, StopIteration]', new MarshalList([true, false, loads(Uint8Array.of(0x2e)), STOP_ITERATION])],
  ['[0, -1, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**53, 2**64, -10**40]', new MarshalList([0, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 9007199254740992n, 2n ** 64n, -(10n ** 40n)])],
  ['[0.1, -0.0, 1e300, 123456.0, 1e-7, float("inf")]', new MarshalList([0.1, -0, 1e300, 123456, 1e-7, Infinity].map((value) => new FloatConstant(value)))],
  ['[1.5+2j, complex(-0.0, 3)]', new MarshalList([new ComplexConstant(1.5, 2), new ComplexConstant(-0, 3)])],
  ['["", "a", "\\xe9", "\\u20ac", "\\ud800", "\\U0001f40d", "x" * 300]', new MarshalList(['', 'a', '\xe9', '\u20ac', '\ud800', new WideString(Uint32Array.of(0x1f40d)), 'x'.repeat(300)])],
  ['[b"", b"a", b"\\xff\\0"]', new MarshalList(['', 'a', '\xff\0'].map((text) => new BytesConstant(Buffer.from(text, 'latin1'))))],
  ['[(), (1, (2,)), [[]]]', new MarshalList([new TupleConstant([]), new TupleConstant([1, new TupleConstant([2])]), new MarshalList([new MarshalList([])])])],
  ['{1: "one", "two": 2}', new MarshalDict([[1, 'one'], ['two', 2]])],
  ['[{3, 1, 2}, frozenset({"b", "a"}), frozenset()]', new MarshalList([new MarshalSet([3, 1, 2]), new FrozenSetConstant(['b', 'a']), new FrozenSetConstant([])])],
  ['[("shared text", 1000)] * 3', new MarshalList([shared, shared, shared])],
]; // prettier-ignore

describe('dumps', () => {
  it.each([0, 1, 2, 3, 4, 5])('writes version %i so that CPython reads it', async (version) => {
    const inputs = VALUES.map(([, value]) => dumps(value, { version }));
    const expressions = VALUES.map(([python]) => python);
    const same = await runInOracle(
      `import marshal\n[repr(marshal.loads(bytes(data))) == repr(marshal.loads(marshal.dumps(eval(e), version))) for data, e in zip(inputs, expressions)]`,
      { inputs, expressions, version },
    );
    expect(same).toEqual(VALUES.map(() => true));
  });

  it('writes slices from version 5 on', () => {
    expect(dumps(new SliceConstant(1, 2, null))).toEqual(Uint8Array.of(0x3a, 0xe9, 1, 0, 0, 0, 0xe9, 2, 0, 0, 0, 0x4e));
    expect(() => dumps(new SliceConstant(1, 2, null), { version: 4 })).toThrow('unmarshallable object');
  });

  it('keeps cycles and identity', () => {
    const list = new MarshalList([1]);
    list.items.push(list);
    const read = loads(dumps(list)) as MarshalList;
    expect(read.items[1]).toBe(read);
  });

  it('refuses what nests too deeply', () => {
    const nested = (depth: number): MarshalValue => {
      let value: MarshalValue = new MarshalList([]);
      for (let i = 1; i < depth; i++) value = new MarshalList([value]);
      return value;
    };
    expect(loads(dumps(nested(2000)))).toBeInstanceOf(MarshalList);
    expect(() => dumps(nested(2001))).toThrow('object too deeply nested to marshal');
  });

  it('can refuse code', async () => {
    const code = readModule((await pycOf('')) as Uint8Array, 16);
    expect(() => dumps(new MarshalList([code]), { allowCode: false })).toThrow(
      'marshalling code objects is disallowed',
    );
    expect(() => dumps(code, { allowCode: false })).toThrow('marshalling code objects is disallowed');
  });
});
