/**
 * The variables of a frame by name, and `FrameLocalsProxy`: `f_locals` of a function, which reads and writes them.
 *
 * @cpython Objects/frameobject.c (PEP 667)
 */
import {
  asText,
  callMethod,
  compareBool,
  getItem,
  hash,
  iterate,
  getIter,
  isEqual,
  keyError,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  objectType,
  Py_EQ,
  Py_NE,
  PyCell,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  rawMethod,
  repr,
  reprHost,
  Py_TPFLAGS_MAPPING,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type Value,
} from '../core/index.ts';
import { FrameExtra, PyFrame } from './py-frame.ts';

/** Value of `localsplus[index]`, out of its cell; `undefined` when unbound. */
function variableAt(frame: PyFrame, index: number): Value | undefined {
  const value = frame.localsplus[index];
  const code = frame.code;
  if (value instanceof PyCell && (code.isFree(index) || code.isCell(index))) return value.value;
  if (value === undefined && code.isFree(index) && frame.ip === 0) {
    return frame.func?.closure?.[index - code.firstFree]?.value;
  }
  return value;
}

function isShown(frame: PyFrame, index: number): boolean {
  return frame.code.isHidden(index) === false || !frame.code.isOptimized;
}

/** The bound variables of a frame in the order of `localsplus`, and after them those that were added from outside. */
export function* frameVariables(frame: PyFrame): Generator<[Value, Value]> {
  const names = frame.code.code.co_localsplusnames;
  for (let i = 0; i < names.length; i++) {
    if (!isShown(frame, i)) continue;
    const value = variableAt(frame, i);
    if (value !== undefined) yield [strFromUtf16(names[i]!), value];
  }
  const extra = frame.extra?.extraLocals ?? null;
  if (extra !== null) yield* extra.entries();
}

/** What `locals()` gives in a function: a new dict each time. */
export function snapshotLocals(frame: PyFrame): PyDict {
  const dict = new PyDict();
  for (const [name, value] of frameVariables(frame)) dict.set(name, value);
  return dict;
}

/** Whether a str of a class of its own counts as a name. */
function isSameKey(name: Value, key: Value): boolean {
  return hash(name) === hash(key) && isEqual(name, key);
}

export class PyFrameLocalsProxy extends PyObject {
  readonly frame: PyFrame;
  constructor(frame: PyFrame) {
    super();
    this.frame = frame;
  }

  /** Index of a variable of that name, or -1. @param mustBeBound whether only one with a value counts */
  private indexOf(key: Value, mustBeBound: boolean): number {
    const text = asText(key);
    if (text === undefined) return -1;
    const isPlain = typeof key === 'string';
    const name = textToHost(text);
    const names = this.frame.code.code.co_localsplusnames;
    for (let i = 0; i < names.length; i++) {
      if (isPlain ? names[i] !== name : !isSameKey(strFromUtf16(names[i]!), key)) continue;
      if (!isShown(this.frame, i)) continue;
      if (!mustBeBound || variableAt(this.frame, i) !== undefined) return i;
    }
    return -1;
  }

  get(key: Value): Value | undefined {
    hash(key);
    const index = this.indexOf(key, true);
    return index >= 0 ? variableAt(this.frame, index) : this.frame.extra?.extraLocals?.get(key);
  }

  set(key: Value, value: Value): void {
    hash(key);
    const index = this.indexOf(key, false);
    if (index >= 0) {
      const place = this.frame.localsplus[index];
      if (place instanceof PyCell && (this.frame.code.isCell(index) || this.frame.code.isFree(index)))
        place.value = value;
      else this.frame.localsplus[index] = value;
      return;
    }
    const extra = (this.frame.extra ??= new FrameExtra());
    (extra.extraLocals ??= new PyDict()).set(key, value);
  }

  /** Removes a variable that was added from outside. @throws ValueError for a local variable, KeyError */
  delete(key: Value): Value {
    hash(key);
    if (this.indexOf(key, false) >= 0) throw valueError('cannot remove local variables from FrameLocalsProxy');
    const value = this.frame.extra?.extraLocals?.delete(key);
    if (value === undefined) throw keyError(key);
    return value;
  }

  entries(): [Value, Value][] {
    return [...frameVariables(this.frame)];
  }
}

export const frameLocalsProxyType = makeBuiltinType(
  'FrameLocalsProxy',
  objectType,
  PyFrameLocalsProxy,
  Py_TPFLAGS_MAPPING,
);

const asProxy = (self: Value): PyFrameLocalsProxy => self as PyFrameLocalsProxy;

function merge(proxy: PyFrameLocalsProxy, other: Value): void {
  if (other instanceof PyFrameLocalsProxy) {
    for (const [key, value] of other.entries()) proxy.set(key, value);
    return;
  }
  if (!(other instanceof PyDict)) throw typeError('update() argument must be dict or another FrameLocalsProxy');
  for (const key of iterate(callMethod(other, 'keys'))) proxy.set(key, getItem(other, key));
}

function toDict(value: Value): PyDict | undefined {
  if (value instanceof PyFrameLocalsProxy) return snapshotLocals(value.frame);
  return value instanceof PyDict ? value.copy() : undefined;
}

