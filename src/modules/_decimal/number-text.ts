/** Decimal numbers from text and to text. @cpython Modules/_decimal/libmpdec/io.c */
import {
  FINITE,
  INFINITE,
  MAX_EMAX,
  MAX_PREC,
  MIN_ETINY,
  QUIET_NAN,
  SIGNALING_NAN,
  adjusted,
  digitCount,
  finite,
  infinity,
  type Dec,
} from './number.ts';

const NUMERAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|(s?)nan(\d*))$/i;
/** Exponents beyond this overflow or underflow all the same. */
const EXPONENT_LIMIT = 4e18;

/** Reads a numeral, exactly. @returns `undefined` when it is none */
export function parseDecimal(text: string): Dec | undefined {
  return parsePlain(text) ?? parseNumeral(text);
}

/** Digits with at most a sign and a point, few enough for a number to hold; `undefined` for anything else. */
function parsePlain(text: string): Dec | undefined {
  const { length } = text;
  if (length > 15) return undefined;
  const isNegative = text.charCodeAt(0) === 45;
  let coeff = 0;
  let digits = 0;
  let point = -1;
  for (let at = isNegative ? 1 : 0; at < length; at++) {
    const char = text.charCodeAt(at);
    if (char >= 48 && char <= 57) {
      coeff = coeff * 10 + (char - 48);
      digits++;
    } else if (char === 46 && point < 0) point = digits;
    else return undefined;
  }
  if (digits === 0) return undefined;
  return finite(isNegative ? 1 : 0, BigInt(coeff), point < 0 ? 0 : point - digits);
}

function parseNumeral(text: string): Dec | undefined {
  const numeral = NUMERAL.exec(text);
  if (numeral !== null) {
    const [, sign, whole = '', fraction = numeral[4] ?? '', , exponent = '0'] = numeral;
    const exp = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, Number(exponent)));
    return finite(sign === '-' ? 1 : 0, BigInt(whole + fraction), exp - fraction.length);
  }
  const special = SPECIAL.exec(text);
  if (special === null) return undefined;
  const [, sign, inf, signaling, payload] = special;
  if (inf !== undefined) return infinity(sign === '-' ? 1 : 0);
  return {
    sign: sign === '-' ? 1 : 0,
    kind: signaling === '' ? QUIET_NAN : SIGNALING_NAN,
    coeff: BigInt(payload === '' ? '0' : payload!),
    exp: 0,
  };
}

/** Whether a number is within the widest limits, as every exact number must be. */
export function isRepresentable(d: Dec): boolean {
  if (d.kind === INFINITE) return true;
  // No number in memory has that many digits.
  if (d.kind === FINITE && d.exp > -1e17 && d.exp < 1e17) return true;
  if (digitCount(d.coeff) > MAX_PREC) return false;
  if (d.kind !== FINITE) return true;
  if (d.coeff === 0n) return d.exp >= MIN_ETINY && d.exp <= MAX_EMAX;
  return adjusted(d) <= MAX_EMAX && d.exp >= MIN_ETINY;
}

function specialText(d: Dec): string {
  const sign = d.sign === 1 ? '-' : '';
  if (d.kind === INFINITE) return `${sign}Infinity`;
  return `${sign}${d.kind === SIGNALING_NAN ? 'sNaN' : 'NaN'}${d.coeff === 0n ? '' : d.coeff.toString()}`;
}

/** Digits with the point at `dot` and an exponent. */
function layOut(digits: string, dot: number): string {
  if (dot <= 0) return `0.${'0'.repeat(-dot)}${digits}`;
  if (dot >= digits.length) return digits + '0'.repeat(dot - digits.length);
  return `${digits.slice(0, dot)}.${digits.slice(dot)}`;
}

/**
 * The number as text, in scientific notation where the specification wants it.
 *
 * @param isEngineering exponents are multiples of three
 */
export function decimalText(d: Dec, capitals: boolean, isEngineering = false): string {
  if (d.kind !== FINITE) return specialText(d);
  const digits = d.coeff.toString();
  const leftDigits = d.exp + digits.length;
  let dot: number;
  if (d.exp <= 0 && leftDigits > -6) dot = leftDigits;
  else if (!isEngineering) dot = 1;
  else if (d.coeff === 0n) dot = modulo(leftDigits + 1, 3) - 1;
  else dot = modulo(leftDigits - 1, 3) + 1;
  const exponent = leftDigits - dot;
  const suffix = exponent === 0 ? '' : `${capitals ? 'E' : 'e'}${exponent > 0 ? '+' : ''}${exponent}`;
  return (d.sign === 1 ? '-' : '') + layOut(digits, dot) + suffix;
}

const modulo = (a: number, b: number): number => ((a % b) + b) % b;
