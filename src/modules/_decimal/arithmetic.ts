/** Addition, multiplication, the kinds of division, rounding to an exponent, and their relatives. */
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FINITE,
  INEXACT,
  INFINITE,
  INVALID_OPERATION,
  OVERFLOW,
  QUIET_NAN,
  ROUNDED,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  SIGNALING_NAN,
  SUBNORMAL,
  UNDERFLOW,
  adjusted,
  compareNumbers,
  digitCount,
  dropDigits,
  etiny,
  etop,
  finalize,
  finite,
  infinity,
  invalid,
  isNaN,
  isZero,
  negated,
  propagateNaN,
  rescale,
  tenTo,
  withoutTrailingZeros,
  withSign,
  type Arithmetic,
  type Dec,
} from './number.ts';

const xor = (a: Dec, b: Dec): 0 | 1 => (a.sign === b.sign ? 0 : 1);

/** A number so small against the other that only its being there matters is made larger, to spare work. */
function shrinkDistance(a: Dec, b: Dec, prec: number): [Dec, Dec] {
  const [high, low] = a.exp < b.exp ? [b, a] : [a, b];
  const exp = high.exp + Math.min(-1, digitCount(high.coeff) - prec - 2);
  if (digitCount(low.coeff) + low.exp - 1 >= exp) return [a, b];
  const tiny = finite(low.sign, 1n, exp);
  return low === b ? [a, tiny] : [tiny, b];
}

function addFinite(left: Dec, right: Dec, c: Arithmetic): Dec {
  const exp = Math.min(left.exp, right.exp);
  const zeroSign = c.rounding === ROUND_FLOOR && left.sign !== right.sign ? 1 : 0;
  if (left.coeff === 0n || right.coeff === 0n) {
    if (left.coeff === right.coeff) {
      return finalize(finite(zeroSign === 1 ? 1 : left.sign === 1 && right.sign === 1 ? 1 : 0, 0n, exp), c);
    }
    const other = left.coeff === 0n ? right : left;
    return finalize(rescale(other, Math.min(other.exp, Math.max(exp, other.exp - c.prec - 1)), c.rounding), c);
  }
  const [a, b] = shrinkDistance(left, right, c.prec);
  const least = Math.min(a.exp, b.exp);
  const signedA = (a.sign === 1 ? -a.coeff : a.coeff) * tenTo(a.exp - least);
  const signedB = (b.sign === 1 ? -b.coeff : b.coeff) * tenTo(b.exp - least);
  const sum = signedA + signedB;
  if (sum === 0n) return finalize(finite(zeroSign, 0n, least), c);
  return finalize(sum < 0n ? finite(1, -sum, least) : finite(0, sum, least), c);
}

export function add(a: Dec, b: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return b.kind === INFINITE && a.sign !== b.sign ? invalid(c) : a;
  if (b.kind === INFINITE) return b;
  return addFinite(a, b, c);
}

export function subtract(a: Dec, b: Dec, c: Arithmetic): Dec {
  return propagateNaN(c, a, b) ?? add(a, negated(b), c);
}

/** The product, not rounded; `undefined` when that is invalid. */
function exactProduct(a: Dec, b: Dec): Dec | undefined {
  const sign = xor(a, b);
  if (a.kind === INFINITE || b.kind === INFINITE) return isZero(a) || isZero(b) ? undefined : infinity(sign);
  return finite(sign, a.coeff * b.coeff, a.exp + b.exp);
}

export function multiply(a: Dec, b: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return nan;
  const product = exactProduct(a, b);
  return product === undefined ? invalid(c) : finalize(product, c);
}

/** a * b + third with one rounding. */
export function fma(a: Dec, b: Dec, third: Dec, c: Arithmetic): Dec {
  if (a.kind === SIGNALING_NAN || b.kind === SIGNALING_NAN) return propagateNaN(c, a, b)!;
  const product = isNaN(a) ? a : isNaN(b) ? b : exactProduct(a, b);
  return product === undefined ? invalid(c) : add(product, third, c);
}

