/** `format(float, spec)` and `format(complex, spec)`. @cpython Python/formatter_unicode.c */
import { typeName, valueError, type Text, type Value } from '../core/index.ts';
import { floatRepr, formatFloat as convertFloat, type FloatConversion } from '../float/float-text.ts';
import { parseFormatSpec, unknownFormatCode, type FormatSpec } from './format-spec.ts';
import { layOutNumber, padText, type NumberParts } from './pad.ts';

/**
 * Formats a float.
 *
 * @param self the object, for its type's name in messages
 * @throws ValueError
 */
export function formatFloat(value: number, spec: Text, self: Value): Text {
  if (spec === '') return floatRepr(value);
  const parsed = parseFormatSpec(spec, 0, '>', typeName(self));
  if (parsed.type !== 0 && !'eEfFgGn%'.includes(String.fromCodePoint(parsed.type))) {
    throw unknownFormatCode(parsed.type, typeName(self));
  }
  return formatFloatWith(value, parsed);
}

const INT_MAX = 2147483647;

/** Formats a float by a parsed specification of a floating-point type (or none). */
export function formatFloatWith(value: number, spec: Readonly<FormatSpec>): Text {
  if (spec.precision > INT_MAX) throw valueError('precision too big');
  const isPercent = spec.type === 37;
  let conversion = spec.type === 0 ? 'r' : spec.type === 110 ? 'g' : isPercent ? 'f' : String.fromCharCode(spec.type);
  let precision = spec.precision;
  if (precision < 0) precision = spec.type === 0 ? 0 : 6;
  else if (conversion === 'r') conversion = 'g';
  const isPlain = spec.type !== 0 && !spec.isAlternate && !spec.isNegativeZeroCoerced;
  const options = isPlain
    ? undefined
    : {
        isDotZeroAdded: spec.type === 0,
        isAlternate: spec.isAlternate,
        isNegativeZeroCoerced: spec.isNegativeZeroCoerced,
      };
  const text = convertFloat(isPercent ? value * 100 : value, conversion as FloatConversion, precision, options);
  if (isPlain && spec.width < 0 && spec.sign === '' && spec.separator === '' && spec.fractionSeparator === '') {
    return isPercent ? `${text}%` : text;
  }
  return layOutNumber(splitNumber(isPercent ? `${text}%` : text, spec), spec);
}

/** Takes apart the text of a float, and groups the digits after the point. */
function splitNumber(text: string, spec: Readonly<FormatSpec>): NumberParts {
  const isNegative = text.startsWith('-');
  const start = isNegative ? 1 : 0;
  let at = start;
  while (at < text.length && isDigit(text, at)) at++;
  const digits = text.slice(start, at);
  let rest = text.slice(at);
  if (spec.fractionSeparator !== '' && rest.startsWith('.')) {
    let end = 1;
    while (end < rest.length && isDigit(rest, end)) end++;
    const groups = rest.slice(1, end).match(/.{1,3}/g) ?? [];
    rest = `.${groups.join(spec.fractionSeparator)}${rest.slice(end)}`;
  }
  return { isNegative, prefix: '', digits, rest };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/**
 * Formats a complex number.
 *
 * @param self the object, for its type's name in messages
 * @throws ValueError
 */
export function formatComplex(real: number, imag: number, spec: Text, self: Value): Text {
  const parsed = parseFormatSpec(spec, 0, '>', typeName(self));
  if (parsed.type !== 0 && !'eEfFgGn'.includes(String.fromCodePoint(parsed.type))) {
    throw unknownFormatCode(parsed.type, typeName(self));
  }
  if (parsed.precision > INT_MAX) throw valueError('precision too big');
  if (parsed.fill === 48) throw valueError('Zero padding is not allowed in complex format specifier');
  if (parsed.align === '=') throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const isReprLike = parsed.type === 0;
  const isRealSkipped = isReprLike && Object.is(real, 0);
  let conversion = isReprLike ? 'r' : parsed.type === 110 ? 'g' : String.fromCharCode(parsed.type);
  let precision = parsed.precision;
  if (precision < 0) precision = isReprLike ? 0 : 6;
  else if (isReprLike) conversion = 'g';
  const part = (value: number, sign: FormatSpec['sign']): Text => {
    const text = convertFloat(value, conversion as FloatConversion, precision, {
      isAlternate: parsed.isAlternate,
      isNegativeZeroCoerced: parsed.isNegativeZeroCoerced,
    });
    return layOutNumber(splitNumber(text, parsed), { ...parsed, sign, width: -1, align: '<' });
  };
  const body = isRealSkipped
    ? `${part(imag, parsed.sign) as string}j`
    : `${part(real, parsed.sign) as string}${part(imag, '+') as string}j`;
  return padText(isReprLike && !isRealSkipped ? `(${body})` : body, parsed);
}
