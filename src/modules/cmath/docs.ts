/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of cmath. */
export const CMATH_DOCS = {
  acos: ['($module, z, /)', 'Return the arc cosine of z.'],
  acosh: ['($module, z, /)', 'Return the inverse hyperbolic cosine of z.'],
  asin: ['($module, z, /)', 'Return the arc sine of z.'],
  asinh: ['($module, z, /)', 'Return the inverse hyperbolic sine of z.'],
  atan: ['($module, z, /)', 'Return the arc tangent of z.'],
  atanh: ['($module, z, /)', 'Return the inverse hyperbolic tangent of z.'],
  cos: ['($module, z, /)', 'Return the cosine of z.'],
  cosh: ['($module, z, /)', 'Return the hyperbolic cosine of z.'],
  exp: ['($module, z, /)', 'Return the exponential value e**z.'],
  isclose: [
    '($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    'Determine whether two complex numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered "close", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered "close", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n\nFor the values to be considered close, the difference between them must be\nsmaller than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is\nnot close to anything, even itself. inf and -inf are only close to themselves.',
  ],
  isfinite: ['($module, z, /)', 'Return True if both the real and imaginary parts of z are finite, else False.'],
  isinf: ['($module, z, /)', 'Checks if the real or imaginary part of z is infinite.'],
  isnan: ['($module, z, /)', 'Checks if the real or imaginary part of z not a number (NaN).'],
  log: [
    '($module, z, base=<unrepresentable>, /)',
    'log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z.',
  ],
  log10: ['($module, z, /)', 'Return the base-10 logarithm of z.'],
  phase: ['($module, z, /)', 'Return argument, also known as the phase angle, of a complex.'],
  polar: [
    '($module, z, /)',
    'Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.',
  ],
  rect: ['($module, r, phi, /)', 'Convert from polar coordinates to rectangular coordinates.'],
  sin: ['($module, z, /)', 'Return the sine of z.'],
  sinh: ['($module, z, /)', 'Return the hyperbolic sine of z.'],
  sqrt: ['($module, z, /)', 'Return the square root of z.'],
  tan: ['($module, z, /)', 'Return the tangent of z.'],
  tanh: ['($module, z, /)', 'Return the hyperbolic tangent of z.'],
} as const satisfies DocTable;

export const CMATH_DOC = 'This module provides access to mathematical functions for complex\nnumbers.';
