// Reading marshal data: values, and for bad data CPython's exception and message.
import { describe, expect, it } from 'vitest';
import { MarshalError, loads, readModule } from '../../src/marshal/index.ts';
import { runInOracle } from '../support/oracle.mjs';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

const BAD = [
  '', '0', '?', 'Q', 'R\0\0\0\0', '\xbb\0\0\0\0', 'r\0\0\0\0', 'r\xff\xff\xff\xff', 'r',
  ':', ':NN', ':0NN', ')\x01:0NN', '\xbar\0\0\0\0NN',
  '(', ')', ')\x01', ')\x010', '(\xff\xff\xff\xff',
  '[\x01\0\0\x000', '[\xff\xff\xff\xff', '<\x01\0\0\x000', '<\xff\xff\xff\xff', '\xbe\x01\0\0\0r\0\0\0\0', '{N',
  's\xff\xff\xff\xff', 'z', 'z\x05ab', 'a\xff\xff\xff\xff', 'u\xff\xff\xff\xff', 'i\0', 'I\0', 'g\0', 'f', 'x\x031.5',
  'u\x01\0\0\0\xff', 'u\x02\0\0\0\xe2\x82', 'u\x03\0\0\0\xe2\x28\xa1', 't\x01\0\0\0\x80', 'u\x04\0\0\0\xf5\x80\x80\x80',
  'u\x04\0\0\0\xf4\x90\x80\x80', 'u\x03\0\0\0a\xc0\x80', 'u\x04\0\0\0a\xf0\x9f\x90',
  'l\x01\0\0\0\0\0', 'l\x01\0\0\0\xff\xff', 'l\x01\0\0\0\0\x80', 'l\0\0\0\x80', 'l\x04\0\0\0\x01\0', 'l\x04\0\0\0\x01\0\xff\xff',
  'f\x03abc', 'f\0', 'f\x05 1.5 ', 'f\x04nan0', 'f\x041_0.',
  'c', 'c' + '\0'.repeat(20), 'c' + '\0'.repeat(20) + 'N', 'c' + '\0'.repeat(20) + '0',
]; // prettier-ignore

const GOOD = [
  'N', 'T', 'F', '.', 'S', 'i\xff\xff\xff\xff', 'I\xff\xff\xff\xff\xff\xff\xff\xff', 'I\0\0\0\0\0\0\0\x80',
  'l\0\0\0\0', 'l\x01\0\0\0\x01\0', 'l\xfe\xff\xff\xff\x01\0\x01\0', 'l\x06\0\0\0\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0',
  'l\x05\0\0\0\0\0\0\0\0\0\0\0\x01\0',
  'f\x031.5', 'f\x04-inf', 'f\x03NAN', 'f\x06+1e309', 'g\x9a\x99\x99\x99\x99\x99\xb9\x3f', 'g\0\0\0\0\0\0\0\x80',
  'x\x031.5\x012', 'y\0\0\0\0\0\0\0\x80\0\0\0\0\0\0\xf0\x3f',
  's\x03\0\0\0a\0\xff', 'z\x02\xe9\xe9', 'Z\x03abc', 'a\x02\0\0\0ab', 'A\x02\0\0\0ab', 'u\x03\0\0\0\xed\xa0\x80', 't\x02\0\0\0\xc3\xa9',
  'u\x04\0\0\0\xf0\x9f\x90\x8d', 'u\x06\0\0\0\xed\xa0\xbd\xed\xb0\x8d',
  ')\0', '(\x01\0\0\0N', ')\x02\xe9\x07\0\0\0r\0\0\0\0', '[\x02\0\0\0NT', '{i\x01\0\0\0N0', '{0', '{N0', ':NNN', ':i\x01\0\0\0i\x02\0\0\0N',
  '>\0\0\0\0', '>\x01\0\0\0N', '<\x01\0\0\0i\x01\0\0\0', ')\x01'.repeat(900) + 'N', 'Njunk',
]; // prettier-ignore

