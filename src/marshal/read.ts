/**
 * Reads marshal data (every code up to version 5) as host data.
 *
 * Input is not trusted: lengths never allocate beyond what the bytes can hold, nesting is bounded, code objects are
 * checked as CPython checks them, and whatever is wrong throws a `MarshalError`. Inside a code object only constants
 * are let through and no cycles, so that what comes out is a `CodeObject` that later stages can walk.
 *
 * @cpython Python/marshal.c r_object (3.14)
 */
import {
  BytesConstant,
  ComplexConstant,
  ELLIPSIS,
  FloatConstant,
  FrozenSetConstant,
  SliceConstant,
  TupleConstant,
  WideString,
  normalizeInt,
} from '../base/constant.ts';
import { Utf8Error, decodeLatin1, decodeText, textToUtf16 } from '../base/utf8.ts';
import {
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeObject,
  type CodeFields,
  type Constant,
} from '../code/code-object.ts';
import { MarshalError, type MarshalErrorKind } from './marshal-error.ts';
import { MarshalDict, MarshalList, MarshalSet, STOP_ITERATION, type MarshalValue } from './marshal-value.ts';
import * as t from './type-codes.ts';

/** Stands in the table of references for an object whose parts are still being read. */
export class Unfinished {
  /** The object, where CPython lets its own parts refer to it. */
  readonly value: MarshalValue | undefined;
  constructor(value?: MarshalValue) {
    this.value = value;
  }
}
export const UNFINISHED = new Unfinished();

/** Numbers of a code object that stand before its parts; 0 where a version has none. */
export interface CodeNumbers {
  readonly co_argcount: number;
  readonly co_posonlyargcount: number;
  readonly co_kwonlyargcount: number;
  readonly co_nlocals: number;
  readonly co_stacksize: number;
  readonly co_flags: number;
  co_firstlineno: number;
}

/** An object whose parts are being read. */
export interface Container {
  readonly type: 'tuple' | 'list' | 'dict' | 'set' | 'frozenset' | 'slice' | 'code';
  /** The object itself; slices and code objects are made when their parts are there. */
  readonly value: MarshalValue | undefined;
  readonly items: MarshalValue[];
  /** Number of parts; a dict ends where a part is missing. */
  readonly count: number;
  /** Its number among the references, or -1. */
  readonly reference: number;
  readonly numbers?: CodeNumbers;
  /** After how many parts of a code object its first line number stands; -1 for nowhere. */
  readonly lineAfter?: number;
}

/** Parts of a code object before its first line number, and all. */
const CODE_PARTS_BEFORE_LINE = 8;
const CODE_PARTS = 10;

/**
 * How deep objects may nest inside code. CPython allows 2000 as everywhere; its compiler makes no such code, and this
 * leaves later stages room to walk constants by recursion on a small stack.
 */
const MAX_CODE_DEPTH = 1000;

/** Says that an object has been begun, whose parts come next. */
export class Started {
  readonly kind = 'started';
}
export const STARTED = new Started();

/** How data may be read. */
export interface ReadOptions {
  /** Where to begin; 0. */
  readonly offset?: number;
  /** False refuses code objects, as `marshal.loads(…, allow_code=False)`; true. */
  readonly allowCode?: boolean;
}

const EOF_OBJECT = 'EOF read where object expected';
export const BAD_ARGUMENT = 'bad argument to internal function';
const FLOAT_TEXT = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf|infinity|nan)$/i;

/** Reads one object after another from bytes. */
export class MarshalReader {
  protected readonly bytes: Uint8Array;
  protected readonly view: DataView;
  private readonly allowCode: boolean;
  protected offset: number;
  /** The objects being read around the current place, innermost last: a stack of our own, as the host's is small. */
  protected readonly containers: Container[] = [];
  /** Depth of the outermost code object being read, or -1. */
  protected codeDepth = -1;
  protected readonly references: (MarshalValue | Unfinished)[] = [];
  /** Objects that may not stand in a code object: they hold a list, dict, set or StopIteration, or themselves. */
  protected readonly notConstant = new Set<MarshalValue>();

