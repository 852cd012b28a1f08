/**
 * `exp`, `ln`, `log10` and `power`. The first three are rounded correctly: they are worked out with spare digits, and with
 * more of them while the spare ones leave the rounding open.
 */
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  FINITE,
  INEXACT,
  INFINITE,
  INVALID_OPERATION,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  ONE,
  OVERFLOW,
  ROUNDED,
  ROUND_HALF_EVEN,
  SUBNORMAL,
  UNDERFLOW,
  adjusted,
  compareNumbers,
  digitCount,
  etiny,
  finalize,
  finite,
  infinity,
  invalid,
  isInteger,
  isZero,
  propagateNaN,
  tenTo,
  truncated,
  withSign,
  type Arithmetic,
  type Dec,
} from './number.ts';
import { divide, multiply } from './arithmetic.ts';

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** Quotient rounded to nearest, for a positive divisor. */
function divideNearest(a: bigint, b: bigint): bigint {
  const q = (2n * abs(a) + b) / (2n * b);
  return a < 0n ? -q : q;
}

let cachedLn10 = { digits: 0, value: 0n };

/** atanh(1/n) * scale. */
function inverseHyperbolicTangent(n: bigint, scale: bigint): bigint {
  const square = n * n;
  let term = scale / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= square;
    sum += term / k;
  }
  return sum;
}

/** ln(10) * 10**digits, good to the last digit but one. */
function ln10(digits: number): bigint {
  if (cachedLn10.digits < digits) {
    const spare = 10;
    const scale = tenTo(digits + spare);
    const sum =
      46n * inverseHyperbolicTangent(31n, scale) +
      34n * inverseHyperbolicTangent(49n, scale) +
      20n * inverseHyperbolicTangent(161n, scale);
    cachedLn10 = { digits, value: sum / tenTo(spare) };
  }
  return cachedLn10.value / tenTo(cachedLn10.digits - digits);
}

/** exp(x / scale) * scale for |x| not above a few times scale. */
function expFixed(x: bigint, scale: bigint): bigint {
  // Halve the argument until few terms are enough, then square the result as often.
  const bits = BigInt(Math.ceil(Math.sqrt(scale.toString(2).length)) + 4);
  const spare = bits + 8n;
  let term = scale << spare;
  const argument = x << (spare - bits);
  const one = term;
  let sum = term;
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = (term * argument) / one / k;
    sum += term;
  }
  for (let i = 0n; i < bits; i++) sum = (sum * sum) / one;
  return sum >> spare;
}

/** exp of coeff * 10**exp: about `digits` digits and the exponent. */
function expDigits(coeff: bigint, exp: number, digits: number): [bigint, number] {
  const size = Math.max(0, exp + digitCount(abs(coeff)));
  const work = digits + size + 4;
  const shift = exp + work;
  const x = shift >= 0 ? coeff * tenTo(shift) : coeff / tenTo(-shift);
  const log = ln10(work);
  let quotient = x / log;
  let rest = x - quotient * log;
  if (rest < 0n) {
    rest += log;
    quotient -= 1n;
  }
  return [expFixed(rest, tenTo(work)), Number(quotient) - work];
}

/** ln(coeff * 10**exp) * 10**digits, rounded to about one in the last digit. */
function lnFixed(coeff: bigint, exp: number, digits: number): bigint {
  const length = digitCount(coeff);
  const work = digits + 12 + String(Math.abs(exp) + length).length;
  const scale = tenTo(work);
  // coeff * 10**exp = m * 10**e with m in [0.3, 3)
  const first = Number(coeff.toString().slice(0, 1));
  const e = exp + length - (first >= 3 ? 0 : 1);
  const shift = exp - e + work;
  const m = shift >= 0 ? coeff * tenTo(shift) : coeff / tenTo(-shift);
  const leading = m.toString();
  const shown = leading.slice(0, 17);
  const start = Math.log(Number(`${shown}e${leading.length - shown.length - work}`));
  let y = (BigInt(Math.round(start * 2 ** 50)) * scale) >> 50n;
  for (let i = 0; i < 64; i++) {
    // Halley's iteration triples the digits that are right.
    const power = expFixed(y, scale);
    const step = (2n * (m - power) * scale) / (m + power);
    y += step;
    if (abs(step) < tenTo(Math.max(0, Math.ceil((2 * work) / 3) - 2))) break;
  }
  return divideNearest(y + BigInt(e) * ln10(work), tenTo(work - digits));
}

