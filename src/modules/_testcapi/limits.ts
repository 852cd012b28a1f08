/** Limits of C's types on 64-bit Linux. @cpython Modules/_testcapimodule.c */
import { normalizeInt } from '../../base/constant.ts';
import { PyFloat, type Value } from '../../objects/core/index.ts';

const signed = (bits: bigint): [Value, Value] => [
  normalizeInt(2n ** (bits - 1n) - 1n),
  normalizeInt(-(2n ** (bits - 1n))),
];
const unsigned = (bits: bigint): Value => normalizeInt(2n ** bits - 1n);

/** Constants of `limits.h` and `float.h`. */
export function limits(): Record<string, Value> {
  const values: Record<string, Value> = {
    FLT_MAX: new PyFloat(3.4028234663852886e38),
    FLT_MIN: new PyFloat(1.1754943508222875e-38),
    DBL_MAX: new PyFloat(Number.MAX_VALUE),
    DBL_MIN: new PyFloat(2 ** -1022),
    SIZEOF_WCHAR_T: 4,
    SIZEOF_VOID_P: 8,
    SIZEOF_TIME_T: 8,
    SIZEOF_PID_T: 4,
    SIZE_MAX: unsigned(64n),
  };
  for (const [name, bits] of [
    ['CHAR', 8n],
    ['SHRT', 16n],
    ['INT', 32n],
    ['LONG', 64n],
    ['LLONG', 64n],
    ['PY_SSIZE_T', 64n],
    ['INT32', 32n],
    ['INT64', 64n],
    ['PyTime', 64n],
  ] as const) {
    [values[`${name}_MAX`], values[`${name}_MIN`]] = signed(bits) as [Value, Value];
  }
  for (const [name, bits] of [
    ['UCHAR', 8n],
    ['USHRT', 16n],
    ['UINT', 32n],
    ['ULONG', 64n],
    ['ULLONG', 64n],
    ['UINT32', 32n],
    ['UINT64', 64n],
  ] as const)
    values[`${name}_MAX`] = unsigned(bits);
  return values;
}
