/**
 * `_contextvars`: contexts are immutable maps that are replaced when a variable is set, so that copying one costs nothing.
 *
 * @cpython Python/context.c
 */
import {
  argumentBinder,
  asText,
  call,
  excTypes,
  identityText,
  isEqual,
  keyError,
  makeBuiltinType,
  method,
  nativeFunction,
  newException,
  None,
  NotImplemented,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_NE,
  rawMethod,
  reprHost,
  reprText,
  runtimeError,
  strFromUtf16,
  thread,
  typeError,
  typeSpec,
  valueError,
  waiting,
  type Text,
  type ThreadState,
  type Value,
} from '../../objects/core/index.ts';
import { classGetItem } from '../../objects/generic-alias/class-get-item.ts';
import { concatTexts, listIterator } from '../../objects/list/index.ts';
import { currentInterpreter, scheduler } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';

type Variables = ReadonlyMap<PyContextVar, Value>;

class PyContext extends PyObject {
  variables: Variables;
  previous: PyContext | null = null;
  isEntered = false;
  constructor(variables: Variables) {
    super();
    this.variables = variables;
  }
}

class PyContextVar extends PyObject {
  readonly name: Value;
  readonly fallback: Value | undefined;
  constructor(name: Value, fallback: Value | undefined) {
    super();
    this.name = name;
    this.fallback = fallback;
  }
}

class PyToken extends PyObject {
  readonly context: PyContext;
  readonly variable: PyContextVar;
  readonly old: Value | undefined;
  isUsed = false;
  constructor(context: PyContext, variable: PyContextVar, old: Value | undefined) {
    super();
    this.context = context;
    this.variable = variable;
    this.old = old;
  }
}

class PyTokenMissing extends PyObject {}

export const contextType = makeBuiltinType('_contextvars.Context', objectType, PyContext);
export const contextVarType = makeBuiltinType('_contextvars.ContextVar', objectType, PyContextVar);
export const tokenType = makeBuiltinType('_contextvars.Token', objectType, PyToken);
const missingType = makeBuiltinType('Token.MISSING', objectType, PyTokenMissing);
contextType.hasWeakref = true;
contextVarType.hasIdentityHash = true;
const MISSING = new PyTokenMissing();

const STATE = Symbol('_contextvars');
interface CurrentContext {
  current: PyContext | null;
}

/** Each thread has its own. */
function state(): CurrentContext {
  const ofThreads = currentInterpreter().state(STATE, () => new WeakMap<ThreadState, CurrentContext>());
  let ofThread = ofThreads.get(thread);
  if (ofThread === undefined) ofThreads.set(thread, (ofThread = { current: null }));
  return ofThread;
}

/** The context of the running code, made when first needed. */
function currentContext(): PyContext {
  return (state().current ??= new PyContext(new Map()));
}

/** `copy_context()`. */
export function copyContext(): Value {
  return new PyContext(currentContext().variables);
}

/** Runs Python code in a context. @throws RuntimeError when it is entered already */
export function runInContext(context: Value, run: () => Value): Value {
  const its = context as PyContext;
  if (its.isEntered) throw runtimeError(`cannot enter context: ${reprHost(its)} is already entered`);
  const holder = state();
  its.previous = holder.current;
  its.isEntered = true;
  holder.current = its;
  return scheduler().runThrough(run, () => {
    holder.current = its.previous;
    its.previous = null;
    its.isEntered = false;
  });
}

function requireVariable(key: Value): PyContextVar {
  if (!(key instanceof PyContextVar)) throw typeError(`a ContextVar key was expected, got ${reprHost(key)}`);
  return key;
}

function setVariable(variable: PyContextVar, value: Value): Value {
  const context = currentContext();
  const token = new PyToken(context, variable, context.variables.get(variable));
  const variables = new Map(context.variables);
  variables.set(variable, value);
  context.variables = variables;
  return token;
}

/** @throws RuntimeError, ValueError */
function resetVariable(variable: PyContextVar, token: Value): void {
  if (!(token instanceof PyToken)) throw typeError(`expected an instance of Token, got ${reprHost(token)}`);
  if (token.isUsed) throw runtimeError(`${reprHost(token)} has already been used once`);
  if (token.variable !== variable) throw valueError(`${reprHost(token)} was created by a different ContextVar`);
  const context = currentContext();
  if (token.context !== context) throw valueError(`${reprHost(token)} was created in a different Context`);
  token.isUsed = true;
  const variables = new Map(context.variables);
  if (token.old === undefined) variables.delete(variable);
  else variables.set(variable, token.old);
  context.variables = variables;
}

const listOf = (items: Iterable<Value>): PyList => new PyList([...items]);

