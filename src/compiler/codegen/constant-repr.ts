/** `repr()` of constants, for messages and for annotations as text. */
import { type LiteralConstant, WideString } from '../../base/constant.ts';
import { isPrintable } from '../../base/unicode-properties.ts';

function escapeCodePoint(code: number, quote: number): string {
  if (code === quote || code === 0x5c) return '\\' + String.fromCharCode(code);
  if (code === 9) return '\\t';
  if (code === 10) return '\\n';
  if (code === 13) return '\\r';
  if (code < 0x20 || code === 0x7f) return '\\x' + code.toString(16).padStart(2, '0');
  if (code < 0x7f || isPrintable(code)) return String.fromCodePoint(code);
  if (code <= 0xff) return '\\x' + code.toString(16).padStart(2, '0');
  if (code <= 0xffff) return '\\u' + code.toString(16).padStart(4, '0');
  return '\\U' + code.toString(16).padStart(8, '0');
}

/** `repr()` of text whose code points are given. The result is UTF-16. */
function codePointsRepr(codePoints: ArrayLike<number>): string {
  let single = false;
  let double = false;
  for (let i = 0; i < codePoints.length; i++) {
    if (codePoints[i] === 39) single = true;
    else if (codePoints[i] === 34) double = true;
  }
  const quote = single && !double ? 34 : 39;
  let result = '';
  for (let i = 0; i < codePoints.length; i++) result += escapeCodePoint(codePoints[i]!, quote);
  const mark = String.fromCharCode(quote);
  return mark + result + mark;
}

/** `repr()` of a str constant, as UTF-16. */
export function textRepr(text: string | WideString): string {
  if (text instanceof WideString) return codePointsRepr(text.codePoints);
  if (/^[ -&(-[\]-~]*$/.test(text)) return `'${text}'`;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return codePointsRepr(units);
}

export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  let result = '';
  for (const byte of bytes) {
    if (byte >= 0x7f) result += '\\x' + byte.toString(16);
    else result += escapeCodePoint(byte, quote);
  }
  const mark = String.fromCharCode(quote);
  return `b${mark}${result}${mark}`;
}

/** `repr()` of a float. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa, exponentText] = Math.abs(value).toExponential().split('e');
  const digits = mantissa!.replace('.', '');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? '.' + digits.slice(1) : '';
    const magnitude = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${magnitude}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${sign}${digits}${'0'.repeat(exponent + 1 - digits.length)}.0`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** A part of a complex number: like a float, but without `.0`. */
function partRepr(value: number): string {
  return floatRepr(value).replace(/\.0$/, '');
}

function complexRepr(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return `${partRepr(imag)}j`;
  const imagText = partRepr(imag);
  return `(${partRepr(real)}${imagText.startsWith('-') ? '' : '+'}${imagText}j)`;
}

/** `repr()` of a constant, as UTF-16. */
export function constantRepr(value: LiteralConstant): string {
  if (value === null) return 'None';
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(value);
    case 'string':
      return textRepr(value);
  }
  switch (value.kind) {
    case 'ellipsis':
      return 'Ellipsis';
    case 'wide':
      return textRepr(value);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imag);
    case 'bytes':
      return bytesRepr(value.bytes);
    case 'tuple':
      return `(${value.items.map(constantRepr).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'frozenset':
      return value.items.length === 0 ? 'frozenset()' : `frozenset({${value.items.map(constantRepr).join(', ')}})`;
    case 'slice':
      return `slice(${constantRepr(value.start)}, ${constantRepr(value.stop)}, ${constantRepr(value.step)})`;
  }
}