function union(left: Value, right: Value): Value {
  const result = toDict(left);
  const other = toDict(right);
  if (result === undefined || other === undefined) return NotImplemented;
  result.update(other);
  return result;
}

const reprRunning = new Set<PyFrame>();

function proxyRepr(self: Value): Value {
  const frame = asProxy(self).frame;
  if (reprRunning.has(frame)) return '{...}';
  reprRunning.add(frame);
  try {
    return repr(snapshotLocals(frame));
  } finally {
    reprRunning.delete(frame);
  }
}

function atMost(name: string, args: readonly Value[]): void {
  if (args.length < 1) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (args.length > 2) throw typeError(`${name} expected at most 2 arguments, got ${args.length}`);
}

export const frameLocalsProxySpec = typeSpec(frameLocalsProxyType, {
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (kwnames !== null) throw typeError('FrameLocalsProxy takes no keyword arguments');
      if (args.length !== 1) throw typeError(`FrameLocalsProxy expected 1 argument, got ${args.length}`);
      if (!(args[0] instanceof PyFrame)) throw typeError(`expect frame, not ${typeName(args[0]!)}`);
      return new PyFrameLocalsProxy(args[0]);
    },
    tp_repr: proxyRepr,
    tp_hash: null,
    tp_richcompare: (left, right, op) => {
      const isSame =
        right instanceof PyFrameLocalsProxy
          ? asProxy(left).frame === right.frame
          : right instanceof PyDict
            ? compareBool(snapshotLocals(asProxy(left).frame), right, Py_EQ)
            : undefined;
      if (isSame === undefined || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
      return op === Py_EQ ? isSame : !isSame;
    },
    tp_iter: (self) =>
      getIter(
        new PyList(
          asProxy(self)
            .entries()
            .map(([key]) => key),
        ),
      ),
    sq_length: (self) => asProxy(self).entries().length,
    sq_contains: (self, key) => asProxy(self).get(key) !== undefined,
    mp_subscript: (self, key) => {
      const value = asProxy(self).get(key);
      if (value === undefined) throw keyError(strFromUtf16(`local variable '${reprHost(key)}' is not defined`));
      return value;
    },
    mp_ass_subscript: (self, key, value) => {
      if (value === undefined) asProxy(self).delete(key);
      else asProxy(self).set(key, value);
    },
    nb_or: union,
    nb_inplace_or: (self, other) => {
      if (!(other instanceof PyDict) && !(other instanceof PyFrameLocalsProxy)) return NotImplemented;
      merge(asProxy(self), other);
      return self;
    },
  },
  methods: {
    update: method('($self, object, /)', (self: PyFrameLocalsProxy, other: Value) => merge(self, other)),
    __reversed__: method(
      '($self, /)',
      (self: PyFrameLocalsProxy) =>
        new PyList(
          self
            .entries()
            .map(([key]) => key)
            .reverse(),
        ),
    ),
    copy: method('($self, /)', (self: PyFrameLocalsProxy) => snapshotLocals(self.frame)),
    keys: method('($self, /)', (self: PyFrameLocalsProxy) => new PyList(self.entries().map(([key]) => key))),
    values: method('($self, /)', (self: PyFrameLocalsProxy) => new PyList(self.entries().map(([, value]) => value))),
    items: method(
      '($self, /)',
      (self: PyFrameLocalsProxy) => new PyList(self.entries().map(([key, value]) => new PyTuple([key, value]))),
    ),
    get: rawMethod(null, (self, args) => {
      atMost('get', args);
      return asProxy(self).get(args[0]!) ?? args[1] ?? None;
    }),
    pop: rawMethod(null, (self, args) => {
      atMost('pop', args);
      if (args.length === 2 && asProxy(self).get(args[0]!) === undefined) return args[1]!;
      return asProxy(self).delete(args[0]!);
    }),
    setdefault: rawMethod(null, (self, args) => {
      atMost('setdefault', args);
      const value = asProxy(self).get(args[0]!);
      if (value !== undefined) return value;
      asProxy(self).set(args[0]!, args[1] ?? None);
      return args[1] ?? None;
    }),
  },
});

/** Whether the variable of an inlined comprehension is bound: it is none of the namespace of module and class code. */
function hasHiddenVariables(frame: PyFrame): boolean {
  const count = frame.code.nlocalsplus;
  for (let i = 0; i < count; i++) if (frame.code.isHidden(i) && variableAt(frame, i) !== undefined) return true;
  return false;
}

/** `f_locals`: the namespace of module and class code, else a proxy. @cpython PyFrame_GetLocals */
export function frameLocals(frame: PyFrame): Value {
  if (frame.locals !== null && !frame.code.isOptimized && !hasHiddenVariables(frame)) return frame.locals;
  return new PyFrameLocalsProxy(frame);
}

/** What `locals()` gives. @cpython Python/ceval.c _PyEval_GetFrameLocals */
export function localsOf(frame: PyFrame): Value {
  const locals = frameLocals(frame);
  if (!(locals instanceof PyFrameLocalsProxy)) return locals;
  const snapshot = snapshotLocals(frame);
  if (!frame.code.isOptimized && frame.locals !== null) {
    for (const key of iterate(callMethod(frame.locals, 'keys'))) snapshot.set(key, getItem(frame.locals, key));
  }
  return snapshot;
}
