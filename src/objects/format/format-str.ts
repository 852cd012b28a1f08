/** `format(str, spec)`. @cpython Python/formatter_unicode.c format_string_internal */
import { textLength, valueError, type Text } from '../core/index.ts';
import { parseFormatSpec, unknownFormatCode } from './format-spec.ts';
import { padText } from './pad.ts';
import { sliceText } from './text-builder.ts';

/** Formats text. @param typeName of the object, for messages @throws ValueError */
export function formatStr(text: Text, spec: Text, typeName = 'str'): Text {
  if (spec === '') return text;
  const parsed = parseFormatSpec(spec, 115, '<', typeName);
  if (parsed.type !== 115) throw unknownFormatCode(parsed.type, typeName);
  if (parsed.sign !== '') {
    throw valueError(`${parsed.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`);
  }
  if (parsed.isNegativeZeroCoerced)
    throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (parsed.isAlternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (parsed.align === '=') throw valueError("'=' alignment not allowed in string format specifier");
  const isCut = parsed.precision >= 0 && textLength(text) > parsed.precision;
  return padText(isCut ? sliceText(text, 0, parsed.precision) : text, parsed);
}
