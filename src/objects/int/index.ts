/** `int` and what all numbers share. */
export * from './int-arithmetic.ts';
export * from './int-float.ts';
export * from './int-text.ts';
export * from './int-bytes.ts';
export * from './int-round.ts';
export * from './int-compare.ts';
export * from './int-conversion.ts';
export * from './number-hash.ts';
export * from './numeral-text.ts';
export * from './max-str-digits.ts';
export * from './documented.ts';
export { intSpec } from './int-type.ts';