/** Whether the digits after the first `prec` say for certain how to round. */
function isDecided(coeff: bigint, prec: number): boolean {
  const spare = digitCount(abs(coeff)) - prec - 1;
  if (spare < 1) return false;
  const rest = abs(coeff) % (5n * tenTo(spare));
  return rest > 100n && rest < 5n * tenTo(spare) - 100n;
}

/** Rounds to nearest, noting conditions; the result is inexact. */
function finishInexact(d: Dec, c: Arithmetic): Dec {
  const halfEven = { ...c, rounding: ROUND_HALF_EVEN };
  const result = finalize(d, halfEven);
  c.status = halfEven.status | INEXACT | ROUNDED;
  if (result.kind === FINITE && result.coeff !== 0n && adjusted(result) < c.emin) c.status |= UNDERFLOW | SUBNORMAL;
  return result;
}

function overflowOrUnderflow(isOverflow: boolean, sign: 0 | 1, c: Arithmetic): Dec {
  c.status |= INEXACT | ROUNDED;
  if (isOverflow) {
    c.status |= OVERFLOW;
    return infinity(sign);
  }
  c.status |= UNDERFLOW | SUBNORMAL | CLAMPED;
  return finite(sign, 0n, etiny(c));
}

export function exponential(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (d.kind === INFINITE) return d.sign === 1 ? finite(0, 0n, 0) : d;
  if (d.coeff === 0n) return ONE;
  const size = adjusted(d);
  const limit = Math.max(c.emax + 1, -etiny(c) + 1) * 3;
  if (size >= digitCount(BigInt(limit))) return overflowOrUnderflow(d.sign === 0, 0, c);
  const { prec } = c;
  if (size < -prec - 1) {
    // Too near to 1 for any digit to show.
    const unit = tenTo(prec + 1);
    return finishInexact(d.sign === 0 ? finite(0, unit + 1n, -prec - 1) : finite(0, unit * 10n - 1n, -prec - 2), c);
  }
  const signed = d.sign === 1 ? -d.coeff : d.coeff;
  for (let spare = 6; ; spare += 6) {
    const [coeff, exp] = expDigits(signed, d.exp, prec + spare);
    if (isDecided(coeff, prec)) return finishInexact(finite(0, coeff, exp), c);
  }
}

/** The exponent of a power of ten; `undefined` for other numbers. */
function powerOfTen(d: Dec): number | undefined {
  const digits = digitCount(d.coeff) - 1;
  return d.coeff === tenTo(digits) ? d.exp + digits : undefined;
}

function signedNumber(value: bigint, exp: number): Dec {
  return value < 0n ? finite(1, -value, exp) : finite(0, value, exp);
}

export function naturalLogarithm(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (isZero(d)) return infinity(1);
  if (d.sign === 1) return invalid(c);
  if (d.kind === INFINITE) return d;
  if (compareNumbers(d, ONE) === 0) return finite(0, 0n, 0);
  for (let digits = c.prec + 6 + leadingZerosOfLog(d); ; digits += 6) {
    const coeff = lnFixed(d.coeff, d.exp, digits);
    if (isDecided(coeff, c.prec)) return finishInexact(signedNumber(coeff, -digits), c);
  }
}

