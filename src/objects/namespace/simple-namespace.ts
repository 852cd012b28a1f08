/** `types.SimpleNamespace`. @cpython Objects/namespaceobject.c */
import {
  allocate,
  asText,
  call,
  dictType,
  instanceDict,
  isInstanceOf,
  makeBuiltinType,
  method,
  NotImplemented,
  objectType,
  PyDict,
  PyInstance,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  rawMethod,
  reprText,
  richCompare,
  textLength,
  typeError,
  typeSpec,
  type Kwnames,
  type Text,
  type Value,
} from '../core/index.ts';
import { bracketed, concatTexts, guardedRepr } from '../list/index.ts';

export class PySimpleNamespace extends PyInstance {}

export const simpleNamespaceType = makeBuiltinType(
  'types.SimpleNamespace',
  objectType,
  PySimpleNamespace,
  Py_TPFLAGS_BASETYPE,
);
simpleNamespaceType.hasDict = true;

/** A namespace with these attributes. */
export function makeNamespace(attributes: Readonly<Record<string, Value>>): PySimpleNamespace {
  const namespace = new PySimpleNamespace();
  const dict = instanceDict(namespace);
  for (const name in attributes) dict.setStr(name, attributes[name]!);
  return namespace;
}

function init(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const dict = instanceDict(self as PySimpleNamespace);
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`SimpleNamespace expected at most 1 argument, got ${given}`);
  if (given === 1) {
    const source =
      args[0] instanceof PyDict && args[0].ob_type === dictType ? args[0] : (call(dictType, [args[0]!]) as PyDict);
    for (const key of source.keys()) if (asText(key) === undefined) throw typeError('keywords must be strings');
    for (const [key, value] of source.entries()) dict.set(key, value);
  }
  kwnames?.forEach((name, i) => dict.setStr(name, args[given + i]!));
}

function repr(self: Value): Value {
  const namespace = self as PySimpleNamespace;
  const type = namespace.ob_type;
  const name = type === simpleNamespaceType ? 'namespace' : type.name;
  return guardedRepr(namespace, `${name}(...)`, () => {
    const parts: Text[] = [];
    for (const [key, value] of instanceDict(namespace).entries()) {
      const text = asText(key);
      if (text !== undefined && textLength(text) > 0) parts.push(concatTexts([text, '=', reprText(value)]));
    }
    return bracketed(`${name}(`, parts, ')');
  });
}

export const simpleNamespaceSpec = typeSpec(simpleNamespaceType, {
  doc: `SimpleNamespace(mapping_or_iterable=(), /, **kwargs)
--

A simple attribute-based namespace.`,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: init,
    tp_repr: repr,
    tp_hash: null,
    tp_richcompare: (left, right, op) => {
      if (!isInstanceOf(left, simpleNamespaceType) || !isInstanceOf(right, simpleNamespaceType)) return NotImplemented;
      return richCompare(instanceDict(left as PySimpleNamespace), instanceDict(right as PySimpleNamespace), op);
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PySimpleNamespace) => new PyTuple([self.ob_type, new PyTuple([]), instanceDict(self)]),
      'Return state information for pickling',
    ),
    __replace__: rawMethod(
      'Return a copy of the namespace object with new values for the specified attributes.',
      (self, args, kwnames) => {
        const given = args.length - (kwnames?.length ?? 0);
        if (given > 0) throw typeError(`__replace__ expected 0 arguments, got ${given}`);
        const original = self as PySimpleNamespace;
        const result = call(original.ob_type, []);
        const dict = instanceDict(result as PySimpleNamespace);
        dict.update(instanceDict(original));
        kwnames?.forEach((name, i) => dict.setStr(name, args[i]!));
        return result;
      },
      '($self, /, **changes)',
    ),
  },
  members: { __dict__: { get: (self) => instanceDict(self as PySimpleNamespace) } },
});