/** Python's repr of what was read. */
function repr(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return typeof value === 'string' ? `str:${[...codeUnits(value)]}` : `int:${value}`;
  const constant = value as { kind: string } & Record<string, any>;
  switch (constant.kind) {
    case 'ellipsis':
      return 'Ellipsis';
    case 'stop-iteration':
      return 'StopIteration';
    case 'wide':
      return `str:${[...constant.codePoints]}`;
    case 'float':
      return `float:${floatText(constant.value)}`;
    case 'complex':
      return `complex:${floatText(constant.real)},${floatText(constant.imag)}`;
    case 'bytes':
      return `bytes:${[...constant.bytes]}`;
    case 'slice':
      return `slice:${[constant.start, constant.stop, constant.step].map(repr)}`;
    case 'dict':
      return `dict:${constant.entries.flat().map(repr)}`;
    default:
      return `${constant.kind}:${constant.items.map(repr)}`;
  }
}

function* codeUnits(text: string): Generator<number> {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i);
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Array.from(new Uint8Array(Float64Array.of(value).buffer), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

const ORACLE = `
import marshal, struct, math
def flt(x):
    if math.isnan(x): return 'nan'
    if math.isinf(x): return 'inf' if x > 0 else '-inf'
    return struct.pack('<d', x).hex()
def text(v):
    if v is None or v is Ellipsis or isinstance(v, bool): return repr(v)
    if v is StopIteration: return 'StopIteration'
    if isinstance(v, int): return 'int:%d' % v
    if isinstance(v, str): return 'str:' + ','.join(str(ord(c)) for c in v)
    if isinstance(v, float): return 'float:' + flt(v)
    if isinstance(v, complex): return 'complex:' + flt(v.real) + ',' + flt(v.imag)
    if isinstance(v, bytes): return 'bytes:' + ','.join(map(str, v))
    if isinstance(v, slice): return 'slice:' + ','.join(map(text, (v.start, v.stop, v.step)))
    if isinstance(v, dict): return 'dict:' + ','.join(text(x) for kv in v.items() for x in kv)
    if isinstance(v, tuple):
        # Nesting by a loop: repr of deep tuples overflows the stack.
        depth = 0
        while isinstance(v, tuple) and len(v) == 1: v = v[0]; depth += 1
        inner = ','.join(map(text, v)) if isinstance(v, tuple) else text(v)
        return 'tuple:' * depth + ('tuple:' if isinstance(v, tuple) else '') + inner
    return type(v).__name__ + ':' + ','.join(map(text, v))
def outcome(data):
    try: return text(marshal.loads(data))
    except Exception as e: return '%s: %s' % (type(e).__name__, e)
[outcome(bytes(data)) for data in inputs]
`;

function outcome(data: string): string {
  try {
    return repr(loads(latin1(data)));
  } catch (error) {
    if (error instanceof MarshalError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

describe('loads', () => {
  it('reads what CPython reads', async () => {
    const inputs = GOOD.map(latin1);
    const expected = (await runInOracle(ORACLE, { inputs })) as string[];
    GOOD.forEach((data, i) => expect(outcome(data), JSON.stringify(data.slice(0, 40))).toBe(expected[i]));
  });

  it('complains as CPython does', async () => {
    const inputs = BAD.map(latin1);
    const expected = (await runInOracle(ORACLE, { inputs })) as string[];
    BAD.forEach((data, i) => expect(outcome(data), JSON.stringify(data.slice(0, 40))).toBe(expected[i]));
  });

  it('stops at a depth of 2000', () => {
    expect(outcome(')\x01'.repeat(2000) + 'N')).toBe('ValueError: recursion limit exceeded');
    expect(() => loads(latin1(')\x01'.repeat(1999) + 'N'))).not.toThrow();
  });

  it('knows where it noticed', () => {
    expect(() => loads(latin1(')\x02NQ'))).toThrow(expect.objectContaining({ offset: 4 }));
  });

  it('allows cycles outside code only', () => {
    const tuple = loads(latin1('\xa9\x01r\0\0\0\0')) as { items: unknown[] };
    expect(tuple.items[0]).toBe(tuple);
    const list = loads(latin1('\xdb\x01\0\0\0r\0\0\0\0')) as { items: unknown[] };
    expect(list.items[0]).toBe(list);
  });

  it('can refuse code', () => {
    expect(() => loads(latin1('c'), { allowCode: false })).toThrow('unmarshalling code objects is disallowed');
  });
});

describe('readModule', () => {
  it('wants a code object', () => {
    expect(() => readModule(latin1('N'))).toThrow(MarshalError);
  });
});
