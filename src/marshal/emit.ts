/**
 * Writes a graph of objects as marshal data.
 *
 * @cpython Python/marshal.c w_object (3.14)
 */
import { ByteWriter } from '../base/byte-writer.ts';
import { encodeText } from '../base/utf8.ts';
import { MarshalError } from './marshal-error.ts';
import type { CodeNode, ObjectNode, TextNode } from './object-graph.ts';
import * as t from './type-codes.ts';

/** Compares as Python compares bytes. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** A double as C's `%.17g`, for versions 0 and 1. */
export function formatFloat17(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits, exponentText] = value.toExponential(16).split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 17) {
    const fixed = value.toFixed(Math.min(100, 16 - exponent));
    return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  }
  const sign = exponent < 0 ? '-' : '+';
  return `${digits.replace(/\.?0+$/, '')}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** What is still to be written: an object at a depth, the end of a dict, or a number of a code object. */
type Work =
  | { readonly node: ObjectNode; readonly depth: number }
  | { readonly node: undefined; readonly number: number | undefined };

/** Writes objects with a table of references of its own. */
export class Emitter {
  private readonly out = new ByteWriter();
  private readonly version: number;
  /** Numbers of the objects written so far. */
  private readonly numbers = new Map<ObjectNode, number>();
  /** What elements of sets are when dumped alone; shared with the emitters that find that out. */
  private readonly standalone: Map<ObjectNode, Uint8Array>;
  /** A stack of our own, as the host's is small; what comes next is last. */
  private readonly work: Work[] = [];

  constructor(version: number, standalone = new Map<ObjectNode, Uint8Array>()) {
    this.version = version;
    this.standalone = standalone;
  }

  toBytes(): Uint8Array {
    return this.out.toBytes();
  }

  /** @throws MarshalError when nested too deeply or not to be had in this version */
  emit(root: ObjectNode): void {
    const { work, out } = this;
    work.push({ node: root, depth: 1 });
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      if (next.node !== undefined) this.emitNode(next.node, next.depth);
      else if (next.number !== undefined) out.uint32(next.number);
      else out.uint8(t.TYPE_NULL);
    }
  }

  private emitNode(node: ObjectNode, depth: number): void {
    if (depth > t.MAX_MARSHAL_STACK_DEPTH) throw new MarshalError('ValueError', 'object too deeply nested to marshal');
    if (node.kind === 'singleton') this.emitSingleton(node.value);
    else if (this.version >= 3 && isNumbered(node)) {
      const number = this.numbers.get(node);
      if (number === undefined) {
        this.numbers.set(node, this.numbers.size);
        this.emitBody(node, t.FLAG_REF, depth);
      } else {
        this.out.uint8(t.TYPE_REF);
        this.out.uint32(number);
      }
    } else this.emitBody(node, 0, depth);
  }

  private emitSingleton(value: string): void {
    switch (value) {
      case 'none':
        return this.out.uint8(t.TYPE_NONE);
      case 'true':
        return this.out.uint8(t.TYPE_TRUE);
      case 'false':
        return this.out.uint8(t.TYPE_FALSE);
      case 'ellipsis':
        return this.out.uint8(t.TYPE_ELLIPSIS);
      default:
        return this.out.uint8(t.TYPE_STOPITER);
    }
  }

  private emitBody(node: Exclude<ObjectNode, { kind: 'singleton' }>, flag: number, depth: number): void {
    const { out } = this;
    switch (node.kind) {
      case 'int':
        return this.emitInt(node.value, flag);
      case 'float':
        out.uint8((this.version > 1 ? t.TYPE_BINARY_FLOAT : t.TYPE_FLOAT) | flag);
        return this.emitFloat(node.value.value);
      case 'complex':
        out.uint8((this.version > 1 ? t.TYPE_BINARY_COMPLEX : t.TYPE_COMPLEX) | flag);
        this.emitFloat(node.value.real);
        return this.emitFloat(node.value.imag);
      case 'text':
        return this.emitText(node, flag);
      case 'bytes':
        out.uint8(t.TYPE_STRING | flag);
        out.uint32(node.value.length);
        return out.bytes(node.value);
      case 'tuple':
        if (this.version >= 4 && node.items.length < 256) {
          out.uint8(t.TYPE_SMALL_TUPLE | flag);
          out.uint8(node.items.length);
        } else {
          out.uint8(t.TYPE_TUPLE | flag);
          out.uint32(node.items.length);
        }
        return this.emitAll(node.items, depth);
      case 'list':
        out.uint8(t.TYPE_LIST | flag);
        out.uint32(node.items.length);
        return this.emitAll(node.items, depth);
      case 'dict':
        out.uint8(t.TYPE_DICT | flag);
        this.work.push({ node: undefined, number: undefined });
        return this.emitAll(node.items, depth);
      case 'set':
      case 'frozenset':
        out.uint8((node.kind === 'set' ? t.TYPE_SET : t.TYPE_FROZENSET) | flag);
        out.uint32(node.items.length);
        return this.emitAll(this.sorted(node.items), depth);
      case 'slice':
        if (this.version < 5) throw new MarshalError('ValueError', 'unmarshallable object');
        out.uint8(t.TYPE_SLICE | flag);
        return this.emitAll(node.items, depth);
      case 'code':
        return this.emitCode(node, flag, depth);
    }
  }

  /** Puts parts on the stack, the first one last. */
  private emitAll(items: readonly ObjectNode[], depth: number): void {
    for (let i = items.length - 1; i >= 0; i--) this.work.push({ node: items[i]!, depth: depth + 1 });
  }

  /** Elements in the order of what each is when dumped alone: that does not depend on hashes. */
  private sorted(items: readonly ObjectNode[]): ObjectNode[] {
    const pairs = items.map((item) => ({ item, dump: this.dumpAlone(item) }));
    return pairs.sort((a, b) => compareBytes(a.dump, b.dump)).map(({ item }) => item);
  }

  private dumpAlone(item: ObjectNode): Uint8Array {
    let dump = this.standalone.get(item);
    if (dump === undefined) {
      const emitter = new Emitter(this.version, this.standalone);
      emitter.emit(item);
      this.standalone.set(item, (dump = emitter.toBytes()));
    }
    return dump;
  }

  private emitInt(value: number | bigint, flag: number): void {
    const { out } = this;
    if (typeof value === 'number' && value >= -0x80000000 && value <= 0x7fffffff) {
      out.uint8(t.TYPE_INT | flag);
      return out.uint32(value);
    }
    const big = BigInt(value);
    const hex = (big < 0n ? -big : big).toString(16);
    const digits: number[] = [];
    // 15 hexadecimal digits are 4 marshal digits: no big shifts.
    for (let end = hex.length; end > 0; end -= 15) {
      let chunk = BigInt(`0x${hex.slice(Math.max(0, end - 15), end)}`);
      for (let i = 0; i < 4; i++) {
        digits.push(Number(chunk & 0x7fffn));
        chunk >>= 15n;
      }
    }
    while (digits[digits.length - 1] === 0) digits.pop();
    out.uint8(t.TYPE_LONG | flag);
    out.uint32(big < 0n ? -digits.length : digits.length);
    for (const digit of digits) out.uint16(digit);
  }

  private emitFloat(value: number): void {
    if (this.version > 1) return this.out.float64(value);
    const text = formatFloat17(value);
    this.out.uint8(text.length);
    this.out.latin1(text);
  }

  private emitText(node: TextNode, flag: number): void {
    const { out } = this;
    const { value, isInterned } = node;
    if (this.version >= 4 && typeof value === 'string' && !/[^\0-\x7f]/.test(value)) {
      if (value.length < 256) {
        out.uint8((isInterned ? t.TYPE_SHORT_ASCII_INTERNED : t.TYPE_SHORT_ASCII) | flag);
        out.uint8(value.length);
      } else {
        out.uint8((isInterned ? t.TYPE_ASCII_INTERNED : t.TYPE_ASCII) | flag);
        out.uint32(value.length);
      }
      return out.latin1(value);
    }
    out.uint8((this.version >= 3 && isInterned ? t.TYPE_INTERNED : t.TYPE_UNICODE) | flag);
    const bytes = encodeText(value);
    out.uint32(bytes.length);
    out.bytes(bytes);
  }

  private emitCode(node: CodeNode, flag: number, depth: number): void {
    const { out } = this;
    const code = node.value;
    out.uint8(t.TYPE_CODE | flag);
    out.uint32(code.co_argcount);
    out.uint32(code.co_posonlyargcount);
    out.uint32(code.co_kwonlyargcount);
    out.uint32(code.co_stacksize);
    out.uint32(code.co_flags);
    this.emitAll([node.linetable, node.exceptiontable], depth);
    this.work.push({ node: undefined, number: code.co_firstlineno });
    const { consts, names, localsplusnames, localspluskinds, filename, name, qualname } = node;
    this.emitAll([node.code, consts, names, localsplusnames, localspluskinds, filename, name, qualname], depth);
  }
}

/** Whether an object is referred to by number: interned, static, or held more than once. */
function isNumbered(node: Exclude<ObjectNode, { kind: 'singleton' }>): boolean {
  return node.isStatic || node.references > 1 || (node.kind === 'text' && node.isInterned);
}
