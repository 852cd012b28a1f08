/** `decimal.DecimalTuple`, made with `collections.namedtuple`. */
import type { PyType } from '../../objects/core/index.ts';
import { call, getAttr, strFromUtf16, type Value } from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

const DECIMAL_TUPLE = Symbol('decimal.DecimalTuple');

/** The class `DecimalTuple`. */
export function decimalTupleType(): PyType {
  return currentInterpreter().state(DECIMAL_TUPLE, () => {
    const make = getAttr(currentInterpreter().importModule('collections'), 'namedtuple');
    return call(make, ['DecimalTuple', strFromUtf16('sign digits exponent'), 'decimal'], ['module']) as PyType;
  });
}

export function decimalTuple(items: readonly Value[]): Value {
  return call(decimalTupleType(), items);
}
