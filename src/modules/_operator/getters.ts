/** `itemgetter`, `attrgetter` and `methodcaller`. @cpython Modules/_operator.c */
import {
  asText,
  call,
  getAttr,
  getItem,
  makeBuiltinType,
  method,
  objectType,
  PyObject,
  PyTuple,
  reprText,
  strFromUtf16,
  textToHost,
  thread,
  typeError,
  typeSpec,
  type Kwnames,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { bracketed, concatTexts, guardedRepr } from '../../objects/list/index.ts';

class PyItemGetter extends PyObject {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}
const itemGetterType = makeBuiltinType('operator.itemgetter', objectType, PyItemGetter);

class PyAttrGetter extends PyObject {
  readonly names: readonly Value[];
  /** Each name split at its dots. */
  readonly paths: readonly (readonly string[])[];
  constructor(names: readonly Value[]) {
    super();
    this.names = names;
    this.paths = names.map((name) => textToHost(asText(name)!).split('.'));
  }
}
const attrGetterType = makeBuiltinType('operator.attrgetter', objectType, PyAttrGetter);

class PyMethodCaller extends PyObject {
  readonly name: Value;
  /** Positional values, then those of `kwnames`. */
  readonly args: readonly Value[];
  readonly kwnames: Kwnames;
  constructor(name: Value, args: readonly Value[], kwnames: Kwnames) {
    super();
    this.name = name;
    this.args = args;
    this.kwnames = kwnames;
  }
}
const methodCallerType = makeBuiltinType('operator.methodcaller', objectType, PyMethodCaller);

function noKeywords(name: string, kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** The one argument of a call. @throws TypeError */
function operand(name: string, args: readonly Value[], kwnames: Kwnames): Value {
  noKeywords(name, kwnames);
  if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
  return args[0]!;
}

/** The results, alone or as a tuple. */
function oneOrTuple(values: readonly Value[]): Value {
  return values.length === 1 ? values[0]! : new PyTuple(values);
}

export const itemGetterSpec = typeSpec(itemGetterType, {
  doc: `itemgetter(item, /, *items)
--

Return a callable object that fetches the given item(s) from its operand.
After f = itemgetter(2), the call f(r) returns r[2].
After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])`,
  slots: {
    tp_new: (_type, args, kwnames) => {
      noKeywords('itemgetter', kwnames);
      if (args.length === 0) throw typeError('itemgetter expected 1 argument, got 0');
      return new PyItemGetter(args.slice());
    },
    tp_repr: (self) => {
      const getter = self as PyItemGetter;
      return guardedRepr(getter, 'operator.itemgetter(...)', () =>
        bracketed('operator.itemgetter(', getter.items.map(reprText), ')'),
      );
    },
    tp_call: (self, args, kwnames) => {
      const object = operand('itemgetter', args, kwnames);
      return oneOrTuple((self as PyItemGetter).items.map((item) => getItem(object, item)));
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyItemGetter) => new PyTuple([self.ob_type, new PyTuple(self.items)]),
      'Return state information for pickling',
    ),
  },
  getset: { __text_signature__: { get: () => '(obj, /)' } },
});

export const attrGetterSpec = typeSpec(attrGetterType, {
  doc: `attrgetter(attr, /, *attrs)
--

Return a callable object that fetches the given attribute(s) from its operand.
After f = attrgetter('name'), the call f(r) returns r.name.
After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).
After h = attrgetter('name.first', 'name.last'), the call h(r) returns
(r.name.first, r.name.last).`,
  slots: {
    tp_new: (_type, args, kwnames) => {
      noKeywords('attrgetter', kwnames);
      if (args.length === 0) throw typeError('attrgetter expected 1 argument, got 0');
      for (const name of args) if (asText(name) === undefined) throw typeError('attribute name must be a string');
      return new PyAttrGetter(args.slice());
    },
    tp_repr: (self) => {
      const getter = self as PyAttrGetter;
      return guardedRepr(getter, 'operator.attrgetter(...)', () =>
        bracketed('operator.attrgetter(', getter.names.map(reprText), ')'),
      );
    },
    tp_call: (self, args, kwnames) => {
      const object = operand('attrgetter', args, kwnames);
      return oneOrTuple(
        (self as PyAttrGetter).paths.map((path) => path.reduce((value, name) => getAttr(value, name), object)),
      );
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyAttrGetter) => new PyTuple([self.ob_type, new PyTuple(self.names)]),
      'Return state information for pickling',
    ),
  },
  getset: { __text_signature__: { get: () => '(obj, /)' } },
});

function methodCallerRepr(self: Value): Value {
  const caller = self as PyMethodCaller;
  return guardedRepr(caller, 'operator.methodcaller(...)', () => {
    const parts: Text[] = [reprText(caller.name)];
    const positional = caller.args.length - (caller.kwnames?.length ?? 0);
    caller.args.forEach((arg, i) => {
      const shown = reprText(arg);
      parts.push(i < positional ? shown : concatTexts([strFromUtf16(caller.kwnames![i - positional]!), '=', shown]));
    });
    return bracketed('operator.methodcaller(', parts, ')');
  });
}

/** @cpython methodcaller_reduce */
function methodCallerReduce(self: PyMethodCaller): Value {
  const type = self.ob_type;
  if (self.kwnames === null || self.kwnames.length === 0) {
    return new PyTuple([type, new PyTuple([self.name, ...self.args])]);
  }
  const positional = self.args.length - self.kwnames.length;
  const partial = getAttr(thread.interp.importModule('functools'), 'partial');
  const constructor = call(partial, [type, self.name, ...self.args.slice(positional)], self.kwnames);
  return new PyTuple([constructor, new PyTuple(self.args.slice(0, positional))]);
}

export const methodCallerSpec = typeSpec(methodCallerType, {
  doc: `methodcaller(name, /, *args, **kwargs)
--

Return a callable object that calls the given method on its operand.
After f = methodcaller('name'), the call f(r) returns r.name().
After g = methodcaller('name', 'date', foo=1), the call g(r) returns
r.name('date', foo=1).`,
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (args.length === (kwnames?.length ?? 0)) {
        throw typeError('methodcaller needs at least one argument, the method name');
      }
      if (asText(args[0]!) === undefined) throw typeError('method name must be a string');
      return new PyMethodCaller(args[0]!, args.slice(1), kwnames);
    },
    tp_repr: methodCallerRepr,
    tp_call: (self, args, kwnames) => {
      const caller = self as PyMethodCaller;
      const object = operand('methodcaller', args, kwnames);
      return call(getAttr(object, textToHost(asText(caller.name)!)), caller.args, caller.kwnames);
    },
  },
  methods: { __reduce__: method('($self, /)', methodCallerReduce, 'Return state information for pickling') },
  getset: { __text_signature__: { get: () => '(obj, /)' } },
});
