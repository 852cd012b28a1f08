/** `round(int, -n)`: to a multiple of a power of ten, ties to the even one. @cpython Objects/longobject.c int___round___impl */
import { intDivmod, intMultiply, intPower, intAbsolute, intNegate, intAdd, type Int } from './int-arithmetic.ts';

/** The int rounded to `digits` decimal places; only a negative number of places changes it. */
export function intRound(value: Int, digits: Int): Int {
  if (digits >= 0) return value;
  // A power of ten with more digits than twice the int rounds to 0 (also spares computing it).
  if (-BigInt(digits) > BigInt(intAbsolute(value).toString(16).length) * 2n + 2n) return 0;
  const unit = intPower(10, intNegate(digits));
  const [quotient, rest] = intDivmod(value, unit);
  const twice = intMultiply(rest, 2);
  const isOdd = typeof quotient === 'number' ? quotient % 2 !== 0 : (quotient & 1n) === 1n;
  const rounded = twice > unit || (twice === unit && isOdd) ? intAdd(quotient, 1) : quotient;
  return intMultiply(rounded, unit);
}
