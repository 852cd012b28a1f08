/** Module `_decimal`: decimal floating-point arithmetic. @cpython Modules/_decimal/_decimal.c */
import {
  None,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  callMethod,
  getAttr,
  index,
  makeBuiltinType,
  method,
  nativeFunction,
  objectType,
  typeError,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { normalizeBigInt } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import {
  CONTEXT_FIELDS,
  PyContext,
  ROUNDING_NAMES,
  configure,
  currentContext,
  defaultContext,
  setCurrentContext,
  signalMixinSpec,
} from './context.ts';
import { contextSpec } from './context-type.ts';
import { decimalType } from './conversion.ts';
import { decimalSpec } from './decimal-type.ts';
import { decimalTupleType } from './module-state.ts';
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  IEEE_INVALID,
  OVERFLOW,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  UNDERFLOW,
} from './number.ts';
import { allSignals } from './signals.ts';

/** What `localcontext()` gives: sets a context on entry and the old one back on exit. */
class PyContextManager extends PyObject {
  local: PyContext = undefined as never;
  global: PyContext = undefined as never;
}
const managerType = makeBuiltinType(
  'decimal.ContextManager',
  objectType,
  PyContextManager,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);
const managerSpec = typeSpec(managerType, {
  methods: {
    __enter__: method('($self, /)', (self: PyContextManager) => {
      setCurrentContext(self.local, []);
      return self.local;
    }),
    __exit__: method('($self, exc_type, exc_value, traceback, /)', (self: PyContextManager) => {
      setCurrentContext(self.global, []);
      return false;
    }),
  },
});

const TEMPLATES = Symbol('decimal templates');

/** `BasicContext` and `ExtendedContext`. */
function templates(): { readonly basic: PyContext; readonly extended: PyContext } {
  return currentInterpreter().state(TEMPLATES, () => {
    const basic = new PyContext();
    basic.prec = 9;
    basic.rounding = ROUND_HALF_UP;
    basic.traps = IEEE_INVALID | DIVISION_BY_ZERO | OVERFLOW | UNDERFLOW | CLAMPED;
    const extended = new PyContext();
    extended.prec = 9;
    extended.traps = 0;
    return { basic, extended };
  });
}

const allTemplates = (): readonly Value[] => [defaultContext(), templates().basic, templates().extended];

function localContext(context: Value | undefined, keywords: ReadonlyMap<string, Value>): Value {
  const global = currentContext();
  if (context !== undefined && context !== None && !(context instanceof PyContext)) {
    throw typeError('optional argument must be a context');
  }
  const local = (context instanceof PyContext ? context : global).copy();
  for (const name of keywords.keys()) {
    if (!(CONTEXT_FIELDS as readonly string[]).includes(name)) {
      throw typeError(`'${name}' is an invalid keyword argument for this function`);
    }
  }
  configure(local, Object.fromEntries(keywords));
  const manager = new PyContextManager();
  manager.local = local;
  manager.global = global;
  return manager;
}

const IEEE_CONTEXT_MAX_BITS = 512;

/** The context of an IEEE interchange format. */
function ieeeContext(bitsValue: Value): Value {
  const bits = Number(index(bitsValue));
  if (bits <= 0 || bits > IEEE_CONTEXT_MAX_BITS || bits % 32 !== 0) {
    throw valueError(`argument must be a multiple of 32, with a maximum of ${IEEE_CONTEXT_MAX_BITS}`);
  }
  const context = new PyContext();
  context.prec = 9 * (bits / 32) - 2;
  context.emax = 3 * 2 ** (bits / 16 + 3);
  context.emin = 1 - context.emax;
  context.rounding = ROUND_HALF_EVEN;
  context.clamp = 1;
  context.traps = 0;
  return context;
}

export const decimalModule = defineModule('_decimal', {
  doc: 'C decimal arithmetic module',
  types: [contextSpec, decimalSpec],
  hiddenTypes: [signalMixinSpec, managerSpec],
  functions: {
    getcontext: nativeFunction('($module, /)', currentContext, 'Get the current default context.'),
    setcontext: nativeFunction(
      '($module, context, /)',
      (context: Value) => {
        setCurrentContext(context, allTemplates());
        return None;
      },
      'Set a new default context.',
    ),
    localcontext: nativeFunction(
      '($module, /, ctx=None, **kwargs)',
      localContext,
      'Return a context manager for a copy of the supplied context.\n\nThat will set the default context to a copy of ctx on entry to the\nwith-statement and restore the previous default context when exiting\nthe with-statement. If no context is supplied, a copy of the current\ndefault context is used.',
    ),
    IEEEContext: nativeFunction(
      '($module, bits, /)',
      ieeeContext,
      'Return a context, initialized as one of the IEEE interchange formats.\n\nThe argument must be a multiple of 32 and less than\nIEEE_CONTEXT_MAX_BITS.',
    ),
  },
  constants: () => ({
    DecimalTuple: decimalTupleType(),
    ...Object.fromEntries(allSignals().types),
    DefaultContext: defaultContext(),
    BasicContext: templates().basic,
    ExtendedContext: templates().extended,
    HAVE_CONTEXTVAR: true,
    HAVE_THREADS: true,
    MAX_PREC: normalizeBigInt(999999999999999999n),
    MAX_EMAX: normalizeBigInt(999999999999999999n),
    MIN_EMIN: normalizeBigInt(-999999999999999999n),
    MIN_ETINY: normalizeBigInt(-1999999999999999997n),
    IEEE_CONTEXT_MAX_BITS,
    ...Object.fromEntries(ROUNDING_NAMES.map((name) => [name, name])),
    __version__: '1.70',
    __libmpdec_version__: '2.5.1',
  }),
  exec: () => {
    callMethod(getAttr(currentInterpreter().importModule('numbers'), 'Number'), 'register', decimalType);
  },
});
