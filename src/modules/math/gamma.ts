/**
 * Gamma function and its logarithm by Lanczos' approximation, as CPython computes them itself.
 *
 * @cpython Modules/mathmodule.c m_tgamma, m_lgamma
 */
import { cos, exp, log, pow, sin } from '../../objects/float/index.ts';

const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157935,
  2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
const G = 6.024680040776729583740234375;
const G_MINUS_HALF = 5.524680040776729583740234375;
const LOG_PI = 1.144729885849400174143427351353058711647;

/** The factorials of 0 to 22. */
const FACTORIALS: readonly number[] = Array.from({ length: 23 }, (_, n) => {
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return Number(product);
});

function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      numerator = numerator * x + NUMERATOR[i]!;
      denominator = denominator * x + DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      numerator = numerator / x + NUMERATOR[i]!;
      denominator = denominator / x + DENOMINATOR[i]!;
    }
  }
  return numerator / denominator;
}

/** `sin(pi * x)`, accurate near integers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  let result: number;
  switch (Math.round(2 * y)) {
    case 0:
      result = sin(Math.PI * y);
      break;
    case 1:
      result = cos(Math.PI * (y - 0.5));
      break;
    case 2:
      result = sin(Math.PI * (1 - y));
      break;
    case 3:
      result = -cos(Math.PI * (y - 1.5));
      break;
    default:
      result = sin(Math.PI * (y - 2));
  }
  return x < 0 ? -result : result;
}

/** The gamma function: NaN at its poles, infinite when too large. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? NaN : x;
  if (x === 0) return NaN;
  if (Number.isInteger(x)) {
    if (x < 0) return NaN;
    if (x <= 23) return FACTORIALS[x - 1]!;
  }
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return 1 / x;
  if (magnitude > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = magnitude + G_MINUS_HALF;
  let z = magnitude > G_MINUS_HALF ? y - magnitude - G_MINUS_HALF : y - G_MINUS_HALF - magnitude;
  z = (z * G) / y;
  let result: number;
  if (x < 0) {
    result = ((-Math.PI / sinPi(magnitude) / magnitude) * exp(y)) / lanczosSum(magnitude);
    result -= z * result;
    if (magnitude < 140) return result / pow(y, magnitude - 0.5);
    const root = pow(y, magnitude / 2 - 0.25);
    return result / root / root;
  }
  result = lanczosSum(magnitude) / exp(y);
  result += z * result;
  if (magnitude < 140) return result * pow(y, magnitude - 0.5);
  const root = pow(y, magnitude / 2 - 0.25);
  return result * root * root;
}

/** The logarithm of the absolute value of gamma: NaN at its poles, infinite when too large. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? NaN : 0;
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return -log(magnitude);
  let result = log(lanczosSum(magnitude)) - G;
  result += (magnitude - 0.5) * (log(magnitude + G - 0.5) - 1);
  if (x < 0) result = LOG_PI - log(Math.abs(sinPi(magnitude))) - log(magnitude) - result;
  return result;
}
