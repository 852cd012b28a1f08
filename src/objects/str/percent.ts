/**
 * `%` formatting of str and bytes: one engine, and two dialects that say how arguments become text.
 *
 * @cpython Objects/unicodeobject.c PyUnicode_Format, Objects/bytesobject.c _PyBytes_FormatEx
 */
import {
  None,
  PyFloat,
  PyTuple,
  asInt,
  asText,
  excTypes,
  getItem,
  index,
  intType,
  matches,
  memoryError,
  overflowError,
  reprText,
  strText,
  textLength,
  typeError,
  typeName,
  typeOf,
  valueError,
  call1,
  type Text,
  type Value,
} from '../core/index.ts';
import { formatFloat, type FloatConversion } from '../float/float-text.ts';
import { asNumber } from '../float/float-conversion.ts';
import { intToBinaryBase, intToDecimal } from '../int/int-text.ts';
import { TextBuilder, codePointAt, repeatText, sliceText, textFromCodePoint } from './text.ts';
import { asciiText } from './format-fields.ts';

const LEFT = 1;
const PLUS = 2;
const BLANK = 4;
const ALTERNATE = 8;
const ZERO = 16;

/** One conversion as written: `%(key)#5.2d`. */
interface Conversion {
  flags: number;
  width: number;
  /** -1: none. */
  precision: number;
  char: number;
}

/** What differs between str and bytes. */
export interface PercentDialect {
  readonly noun: 'string' | 'bytes';
  /** The key in parentheses as an object. */
  key(text: Text): Value;
  /** The text of a `%s`, `%r`, `%a` or `%b`; `undefined` when the dialect has no such conversion. */
  convert(char: number, value: Value): Text | undefined;
  character(value: Value): Text;
  float(value: Value): number;
  unsupported(char: number, at: number): Value;
}

function isMapping(value: Value): boolean {
  return typeOf(value).mp_subscript !== undefined && !(value instanceof PyTuple) && asText(value) === undefined;
}

/** The arguments, and which comes next. */
class Arguments {
  private value: Value;
  private readonly mapping: Value | undefined;
  private items: readonly Value[] | null;
  private next = 0;
  constructor(value: Value, mapping: Value | undefined) {
    this.value = value;
    this.mapping = mapping;
    this.items = value instanceof PyTuple ? value.items : null;
  }

  take(): Value {
    const items = this.items;
    if (this.next < (items === null ? 1 : items.length))
      return items === null ? (this.next++, this.value) : items[this.next++]!;
    throw typeError('not enough arguments for format string');
  }

  useKey(key: Value): void {
    if (this.mapping === undefined) throw typeError('format requires a mapping');
    this.value = getItem(this.mapping, key);
    this.items = null;
    this.next = 0;
  }

  get isExhausted(): boolean {
    return this.mapping !== undefined || this.next >= (this.items === null ? 1 : this.items.length);
  }
}

/** Formats by a format text. */
export function formatWith(
  format: Text,
  args: Value,
  dialect: PercentDialect,
  isKeyed: (value: Value) => boolean = isMapping,
): Text {
  const source = new Arguments(args, isKeyed(args) ? args : undefined);
  const result = new TextBuilder();
  const end = textLength(format);
  let at = 0;
  const readChar = (): number => {
    if (at >= end) throw valueError('incomplete format');
    return codePointAt(format, at++);
  };
  while (at < end) {
    const start = at;
    while (at < end && codePointAt(format, at) !== 37) at++;
    if (at > start) result.addText(sliceText(format, start, at));
    if (at >= end) break;
    at++;
    if (at < end && codePointAt(format, at) === 37) {
      result.addText('%');
      at++;
      continue;
    }
    let char = readChar();
    // The two conversions of most formats.
    if (char === 115 && dialect === STR_DIALECT) {
      result.addText(strText(source.take()));
      continue;
    }
    if (char === 100) {
      const value = source.take();
      if (typeof value === 'number') result.addText(String(value));
      else addConverted(result, { flags: 0, width: -1, precision: -1, char }, value, dialect, at - 1);
      continue;
    }
    const conversion: Conversion = { flags: 0, width: -1, precision: -1, char: 0 };
    if (char === 40) {
      const keyStart = at;
      let depth = 1;
      while (depth > 0 && at < end) {
        const c = codePointAt(format, at++);
        if (c === 41) depth--;
        else if (c === 40) depth++;
      }
      if (depth > 0) {
        if (!isKeyed(args)) throw typeError('format requires a mapping');
        throw valueError('incomplete format key');
      }
      source.useKey(dialect.key(sliceText(format, keyStart, at - 1)));
      char = readChar();
    }
    for (let flag = flagOf(char); flag !== 0; flag = flagOf(char)) {
      conversion.flags |= flag;
      char = readChar();
    }
    if (char === 42) {
      const width = starArgument(source.take());
      conversion.width = Math.abs(width);
      if (width < 0) conversion.flags |= LEFT;
      char = readChar();
    } else if (char >= 48 && char <= 57) {
      conversion.width = 0;
      while (char >= 48 && char <= 57) {
        conversion.width = conversion.width * 10 + char - 48;
        if (conversion.width > Number.MAX_SAFE_INTEGER) throw valueError('width too big');
        char = readChar();
      }
    }
    if (char === 46) {
      conversion.precision = 0;
      char = readChar();
      if (char === 42) {
        conversion.precision = Math.max(0, starArgument(source.take()));
        char = readChar();
      } else {
        while (char >= 48 && char <= 57) {
          conversion.precision = conversion.precision * 10 + char - 48;
          if (conversion.precision > 0x7fffffff)
            throw valueError(dialect.noun === 'bytes' ? 'prec too big' : 'precision too big');
          char = readChar();
        }
      }
    }
    if (char === 104 || char === 108 || char === 76) char = readChar();
    conversion.char = char;
    addConverted(result, conversion, source.take(), dialect, at - 1);
  }
  if (!source.isExhausted) throw typeError(`not all arguments converted during ${dialect.noun} formatting`);
  return result.finish();
}

