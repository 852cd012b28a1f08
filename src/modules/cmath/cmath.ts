/** Module `cmath`. @cpython Modules/cmathmodule.c */
import { PyComplex, PyFloat, PyTuple, isPyException, valueError, type Value } from '../../objects/core/index.ts';
import { asComplex, complexAbsolute, complexDivide } from '../../objects/complex/index.ts';
import { asNumber } from '../../objects/float/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import * as functions from './complex-functions.ts';
import { domainError, rangeError } from './complex-functions.ts';
import { CMATH_DOC, CMATH_DOCS } from './docs.ts';

const float = (x: number): PyFloat => new PyFloat(x);
const unary =
  (fn: (z: PyComplex) => PyComplex) =>
  (z: Value): Value =>
    fn(asComplex(z));

/** `abs(z)`, with the message of this module. */
function absolute(z: PyComplex): number {
  try {
    return complexAbsolute(z.real, z.imag);
  } catch (error) {
    if (!isPyException(error)) throw error;
    throw rangeError();
  }
}

function log(z: Value, base: Value | undefined): Value {
  const numerator = functions.log(asComplex(z));
  if (base === undefined) return numerator;
  const denominator = functions.log(asComplex(base));
  if (denominator.real === 0 && denominator.imag === 0) throw domainError();
  return complexDivide(numerator.real, numerator.imag, denominator.real, denominator.imag);
}

function isClose(
  aValue: Value,
  bValue: Value,
  relativeTolerance: Value | undefined,
  absoluteTolerance: Value | undefined,
): Value {
  const a = asComplex(aValue);
  const b = asComplex(bValue);
  const relative = relativeTolerance === undefined ? 1e-9 : asNumber(relativeTolerance);
  const absoluteLimit = absoluteTolerance === undefined ? 0 : asNumber(absoluteTolerance);
  if (relative < 0 || absoluteLimit < 0) throw valueError('tolerances must be non-negative');
  if (a.real === b.real && a.imag === b.imag) return true;
  const parts = [a.real, a.imag, b.real, b.imag];
  if (parts.some((part) => part === Infinity || part === -Infinity)) return false;
  const difference = absolute(new PyComplex(a.real - b.real, a.imag - b.imag));
  return difference <= relative * absolute(b) || difference <= relative * absolute(a) || difference <= absoluteLimit;
}

const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;

export const cmathModule = defineModule('cmath', {
  doc: CMATH_DOC,
  functions: documentedFunctions(CMATH_DOCS, {
    acos: unary(functions.acos),
    acosh: unary(functions.acosh),
    asin: unary(functions.asin),
    asinh: unary(functions.asinh),
    atan: unary(functions.atan),
    atanh: unary(functions.atanh),
    cos: unary(functions.cos),
    cosh: unary(functions.cosh),
    exp: unary(functions.exp),
    isclose: isClose,
    isfinite: (value: Value) => {
      const z = asComplex(value);
      return Number.isFinite(z.real) && Number.isFinite(z.imag);
    },
    isinf: (value: Value) => {
      const z = asComplex(value);
      return isInfinite(z.real) || isInfinite(z.imag);
    },
    isnan: (value: Value) => {
      const z = asComplex(value);
      return Number.isNaN(z.real) || Number.isNaN(z.imag);
    },
    log,
    log10: unary(functions.log10),
    phase: (value: Value) => {
      const z = asComplex(value);
      return float(Math.atan2(z.imag, z.real));
    },
    polar: (value: Value) => {
      const z = asComplex(value);
      return new PyTuple([float(absolute(z)), float(Math.atan2(z.imag, z.real))]);
    },
    rect: (r: Value, phi: Value) => functions.rect(asNumber(r), asNumber(phi)),
    sin: unary(functions.sin),
    sinh: unary(functions.sinh),
    sqrt: unary(functions.sqrt),
    tan: unary(functions.tan),
    tanh: unary(functions.tanh),
  }),
  constants: () => ({
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Infinity),
    infj: new PyComplex(0, Infinity),
    nan: float(NaN),
    nanj: new PyComplex(0, NaN),
  }),
});
