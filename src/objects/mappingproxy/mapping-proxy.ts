/** The `mappingproxy` type. @cpython Objects/descrobject.c mappingproxy_* */
import {
  argumentBinder,
  callMethod,
  contains,
  getIter,
  getItem,
  hash,
  length,
  method,
  None,
  or,
  PyDict,
  PyList,
  PyTuple,
  reprText,
  richCompare,
  str,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { concatTexts } from '../list/index.ts';
import { mappingproxyType, PyMappingProxy } from './py-mapping-proxy.ts';

const bind = argumentBinder('mappingproxy', '(mapping)');
const mappingOf = (self: Value): Value => (self as PyMappingProxy).mapping;

/** What a proxy shows; other values as they are. */
function unwrap(value: Value): Value {
  return value instanceof PyMappingProxy ? value.mapping : value;
}

export const mappingproxySpec = typeSpec(mappingproxyType, {
  doc: `mappingproxy(mapping)
--

Read-only proxy of a mapping.`,
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [mapping] = bind(args, kwnames) as [Value];
      if (typeOf(mapping).mp_subscript === undefined || mapping instanceof PyList || mapping instanceof PyTuple) {
        throw typeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
      }
      return new PyMappingProxy(mapping);
    },
    tp_repr: (self) => concatTexts(['mappingproxy(', reprText(mappingOf(self)), ')']),
    tp_str: (self) => str(mappingOf(self)),
    tp_hash: (self) => hash(mappingOf(self)),
    tp_richcompare: (left, right, op) => richCompare(mappingOf(left), right, op),
    tp_iter: (self) => getIter(mappingOf(self)),
    sq_length: (self) => length(mappingOf(self)),
    sq_contains: (self, key) => contains(mappingOf(self), key),
    mp_subscript: (self, key) => getItem(mappingOf(self), key),
    nb_or: (left, right) => or(unwrap(left), unwrap(right)),
    nb_inplace_or: (left) => {
      throw typeError(`'|=' is not supported by ${typeName(left)}; use '|' instead`);
    },
  },
  methods: {
    get: method(
      '($self, key, default=None, /)',
      (self: PyMappingProxy, key: Value, fallback: Value | undefined) =>
        self.mapping instanceof PyDict && !typeOf(self.mapping).isHeapType
          ? (self.mapping.get(key) ?? fallback ?? None)
          : callMethod(self.mapping, 'get', key, fallback ?? None),
      'Return the value for key if key is in the mapping, else default.',
    ),
    keys: method(
      '($self, /)',
      (self: PyMappingProxy) => callMethod(self.mapping, 'keys'),
      "D.keys() -> a set-like object providing a view on D's keys",
    ),
    values: method(
      '($self, /)',
      (self: PyMappingProxy) => callMethod(self.mapping, 'values'),
      "D.values() -> an object providing a view on D's values",
    ),
    items: method(
      '($self, /)',
      (self: PyMappingProxy) => callMethod(self.mapping, 'items'),
      "D.items() -> a set-like object providing a view on D's items",
    ),
    copy: method(
      '($self, /)',
      (self: PyMappingProxy) => callMethod(self.mapping, 'copy'),
      'D.copy() -> a shallow copy of D',
    ),
    __class_getitem__: classGetItem(
      'mappingproxy objects are generic over two types, signifying (respectively) the types of their keys and values',
    ),
    __reversed__: method(
      '($self, /)',
      (self: PyMappingProxy) => callMethod(self.mapping, '__reversed__'),
      'D.__reversed__() -> reverse iterator',
    ),
  },
});
