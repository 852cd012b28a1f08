/** `_functools`. @cpython Modules/_functoolsmodule.c */
import {
  attributeError,
  call2,
  excTypes,
  getIter,
  iterNext,
  makeBuiltinType,
  matches,
  nativeFunction,
  argumentBinder,
  objectType,
  PyObject,
  richCompare,
  typeError,
  typeSpec,
  None,
  type Value,
} from '../../objects/core/index.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';
import { lruCacheSpec } from './lru-cache.ts';
import { partialSpec, Placeholder, placeholderSpec } from './partial.ts';

/** A key made by `cmp_to_key`: the function, and once it is called the object. */
class PyKeyWrapper extends PyObject {
  readonly compare: Value;
  object: Value | undefined;
  constructor(compare: Value, object: Value | undefined) {
    super();
    this.compare = compare;
    this.object = object;
  }
}
const keyWrapperType = makeBuiltinType('functools.KeyWrapper', objectType, PyKeyWrapper);
const bindObject = argumentBinder('K', '(obj)');

const keyWrapperSpec = typeSpec(keyWrapperType, {
  slots: {
    tp_call: (self, args, kwnames) =>
      new PyKeyWrapper((self as PyKeyWrapper).compare, bindObject(args, kwnames)[0] as Value),
    tp_hash: null,
    tp_richcompare: (left, right, op) => {
      if (!(right instanceof PyKeyWrapper)) throw typeError('other argument must be K instance');
      const self = left as PyKeyWrapper;
      if (self.object === undefined || right.object === undefined) throw attributeError('object');
      return richCompare(call2(self.compare, self.object, right.object), 0, op);
    },
  },
  members: {
    obj: {
      get: (self) => (self as PyKeyWrapper).object ?? None,
      set: (self, value) => {
        (self as PyKeyWrapper).object = value;
      },
      doc: 'Value wrapped by a key function.',
    },
  },
  getset: { __text_signature__: { get: () => '(obj)' } },
});

/** @throws TypeError when there is nothing to reduce */
function reduce(func: Value, iterable: Value, initial: Value | undefined): Value {
  let iterator: Value;
  try {
    iterator = getIter(iterable);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) throw typeError('reduce() arg 2 must support iteration');
    throw error;
  }
  let result = initial;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    result = result === undefined ? item : call2(func, result, item);
  }
  if (result === undefined) throw typeError('reduce() of empty iterable with no initial value');
  return result;
}

export const functoolsModule = defineModule('_functools', {
  doc: MODULE_DOC,
  functions: {
    reduce: nativeFunction('($module, function, iterable, /, initial=<unrepresentable>)', reduce, docs.reduce),
    cmp_to_key: nativeFunction(
      '($module, /, mycmp)',
      (compare: Value) => new PyKeyWrapper(compare, undefined),
      docs.cmp_to_key,
    ),
  },
  hiddenTypes: [keyWrapperSpec],
  types: [placeholderSpec, partialSpec, lruCacheSpec],
  constants: () => ({ Placeholder }),
});
