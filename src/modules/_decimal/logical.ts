/** Operations on digits: the logical ones, shifting and rotating, classes of numbers. */
import {
  FINITE,
  INFINITE,
  SIGNALING_NAN,
  adjusted,
  finite,
  invalid,
  isNaN,
  propagateNaN,
  truncated,
  type Arithmetic,
  type Dec,
} from './number.ts';

/** Digits of an operand that has but zeros and ones; `undefined` for another. */
function logicalDigits(d: Dec, c: Arithmetic): string | undefined {
  if (d.kind !== FINITE || d.sign !== 0 || d.exp !== 0) return undefined;
  const digits = d.coeff.toString();
  if (!/^[01]+$/.test(digits)) return undefined;
  return digits.padStart(c.prec, '0').slice(-c.prec);
}

export function logicalBinary(a: Dec, b: Dec, c: Arithmetic, combine: (x: boolean, y: boolean) => boolean): Dec {
  const left = logicalDigits(a, c);
  const right = logicalDigits(b, c);
  if (left === undefined || right === undefined) return invalid(c);
  let result = '';
  for (let i = 0; i < left.length; i++) result += combine(left[i] === '1', right[i] === '1') ? '1' : '0';
  return finite(0, BigInt(result), 0);
}

export function logicalInvert(d: Dec, c: Arithmetic): Dec {
  return logicalBinary(d, d, c, (x) => !x);
}

/** Shifts or rotates the digits to the left, or to the right by a negative amount. */
export function moveDigits(d: Dec, by: Dec, c: Arithmetic, isRotation: boolean): Dec {
  const nan = propagateNaN(c, d, by);
  if (nan !== undefined) return nan;
  if (by.kind === INFINITE || by.exp !== 0) return invalid(c);
  const amount = Number(truncated(by));
  if (Math.abs(amount) > c.prec) return invalid(c);
  if (d.kind === INFINITE) return d;
  let digits = d.coeff.toString().padStart(c.prec, '0').slice(-c.prec);
  if (isRotation) {
    const at = amount < 0 ? amount + c.prec : amount;
    digits = digits.slice(at) + digits.slice(0, at);
  } else if (amount < 0) digits = digits.slice(0, amount);
  else digits = (digits + '0'.repeat(amount)).slice(-c.prec);
  return finite(d.sign, BigInt(digits === '' ? '0' : digits), d.exp);
}

export const isNormal = (d: Dec, c: Arithmetic): boolean =>
  d.kind === FINITE && d.coeff !== 0n && adjusted(d) >= c.emin;
export const isSubnormal = (d: Dec, c: Arithmetic): boolean =>
  d.kind === FINITE && d.coeff !== 0n && adjusted(d) < c.emin;

export function numberClass(d: Dec, c: Arithmetic): string {
  if (isNaN(d)) return d.kind === SIGNALING_NAN ? 'sNaN' : 'NaN';
  const sign = d.sign === 1 ? '-' : '+';
  if (d.kind === INFINITE) return `${sign}Infinity`;
  if (d.coeff === 0n) return `${sign}Zero`;
  return sign + (isNormal(d, c) ? 'Normal' : 'Subnormal');
}
