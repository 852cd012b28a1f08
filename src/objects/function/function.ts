/**
 * The type `function`: attributes, calling, binding.
 *
 * @cpython Objects/funcobject.c
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from '../../code/code-object.ts';
import {
  argumentBinder,
  asText,
  assignInstanceDict,
  attributeError,
  call,
  excTypes,
  identityText,
  instanceDict,
  isCallable,
  None,
  PyCell,
  PyDict,
  PyMethod,
  PyTuple,
  strFromUtf16,
  strHost,
  thread,
  typeError,
  typeName,
  typeSpec,
  valueError,
  warn,
  type GetSet,
  type Kwnames,
  type Value,
  shownNamespace,
} from '../core/index.ts';
import { builtinsOf } from './builtins-of.ts';
import { PyCode } from './py-code.ts';
import { functionType, PyFunction } from './py-function.ts';

/** What kind of thing a call of the code makes. */
const CODE_KIND = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

const asFunction = (self: Value): PyFunction => self as PyFunction;

function freeVariableCount(code: PyCode): number {
  return code.nlocalsplus - code.firstFree;
}

function readonly(get: (func: PyFunction) => Value): GetSet {
  return {
    get: (self) => get(asFunction(self)),
    set() {
      throw attributeError('readonly attribute');
    },
  };
}

function textAttribute(field: 'name' | 'qualname'): GetSet {
  return {
    get: (self) => asFunction(self)[field],
    set(self, value) {
      if (value === undefined || asText(value) === undefined) {
        throw typeError(`__${field}__ must be set to a string object`);
      }
      asFunction(self)[field] = value;
    },
  };
}

/** `__annotations__`, evaluated on first use. @cpython func_get_annotation_dict */
function annotationsOf(func: PyFunction): Value {
  let annotations = func.annotations;
  if (annotations === null) {
    if (func.annotate === null || func.annotate === None || !isCallable(func.annotate)) annotations = new PyDict();
    else {
      annotations = call(func.annotate, [1]);
      if (!(annotations instanceof PyDict)) {
        throw typeError(`__annotate__ returned non-dict of type '${typeName(annotations)}'`);
      }
    }
  } else if (annotations instanceof PyTuple) {
    const dict = new PyDict();
    for (let i = 0; i + 1 < annotations.items.length; i += 2)
      dict.set(annotations.items[i]!, annotations.items[i + 1]!);
    annotations = dict;
  }
  func.annotations = annotations;
  return annotations;
}

const attributes: Record<string, GetSet> = {
  __code__: {
    get: (self) => asFunction(self).code,
    set(self, value) {
      const func = asFunction(self);
      if (!(value instanceof PyCode)) throw typeError('__code__ must be set to a code object');
      const expected = freeVariableCount(func.code);
      const actual = freeVariableCount(value);
      if (actual !== expected) {
        throw valueError(`${strHost(func.name)}() requires a code object with ${expected} free vars, not ${actual}`);
      }
      if ((value.flags & CODE_KIND) !== (func.code.flags & CODE_KIND)) {
        warn(
          excTypes.DeprecationWarning,
          'Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)',
          1,
        );
      }
      func.code = value;
      func.modified();
    },
  },
  __defaults__: {
    get: (self) => asFunction(self).defaults ?? None,
    set(self, value) {
      if (value === None) value = undefined;
      if (value !== undefined && !(value instanceof PyTuple))
        throw typeError('__defaults__ must be set to a tuple object');
      asFunction(self).defaults = value ?? null;
      asFunction(self).modified();
    },
  },
  __kwdefaults__: {
    get: (self) => asFunction(self).kwdefaults ?? None,
    set(self, value) {
      if (value === None) value = undefined;
      if (value !== undefined && !(value instanceof PyDict))
        throw typeError('__kwdefaults__ must be set to a dict object');
      asFunction(self).kwdefaults = value ?? null;
      asFunction(self).modified();
    },
  },
  __annotations__: {
    get: (self) => annotationsOf(asFunction(self)),
    set(self, value) {
      if (value === None) value = undefined;
      if (value !== undefined && !(value instanceof PyDict)) {
        throw typeError('__annotations__ must be set to a dict object');
      }
      asFunction(self).annotations = value ?? null;
      asFunction(self).annotate = null;
    },
    doc: 'Dict of annotations in a function object.',
  },
  __annotate__: {
    get: (self) => asFunction(self).annotate ?? None,
    set(self, value) {
      if (value === undefined) throw typeError('__annotate__ cannot be deleted');
      if (value === None) asFunction(self).annotate = value;
      else if (isCallable(value)) {
        asFunction(self).annotate = value;
        asFunction(self).annotations = null;
      } else throw typeError('__annotate__ must be callable or None');
    },
    doc: 'Get the code object for a function.',
  },
  __dict__: {
    get: (self) => instanceDict(asFunction(self)),
    set(self, value) {
      if (value === undefined) throw typeError('cannot delete __dict__');
      if (!(value instanceof PyDict))
        throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
      assignInstanceDict(asFunction(self), value);
    },
  },
  __name__: textAttribute('name'),
  __qualname__: textAttribute('qualname'),
  __type_params__: {
    get: (self) => (asFunction(self).typeParams ??= NO_TYPE_PARAMS),
    set(self, value) {
      if (!(value instanceof PyTuple)) throw typeError('__type_params__ must be set to a tuple');
      asFunction(self).typeParams = value;
    },
    doc: 'Get the declared type parameters for a function.',
  },
  __doc__: {
    get: (self) => asFunction(self).doc,
    set(self, value) {
      asFunction(self).doc = value ?? None;
    },
  },
  __module__: {
    get: (self) => asFunction(self).module,
    set(self, value) {
      asFunction(self).module = value ?? None;
    },
  },
};

