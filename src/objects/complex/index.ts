/** `complex`: arithmetic, text and behaviour. */
export * from './complex-arithmetic.ts';
export * from './complex-text.ts';
export { asComplex, callComplexMethod, complexSpec } from './complex-type.ts';