export function divide(a: Dec, b: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return nan;
  const sign = xor(a, b);
  if (a.kind === INFINITE) return b.kind === INFINITE ? invalid(c) : infinity(sign);
  if (b.kind === INFINITE) {
    c.status |= CLAMPED;
    return finite(sign, 0n, etiny(c));
  }
  if (b.coeff === 0n) {
    if (a.coeff === 0n) return invalid(c, DIVISION_UNDEFINED);
    c.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const ideal = a.exp - b.exp;
  if (a.coeff === 0n) return finalize(finite(sign, 0n, ideal), c);
  const shift = digitCount(b.coeff) - digitCount(a.coeff) + c.prec + 1;
  const dividend = shift >= 0 ? a.coeff * tenTo(shift) : a.coeff;
  const divisor = shift >= 0 ? b.coeff : b.coeff * tenTo(-shift);
  let quotient = dividend / divisor;
  let exp = ideal - shift;
  if (quotient * divisor !== dividend) {
    // A digit that says: there is more.
    if (quotient % 5n === 0n) quotient += 1n;
  } else {
    const { coeff, count } = withoutTrailingZeros(quotient, ideal - exp);
    quotient = coeff;
    exp += count;
  }
  return finalize(finite(sign, quotient, exp), c);
}

/** Whole quotient and remainder of finite numbers, the divisor not zero; `undefined` when the quotient has too many digits. */
function divideWhole(a: Dec, b: Dec, c: Arithmetic): [Dec, Dec] | undefined {
  const sign = xor(a, b);
  const ideal = b.kind === INFINITE ? a.exp : Math.min(a.exp, b.exp);
  const distance = b.kind === INFINITE || a.coeff === 0n ? 0 : adjusted(a) - adjusted(b);
  if (a.coeff === 0n || b.kind === INFINITE || distance <= -2) {
    return [finite(sign, 0n, 0), finalize(rescale(a, ideal, c.rounding), c)];
  }
  if (distance > c.prec) return undefined;
  const dividend = a.coeff * tenTo(a.exp - ideal);
  const divisor = b.coeff * tenTo(b.exp - ideal);
  const quotient = dividend / divisor;
  if (quotient >= tenTo(c.prec)) return undefined;
  return [finite(sign, quotient, 0), finite(a.sign, dividend - quotient * divisor, ideal)];
}

export function divideInteger(a: Dec, b: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return b.kind === INFINITE ? invalid(c) : infinity(xor(a, b));
  if (isZero(b)) {
    if (a.coeff === 0n) return invalid(c, DIVISION_UNDEFINED);
    c.status |= DIVISION_BY_ZERO;
    return infinity(xor(a, b));
  }
  const divided = divideWhole(a, b, { ...c });
  return divided === undefined ? invalid(c, DIVISION_IMPOSSIBLE) : finalize(divided[0], c);
}

export function remainder(a: Dec, b: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return invalid(c);
  if (isZero(b)) return invalid(c, a.coeff === 0n ? DIVISION_UNDEFINED : INVALID_OPERATION);
  const divided = divideWhole(a, b, c);
  return divided === undefined ? invalid(c, DIVISION_IMPOSSIBLE) : finalize(divided[1], c);
}

export function divideWithRemainder(a: Dec, b: Dec, c: Arithmetic): [Dec, Dec] {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return [nan, nan];
  const sign = xor(a, b);
  if (a.kind === INFINITE) return b.kind === INFINITE ? [invalid(c), invalid(c)] : [infinity(sign), invalid(c)];
  if (isZero(b)) {
    if (a.coeff === 0n) return [invalid(c, DIVISION_UNDEFINED), invalid(c, DIVISION_UNDEFINED)];
    c.status |= DIVISION_BY_ZERO;
    return [infinity(sign), invalid(c)];
  }
  const divided = divideWhole(a, b, c);
  if (divided === undefined) return [invalid(c, DIVISION_IMPOSSIBLE), invalid(c, DIVISION_IMPOSSIBLE)];
  return [finalize(divided[0], c), finalize(divided[1], c)];
}

export function remainderNear(a: Dec, b: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return invalid(c);
  if (isZero(b)) return invalid(c, a.coeff === 0n ? DIVISION_UNDEFINED : INVALID_OPERATION);
  if (b.kind === INFINITE) return finalize(a, c);
  const ideal = Math.min(a.exp, b.exp);
  if (a.coeff === 0n) return finalize(finite(a.sign, 0n, ideal), c);
  const distance = adjusted(a) - adjusted(b);
  if (distance >= c.prec + 1) return invalid(c, DIVISION_IMPOSSIBLE);
  if (distance <= -2) return finalize(rescale(a, ideal, c.rounding), c);
  const dividend = a.coeff * tenTo(a.exp - ideal);
  const divisor = b.coeff * tenTo(b.exp - ideal);
  let quotient = dividend / divisor;
  let rest = dividend - quotient * divisor;
  if (2n * rest + (quotient & 1n) > divisor) {
    rest -= divisor;
    quotient += 1n;
  }
  if (quotient >= tenTo(c.prec)) return invalid(c, DIVISION_IMPOSSIBLE);
  return finalize(rest < 0n ? finite(a.sign === 0 ? 1 : 0, -rest, ideal) : finite(a.sign, rest, ideal), c);
}

/** `+d`, or with the sign changed: zeros lose their sign unless rounding to the floor. */
export function plus(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  return finalize(isZero(d) && c.rounding !== ROUND_FLOOR ? withSign(d, 0) : d, c);
}

export function minus(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  return finalize(isZero(d) && c.rounding !== ROUND_FLOOR ? withSign(d, 0) : negated(d), c);
}

export const absolute = (d: Dec, c: Arithmetic): Dec => (d.sign === 1 ? minus(d, c) : plus(d, c));

/** Rounds to the exponent of `pattern`. */
export function quantize(d: Dec, pattern: Dec, c: Arithmetic, rounding: number = c.rounding): Dec {
  const nan = propagateNaN(c, d, pattern);
  if (nan !== undefined) return nan;
  if (d.kind === INFINITE || pattern.kind === INFINITE) return d.kind === pattern.kind ? d : invalid(c);
  const { exp } = pattern;
  if (exp < etiny(c) || exp > c.emax) return invalid(c);
  if (d.coeff === 0n) return finalize(finite(d.sign, 0n, exp), c);
  if (adjusted(d) > c.emax || adjusted(d) - exp + 1 > c.prec) return invalid(c);
  const rounded = rescale(d, exp, rounding);
  if (adjusted(rounded) > c.emax || digitCount(rounded.coeff) > c.prec) return invalid(c);
  if (exp > d.exp) {
    if (dropDigits(d.coeff, exp - d.exp, rounding, d.sign).isInexact) c.status |= INEXACT;
    c.status |= ROUNDED;
  }
  const inexact = c.status & (INEXACT | ROUNDED);
  const result = finalize(rounded, c);
  c.status |= inexact;
  return result;
}

export function roundToInteger(d: Dec, c: Arithmetic, rounding: number, isExact: boolean): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (d.kind === INFINITE || d.exp >= 0) return d;
  if (d.coeff === 0n) return finite(d.sign, 0n, 0);
  const { coeff, isInexact } = dropDigits(d.coeff, -d.exp, rounding, d.sign);
  if (isExact) c.status |= isInexact ? INEXACT | ROUNDED : ROUNDED;
  return finite(d.sign, coeff, 0);
}