  constructor(bytes: Uint8Array, options: ReadOptions = {}) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.offset = options.offset ?? 0;
    this.allowCode = options.allowCode ?? true;
  }

  /** Offset of the next byte. */
  get position(): number {
    return this.offset;
  }

  /** The next object. @throws MarshalError */
  read(): MarshalValue {
    const value = this.readObject();
    if (value === undefined) this.fail('TypeError', 'NULL object in marshal data for object');
    return value;
  }

  protected fail(kind: MarshalErrorKind, message: string): never {
    throw new MarshalError(kind, message, this.offset);
  }

  protected bad(what: string): never {
    this.fail('ValueError', `bad marshal data (${what})`);
  }

  /** Start of the next `length` bytes, which are thereby used up. */
  protected take(length: number): number {
    const start = this.offset;
    if (length > this.bytes.length - start) this.fail('EOFError', 'marshal data too short');
    this.offset = start + length;
    return start;
  }

  protected readByte(): number {
    if (this.offset >= this.bytes.length) this.fail('EOFError', 'EOF read where not expected');
    return this.bytes[this.offset++]!;
  }

  protected readInt32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  protected readLineNumber(): number {
    return this.readInt32();
  }

  /** A length, which marshal writes as a signed number. */
  protected readSize(what: string): number {
    const size = this.readInt32();
    if (size < 0) this.bad(`${what} size out of range`);
    return size;
  }

  /** An object, or `undefined` for NULL. */
  private readObject(): MarshalValue | undefined {
    const { containers } = this;
    const base = containers.length;
    for (;;) {
      let value = this.readStart();
      if (value instanceof Started) continue;
      // The value may complete the object it is a part of, and that one the next.
      for (;;) {
        if (containers.length === base) return value;
        const container = containers[containers.length - 1]!;
        if (value === undefined) {
          if (container.type !== 'dict' && container.type !== 'slice') this.failOnNull(container.type);
          containers.pop();
          if (container.type === 'dict') value = this.finishDict(container);
          continue;
        }
        container.items.push(value);
        if (container.numbers !== undefined && container.items.length === container.lineAfter)
          container.numbers.co_firstlineno = this.readLineNumber();
        if (container.items.length !== container.count) break;
        containers.pop();
        value = this.finish(container);
      }
    }
  }

  private failOnNull(type: Container['type']): never {
    const where = type === 'code' ? 'code object' : type === 'frozenset' ? 'set' : type;
    this.fail('TypeError', `NULL object in marshal data for ${where}`);
  }

  /** An object without parts, `undefined` for NULL, or `STARTED` for an object whose parts come next. */
  protected readStart(): MarshalValue | undefined | Started {
    if (this.offset >= this.bytes.length) this.fail('EOFError', EOF_OBJECT);
    const code = this.bytes[this.offset++]!;
    const depth = this.containers.length;
    if (depth >= t.MAX_MARSHAL_STACK_DEPTH || (this.codeDepth >= 0 && depth - this.codeDepth >= MAX_CODE_DEPTH))
      this.fail('ValueError', 'recursion limit exceeded');
    const isShared = (code & t.FLAG_REF) !== 0;
    const type = code & ~t.FLAG_REF;
    switch (type) {
      case t.TYPE_SMALL_TUPLE:
        return this.startTuple(this.readByte(), isShared);
      case t.TYPE_TUPLE:
        return this.startTuple(this.readSize('tuple'), isShared);
      case t.TYPE_CODE:
        return this.startCode(isShared);
      case t.TYPE_LIST: {
        const count = this.readSize('list');
        const items: MarshalValue[] = [];
        return this.start('list', new MarshalList(items), items, count, isShared);
      }
      case t.TYPE_DICT:
        return this.start('dict', new MarshalDict([]), [], -1, isShared);
      case t.TYPE_SET: {
        const count = this.readSize('set');
        const items: MarshalValue[] = [];
        return this.start('set', new MarshalSet(items), items, count, isShared);
      }
      case t.TYPE_FROZENSET: {
        const count = this.readSize('set');
        const items: MarshalValue[] = [];
        return this.start('frozenset', new FrozenSetConstant<MarshalValue>(items), items, count, isShared);
      }
      case t.TYPE_SLICE:
        return this.start('slice', undefined, [], 3, isShared);
      default:
        return this.readLeaf(type, isShared);
    }
  }

  private startTuple(count: number, isShared: boolean): MarshalValue | Started {
    const items: MarshalValue[] = [];
    return this.start('tuple', new TupleConstant<MarshalValue>(items), items, count, isShared);
  }

  protected start(
    type: Container['type'],
    value: MarshalValue | undefined,
    items: MarshalValue[],
    count: number,
    isShared: boolean,
  ): MarshalValue | Started {
    if (type === 'list' || type === 'dict' || type === 'set') this.notConstant.add(value!);
    let reference = -1;
    if (isShared) {
      const mayContainItself = value !== undefined && type !== 'frozenset';
      reference = this.references.push(mayContainItself ? new Unfinished(value) : UNFINISHED) - 1;
    }
    const container: Container = { type, value, items, count, reference };
    if (count === 0) return this.finish(container);
    this.containers.push(container);
    return STARTED;
  }

  /** The object of a container that has all its parts. */
  private finish(container: Container): MarshalValue {
    const { type, items, reference } = container;
    let { value } = container;
    if (type === 'code') value = this.finishCode(container);
    else if (type === 'slice') value = new SliceConstant(items[0]!, items[1]!, items[2]!);
    if (type !== 'code' && this.notConstant.size > 0 && items.some((item) => this.notConstant.has(item)))
      this.notConstant.add(value!);
    if (reference >= 0) this.references[reference] = value!;
    return value!;
  }

  private finishDict(container: Container): MarshalValue {
    const dict = container.value as MarshalDict;
    const { items } = container;
    for (let i = 0; i + 1 < items.length; i += 2) dict.entries.push([items[i]!, items[i + 1]!]);
    if (container.reference >= 0) this.references[container.reference] = dict;
    return dict;
  }

  /** An object without parts. */
  protected readLeaf(type: number, isShared: boolean): MarshalValue | undefined {
    let value: MarshalValue;
    switch (type) {
      case t.TYPE_NULL:
        return undefined;
      case t.TYPE_NONE:
        return null;
      case t.TYPE_FALSE:
        return false;
      case t.TYPE_TRUE:
        return true;
      case t.TYPE_ELLIPSIS:
        return ELLIPSIS;
      case t.TYPE_STOPITER:
        this.notConstant.add(STOP_ITERATION);
        return STOP_ITERATION;
      case t.TYPE_REF:
        return this.readReference();
      case t.TYPE_INT:
        value = this.readInt32();
        break;
      case t.TYPE_INT64:
        value = normalizeInt(this.view.getBigInt64(this.take(8), true));
        break;
      case t.TYPE_LONG:
        value = this.readLong();
        break;
      case t.TYPE_FLOAT:
        value = new FloatConstant(this.readFloatText());
        break;
      case t.TYPE_BINARY_FLOAT:
        value = new FloatConstant(this.view.getFloat64(this.take(8), true));
        break;
      case t.TYPE_COMPLEX: {
        const real = this.readFloatText();
        value = new ComplexConstant(real, this.readFloatText());
        break;
      }
      case t.TYPE_BINARY_COMPLEX: {
        const real = this.view.getFloat64(this.take(8), true);
        value = new ComplexConstant(real, this.view.getFloat64(this.take(8), true));
        break;
      }
      case t.TYPE_STRING: {
        const start = this.take(this.readSize('bytes object'));
        value = new BytesConstant(this.bytes.slice(start, this.offset));
        break;
      }
      case t.TYPE_SHORT_ASCII:
      case t.TYPE_SHORT_ASCII_INTERNED:
        value = this.readLatin1(this.readByte());
        break;
      case t.TYPE_ASCII:
      case t.TYPE_ASCII_INTERNED:
        value = this.readLatin1(this.readSize('string'));
        break;
      case t.TYPE_UNICODE:
      case t.TYPE_INTERNED:
        value = this.readUtf8(this.readSize('string'));
        break;
      default:
        this.bad('unknown type code');
    }
    if (isShared) this.references.push(value);
    return value;
  }

  private readReference(): MarshalValue {
    const index = this.readInt32();
    if (index < 0 || index >= this.references.length) this.bad('invalid reference');
    const value = this.references[index]!;
    if (!(value instanceof Unfinished)) return value;
    if (value.value === undefined || this.codeDepth >= 0) this.bad('invalid reference');
    this.notConstant.add(value.value);
    return value.value;
  }

  protected readLatin1(length: number): string {
    const start = this.take(length);
    return decodeLatin1(this.bytes, start, this.offset);
  }

  protected readUtf8(length: number): string | WideString {
    const start = this.take(length);
    try {
      return decodeText(this.bytes, start, this.offset);
    } catch (error) {
      if (!(error instanceof Utf8Error)) throw error;
      const bytes = this.bytes.slice(start, this.offset);
      const { start: from, end, reason } = error;
      const which =
        end === from + 1
          ? `byte 0x${bytes[from]!.toString(16).padStart(2, '0')} in position ${from}`
          : `bytes in position ${from}-${end - 1}`;
      const message = `'utf-8' codec can't decode ${which}: ${reason}`;
      throw new MarshalError('UnicodeDecodeError', message, start + from, { bytes, start: from, end, reason });
    }
  }

  /** An int as base-32768 digits; the sign is the count's. */
  protected readLong(): number | bigint {
    const count = this.readInt32();
    if (count === 0) return 0;
    if (count === -0x80000000) this.bad('long size out of range');
    const digits = Math.abs(count);
    if (digits * 2 > this.bytes.length - this.offset) this.checkDigits();
    const hex: string[] = [];
    let pending = 0n;
    let pendingBits = 0;
    // Digits are gathered into hexadecimal text: adding each to a growing bigint would be quadratic.
    for (let i = 0; i < digits; i++) {
      const digit = this.view.getUint16(this.take(2), true);
      if (digit > 0x7fff) this.bad('digit out of range in long');
      if (digit === 0 && i === digits - 1) this.bad('unnormalized long data');
      pending |= BigInt(digit) << BigInt(pendingBits);
      pendingBits += 15;
      if (pendingBits === 60) {
        hex.push(pending.toString(16).padStart(15, '0'));
        pending = 0n;
        pendingBits = 0;
      }
    }
    hex.push(pending.toString(16));
    const magnitude = BigInt(`0x${hex.reverse().join('')}`);
    return normalizeInt(count < 0 ? -magnitude : magnitude);
  }

  /** The first bad digit of a long whose end is missing decides which error it is. */
  private checkDigits(): never {
    while (this.offset + 2 <= this.bytes.length)
      if (this.view.getUint16(this.take(2), true) > 0x7fff) this.bad('digit out of range in long');
    this.fail('EOFError', 'marshal data too short');
  }

  private readFloatText(): number {
    const text = this.readLatin1(this.readByte());
    if (!FLOAT_TEXT.test(text)) this.fail('ValueError', `could not convert string to float: '${text}'`);
    if (!/^[+-]?[in]/i.test(text)) return Number(text);
    if (/nan$/i.test(text)) return NaN;
    return text.startsWith('-') ? -Infinity : Infinity;
  }

  protected startCode(isShared: boolean): Started {
    if (!this.allowCode) this.fail('ValueError', 'unmarshalling code objects is disallowed');
    const reference = isShared ? this.references.push(UNFINISHED) - 1 : -1;
    const numbers: CodeNumbers = {
      co_argcount: this.readInt32(),
      co_posonlyargcount: this.readInt32(),
      co_kwonlyargcount: this.readInt32(),
      co_nlocals: 0,
      co_stacksize: this.readInt32(),
      co_flags: this.readInt32(),
      co_firstlineno: 0,
    };
    return this.pushCode(CODE_PARTS, CODE_PARTS_BEFORE_LINE, reference, numbers);
  }

  protected pushCode(count: number, lineAfter: number, reference: number, numbers: CodeNumbers): Started {
    if (this.codeDepth < 0) this.codeDepth = this.containers.length;
    this.containers.push({ type: 'code', value: undefined, items: [], count, lineAfter, reference, numbers });
    return STARTED;
  }

  /** A code object that has all its parts. */
  protected finishCode(container: Container): MarshalValue {
    if (this.codeDepth === this.containers.length) this.codeDepth = -1;
    const { items } = container;
    const { co_argcount, co_posonlyargcount, co_kwonlyargcount, co_stacksize, co_flags, co_firstlineno } =
      container.numbers!;
    if (
      co_argcount < co_posonlyargcount ||
      co_posonlyargcount < 0 ||
      co_kwonlyargcount < 0 ||
      co_stacksize < 0 ||
      co_flags < 0
    )
      this.fail('SystemError', BAD_ARGUMENT);
    const fields: CodeFields = {
      co_argcount,
      co_posonlyargcount,
      co_kwonlyargcount,
      co_stacksize,
      co_flags,
      co_code: this.asBytes(items[0]!),
      co_consts: this.asConstants(items[1]!),
      co_names: this.asNames(items[2]!),
      co_localsplusnames: this.asNames(items[3]!),
      co_localspluskinds: this.asBytes(items[4]!),
      co_filename: this.asText(items[5]!),
      co_name: this.asText(items[6]!),
      co_qualname: this.asText(items[7]!),
      co_firstlineno,
      co_linetable: this.asBytes(items[8]!),
      co_exceptiontable: this.asBytes(items[9]!),
    };
    this.checkCode(fields);
    return new CodeObject(fields);
  }

  /** @cpython Objects/codeobject.c _PyCode_Validate (3.14) */
  private checkCode(fields: CodeFields): void {
    const { co_localspluskinds: kinds, co_flags: flags } = fields;
    if (kinds.length !== fields.co_localsplusnames.length) this.fail('SystemError', BAD_ARGUMENT);
    if (fields.co_code.length % 2 !== 0) this.fail('ValueError', 'code: co_code is malformed');
    let locals = 0;
    for (const kind of kinds) if ((kind & CO_FAST_LOCAL) !== 0) locals++;
    const variadic = (flags & CO_VARARGS ? 1 : 0) + (flags & CO_VARKEYWORDS ? 1 : 0);
    if (locals < fields.co_argcount + fields.co_kwonlyargcount + variadic)
      this.fail('ValueError', 'code: co_varnames is too small');
  }

  protected asBytes(value: MarshalValue): Uint8Array {
    if (!(value instanceof BytesConstant)) this.fail('SystemError', BAD_ARGUMENT);
    return value.bytes;
  }

  protected asText(value: MarshalValue): string {
    if (typeof value === 'string') return value;
    if (!(value instanceof WideString)) this.fail('SystemError', BAD_ARGUMENT);
    return textToUtf16(value);
  }

  protected asNames(value: MarshalValue): readonly string[] {
    if (!(value instanceof TupleConstant)) this.fail('SystemError', BAD_ARGUMENT);
    const items: readonly MarshalValue[] = value.items;
    let isText = true;
    for (let i = 0; i < items.length; i++) isText &&= typeof items[i] === 'string';
    if (isText) return items as readonly string[];
    return items.map((item) => {
      if (typeof item === 'string') return item;
      if (!(item instanceof WideString)) this.fail('SystemError', 'non-string found in code slot');
      return textToUtf16(item);
    });
  }

  protected asConstants(value: MarshalValue): readonly Constant[] {
    if (!(value instanceof TupleConstant)) this.fail('SystemError', BAD_ARGUMENT);
    if (this.notConstant.has(value as MarshalValue)) this.bad('a constant of a code object cannot be of this type');
    return value.items as readonly Constant[];
  }
}

/** Reads one object; bytes after it are ignored. @throws MarshalError */
export function loads(bytes: Uint8Array, options: ReadOptions = {}): MarshalValue {
  return new MarshalReader(bytes, options).read();
}

/** Reads the code object of a module. @throws MarshalError, a TypeError if it is something else */
export function readModule(bytes: Uint8Array, offset = 0): CodeObject {
  const value = new MarshalReader(bytes, { offset }).read();
  if (!(value instanceof CodeObject)) throw new MarshalError('TypeError', 'not a code object', offset);
  return value;
}