const bind = argumentBinder('function', '(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)');

/** `function(code, globals, …)`. @cpython func_new_impl */
function newFunction(args: readonly Value[], kwnames: Kwnames): PyFunction {
  const [code, globals, name, defaults, closure, kwdefaults] = bind(args, kwnames) as (Value | undefined)[];
  if (!(code instanceof PyCode)) throw typeError(`function() argument 'code' must be code, not ${typeName(code!)}`);
  if (!(globals instanceof PyDict))
    throw typeError(`function() argument 'globals' must be dict, not ${typeName(globals!)}`);
  const given = (value: Value | undefined): Value | undefined => (value === None ? undefined : value);
  const ownName = given(name);
  const ownDefaults = given(defaults);
  const ownClosure = given(closure);
  const ownKwdefaults = given(kwdefaults);
  if (ownName !== undefined && asText(ownName) === undefined) throw typeError('arg 3 (name) must be None or string');
  if (ownDefaults !== undefined && !(ownDefaults instanceof PyTuple)) {
    throw typeError('arg 4 (defaults) must be None or tuple');
  }
  const cellCount = freeVariableCount(code);
  if (ownClosure !== undefined && !(ownClosure instanceof PyTuple)) {
    throw typeError(cellCount > 0 ? 'arg 5 (closure) must be tuple' : 'arg 5 (closure) must be None or tuple');
  }
  if (ownClosure === undefined && cellCount > 0) throw typeError('arg 5 (closure) must be tuple');
  if (ownKwdefaults !== undefined && !(ownKwdefaults instanceof PyDict)) {
    throw typeError('arg 6 (kwdefaults) must be None or dict');
  }
  const cells = ownClosure === undefined ? [] : (ownClosure as PyTuple).items;
  if (cells.length !== cellCount) {
    throw valueError(`${code.name} requires closure of length ${cellCount}, not ${cells.length}`);
  }
  for (const cell of cells) {
    if (!(cell instanceof PyCell)) throw typeError(`arg 5 (closure) expected cell, found ${typeName(cell)}`);
  }
  const func = new PyFunction(
    code,
    globals,
    builtinsOf(globals),
    ownName ?? strFromUtf16(code.name),
    strFromUtf16(code.qualname),
  );
  if (ownClosure !== undefined) {
    func.closureTuple = ownClosure as PyTuple;
    func.closure = cells as readonly PyCell[];
  }
  func.defaults = (ownDefaults as PyTuple | undefined) ?? null;
  func.kwdefaults = (ownKwdefaults as PyDict | undefined) ?? null;
  return func;
}

/** CPython has one empty tuple. */
const NO_TYPE_PARAMS = new PyTuple([]);

export const functionSpec = typeSpec(functionType, {
  doc: `function(code, globals, name=None, argdefs=None, closure=None,
         kwdefaults=None)
--

Create a function object.

  code
    a code object
  globals
    the globals dictionary
  name
    a string that overrides the name from the code object
  argdefs
    a tuple that specifies the default argument values
  closure
    a tuple that supplies the bindings for free variables
  kwdefaults
    a dictionary that specifies the default keyword argument values`,
  slots: {
    tp_new: (_type, args, kwnames) => newFunction(args, kwnames),
    tp_call: (self, args, kwnames) => thread.engine.callFunction(self, args, kwnames),
    tp_repr: (self) => strFromUtf16(`<function ${strHost(asFunction(self).qualname)} at ${identityText(self)}>`),
    tp_descr_get: (self, object) => (object === undefined || object === None ? self : new PyMethod(self, object)),
  },
  members: {
    __closure__: readonly((func) => {
      if (func.closure === null) return None;
      return (func.closureTuple ??= new PyTuple(func.closure));
    }),
    __globals__: readonly((func) => shownNamespace(func.globals)),
    __builtins__: readonly((func) => shownNamespace(func.builtins)),
  },
  getset: attributes,
});
