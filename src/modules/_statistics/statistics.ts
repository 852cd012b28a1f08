/** Module `_statistics`. @cpython Modules/_statisticsmodule.c */
import { PyFloat, valueError, type Value } from '../../objects/core/index.ts';
import { asNumber, log } from '../../objects/float/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { STATISTICS_DOC, STATISTICS_DOCS } from './docs.ts';

/** Coefficients of Wichura's Algorithm AS241, numerator and denominator, highest first. */
const CENTRAL: readonly [readonly number[], readonly number[]] = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ],
];
const MIDDLE: readonly [readonly number[], readonly number[]] = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
];
const TAIL: readonly [readonly number[], readonly number[]] = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
];

function horner(coefficients: readonly number[], x: number): number {
  let result = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) result = result * x + coefficients[i]!;
  return result;
}

/** The point below which a normal distribution has probability `p`. */
function inverseNormal(p: number, mu: number, sigma: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const x = (horner(CENTRAL[0], r) * q) / horner(CENTRAL[1], r);
    return mu + x * sigma;
  }
  const rest = q <= 0 ? p : 1 - p;
  if (rest <= 0 || rest >= 1) throw valueError('inv_cdf undefined for these parameters');
  let r = Math.sqrt(-(rest === rest ? log(rest) : rest));
  const [numerator, denominator] = r <= 5 ? MIDDLE : TAIL;
  r -= r <= 5 ? 1.6 : 5;
  let x = horner(numerator, r) / horner(denominator, r);
  if (q < 0) x = -x;
  return mu + x * sigma;
}

export const statisticsModule = defineModule('_statistics', {
  doc: STATISTICS_DOC,
  functions: documentedFunctions(STATISTICS_DOCS, {
    _normal_dist_inv_cdf: (p: Value, mu: Value, sigma: Value) =>
      new PyFloat(inverseNormal(asNumber(p), asNumber(mu), asNumber(sigma))),
  }),
});