function flagOf(char: number): number {
  switch (char) {
    case 45:
      return LEFT;
    case 43:
      return PLUS;
    case 32:
      return BLANK;
    case 35:
      return ALTERNATE;
    case 48:
      return ZERO;
    default:
      return 0;
  }
}

function starArgument(value: Value): number {
  const number = asInt(value);
  if (number === undefined) throw typeError('* wants int');
  if (typeof number === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
  return number;
}

const NUMERIC = 'diuoxXeEfFgG';

function addConverted(
  result: TextBuilder,
  conversion: Conversion,
  value: Value,
  dialect: PercentDialect,
  at: number,
): void {
  const { flags, width, precision, char } = conversion;
  const letter = char < 128 ? String.fromCharCode(char) : '';
  let sign = '';
  let prefix = '';
  let body: Text;
  const isNumeric = letter !== '' && NUMERIC.includes(letter);
  if (isNumeric) {
    let digits: string;
    if ('diuoxX'.includes(letter)) {
      digits = integerDigits(value, letter, precision);
      if (flags & ALTERNATE && 'oxX'.includes(letter)) prefix = `0${letter}`;
    } else {
      digits = formatFloat(dialect.float(value), letter as FloatConversion, precision < 0 ? 6 : precision, {
        isAlternate: (flags & ALTERNATE) !== 0,
      });
    }
    if (digits[0] === '-' || digits[0] === '+') {
      sign = digits[0];
      digits = digits.slice(1);
    } else if (flags & PLUS) sign = '+';
    else if (flags & BLANK) sign = ' ';
    body = digits;
  } else if (letter === 'c') body = dialect.character(value);
  else {
    const text = dialect.convert(char, value);
    if (text === undefined) throw dialect.unsupported(char, at);
    body = precision >= 0 && textLength(text) > precision ? sliceText(text, 0, precision) : text;
  }
  const padding = width - textLength(body) - sign.length - prefix.length;
  if (padding > 2 ** 29) throw memoryError();
  const isZeroFilled = isNumeric && (flags & ZERO) !== 0 && !(flags & LEFT);
  if (padding > 0 && !(flags & LEFT) && !isZeroFilled) result.addText(repeatText(' ', padding));
  result.addText(sign + prefix);
  if (padding > 0 && isZeroFilled) result.addText(repeatText('0', padding));
  result.addText(body);
  if (padding > 0 && flags & LEFT) result.addText(repeatText(' ', padding));
}

/** @cpython Objects/unicodeobject.c mainformatlong */
function integerDigits(value: Value, letter: string, precision: number): string {
  let number = asInt(value);
  if (number === undefined) number = convertToInt(value, letter);
  const isNegative = number < 0;
  if (isNegative) number = typeof number === 'bigint' ? -number : -number;
  let digits: string;
  if (letter === 'o') digits = intToBinaryBase(number, 8);
  else if (letter === 'x' || letter === 'X') digits = intToBinaryBase(number, 16);
  else digits = intToDecimal(number);
  if (precision > 2 ** 29) throw memoryError();
  digits = digits.padStart(precision, '0');
  if (letter === 'X') digits = digits.toUpperCase();
  return isNegative ? `-${digits}` : digits;
}

function convertToInt(value: Value, letter: string): number | bigint {
  const type = typeOf(value);
  const wants = 'oxX'.includes(letter) ? 'an integer is required' : 'a real number is required';
  const wrong = (): Value => typeError(`%${letter} format: ${wants}, not ${type.tp_name}`);
  if (type.nb_int === undefined && type.nb_index === undefined && type.nb_float === undefined) throw wrong();
  try {
    if ('oxX'.includes(letter)) return index(value);
    return asInt(call1(intType, value))!;
  } catch (error) {
    if (matches(error, excTypes.TypeError)) throw wrong();
    throw error;
  }
}

const STR_DIALECT: PercentDialect = {
  noun: 'string',
  key: (text) => text,
  convert(char, value) {
    switch (char) {
      case 115:
        return strText(value);
      case 114:
        return reprText(value);
      case 97:
        return asciiText(reprText(value));
      default:
        return undefined;
    }
  },
  character(value) {
    const text = asText(value);
    if (text !== undefined) {
      if (textLength(text) === 1) return text;
      throw typeError(`%c requires an int or a unicode character, not a string of length ${textLength(text)}`);
    }
    if (typeOf(value).nb_index === undefined) {
      throw typeError(
        `%c requires an int or a unicode character, not ${value === None ? 'NoneType' : typeName(value)}`,
      );
    }
    const codePoint = index(value);
    if (codePoint < 0 || codePoint > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
    return textFromCodePoint(Number(codePoint));
  },
  float: (value) => (value instanceof PyFloat ? value.value : asNumber(value)),
  unsupported(char, at) {
    const shown = char >= 31 && char <= 126 ? String.fromCharCode(char) : '?';
    return valueError(`unsupported format character '${shown}' (0x${char.toString(16)}) at index ${at}`);
  },
};

/** `format % args` for str. */
export function formatPercent(format: Text, args: Value): Text {
  return formatWith(format, args, STR_DIALECT);
}
