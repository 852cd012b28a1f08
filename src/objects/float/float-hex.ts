/** `float.hex` and `float.fromhex`. @cpython Objects/floatobject.c float_hex_impl, float_fromhex_impl */
import { overflowError, valueError } from '../core/index.ts';
import { decomposeNumber, scaleRounded } from '../int/int-float.ts';
import { floatRepr } from './float-text.ts';

/** `value.hex()` */
export function floatToHex(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const [mantissa, exponent] = decomposeNumber(Math.abs(value));
  const isNormal = mantissa >= 4503599627370496;
  const fraction = (isNormal ? mantissa - 4503599627370496 : mantissa).toString(16).padStart(13, '0');
  const shown = isNormal ? exponent + 52 : -1022;
  return `${sign}0x${isNormal ? 1 : 0}.${fraction}p${shown < 0 ? '-' : '+'}${Math.abs(shown)}`;
}

const HEXADECIMAL = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;
/** No finite float has an exponent near this, whatever its digits. */
const EXPONENT_LIMIT = 1e15;

/** `float.fromhex(text)` for an ASCII text. @throws ValueError, OverflowError */
export function floatFromHex(text: string): number {
  const stripped = text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  const special = SPECIAL.exec(stripped);
  if (special !== null) {
    const magnitude = special[2]!.toLowerCase() === 'nan' ? NaN : Infinity;
    return special[1] === '-' ? -magnitude : magnitude;
  }
  const match = HEXADECIMAL.exec(stripped);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole.length + fraction.length === 0)
    throw valueError('invalid hexadecimal floating-point string');
  const digits = (whole + fraction).replace(/^0+/, '');
  const isNegative = match[1] === '-';
  if (digits === '') return isNegative ? -0 : 0;
  const exponent = Number(match[4] ?? 0) - 4 * fraction.length;
  // Position of the highest bit: decides what cannot be represented without shifting anything.
  const top = exponent + 4 * digits.length - (Math.clz32(parseInt(digits[0]!, 16)) - 28);
  if (top > 1024 || exponent > EXPONENT_LIMIT)
    throw overflowError('hexadecimal value too large to represent as a float');
  let magnitude = 0;
  if (top >= -1075) magnitude = scaleRounded(BigInt(`0x${digits}`), false, exponent);
  if (magnitude === Infinity) throw overflowError('hexadecimal value too large to represent as a float');
  return isNegative ? -magnitude : magnitude;
}
