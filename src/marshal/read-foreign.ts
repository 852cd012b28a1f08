/**
 * Reads marshal data of any CPython, 1.0 to 3.15: what `MarshalReader` does not know of, in the older versions' own terms.
 *
 * Strings of Python 1 and 2 are bytes, and refer to each other by `R`; what a version's reader does not know is refused
 * here too. Input is as little trusted as there.
 */
import { BytesConstant, TupleConstant } from '../base/constant.ts';
import { Utf8Error, decodeLatin1, decodeText, textToUtf16 } from '../base/utf8.ts';
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL } from '../code/code-object.ts';
import { ForeignCode, LongConstant, type ForeignCodeFields, type ForeignConstant } from '../code/foreign-code.ts';
import { codeLayout, type CodeLayout, type NumberField, type PartField } from './code-layout.ts';
import { MarshalError } from './marshal-error.ts';
import { MarshalDict, type MarshalValue } from './marshal-value.ts';
import { BAD_ARGUMENT, MarshalReader, UNFINISHED, type CodeNumbers, type Container, type Started } from './read.ts';
import * as t from './type-codes.ts';

/** Type codes that not every version knows, by the first that does. */
const TYPE_SINCE: ReadonlyMap<number, number> = new Map([
  [t.TYPE_COMPLEX, 104],
  [t.TYPE_ELLIPSIS, 104],
  [t.TYPE_INT64, 105],
  [t.TYPE_UNICODE, 106],
  [t.TYPE_STOPITER, 202],
  [t.TYPE_FALSE, 203],
  [t.TYPE_TRUE, 203],
  [t.TYPE_INTERNED, 204],
  [t.TYPE_STRING_REFERENCE, 204],
  [t.TYPE_BINARY_FLOAT, 205],
  [t.TYPE_BINARY_COMPLEX, 205],
  [t.TYPE_SET, 205],
  [t.TYPE_FROZENSET, 205],
  [t.TYPE_REF, 304],
  [t.TYPE_ASCII, 304],
  [t.TYPE_ASCII_INTERNED, 304],
  [t.TYPE_SMALL_TUPLE, 304],
  [t.TYPE_SHORT_ASCII, 304],
  [t.TYPE_SHORT_ASCII_INTERNED, 304],
  [t.TYPE_SLICE, 314],
  [t.TYPE_FROZENDICT, 315],
]);

/** First version whose data have `FLAG_REF`. */
const REFERENCES_SINCE = 304;

type Parts = Readonly<Partial<Record<PartField, MarshalValue>>>;

/** Reads one object after another from data of one version. */
export class ForeignReader extends MarshalReader {
  private readonly python: number;
  private readonly layout: CodeLayout;
  /** What `R` refers to: the interned strings of Python 2, in order. */
  private readonly strings: BytesConstant[] = [];

  /** @param python the version that wrote the data: major × 100 + minor */
  constructor(bytes: Uint8Array, python: number, offset = 0) {
    super(bytes, { offset });
    this.python = python;
    this.layout = codeLayout(python);
  }

  /** Whether a `str` of this version is bytes. */
  private get hasByteStrings(): boolean {
    return this.python < 300;
  }

  protected override readStart(): MarshalValue | undefined | Started {
    const code = this.bytes[this.offset];
    if (code !== undefined) {
      const type = code & ~t.FLAG_REF;
      const isKnown = (TYPE_SINCE.get(type) ?? 0) <= this.python;
      if (!isKnown || (type !== code && this.python < REFERENCES_SINCE)) {
        this.offset++;
        this.bad('unknown type code');
      }
      if (type === t.TYPE_OLD_CODE && this.python < 103) {
        this.offset++;
        return this.startCode(false);
      }
      if (type === t.TYPE_FROZENDICT) {
        this.offset++;
        return this.start('dict', new MarshalDict([]), [], -1, type !== code);
      }
    }
    return super.readStart();
  }

  protected override readLeaf(type: number, isShared: boolean): MarshalValue | undefined {
    if (!this.hasByteStrings) return super.readLeaf(type, isShared);
    switch (type) {
      case t.TYPE_INTERNED: {
        const start = this.take(this.readSize('string'));
        const text = new BytesConstant(this.bytes.slice(start, this.offset));
        this.strings.push(text);
        return text;
      }
      case t.TYPE_STRING_REFERENCE: {
        const text = this.strings[this.readInt32()];
        if (text === undefined) this.bad('invalid reference');
        return text;
      }
      case t.TYPE_LONG:
        // Among the values of 3.14 there is none like it; whoever reads a version's data knows its constants.
        return new LongConstant(this.readLong()) as unknown as MarshalValue;
      default:
        return super.readLeaf(type, isShared);
    }
  }

  private readNumber(): number {
    return this.layout.numberSize === 4 ? this.readInt32() : this.view.getInt16(this.take(2), true);
  }

