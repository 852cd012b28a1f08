/** `float`: arithmetic, text and behaviour. */
export * from './decimal-digits.ts';
export * from './float-text.ts';
export * from './float-parse.ts';
export * from './float-hex.ts';
export * from './float-arithmetic.ts';
export * from './float-conversion.ts';
export * from './libm/pow.ts';
export * from './libm/sine.ts';
export { floatSpec, floatPowerValue, hashFloat } from './float-type.ts';