/** How many zeros the logarithm of a number near 1 has after its point. */
function leadingZerosOfLog(d: Dec): number {
  const length = digitCount(d.coeff);
  if (d.exp + length > 1 || d.exp + length < 0) return 0;
  const distance = abs(d.coeff - tenTo(Math.max(0, -d.exp)));
  return d.exp < 0 ? Math.max(0, -d.exp - digitCount(distance)) : 0;
}

export function decimalLogarithm(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (isZero(d)) return infinity(1);
  if (d.sign === 1) return invalid(c);
  if (d.kind === INFINITE) return d;
  const exact = powerOfTen(d);
  if (exact !== undefined) return finalize(signedNumber(BigInt(exact), 0), c);
  for (let digits = c.prec + 6 + leadingZerosOfLog(d); ; digits += 6) {
    const work = digits + 4;
    const coeff = divideNearest(lnFixed(d.coeff, d.exp, work) * tenTo(digits), ln10(work));
    if (isDecided(coeff, c.prec)) return finishInexact(signedNumber(coeff, -digits), c);
  }
}

const EXPONENT_DIGITS = 19;

/** A context with spare digits and the widest exponents. */
function workContext(prec: number): Arithmetic {
  return { prec, rounding: ROUND_HALF_EVEN, emin: MIN_EMIN, emax: MAX_EMAX, clamp: 0, status: 0 };
}

/** 1 to any power. */
function powerOfOne(base: Dec, exponent: Dec, sign: 0 | 1, c: Arithmetic): Dec {
  if (!isInteger(exponent)) {
    c.status |= INEXACT | ROUNDED;
    return finite(sign, tenTo(c.prec - 1), 1 - c.prec);
  }
  const times =
    exponent.sign === 1
      ? 0
      : compareNumbers(exponent, finite(0, BigInt(c.prec), 0)) > 0
        ? c.prec
        : Number(truncated(exponent));
  let exp = base.exp * times;
  if (exp < 1 - c.prec) {
    exp = 1 - c.prec;
    c.status |= ROUNDED;
  }
  return finite(sign, tenTo(-Math.min(exp, 0)), Math.min(exp, 0));
}

/** By repeated squaring with spare digits. */
function integerPower(base: Dec, exponent: bigint, sign: 0 | 1, c: Arithmetic): Dec {
  const work = workContext(c.prec + 4 + digitCount(abs(exponent)));
  let factor = withSign(base, 0);
  if (exponent < 0n) {
    work.prec += 1;
    factor = divide(ONE, factor, work);
  }
  let result = factor;
  const bits = abs(exponent).toString(2);
  for (let i = 1; i < bits.length; i++) {
    result = multiply(result, result, work);
    if (bits[i] === '1') result = multiply(result, factor, work);
    if (result.kind !== FINITE || result.coeff === 0n) break;
  }
  c.status |= work.status & (INEXACT | ROUNDED | OVERFLOW | UNDERFLOW | SUBNORMAL | CLAMPED);
  return finalize(withSign(result, sign), c);
}

function realPower(base: Dec, exponent: Dec, sign: 0 | 1, c: Arithmetic): Dec {
  const work = workContext(Math.min(MAX_PREC, Math.max(digitCount(base.coeff), c.prec) + 4 + EXPONENT_DIGITS));
  const result = exponential(multiply(naturalLogarithm(base, work), exponent, work), work);
  const finished = finalize(withSign(result, sign), c);
  c.status |= INEXACT | ROUNDED | (work.status & (OVERFLOW | UNDERFLOW | SUBNORMAL | CLAMPED));
  return finished;
}