/** Without trailing zeros. */
export function normalize(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  const rounded = finalize(d, c);
  if (rounded.kind !== FINITE) return rounded;
  if (rounded.coeff === 0n) return finite(rounded.sign, 0n, 0);
  const most = c.clamp ? etop(c) : c.emax;
  let { coeff, exp } = rounded;
  while (exp < most && coeff % 10n === 0n) {
    coeff /= 10n;
    exp++;
  }
  return finite(rounded.sign, coeff, exp);
}

/** The largest whole number whose square is not above `n`. */
export function integerSqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function squareRoot(d: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (d.kind === INFINITE) return d.sign === 0 ? d : invalid(c);
  if (d.coeff === 0n) return finalize(finite(d.sign, 0n, Math.floor(d.exp / 2)), c);
  if (d.sign === 1) return invalid(c);
  const prec = c.prec + 1;
  let exp = Math.floor(d.exp / 2);
  const isOdd = d.exp % 2 !== 0;
  let coeff = isOdd ? d.coeff * 10n : d.coeff;
  const length = isOdd ? (digitCount(d.coeff) >> 1) + 1 : (digitCount(d.coeff) + 1) >> 1;
  const shift = prec - length;
  let isExact = true;
  if (shift >= 0) coeff *= tenTo(shift * 2);
  else {
    const unit = tenTo(-shift * 2);
    isExact = coeff % unit === 0n;
    coeff /= unit;
  }
  exp -= shift;
  let root = integerSqrt(coeff);
  isExact = isExact && root * root === coeff;
  if (isExact) {
    if (shift >= 0) root /= tenTo(shift);
    else root *= tenTo(-shift);
    exp += shift;
  } else if (root % 5n === 0n) root += 1n;
  const halfEven = { ...c, rounding: ROUND_HALF_EVEN };
  const result = finalize(finite(0, root, exp), halfEven);
  c.status = halfEven.status;
  return result;
}

