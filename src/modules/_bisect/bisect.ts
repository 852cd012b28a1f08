/** Module `_bisect`. @cpython Modules/_bisectmodule.c */
import {
  None,
  PyList,
  Py_LT,
  call1,
  callMethod,
  compareBool,
  excTypes,
  getItem,
  indexNumber,
  length,
  listType,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { BISECT_DOC, BISECT_DOCS } from './docs.ts';

/** Where `x` goes: after its equals, or before them. @param x a key already */
function search(
  isRight: boolean,
  a: Value,
  x: Value,
  lo: Value | undefined,
  hi: Value | undefined,
  key: Value,
): number {
  let low = lo === undefined ? 0 : indexNumber(lo, excTypes.OverflowError);
  if (low < 0) throw valueError('lo must be non-negative');
  let high = hi === undefined || hi === None ? length(a) : indexNumber(hi, excTypes.OverflowError);
  if (hi !== undefined && hi !== None && high === -1) high = length(a);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = getItem(a, middle);
    const itemKey = key === None ? item : call1(key, item);
    const goesLeft = isRight ? compareBool(x, itemKey, Py_LT) : !compareBool(itemKey, x, Py_LT);
    if (goesLeft) high = middle;
    else low = middle + 1;
  }
  return low;
}

const bisect =
  (isRight: boolean) =>
  (a: Value, x: Value, lo: Value | undefined, hi: Value | undefined, key: Value | undefined): Value =>
    search(isRight, a, x, lo, hi, key ?? None);

const insort =
  (isRight: boolean) =>
  (a: Value, x: Value, lo: Value | undefined, hi: Value | undefined, key: Value | undefined): void => {
    const xKey = key === undefined || key === None ? x : call1(key, x);
    const at = search(isRight, a, xKey, lo, hi, key ?? None);
    if (a instanceof PyList && a.ob_type === listType) a.items.splice(at, 0, x);
    else callMethod(a, 'insert', at, x);
  };

export const bisectModule = defineModule('_bisect', {
  doc: BISECT_DOC,
  functions: documentedFunctions(BISECT_DOCS, {
    bisect_left: bisect(false),
    bisect_right: bisect(true),
    insort_left: insort(false),
    insort_right: insort(true),
  }),
});
