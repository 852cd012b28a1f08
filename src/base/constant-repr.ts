/** Python's `repr` of literal constants. */
import { type LiteralConstant, WideString } from './constant.ts';
import { isPrintable } from './unicode-properties.ts';

/** `repr(value)` as CPython gives it. */
export function reprConstant(value: LiteralConstant): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(value);
    case 'string':
      return reprText(value);
    default:
  }
  if (value === null) return 'None';
  switch (value.kind) {
    case 'ellipsis':
      return 'Ellipsis';
    case 'wide':
      return reprText(value);
    case 'float':
      return reprFloat(value.value);
    case 'complex':
      return reprComplex(value.real, value.imag);
    case 'bytes':
      return reprBytes(value.bytes);
    case 'tuple':
      return value.items.length === 1
        ? `(${reprConstant(value.items[0]!)},)`
        : `(${value.items.map(reprConstant).join(', ')})`;
    case 'frozenset':
      return value.items.length === 0 ? 'frozenset()' : `frozenset({${value.items.map(reprConstant).join(', ')}})`;
    case 'slice':
      return `slice(${reprConstant(value.start)}, ${reprConstant(value.stop)}, ${reprConstant(value.step)})`;
  }
}

/** `repr` of a str. */
export function reprText(text: string | WideString): string {
  if (typeof text === 'string' && /^[ !#-&(-[\]-~]*$/.test(text)) return `'${text}'`;
  const points: ArrayLike<number> =
    text instanceof WideString ? text.codePoints : Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  let hasSingle = false;
  let hasDouble = false;
  for (let i = 0; i < points.length; i++) {
    if (points[i] === 39) hasSingle = true;
    else if (points[i] === 34) hasDouble = true;
  }
  const quote = hasSingle && !hasDouble ? 34 : 39;
  let out = String.fromCharCode(quote);
  for (let i = 0; i < points.length; i++) out += reprCodePoint(points[i]!, quote);
  return out + String.fromCharCode(quote);
}

function reprCodePoint(codePoint: number, quote: number): string {
  if (codePoint === quote || codePoint === 92) return `\\${String.fromCharCode(codePoint)}`;
  if (codePoint === 10) return '\\n';
  if (codePoint === 13) return '\\r';
  if (codePoint === 9) return '\\t';
  if (isPrintable(codePoint)) return String.fromCodePoint(codePoint);
  const hex = codePoint.toString(16);
  if (codePoint < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return codePoint < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** `repr` of a bytes object. */
export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  let out = `b${String.fromCharCode(quote)}`;
  for (const byte of bytes) {
    if (byte === quote || byte === 92) out += `\\${String.fromCharCode(byte)}`;
    else if (byte === 9) out += '\\t';
    else if (byte === 10) out += '\\n';
    else if (byte === 13) out += '\\r';
    else if (byte < 32 || byte >= 127) out += `\\x${byte.toString(16).padStart(2, '0')}`;
    else out += String.fromCharCode(byte);
  }
  return out + String.fromCharCode(quote);
}

/** `repr` of a float. @cpython Python/pystrtod.c format_float_short (3.14) */
export function reprFloat(value: number): string {
  const text = formatFloat(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** The shortest digits that give the value back; an exponent from 1e16 up and below 1e-4. */
function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa, exponentText] = value.toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 16) return String(value);
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
}

/** `repr` of a complex. @cpython Objects/complexobject.c complex_repr (3.14) */
export function reprComplex(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return `${formatFloat(imag)}j`;
  const imaginary = formatFloat(imag);
  return `(${formatFloat(real)}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j)`;
}