  protected override readLineNumber(): number {
    // Two bytes were unsigned in effect: longer files wrapped.
    return this.layout.numberSize === 4 ? this.readInt32() : this.view.getUint16(this.take(2), true);
  }

  protected override startCode(isShared: boolean): Started {
    const reference = isShared ? this.references.push(UNFINISHED) - 1 : -1;
    const numbers: { -readonly [K in keyof CodeNumbers]: number } = {
      co_argcount: 0,
      co_posonlyargcount: 0,
      co_kwonlyargcount: 0,
      co_nlocals: 0,
      co_stacksize: 0,
      co_flags: 0,
      co_firstlineno: 0,
    };
    for (const field of this.layout.numbers) numbers[field] = this.checkNumber(field, this.readNumber());
    const { parts, lineBefore } = this.layout;
    return this.pushCode(parts.length, lineBefore === undefined ? -1 : parts.indexOf(lineBefore), reference, numbers);
  }

  private checkNumber(field: NumberField, value: number): number {
    if (value < 0 && field !== 'co_flags') this.fail('SystemError', BAD_ARGUMENT);
    return value;
  }

  protected override finishCode(container: Container): MarshalValue {
    if (this.codeDepth === this.containers.length) this.codeDepth = -1;
    const parts: Partial<Record<PartField, MarshalValue>> = {};
    for (const [i, field] of this.layout.parts.entries()) parts[field] = container.items[i]!;
    const { co_firstlineno, ...numbers } = container.numbers!;
    const co_name = this.asText(parts.co_name!);
    const fields: ForeignCodeFields = {
      python: this.python,
      ...numbers,
      ...this.variables(parts, numbers.co_nlocals),
      co_code: this.asBytes(parts.co_code!),
      co_consts: this.asConstants(parts.co_consts!) as readonly ForeignConstant[],
      co_names: this.asNames(parts.co_names!),
      co_filename: this.asText(parts.co_filename!),
      co_name,
      co_qualname: parts.co_qualname === undefined ? co_name : this.asText(parts.co_qualname),
      co_firstlineno,
      co_linetable: this.bytesOrNone(parts.co_linetable),
      co_exceptiontable: this.bytesOrNone(parts.co_exceptiontable),
    };
    return new ForeignCode(fields) as unknown as MarshalValue;
  }

  /** Names of variables, which from 3.11 on stand in one list with their kinds. */
  private variables(parts: Parts, nlocals: number) {
    const names = (field: PartField): readonly string[] =>
      parts[field] === undefined ? [] : this.asNames(parts[field]);
    const all = names('co_localsplusnames');
    const kinds = this.bytesOrNone(parts.co_localspluskinds);
    if (parts.co_localsplusnames === undefined)
      return {
        co_nlocals: nlocals,
        co_varnames: names('co_varnames'),
        co_freevars: names('co_freevars'),
        co_cellvars: names('co_cellvars'),
        co_localsplusnames: all,
        co_localspluskinds: kinds,
      };
    if (kinds.length !== all.length) this.fail('SystemError', BAD_ARGUMENT);
    const ofKind = (bit: number): string[] => all.filter((_, i) => (kinds[i]! & bit) !== 0);
    const co_varnames = ofKind(CO_FAST_LOCAL);
    return {
      co_nlocals: co_varnames.length,
      co_varnames,
      co_freevars: ofKind(CO_FAST_FREE),
      co_cellvars: ofKind(CO_FAST_CELL),
      co_localsplusnames: all,
      co_localspluskinds: kinds,
    };
  }

  private bytesOrNone(value: MarshalValue | undefined): Uint8Array {
    return value === undefined ? new Uint8Array() : this.asBytes(value);
  }

  /** Names and file names of Python 2 are bytes in whatever encoding: UTF-8 where they are that. */
  protected override asText(value: MarshalValue): string {
    if (!this.hasByteStrings || !(value instanceof BytesConstant)) return super.asText(value);
    const { bytes } = value;
    try {
      return textToUtf16(decodeText(bytes));
    } catch (error) {
      if (!(error instanceof Utf8Error)) throw error;
      return decodeLatin1(bytes, 0, bytes.length);
    }
  }

  protected override asNames(value: MarshalValue): readonly string[] {
    if (!this.hasByteStrings || !(value instanceof TupleConstant)) return super.asNames(value);
    return value.items.map((item) => this.asText(item));
  }
}

/**
 * Reads the code object of a module that a CPython other than 3.14 compiled.
 *
 * @param python the version: major × 100 + minor
 * @throws MarshalError, a TypeError if it is something else
 */
export function readForeignModule(bytes: Uint8Array, python: number, offset = 0): ForeignCode {
  const value: unknown = new ForeignReader(bytes, python, offset).read();
  if (!(value instanceof ForeignCode)) throw new MarshalError('TypeError', 'not a code object', offset);
  return value;
}
