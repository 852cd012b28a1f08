/** Padding and digit grouping. @cpython Objects/stringlib/localeutil.h, Python/formatter_unicode.c calc_number_widths */
import { textLength, type Text } from '../core/index.ts';
import type { FormatSpec } from './format-spec.ts';
import { joinTexts, repeatCodePoint } from './text-builder.ts';

/** Puts fill around a text as the specification's width and alignment say. */
export function padText(text: Text, spec: Readonly<FormatSpec>): Text {
  const missing = spec.width - textLength(text);
  if (missing <= 0) return text;
  const before = spec.align === '>' ? missing : spec.align === '^' ? Math.floor(missing / 2) : 0;
  return joinTexts([repeatCodePoint(spec.fill, before), text, repeatCodePoint(spec.fill, missing - before)]);
}

/** Digits with separators, and zeros before them up to a width that counts the separators. */
export function groupDigits(digits: string, separator: string, size: number, minWidth: number): string {
  if (separator === '') return digits.padStart(minWidth, '0');
  const groups: string[] = [];
  let remaining = digits.length;
  let width = minWidth;
  for (;;) {
    const length = Math.min(size, Math.max(remaining, width, 1));
    const taken = Math.min(remaining, length);
    groups.push(digits.slice(remaining - taken, remaining).padStart(length, '0'));
    remaining -= taken;
    width -= length;
    if (remaining <= 0 && width <= 0) return groups.reverse().join(separator);
    width -= 1;
  }
}

/** The parts of a number to lay out. */
export interface NumberParts {
  readonly isNegative: boolean;
  /** `0x` and the like. */
  readonly prefix: string;
  /** Digits before the point. */
  readonly digits: string;
  /** The point and what follows; or all of it for `inf` and `nan`. */
  readonly rest: string;
}

/** Sign, prefix, grouped digits and the rest, padded. */
export function layOutNumber(parts: NumberParts, spec: Readonly<FormatSpec>): Text {
  const sign = parts.isNegative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const fixed = sign.length + parts.prefix.length + parts.rest.length;
  const minWidth = spec.fill === 48 && spec.align === '=' ? spec.width - fixed : 0;
  const digits = parts.digits === '' ? '' : groupDigits(parts.digits, spec.separator, spec.groupSize, minWidth);
  const body = digits + parts.rest;
  const head = sign + parts.prefix;
  const missing = spec.width - head.length - body.length;
  if (missing <= 0) return head + body;
  if (spec.align === '=') return joinTexts([head, repeatCodePoint(spec.fill, missing), body]);
  return padText(head + body, spec);
}