const contextSpec = typeSpec(contextType, {
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (args.length > 0 || (kwnames?.length ?? 0) > 0) throw typeError('Context() does not accept any arguments');
      return new PyContext(new Map());
    },
    tp_hash: null,
    tp_iter: (self) => listIterator(listOf((self as PyContext).variables.keys())),
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyContext) || !(right instanceof PyContext) || (op !== Py_EQ && op !== Py_NE))
        return NotImplemented;
      return areEqual(left.variables, right.variables) === (op === Py_EQ);
    },
    sq_length: (self) => (self as PyContext).variables.size,
    sq_contains: (self, key) => (self as PyContext).variables.has(requireVariable(key)),
    mp_subscript: (self, key) => {
      const value = (self as PyContext).variables.get(requireVariable(key));
      if (value === undefined) throw keyError(key);
      return value;
    },
  },
  methods: {
    get: method(
      '($self, key, default=None, /)',
      (self: PyContext, key: Value, fallback: Value | undefined) =>
        self.variables.get(requireVariable(key)) ?? fallback ?? None,
      'Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`.  If `default` is not\ngiven, return None.',
    ),
    items: method(
      '($self, /)',
      (self: PyContext) => listOf([...self.variables].map((pair) => new PyTuple(pair))),
      'Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value).',
    ),
    keys: method(
      '($self, /)',
      (self: PyContext) => listOf(self.variables.keys()),
      'Return a list of all variables in the context object.',
    ),
    values: method(
      '($self, /)',
      (self: PyContext) => listOf(self.variables.values()),
      "Return a list of all variables' values in the context object.",
    ),
    copy: method(
      '($self, /)',
      (self: PyContext) => new PyContext(self.variables),
      'Return a shallow copy of the context object.',
    ),
    run: waiting(
      rawMethod(null, (self, args, kwnames) => {
        if (args.length === (kwnames?.length ?? 0)) throw typeError('run() missing 1 required positional argument');
        return runInContext(self, () => call(args[0]!, args.slice(1), kwnames));
      }),
    ),
  },
});

function areEqual(left: Variables, right: Variables): boolean {
  if (left.size !== right.size) return false;
  for (const [variable, value] of left) {
    const other = right.get(variable);
    if (other === undefined || !isEqual(value, other)) return false;
  }
  return true;
}

const bindContextVar = argumentBinder('ContextVar', '(name, *, default=<unrepresentable>)');

const contextVarSpec = typeSpec(contextVarType, {
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (args.length === (kwnames?.length ?? 0) && kwnames?.includes('name') !== true) {
        throw typeError('ContextVar() takes exactly 1 positional argument (0 given)');
      }
      const [name, fallback] = bindContextVar(args, kwnames) as [Value, Value | undefined];
      if (asText(name) === undefined) throw typeError('context variable name must be a str');
      return new PyContextVar(name, fallback);
    },
    tp_repr: (self) => {
      const { name, fallback } = self as PyContextVar;
      const parts: Text[] = ['<ContextVar name=', reprText(name)];
      if (fallback !== undefined) parts.push(' default=', reprText(fallback));
      return concatTexts([...parts, ` at ${identityText(self)}>`]);
    },
  },
  methods: {
    get: method(
      '($self, default=<unrepresentable>, /)',
      (self: PyContextVar, fallback: Value | undefined) => {
        const value = state().current?.variables.get(self) ?? fallback ?? self.fallback;
        if (value === undefined) throw newException(excTypes.LookupError, self);
        return value;
      },
      `Return a value for the context variable for the current context.

If there is no value for the variable in the current context, the
method will:
 * return the value of the default argument of the method, if
   provided; or
 * return the default value for the context variable, if it was
   created with one; or
 * raise a LookupError.`,
    ),
    set: method(
      '($self, value, /)',
      setVariable,
      `Call to set a new value for the context variable in the current context.

The required value argument is the new value for the context
variable.

Returns a Token object that can be used to restore the variable to
its previous value via the \`ContextVar.reset()\` method.`,
    ),
    reset: method(
      '($self, token, /)',
      resetVariable,
      `Reset the context variable.

The variable is reset to the value it had before the
\`ContextVar.set()\` that created the token was used.`,
    ),
    __class_getitem__: classGetItem('ContextVars are generic over the type of their contained values'),
  },
  members: { name: { get: (self) => (self as PyContextVar).name } },
});

const tokenSpec = typeSpec(tokenType, {
  slots: {
    tp_new: () => {
      throw runtimeError('Tokens can only be created by ContextVars');
    },
    tp_hash: null,
    tp_repr: (self) => {
      const token = self as PyToken;
      const used = token.isUsed ? ' used' : '';
      return concatTexts([`<Token${used} var=`, reprText(token.variable), strFromUtf16(` at ${identityText(token)}>`)]);
    },
  },
  methods: {
    __class_getitem__: classGetItem('Tokens are generic over the same type as the ContextVar which created them.'),
    __enter__: method('($self, /)', (self: PyToken) => self, 'Enter into Token context manager.'),
    __exit__: method(
      '($self, type, val, tb, /)',
      (self: PyToken) => resetVariable(self.variable, self),
      'Exit from Token context manager, restore the linked ContextVar.',
    ),
  },
  getset: {
    var: { get: (self) => (self as PyToken).variable },
    old_value: { get: (self) => (self as PyToken).old ?? MISSING },
  },
  attributes: { MISSING: () => MISSING },
});

const missingSpec = typeSpec(missingType, { slots: { tp_repr: () => '<Token.MISSING>' } });

export const contextvarsModule = defineModule('_contextvars', {
  doc: 'Context Variables',
  functions: { copy_context: nativeFunction('($module, /)', copyContext) },
  hiddenTypes: [missingSpec],
  types: [contextSpec, contextVarSpec, tokenSpec],
});
