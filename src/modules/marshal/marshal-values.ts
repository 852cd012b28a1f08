/** Between runtime values and what marshal reads and writes. */
import {
  PyDict,
  PyList,
  PyTuple,
  PyType,
  asText,
  bufferBytes,
  excTypes,
  newException,
  strFromUtf16,
  typeOf,
  unicodeDecodeError,
  PyBytes,
  PyByteArray,
  Ellipsis,
  None,
  type PyBaseException,
  type Value,
} from '../../objects/core/index.ts';
import { BytesConstant, FrozenSetConstant, SliceConstant, TupleConstant } from '../../base/constant.ts';
import { CodeObject, type Constant } from '../../code/code-object.ts';
import { codeToValue, constantToValue, valueToConstant } from '../../objects/function/constant-values.ts';
import { PyCode } from '../../objects/function/py-code.ts';
import { PyFrozenSet, PySet, frozenSetOf } from '../../objects/set/index.ts';
import {
  MarshalDict,
  MarshalError,
  MarshalList,
  MarshalSet,
  MarshalStopIteration,
  STOP_ITERATION,
  type MarshalValue,
} from '../../marshal/index.ts';
import { PySlice } from '../../objects/core/value.ts';

/** The Python exception for bad marshal data. */
export function marshalException(error: MarshalError): PyBaseException {
  if (error.kind === 'UnicodeDecodeError' && error.decoding !== undefined) {
    const { bytes, start, end, reason } = error.decoding;
    return unicodeDecodeError('utf-8', new PyBytes(bytes), start, end, reason);
  }
  const type = error.kind === 'UnicodeDecodeError' ? excTypes.ValueError : excTypes[error.kind];
  return newException(type, strFromUtf16(error.message));
}

/** The runtime value of marshal data. */
export function fromMarshal(value: MarshalValue, memo: Map<object, Value> = new Map()): Value {
  if (value === null || typeof value !== 'object') return constantToValue(value as Constant);
  const known = memo.get(value);
  if (known !== undefined) return known;
  const remember = <T extends Value>(made: T): T => {
    memo.set(value, made);
    return made;
  };
  if (value instanceof CodeObject) return codeToValue(value);
  if (value instanceof MarshalList) {
    const list = remember(new PyList([]));
    for (const item of value.items) list.items.push(fromMarshal(item, memo));
    return list;
  }
  if (value instanceof MarshalDict) {
    const dict = remember(new PyDict());
    for (const [key, item] of value.entries) dict.set(fromMarshal(key, memo), fromMarshal(item, memo));
    return dict;
  }
  if (value instanceof MarshalSet) {
    const set = remember(new PySet());
    for (const item of value.items) set.add(fromMarshal(item, memo));
    return set;
  }
  if (value instanceof MarshalStopIteration) return excTypes.StopIteration;
  if (value instanceof TupleConstant)
    return remember(new PyTuple(value.items.map((item) => fromMarshal(item as MarshalValue, memo))));
  if (value instanceof FrozenSetConstant) {
    return remember(frozenSetOf(value.items.map((item) => fromMarshal(item as MarshalValue, memo))));
  }
  if (value instanceof SliceConstant) {
    const part = (item: unknown): Value => fromMarshal(item as MarshalValue, memo);
    return remember(new PySlice(part(value.start), part(value.stop), part(value.step)));
  }
  return constantToValue(value as Constant);
}

/** Marshal data of a runtime value. @throws MarshalError for what marshal cannot carry */
export function toMarshal(value: Value, memo: Map<Value, MarshalValue> = new Map()): MarshalValue {
  if (value === None || value === Ellipsis || typeof value !== 'object') return valueToConstant(value) as MarshalValue;
  const known = memo.get(value);
  if (known !== undefined) return known;
  const remember = <T extends MarshalValue>(made: T): T => {
    memo.set(value, made);
    return made;
  };
  if (value instanceof PyCode) return value.code;
  if (value === excTypes.StopIteration) return STOP_ITERATION;
  const type = typeOf(value);
  if (value instanceof PyList && type.tp_name === 'list') {
    const list = remember(new MarshalList([]));
    for (const item of value.items) list.items.push(toMarshal(item, memo));
    return list;
  }
  if (value instanceof PyDict && type.tp_name === 'dict') {
    const dict = remember(new MarshalDict([]));
    for (const [key, item] of value.entries()) dict.entries.push([toMarshal(key, memo), toMarshal(item, memo)]);
    return dict;
  }
  if (value instanceof PyTuple && type.tp_name === 'tuple') {
    return remember(new TupleConstant(value.items.map((item) => toMarshal(item, memo))));
  }
  if (value instanceof PyFrozenSet && type.tp_name === 'frozenset') {
    return remember(new FrozenSetConstant(value.entries().items.map((item) => toMarshal(item, memo))));
  }
  if (value instanceof PySet && type.tp_name === 'set') {
    return remember(new MarshalSet(value.entries().items.map((item) => toMarshal(item, memo))));
  }
  if (value instanceof PySlice) {
    return remember(
      new SliceConstant(toMarshal(value.start, memo), toMarshal(value.stop, memo), toMarshal(value.step, memo)),
    );
  }
  const constant = valueToConstant(value);
  if (constant !== undefined) return remember(constant as MarshalValue);
  if (
    !(value instanceof PyType) &&
    type.bf_getbuffer !== undefined &&
    (value instanceof PyByteArray || asText(value) === undefined)
  ) {
    return remember(new BytesConstant(bufferBytes(value).slice()));
  }
  throw new MarshalError('ValueError', 'unmarshallable object');
}
