/**
 * The format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`.
 *
 * @cpython Python/formatter_unicode.c parse_internal_render_format_spec
 */
import { codePointsOf, textToHost, strFromCodePoints, valueError, type Text } from '../core/index.ts';
import { decimalDigitValue } from '../int/numeral-text.ts';

export type Separator = '' | ',' | '_';

export interface FormatSpec {
  /** A code point. */
  fill: number;
  align: '<' | '>' | '=' | '^';
  sign: '' | '+' | '-' | ' ';
  isNegativeZeroCoerced: boolean;
  isAlternate: boolean;
  /** -1: not given. */
  width: number;
  separator: Separator;
  /** Digits between separators of the integral part. */
  groupSize: 3 | 4;
  /** -1: not given. */
  precision: number;
  fractionSeparator: Separator;
  /** A code point; 0: not given. */
  type: number;
}

const SSIZE_MAX = 9223372036854775807;

const isAlign = (code: number | undefined): boolean => code === 60 || code === 61 || code === 62 || code === 94;

/** How a type code is shown in messages. */
function showType(type: number): string {
  return type > 32 && type < 128 ? String.fromCharCode(type) : `\\x${type.toString(16)}`;
}

/** The error for a type code that the object does not know. */
export function unknownFormatCode(type: number, typeName: string) {
  return valueError(`Unknown format code '${showType(type)}' for object of type '${typeName}'`);
}

const bothSeparators = () => valueError("Cannot specify both ',' and '_'.");

class SpecReader {
  readonly codes: Uint32Array;
  at = 0;
  constructor(text: Text) {
    this.codes = codePointsOf(text);
  }

  peek(ahead = 0): number | undefined {
    return this.codes[this.at + ahead];
  }

  accept(code: number): boolean {
    if (this.codes[this.at] !== code) return false;
    this.at++;
    return true;
  }

  /** Digits of any script; -1 when there are none. */
  integer(): number {
    let value = 0;
    const start = this.at;
    for (; this.at < this.codes.length; this.at++) {
      const digit = decimalDigitValue(this.codes[this.at]!);
      if (digit < 0) break;
      value = value * 10 + digit;
      if (value >= SSIZE_MAX) throw valueError('Too many decimal digits in format string');
    }
    return this.at === start ? -1 : value;
  }

  /** `,` or `_`, not both. */
  separator(): Separator {
    let found: Separator = '';
    if (this.accept(44)) found = ',';
    if (this.peek() === 95) {
      if (found !== '') throw bothSeparators();
      found = '_';
      this.at++;
    }
    if (found === '_' && this.peek() === 44) throw bothSeparators();
    return found;
  }
}

/**
 * Parses a specification that is not empty.
 *
 * @param defaultType the type code where none is given; 0 for none
 * @param typeName of the object, for messages
 * @throws ValueError
 */
export function parseFormatSpec(
  text: Text,
  defaultType: number,
  defaultAlign: '<' | '>',
  typeName: string,
): Readonly<FormatSpec> {
  if (typeof text !== 'string') return parse(text, defaultType, defaultAlign, typeName);
  const key = String.fromCharCode(defaultType) + text;
  let spec = parsed.get(key);
  if (spec === undefined) {
    spec = parse(text, defaultType, defaultAlign, typeName);
    if (parsed.size >= CACHE_LIMIT) parsed.clear();
    parsed.set(key, spec);
  }
  return spec;
}

/** Specifications parsed lately: programs use few, again and again. */
const parsed = new Map<string, FormatSpec>();
const CACHE_LIMIT = 256;

function parse(text: Text, defaultType: number, defaultAlign: '<' | '>', typeName: string): FormatSpec {
  const reader = new SpecReader(text);
  const spec: FormatSpec = {
    fill: 32,
    align: defaultAlign,
    sign: '',
    isNegativeZeroCoerced: false,
    isAlternate: false,
    width: -1,
    separator: '',
    groupSize: 3,
    precision: -1,
    fractionSeparator: '',
    type: defaultType,
  };
  let isFillGiven = false;
  let isAlignGiven = false;
  if (isAlign(reader.peek(1))) {
    spec.fill = reader.peek()!;
    spec.align = String.fromCharCode(reader.peek(1)!) as FormatSpec['align'];
    isFillGiven = isAlignGiven = true;
    reader.at = 2;
  } else if (isAlign(reader.peek())) {
    spec.align = String.fromCharCode(reader.peek()!) as FormatSpec['align'];
    isAlignGiven = true;
    reader.at = 1;
  }
  const sign = reader.peek();
  if (sign === 32 || sign === 43 || sign === 45) {
    spec.sign = String.fromCharCode(sign) as FormatSpec['sign'];
    reader.at++;
  }
  spec.isNegativeZeroCoerced = reader.accept(122);
  spec.isAlternate = reader.accept(35);
  if (!isFillGiven && reader.accept(48)) {
    spec.fill = 48;
    if (!isAlignGiven && defaultAlign === '>') spec.align = '=';
  }
  spec.width = reader.integer();
  spec.separator = reader.separator();
  if (reader.accept(46)) {
    spec.precision = reader.integer();
    spec.fractionSeparator = reader.separator();
    if (spec.precision < 0 && spec.fractionSeparator === '') throw valueError('Format specifier missing precision');
  }
  const left = reader.codes.length - reader.at;
  if (left > 1) {
    throw valueError(
      `Invalid format specifier '${textToHost(strFromCodePoints(reader.codes))}' for object of type '${typeName}'`,
    );
  }
  if (left === 1) spec.type = reader.peek()!;
  checkSeparators(spec);
  return spec;
}

function checkSeparators(spec: FormatSpec): void {
  const { separator, fractionSeparator, type } = spec;
  if (separator !== '' && type !== 0 && !'defgEG%F'.includes(String.fromCodePoint(type))) {
    if (separator === '_' && 'boxX'.includes(String.fromCodePoint(type))) spec.groupSize = 4;
    else throw valueError(`Cannot specify '${separator}' with '${showType(type)}'.`);
  }
  if (fractionSeparator !== '' && type === 110) throw valueError(`Cannot specify '${fractionSeparator}' with 'n'.`);
}
