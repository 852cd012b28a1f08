/**
 * `decimal.Context`, its flags and traps, and the current context, which is the value of a context variable.
 *
 * @cpython Modules/_decimal/_decimal.c
 */
import type { PyType } from '../../objects/core/index.ts';
import {
  None,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_NE,
  NotImplemented,
  Py_TPFLAGS_BASETYPE,
  allocate,
  argumentBinder,
  asText,
  asInt,
  attributeError,
  call,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  isTrue,
  getIter,
  keyError,
  makeBuiltinType,
  method,
  objectType,
  strFromUtf16,
  textToHost,
  typeError,
  typeOf,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import {
  IEEE_INVALID,
  DIVISION_BY_ZERO,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  OVERFLOW,
  ROUND_HALF_EVEN,
  type Arithmetic,
} from './number.ts';
import { allSignals, flagOf, flagsFromList, signalNames, signalTypes, trapped } from './signals.ts';

/** Names of the rounding modes, in the order of their numbers. */
export const ROUNDING_NAMES = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const;

export class PyContext extends PyObject implements Arithmetic {
  prec = 28;
  rounding: number = ROUND_HALF_EVEN;
  emin = -999999;
  emax = 999999;
  clamp: 0 | 1 = 0;
  capitals = 1;
  /** Flags: conditions that have occurred. */
  status = 0;
  traps = IEEE_INVALID | DIVISION_BY_ZERO | OVERFLOW;
  flagsView: PySignalDict | null = null;
  trapsView: PySignalDict | null = null;

  /** Does something with this context. @throws when it brings about a condition that is trapped */
  run<T>(operation: (context: Arithmetic) => T): T {
    const before = this.status;
    this.status = 0;
    let result: T;
    let raised: number;
    try {
      result = operation(this);
    } finally {
      raised = this.status;
      this.status |= before;
    }
    if ((raised & this.traps) !== 0) throw trapped(raised & this.traps);
    return result;
  }

  /** Notes conditions. @throws when one is trapped */
  signal(conditions: number): void {
    this.run((context) => {
      context.status |= conditions;
    });
  }

  copy(): PyContext {
    const copy = allocate<[], PyContext>(contextType);
    copy.assign(this);
    return copy;
  }

  assign(other: PyContext): void {
    this.prec = other.prec;
    this.rounding = other.rounding;
    this.emin = other.emin;
    this.emax = other.emax;
    this.clamp = other.clamp;
    this.capitals = other.capitals;
    this.status = other.status;
    this.traps = other.traps;
  }
}

export const contextType = makeBuiltinType('decimal.Context', objectType, PyContext, Py_TPFLAGS_BASETYPE);

/** A mapping from signals to bools over the bits of a context. */
class PySignalDict extends PyObject {
  context: PyContext = undefined as never;
  field: 'status' | 'traps' = 'status';

  get bits(): number {
    if (this.context === undefined) throw valueError('invalid signal dict');
    return this.context[this.field];
  }
}

const signalMixinType = makeBuiltinType('decimal.SignalDictMixin', objectType, PySignalDict, Py_TPFLAGS_BASETYPE);

/** The bits that a dict from all signals to bools says; `undefined` for one with other keys. */
function bitsOfDict(dict: PyDict): number | undefined {
  const { signals } = allSignals();
  if (dict.size !== signals.length) return undefined;
  let bits = 0;
  for (const { type, flag } of signals) {
    const value = dict.get(type);
    if (value === undefined) return undefined;
    if (isTrue(value)) bits |= flag;
  }
  return bits;
}

/** The bits that a mapping from signals to bools says. @throws TypeError, KeyError */
function bitsFromMapping(mapping: Value): number {
  if (mapping instanceof PySignalDict) return mapping.bits;
  if (!(mapping instanceof PyDict)) throw typeError('argument must be a signal dict');
  const bits = bitsOfDict(mapping);
  if (bits === undefined) throw keyError('invalid signal dict');
  return bits;
}

export const signalMixinSpec = typeSpec(signalMixinType, {
  slots: {
    tp_new: (type) => allocate(type),
    tp_repr: (self) => {
      const { bits } = self as PySignalDict;
      const parts = allSignals().signals.map(
        ({ name, flag }) => `<class 'decimal.${name}'>:${(bits & flag) !== 0 ? 'True' : 'False'}`,
      );
      return strFromUtf16(`{${parts.join(', ')}}`);
    },
    tp_iter: () => getIter(new PyTuple(allSignals().signals.map((signal) => signal.type))),
    tp_richcompare: (left, right, op) => {
      if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
      if (!(left instanceof PySignalDict) || !(right instanceof PySignalDict || right instanceof PyDict))
        return NotImplemented;
      const bits = right instanceof PyDict ? bitsOfDict(right) : right.bits;
      return (left.bits === bits) === (op === Py_EQ);
    },
    tp_hash: null,
    sq_length: () => allSignals().signals.length,
    mp_subscript: (self, key) => ((self as PySignalDict).bits & flagOf(key)) !== 0,
    mp_ass_subscript: (self, key, value) => {
      if (value === undefined) throw valueError('signal keys cannot be deleted');
      const dict = self as PySignalDict;
      const flag = flagOf(key);
      dict.context[dict.field] = isTrue(value) ? dict.bits | flag : dict.bits & ~flag;
    },
  },
  methods: {
    copy: method('($self, /)', (self: PySignalDict) => {
      const dict = new PyDict();
      for (const { type, flag } of allSignals().signals) dict.set(type, (self.bits & flag) !== 0);
      return dict;
    }),
  },
});

const SIGNAL_DICT = Symbol('_decimal.SignalDict');

/** The class of `flags` and `traps`: a `MutableMapping`. */
function signalDictType(): PyType {
  return currentInterpreter().state(SIGNAL_DICT, () => {
    const base = getAttr(currentInterpreter().importModule('_collections_abc'), 'MutableMapping');
    return call(typeOf(base), ['SignalDict', new PyTuple([signalMixinType, base]), new PyDict()]) as PyType;
  });
}

function viewOf(context: PyContext, field: 'status' | 'traps'): PySignalDict {
  const name = field === 'status' ? 'flagsView' : 'trapsView';
  let view = context[name];
  if (view === null) {
    view = allocate<[], PySignalDict>(signalDictType());
    view.context = context;
    view.field = field;
    context[name] = view;
  }
  return view;
}

/** A whole number for an attribute. @throws TypeError */
function wholeNumber(value: Value): number {
  const int = asInt(value);
  if (int === undefined) throw typeError('an integer is required');
  return Number(int);
}

function inRange(value: Value, low: number, high: number, message: string): number {
  const number = wholeNumber(value);
  if (number < low || number > high) throw valueError(message);
  return number;
}

/** The number of a rounding mode. @throws TypeError */
export function roundingFrom(value: Value): number {
  const text = asText(value);
  const found = text === undefined ? -1 : (ROUNDING_NAMES as readonly string[]).indexOf(textToHost(text));
  if (found < 0) {
    throw typeError(
      'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
    );
  }
  return found;
}

function bitsFrom(value: Value): number {
  return value instanceof PyList ? flagsFromList(value) : bitsFromMapping(value);
}

type Setter = (context: PyContext, value: Value) => void;
const SETTERS: Readonly<Record<string, Setter>> = {
  prec: (context, value) => (context.prec = inRange(value, 1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]')),
  rounding: (context, value) => (context.rounding = roundingFrom(value)),
  Emin: (context, value) => (context.emin = inRange(value, MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]')),
  Emax: (context, value) => (context.emax = inRange(value, 0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]')),
  capitals: (context, value) => (context.capitals = inRange(value, 0, 1, 'valid values for capitals are 0 or 1')),
  clamp: (context, value) => (context.clamp = inRange(value, 0, 1, 'valid values for clamp are 0 or 1') as 0 | 1),
  flags: (context, value) => (context.status = bitsFrom(value)),
  traps: (context, value) => (context.traps = bitsFrom(value)),
};

/** Sets attributes that are given. */
export function configure(context: PyContext, values: Readonly<Record<string, Value | undefined>>): void {
  for (const name in SETTERS) {
    const value = values[name];
    if (value !== undefined && value !== None) SETTERS[name]!(context, value);
  }
}

export const CONTEXT_FIELDS = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'] as const;
const bindContext = argumentBinder(
  'Context',
  '(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
);

const DEFAULT_CONTEXT = Symbol('decimal.DefaultContext');

/** `decimal.DefaultContext`, the template of new contexts. */
export function defaultContext(): PyContext {
  return currentInterpreter().state(DEFAULT_CONTEXT, () => new PyContext());
}

export const contextSlots = {
  tp_new: (type: PyType): Value => {
    const context = allocate<[], PyContext>(type);
    context.assign(defaultContext());
    context.status = 0;
    return context;
  },
  tp_init: (self: Value, args: readonly Value[], kwnames: readonly string[] | null): void => {
    const unknown = kwnames?.find((name) => !(CONTEXT_FIELDS as readonly string[]).includes(name));
    if (unknown !== undefined) throw typeError(`this function got an unexpected keyword argument '${unknown}'`);
    const bound = bindContext(args, kwnames) as (Value | undefined)[];
    configure(self as PyContext, Object.fromEntries(CONTEXT_FIELDS.map((name, i) => [name, bound[i]])));
  },
  tp_repr: (self: Value): Value => {
    const c = self as PyContext;
    return strFromUtf16(
      `Context(prec=${String(limit(c.prec))}, rounding=${ROUNDING_NAMES[c.rounding]}, Emin=${String(limit(c.emin))}, Emax=${String(limit(c.emax))}, capitals=${c.capitals}, ` +
        `clamp=${c.clamp}, flags=${signalNames(c.status)}, traps=${signalNames(c.traps)})`,
    );
  },
  tp_getattro: (self: Value, name: string): Value | undefined => {
    if (name === 'traps') return viewOf(self as PyContext, 'traps');
    if (name === 'flags') return viewOf(self as PyContext, 'status');
    return genericGetAttr(self, name);
  },
  tp_setattro: (self: Value, name: string, value: Value | undefined): void => {
    if (name !== 'traps' && name !== 'flags') return genericSetAttr(self, name, value);
    if (value === undefined) throw attributeError(`context attributes cannot be deleted`, name, self);
    const context = self as PyContext;
    context[name === 'flags' ? 'status' : 'traps'] = bitsFromMapping(value);
  },
};

type Getter = (context: PyContext) => Value;
function attribute(
  name: string,
  get: Getter,
): { get: (self: Value) => Value; set: (self: Value, value: Value | undefined) => void } {
  return {
    get: (self) => get(self as PyContext),
    set: (self, value) => {
      if (value === undefined) throw attributeError('context attributes cannot be deleted', name, self);
      SETTERS[name]!(self as PyContext, value);
    },
  };
}

/** A limit as Python sees it: the widest ones are no safe host numbers. */
function limit(value: number): Value {
  if (Number.isSafeInteger(value)) return value;
  return value < 0 ? -999999999999999999n : 999999999999999999n;
}

export const contextGetSet = {
  prec: attribute('prec', (c) => limit(c.prec)),
  rounding: attribute('rounding', (c) => ROUNDING_NAMES[c.rounding]!),
  Emin: attribute('Emin', (c) => limit(c.emin)),
  Emax: attribute('Emax', (c) => limit(c.emax)),
  capitals: attribute('capitals', (c) => c.capitals),
  clamp: attribute('clamp', (c) => c.clamp),
};

/** Arguments that make the same context again, for pickling. */
export function reduceContext(self: PyContext): Value {
  return new PyTuple([
    typeOf(self),
    new PyTuple([
      limit(self.prec),
      ROUNDING_NAMES[self.rounding]!,
      limit(self.emin),
      limit(self.emax),
      self.capitals,
      self.clamp,
      signalTypes(self.status),
      signalTypes(self.traps),
    ]),
  ]);
}

const CURRENT = Symbol('decimal_context');

interface CurrentVariable {
  readonly get: Value;
  readonly set: Value;
}

function currentVariable(): CurrentVariable {
  return currentInterpreter().state(CURRENT, () => {
    const variable = call(getAttr(currentInterpreter().importModule('_contextvars'), 'ContextVar'), [
      'decimal_context',
    ]);
    return { get: getAttr(variable, 'get'), set: getAttr(variable, 'set') };
  });
}

/** `getcontext()`: the current context, made from `DefaultContext` when there is none. */
export function currentContext(): PyContext {
  const found = call(currentVariable().get, [None]);
  if (found instanceof PyContext) return found;
  const made = defaultContext().copy();
  made.status = 0;
  call(currentVariable().set, [made]);
  return made;
}

/** `setcontext(context)`: the three templates are copied. */
export function setCurrentContext(value: Value, templates: readonly Value[]): void {
  if (!(value instanceof PyContext)) throw typeError('argument must be a context');
  let context = value;
  if (templates.includes(value)) {
    context = value.copy();
    context.status = 0;
  }
  call(currentVariable().set, [context]);
}

/** The context argument of a method, or the current context. */
export function contextFrom(value: Value | undefined): PyContext {
  if (value === undefined || value === None) return currentContext();
  if (!(value instanceof PyContext)) throw typeError('optional argument must be a context');
  return value;
}