/** Whether |base|**exponent is certain to be out of range, and in which direction. */
function outOfRange(base: Dec, exponent: Dec, c: Arithmetic): 'overflow' | 'underflow' | undefined {
  const size = adjusted(base);
  const grows = compareNumbers(withSign(base, 0), ONE) > 0 === (exponent.sign === 0);
  // A lower bound of |log10(base)|.
  const bound = size > 0 ? size : size < -1 ? -size - 1 : 0;
  if (bound === 0) {
    // Near 1: only an exponent of many digits leaves the range.
    return adjusted(exponent) > 40 + c.prec ? (grows ? 'overflow' : 'underflow') : undefined;
  }
  const magnitude = adjusted(exponent) > 25 ? Infinity : Number(truncated(withSign(exponent, 0))) * bound;
  if (grows) return magnitude > c.emax + 1 ? 'overflow' : undefined;
  return magnitude > -etiny(c) + 1 ? 'underflow' : undefined;
}

export function power(base: Dec, exponent: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, base, exponent);
  if (nan !== undefined) return nan;
  if (isZero(exponent)) return isZero(base) ? invalid(c) : ONE;
  const isWhole = isInteger(exponent);
  let sign: 0 | 1 = 0;
  if (base.sign === 1) {
    if (isWhole) sign = exponent.exp <= 0 && truncated(exponent) % 2n !== 0n ? 1 : 0;
    else if (!isZero(base)) return invalid(c);
  }
  if (isZero(base)) return exponent.sign === 0 ? finite(sign, 0n, 0) : infinity(sign);
  if (base.kind === INFINITE) return exponent.sign === 0 ? infinity(sign) : finite(sign, 0n, 0);
  const order = compareNumbers(withSign(base, 0), ONE);
  if (exponent.kind === INFINITE) {
    if (order === 0) return powerOfOne(base, finite(0, 5n, -1), 0, c);
    return order > 0 === (exponent.sign === 0) ? infinity(0) : finite(0, 0n, 0);
  }
  if (order === 0) return powerOfOne(base, exponent, sign, c);
  const escape = outOfRange(base, exponent, c);
  if (escape !== undefined) return finalizeEscape(escape, sign, c);
  return isWhole ? integerPower(base, truncated(exponent), sign, c) : realPower(base, exponent, sign, c);
}

function finalizeEscape(escape: 'overflow' | 'underflow', sign: 0 | 1, c: Arithmetic): Dec {
  return escape === 'overflow'
    ? finalize(finite(sign, 1n, c.emax + 1), c)
    : finalize(finite(sign, 1n, etiny(c) - 2), c);
}

/** pow(base, exponent, modulus) of whole numbers. */
export function powerModulo(base: Dec, exponent: Dec, modulus: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, base, exponent) ?? propagateNaN(c, modulus);
  if (nan !== undefined) return nan;
  if (!isInteger(base) || !isInteger(exponent) || !isInteger(modulus)) return invalid(c);
  if (exponent.sign === 1 && !isZero(exponent)) return invalid(c);
  if (isZero(modulus)) return invalid(c);
  if (adjusted(modulus) >= c.prec) return invalid(c);
  if (isZero(exponent) && isZero(base)) return invalid(c);
  const odd = truncated(exponent) % 2n !== 0n;
  const size = abs(truncated(modulus));
  let factor = abs(truncated(base)) % size;
  let result = 1n % size;
  for (let rest = truncated(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
  }
  return finite(odd ? base.sign : 0, result, 0);
}

/** The exponent of the first digit, as a number. */
export function logB(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (d.kind === INFINITE) return infinity(0);
  if (d.coeff === 0n) {
    c.status |= DIVISION_BY_ZERO;
    return infinity(1);
  }
  return finalize(signedNumber(BigInt(adjusted(d)), 0), c);
}

/** Adds a whole number to the exponent. */
export function scaleB(d: Dec, by: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d, by);
  if (nan !== undefined) return nan;
  if (by.kind === INFINITE || by.exp !== 0) return invalid(c, INVALID_OPERATION);
  const amount = truncated(by);
  const limit = BigInt(2 * (c.emax + c.prec));
  if (amount > limit || amount < -limit) return invalid(c, INVALID_OPERATION);
  if (d.kind === INFINITE) return d;
  return finalize(finite(d.sign, d.coeff, d.exp + Number(amount)), c);
}