/** `max`, `min` and those of magnitudes: a quiet NaN gives way to a number. */
export function extreme(a: Dec, b: Dec, c: Arithmetic, isMaximum: boolean, byMagnitude: boolean): Dec {
  if (isNaN(a) || isNaN(b)) {
    if (a.kind === QUIET_NAN && !isNaN(b)) return finalize(b, c);
    if (b.kind === QUIET_NAN && !isNaN(a)) return finalize(a, c);
    return propagateNaN(c, a, b)!;
  }
  let order: number = byMagnitude ? compareNumbers(withSign(a, 0), withSign(b, 0)) : compareNumbers(a, b);
  if (order === 0) order = compareTotal(a, b);
  return finalize(order < 0 === isMaximum ? b : a, c);
}

/** The total order of the specification, in which -0 < 0 and NaN has a place. */
export function compareTotal(a: Dec, b: Dec): -1 | 0 | 1 {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const flip = a.sign === 1 ? -1 : 1;
  const ordered = (order: number): -1 | 0 | 1 => (order === 0 ? 0 : order * flip < 0 ? -1 : 1);
  if (isNaN(a) || isNaN(b)) {
    const rank = (d: Dec): number => (d.kind === QUIET_NAN ? 2 : d.kind === SIGNALING_NAN ? 1 : 0);
    if (rank(a) !== rank(b)) return ordered(rank(a) - rank(b));
    return ordered(a.coeff < b.coeff ? -1 : a.coeff > b.coeff ? 1 : 0);
  }
  const order = compareNumbers(a, b);
  if (order !== 0) return order;
  if (a.kind === INFINITE) return 0;
  return ordered(a.exp - b.exp);
}

/** -1, 0, 1 as a number; NaN where an operand is. @param isSignaling any NaN is an invalid operation */
export function compare(a: Dec, b: Dec, c: Arithmetic, isSignaling = false): Dec {
  if (isNaN(a) || isNaN(b)) {
    if (isSignaling) c.status |= INVALID_OPERATION;
    return propagateNaN(c, a, b)!;
  }
  return fromOrder(compareNumbers(a, b));
}

export const fromOrder = (order: -1 | 0 | 1): Dec => finite(order < 0 ? 1 : 0, order === 0 ? 0n : 1n, 0);

const SMALLEST_STEP = (c: Arithmetic): Dec => finite(0, 1n, etiny(c) - 1);

/** The next number the context can show, below or above. */
export function next(d: Dec, c: Arithmetic, isUp: boolean): Dec {
  const nan = propagateNaN(c, d);
  if (nan !== undefined) return nan;
  if (d.kind === INFINITE) {
    if ((d.sign === 0) === isUp) return d;
    return finite(d.sign, tenTo(c.prec) - 1n, etop(c));
  }
  const quiet = { ...c, rounding: isUp ? ROUND_CEILING : ROUND_FLOOR };
  const rounded = finalize(d, quiet);
  if (compareTotal(rounded, d) !== 0 && compareNumbers(rounded, d) !== 0) return rounded;
  return add(d, withSign(SMALLEST_STEP(c), isUp ? 0 : 1), quiet);
}

export function nextToward(d: Dec, other: Dec, c: Arithmetic): Dec {
  const nan = propagateNaN(c, d, other);
  if (nan !== undefined) return nan;
  const order = compareNumbers(d, other);
  if (order === 0) return withSign(d, other.sign);
  const result = next(d, c, order < 0);
  if (result.kind === INFINITE) c.status |= OVERFLOW | INEXACT | ROUNDED;
  else if (adjusted(result) < c.emin) {
    c.status |= UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED;
    if (result.coeff === 0n) c.status |= CLAMPED;
  }
  return result;
}
