/** `format(int, spec)`. @cpython Python/formatter_unicode.c format_long_internal */
import { overflowError, strFromCodePoints, typeName, valueError, type Text, type Value } from '../core/index.ts';
import { intAbsolute, type Int } from '../int/int-arithmetic.ts';
import { intToFloat } from '../int/int-float.ts';
import { intToBinaryBase, intToDecimal } from '../int/int-text.ts';
import { formatFloatWith } from './format-float.ts';
import { parseFormatSpec, unknownFormatCode, type FormatSpec } from './format-spec.ts';
import { layOutNumber, padText } from './pad.ts';

/**
 * Formats an int.
 *
 * @param self the object, for its type's name in messages
 * @throws ValueError, OverflowError
 */
export function formatInt(value: Int, spec: Text, self: Value = value): Text {
  if (spec === '') return intToDecimal(value);
  const parsed = parseFormatSpec(spec, 100, '>', typeName(self));
  switch (parsed.type) {
    case 98:
    case 99:
    case 100:
    case 111:
    case 120:
    case 88:
    case 110:
      return formatIntegral(value, parsed);
    case 101:
    case 69:
    case 102:
    case 70:
    case 103:
    case 71:
    case 37:
      return formatFloatWith(intToFloat(value), parsed);
    default:
      throw unknownFormatCode(parsed.type, typeName(self));
  }
}

function formatIntegral(value: Int, spec: Readonly<FormatSpec>): Text {
  if (spec.precision >= 0) throw valueError('Precision not allowed in integer format specifier');
  if (spec.isNegativeZeroCoerced)
    throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type === 99) return formatCharacter(value, spec);
  const magnitude = intAbsolute(value);
  let prefix = '';
  let digits: string;
  switch (spec.type) {
    case 98:
      digits = intToBinaryBase(magnitude, 2);
      prefix = '0b';
      break;
    case 111:
      digits = intToBinaryBase(magnitude, 8);
      prefix = '0o';
      break;
    case 120:
      digits = intToBinaryBase(magnitude, 16);
      prefix = '0x';
      break;
    case 88:
      digits = intToBinaryBase(magnitude, 16).toUpperCase();
      prefix = '0X';
      break;
    default:
      digits = intToDecimal(magnitude);
  }
  return layOutNumber({ isNegative: value < 0, prefix: spec.isAlternate ? prefix : '', digits, rest: '' }, spec);
}

function formatCharacter(value: Int, spec: Readonly<FormatSpec>): Text {
  if (spec.sign !== '') throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.isAlternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < -(2n ** 63n) || value >= 2n ** 63n) throw overflowError('Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
  const text = strFromCodePoints([Number(value)]);
  return padText(text, spec.align === '=' ? { ...spec, align: '>' } : spec);
}
