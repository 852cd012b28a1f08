/** `Decimal.__format__`. @cpython Modules/_decimal/libmpdec/io.c mpd_qformat_spec */
import { excTypes, thread, valueError } from '../../objects/core/index.ts';
import { FINITE, INFINITE, SIGNALING_NAN, digitCount, dropDigits, finite, rescale, type Dec } from './number.ts';

const SPECIFICATION = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+)([,_])?)?([eEfFgGnN%])?$/su;

/** Rounds to a number of digits. */
function roundToDigits(d: Dec, digits: number, rounding: number): Dec {
  const length = digitCount(d.coeff);
  if (d.coeff === 0n || length <= digits) return d;
  const { coeff } = dropDigits(d.coeff, length - digits, rounding, d.sign);
  const grown = digitCount(coeff) > digits;
  return finite(d.sign, grown ? coeff / 10n : coeff, d.exp + length - digits + (grown ? 1 : 0));
}

/** How numbers are written somewhere: what the format type `n` uses. */
export interface NumberStyle {
  readonly point: string;
  readonly separator: string;
  /** Sizes of groups from the right; the last is used for all that follow, 127 ends grouping. */
  readonly grouping: readonly number[];
}

export const PLAIN_STYLE: NumberStyle = { point: '.', separator: '', grouping: [] };
const NO_MORE_GROUPS = 127;

/** Digits in groups of the sizes of a style, with zeros before them up to a width that counts the separators. */
function groupByStyle(digits: string, { separator, grouping }: NumberStyle, minWidth: number): string {
  const groups: string[] = [];
  let rest = digits;
  let width = minWidth;
  for (let i = 0; ; i++) {
    const size = grouping[Math.min(i, grouping.length - 1)] ?? NO_MORE_GROUPS;
    const isLast = size === NO_MORE_GROUPS || size === 0 || separator === '';
    const needed = Math.max(rest.length, width, 1);
    const length = isLast ? needed : Math.min(size, needed);
    groups.push(rest.slice(Math.max(0, rest.length - length)).padStart(length, '0'));
    rest = rest.slice(0, Math.max(0, rest.length - length));
    width -= length;
    if (rest === '' && width <= 0) return groups.reverse().join(separator);
    width -= separator.length;
  }
}

function groupFraction(fraction: string, separator: string): string {
  if (separator === '') return fraction;
  return fraction.replace(/(\d{3})(?=\d)/g, `$1${separator}`);
}

/**
 * Formats a number by a format specification, given as UTF-16.
 *
 * @throws ValueError
 */
export function formatDecimal(
  number: Dec,
  specification: string,
  rounding: number,
  capitals: boolean,
  localStyle: NumberStyle = PLAIN_STYLE,
): string {
  const parsed = SPECIFICATION.exec(specification);
  if (parsed === null) throw valueError('invalid format string');
  const [
    ,
    fillGiven,
    alignGiven,
    signStyle = '-',
    coerces,
    alternate,
    zero,
    widthText,
    separator = '',
    precisionText,
    fractionSeparator = '',
    typeGiven,
  ] = parsed;
  if (zero !== undefined && alignGiven !== undefined) throw valueError('invalid format string');
  const fill = zero !== undefined ? '0' : (fillGiven ?? ' ');
  const align = zero !== undefined ? '=' : (alignGiven ?? '>');
  const width = widthText === undefined ? 0 : Number(widthText);
  if (widthText !== undefined && widthText.length > 9) throw valueError('invalid format string');
  const isLocal = typeGiven === 'n' || typeGiven === 'N';
  if (typeGiven === 'N') {
    thread.interp.warn(
      excTypes.DeprecationWarning!,
      "Format specifier 'N' is deprecated and slated for removal in Python 3.16",
      1,
    );
  }
  if (isLocal && separator !== '') throw valueError('invalid format string');
  const type = isLocal ? (typeGiven === 'n' ? 'g' : 'G') : (typeGiven ?? (capitals ? 'G' : 'g'));
  const style = isLocal ? localStyle : { ...PLAIN_STYLE, separator, grouping: [3] };
  let sign = number.sign === 1 ? '-' : signStyle === '-' ? '' : signStyle;
  const assemble = (digits: string, rest: string): string => {
    const room = fill === '0' && align === '=' ? width - sign.length - rest.length : 0;
    const grouped = digits === '' ? '' : groupByStyle(digits, style, room);
    const missing = width - [...(sign + grouped + rest)].length;
    if (missing <= 0) return sign + grouped + rest;
    if (align === '=') return sign + fill.repeat(missing) + grouped + rest;
    const before = align === '>' ? missing : align === '^' ? missing >> 1 : 0;
    return fill.repeat(before) + sign + grouped + rest + fill.repeat(missing - before);
  };
  if (number.kind !== FINITE) {
    const payload = number.coeff === 0n ? '' : number.coeff.toString();
    const text = number.kind === INFINITE ? 'Infinity' : (number.kind === SIGNALING_NAN ? 'sNaN' : 'NaN') + payload;
    const missing = width - sign.length - text.length - (type === '%' ? 1 : 0);
    const shown = sign + text + (type === '%' ? '%' : '');
    return zero !== undefined && missing > 0
      ? ' '.repeat(missing) + shown
      : assemble('', text + (type === '%' ? '%' : ''));
  }
  let d: Dec = type === '%' ? finite(number.sign, number.coeff, number.exp + 2) : number;
  const precision = precisionText === undefined ? undefined : Number(precisionText);
  const lower = type.toLowerCase();
  if (precision !== undefined) {
    if (lower === 'e') d = roundToDigits(d, precision + 1, rounding);
    else if (lower === 'f' || type === '%') d = rescale(d, -precision, rounding);
    else d = roundToDigits(d, Math.max(precision, 1), rounding);
  }
  if ((lower === 'f' || type === '%') && d.exp > 0) d = rescale(d, 0, rounding);
  if (coerces !== undefined && d.coeff === 0n && d.sign === 1) {
    d = finite(0, 0n, d.exp);
    sign = signStyle === '-' ? '' : signStyle;
  }
  let digits = d.coeff.toString();
  const leftDigits = d.exp + digits.length;
  let dot: number;
  if (lower === 'e') {
    dot = d.coeff === 0n && precision !== undefined ? 1 - precision : 1;
    if (precision !== undefined && d.coeff !== 0n && digits.length < precision + 1)
      digits = digits.padEnd(precision + 1, '0');
  } else if (lower === 'f' || type === '%') dot = leftDigits;
  else dot = d.exp <= 0 && leftDigits > -6 ? leftDigits : 1;
  const exponent = leftDigits - dot;
  const whole = dot <= 0 ? '0' : digits.slice(0, dot).padEnd(dot, '0');
  const fraction = dot < 0 ? '0'.repeat(-dot) + digits : digits.slice(Math.max(dot, 0));
  let rest =
    fraction === ''
      ? alternate === undefined
        ? ''
        : style.point
      : `${style.point}${groupFraction(fraction, fractionSeparator)}`;
  if (exponent !== 0 || lower === 'e') {
    const letter = type === 'E' || type === 'G' ? 'E' : 'e';
    rest += `${letter}${exponent < 0 ? '' : '+'}${exponent}`;
  }
  if (type === '%') rest += '%';
  return assemble(whole, rest);
}
