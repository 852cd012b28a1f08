/**
 * `TypeVar`, `ParamSpec` and `TypeVarTuple`. Bounds, constraints and defaults of those that `def f[T: …]` makes are
 * functions, called when they are first asked for.
 *
 * @cpython Objects/typevarobject.c
 */
import {
  argumentBinder,
  asText,
  call,
  getAttr,
  getIter,
  isTrue,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  objectType,
  PyInstance,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_NE,
  reprText,
  setAttr,
  strHost,
  strText,
  thread,
  toArray,
  typeError,
  typeName,
  typeSpec,
  isEqual,
  valueError,
  type GetSet,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { concatTexts } from '../../objects/list/index.ts';
import { unionFrom } from '../../objects/union/index.ts';
import { PyConstEvaluator } from './const-evaluator.ts';
import { paramSpecDoc, typeVarDoc, typeVarTupleDoc } from './docs.ts';

class PyNoDefault extends PyObject {}
const noDefaultType = makeBuiltinType('NoDefaultType', objectType, PyNoDefault);
noDefaultType.hasIdentityHash = true;
/** Says that a type parameter has no default. */
export const NoDefault = new PyNoDefault();

export const noDefaultSpec = typeSpec(noDefaultType, {
  doc: 'NoDefaultType()\n--\n\nThe type of the NoDefault singleton.',
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (args.length > 0 || (kwnames?.length ?? 0) > 0) throw typeError('NoDefaultType takes no arguments');
      return NoDefault;
    },
    tp_repr: () => 'typing.NoDefault',
  },
  methods: { __reduce__: method('($self, /)', () => 'NoDefault') },
});

/** A value that may be computed when it is first asked for. */
export class LazyValue {
  private value: Value | undefined;
  private readonly evaluate: Value | undefined;
  constructor(value: Value | undefined, evaluate: Value | undefined) {
    this.value = value;
    this.evaluate = evaluate;
  }
  get isGiven(): boolean {
    return this.value !== undefined || this.evaluate !== undefined;
  }
  /** The value; `undefined` when there is none. */
  get(): Value | undefined {
    if (this.value === undefined && this.evaluate !== undefined) this.value = call(this.evaluate, [1]);
    return this.value;
  }
  /** The function that evaluates it, or None. */
  evaluator(): Value {
    if (this.evaluate !== undefined) return this.evaluate;
    return this.value === undefined || this.value === NoDefault ? None : new PyConstEvaluator(this.value);
  }
}
const NOTHING = new LazyValue(undefined, undefined);
const NO_DEFAULT = new LazyValue(NoDefault, undefined);

/** A type parameter of any kind. */
export abstract class PyTypeParameter extends PyInstance {
  readonly name: Value;
  default: LazyValue = NO_DEFAULT;
  constructor(name: Value) {
    super();
    this.name = name;
  }
  get hasDefault(): boolean {
    return this.default !== NO_DEFAULT;
  }
}

abstract class PyVariantParameter extends PyTypeParameter {
  isCovariant = false;
  isContravariant = false;
  infersVariance = false;
  bound: LazyValue = NOTHING;
}
export class PyTypeVar extends PyVariantParameter {
  constraints: LazyValue = NOTHING;
}
export class PyParamSpec extends PyVariantParameter {}
export class PyTypeVarTuple extends PyTypeParameter {}

export const typeVarType = makeBuiltinType('typing.TypeVar', objectType, PyTypeVar);
export const paramSpecType = makeBuiltinType('typing.ParamSpec', objectType, PyParamSpec);
export const typeVarTupleType = makeBuiltinType('typing.TypeVarTuple', objectType, PyTypeVarTuple);
for (const type of [typeVarType, paramSpecType, typeVarTupleType]) {
  type.hasDict = true;
  type.hasWeakref = true;
  type.hasIdentityHash = true;
}

const typing = (name: string): Value => getAttr(thread.interp.importModule('typing'), name);

/** The module of the calling Python code, or None. */
export function callingModule(): Value {
  const frame = thread.currentFrame;
  if (frame === null) return None;
  return frame.func?.module ?? frame.globals.getStr('__name__') ?? None;
}

/** @throws TypeError when the value cannot be a type */
function checkedBound(bound: Value): LazyValue {
  if (bound === None) return NOTHING;
  return new LazyValue(call(typing('_type_check'), [bound, 'Bound must be a type.']), undefined);
}

function requireName(name: Value, what: string): void {
  if (asText(name) === undefined) throw typeError(`${what}() argument 'name' must be str, not ${typeName(name)}`);
}

/** Sets the variance as the arguments say. @throws ValueError */
function setVariance(
  parameter: PyVariantParameter,
  covariant: Value | undefined,
  contravariant: Value | undefined,
  infer: Value | undefined,
): void {
  parameter.isCovariant = covariant !== undefined && isTrue(covariant);
  parameter.isContravariant = contravariant !== undefined && isTrue(contravariant);
  parameter.infersVariance = infer !== undefined && isTrue(infer);
  if (parameter.isCovariant && parameter.isContravariant) throw valueError('Bivariant types are not supported.');
  if (parameter.infersVariance && (parameter.isCovariant || parameter.isContravariant)) {
    throw valueError('Variance cannot be specified with infer_variance.');
  }
}

/** Sets `__module__` and the default that was given. */
function finish<T extends PyTypeParameter>(parameter: T, given: Value | undefined): T {
  if (given !== undefined && given !== NoDefault) parameter.default = new LazyValue(given, undefined);
  const module = callingModule();
  if (module !== None) setAttr(parameter, '__module__', module);
  return parameter;
}

function variantRepr(self: Value): Value {
  const parameter = self as PyVariantParameter;
  if (parameter.infersVariance) return parameter.name;
  const sign = parameter.isCovariant ? '+' : parameter.isContravariant ? '-' : '~';
  return concatTexts([sign, strText(parameter.name)]);
}

const either = (left: Value, right: Value): Value => unionFrom([left, right]);

const sharedMethods: Readonly<Record<string, NativeSpec>> = {
  has_default: method('($self, /)', (self: PyTypeParameter) => self.hasDefault),
  __reduce__: method('($self, /)', (self: PyTypeParameter) => self.name),
  __mro_entries__: method('($self, object, /)', (self: PyTypeParameter) => {
    throw typeError(`Cannot subclass an instance of ${self.ob_type.name}`);
  }),
};

const nameMember: Readonly<Record<string, GetSet>> = { __name__: { get: (self) => (self as PyTypeParameter).name } };
const varianceMembers: Readonly<Record<string, GetSet>> = {
  ...nameMember,
  __covariant__: { get: (self) => (self as PyVariantParameter).isCovariant },
  __contravariant__: { get: (self) => (self as PyVariantParameter).isContravariant },
  __infer_variance__: { get: (self) => (self as PyVariantParameter).infersVariance },
};
const defaultGetSet = (doc?: string): Readonly<Record<string, GetSet>> => ({
  __default__: {
    get: (self) => (self as PyTypeParameter).default.get() ?? NoDefault,
    ...(doc === undefined ? {} : { doc }),
  },
  evaluate_default: { get: (self) => (self as PyTypeParameter).default.evaluator() },
});

/** @throws TypeError @cpython typevar_typing_prepare_subst_impl */
function prepareSubstitution(self: PyTypeVar, alias: Value, args: Value): Value {
  const parameters = toArray(getAttr(alias, '__parameters__'));
  const items = toArray(args);
  const at = parameters.indexOf(self);
  if (at < items.length) return args;
  if (at === items.length && self.default !== NO_DEFAULT) return new PyTuple([...items, self.default.get()!]);
  throw typeError(`Too few arguments for ${strHost(alias)}; actual ${items.length}, expected at least ${at + 1}`);
}

const bindTypeVar = argumentBinder(
  'typevar',
  '(name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)',
);

export const typeVarSpec = typeSpec(typeVarType, {
  doc: typeVarDoc,
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [name, bound, given, covariant, contravariant, infer, constraints] = bindTypeVar(args, kwnames) as [
        Value,
        ...(Value | undefined)[],
      ] as [Value, Value?, Value?, Value?, Value?, Value?, Value[]?];
      requireName(name, 'typevar');
      const parameter = new PyTypeVar(name);
      setVariance(parameter, covariant, contravariant, infer);
      parameter.bound = checkedBound(bound ?? None);
      const choices = constraints ?? [];
      if (choices.length === 1) throw typeError('A single constraint is not allowed');
      if (choices.length > 0) {
        if (parameter.bound.isGiven) throw typeError('Constraints cannot be combined with bound=...');
        parameter.constraints = new LazyValue(new PyTuple(choices), undefined);
      }
      return finish(parameter, given);
    },
    tp_repr: variantRepr,
    nb_or: either,
  },
  methods: {
    ...sharedMethods,
    __typing_subst__: method('($self, arg, /)', (self: PyTypeVar, arg: Value) =>
      call(typing('_typevar_subst'), [self, arg]),
    ),
    __typing_prepare_subst__: method('($self, alias, args, /)', prepareSubstitution),
  },
  members: varianceMembers,
  getset: {
    __bound__: { get: (self) => (self as PyTypeVar).bound.get() ?? None },
    __constraints__: { get: (self) => (self as PyTypeVar).constraints.get() ?? new PyTuple([]) },
    evaluate_bound: { get: (self) => (self as PyTypeVar).bound.evaluator() },
    evaluate_constraints: { get: (self) => (self as PyTypeVar).constraints.evaluator() },
    ...defaultGetSet(),
  },
});

const bindParamSpec = argumentBinder(
  'paramspec',
  '(name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)',
);

/** `P.args` or `P.kwargs`. */
abstract class PyParamSpecPart extends PyObject {
  readonly origin: Value;
  constructor(origin: Value) {
    super();
    this.origin = origin;
  }
}
class PyParamSpecArgs extends PyParamSpecPart {}
class PyParamSpecKwargs extends PyParamSpecPart {}
const paramSpecArgsType = makeBuiltinType('typing.ParamSpecArgs', objectType, PyParamSpecArgs);
const paramSpecKwargsType = makeBuiltinType('typing.ParamSpecKwargs', objectType, PyParamSpecKwargs);
paramSpecArgsType.hasWeakref = true;
paramSpecKwargsType.hasWeakref = true;

function partSpec(which: 'args' | 'kwargs', partClass: typeof PyParamSpecArgs, doc: string) {
  const type = which === 'args' ? paramSpecArgsType : paramSpecKwargsType;
  const bind = argumentBinder(`paramspec${which}`, '(origin)');
  return typeSpec(type, {
    doc,
    slots: {
      tp_new: (_type, args, kwnames) => new partClass(bind(args, kwnames)[0] as Value),
      tp_repr: (self) => {
        const origin = (self as PyParamSpecPart).origin;
        return concatTexts([origin instanceof PyParamSpec ? strText(origin.name) : reprText(origin), `.${which}`]);
      },
      tp_hash: null,
      tp_richcompare: (left, right, op) => {
        if (!(right instanceof partClass) || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
        return isEqual((left as PyParamSpecPart).origin, right.origin) === (op === Py_EQ);
      },
    },
    methods: {
      __mro_entries__: method('($self, object, /)', () => {
        throw typeError(`Cannot subclass an instance of ${type.name}`);
      }),
    },
    members: { __origin__: { get: (self) => (self as PyParamSpecPart).origin } },
  });
}

const partDoc = (which: string, name: string): string => `The ${which} for a ParamSpec object.

Given a ParamSpec object P, P.${which} is an instance of ${name}.

${name} objects have a reference back to their ParamSpec::

    >>> P = ParamSpec("P")
    >>> P.${which}.__origin__ is P
    True

This type is meant for runtime introspection and has no special meaning
to static type checkers.
`;

export const paramSpecArgsSpec = partSpec('args', PyParamSpecArgs, partDoc('args', 'ParamSpecArgs'));
export const paramSpecKwargsSpec = partSpec('kwargs', PyParamSpecKwargs, partDoc('kwargs', 'ParamSpecKwargs'));

export const paramSpecSpec = typeSpec(paramSpecType, {
  doc: paramSpecDoc,
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [name, bound, given, covariant, contravariant, infer] = bindParamSpec(args, kwnames) as [
        Value,
        ...(Value | undefined)[],
      ];
      requireName(name, 'paramspec');
      const parameter = new PyParamSpec(name);
      setVariance(parameter, covariant, contravariant, infer);
      parameter.bound = checkedBound(bound ?? None);
      return finish(parameter, given);
    },
    tp_repr: variantRepr,
    nb_or: either,
  },
  methods: {
    ...sharedMethods,
    __typing_subst__: method('($self, arg, /)', (self: Value, arg: Value) =>
      call(typing('_paramspec_subst'), [self, arg]),
    ),
    __typing_prepare_subst__: method('($self, alias, args, /)', (self: Value, alias: Value, args: Value) =>
      call(typing('_paramspec_prepare_subst'), [self, alias, args]),
    ),
  },
  members: { ...varianceMembers, __bound__: { get: (self) => (self as PyParamSpec).bound.get() ?? None } },
  getset: {
    args: { get: (self) => new PyParamSpecArgs(self), doc: 'Represents positional arguments.' },
    kwargs: { get: (self) => new PyParamSpecKwargs(self), doc: 'Represents keyword arguments.' },
    ...defaultGetSet('The default value for this ParamSpec.'),
  },
});

const bindTypeVarTuple = argumentBinder('typevartuple', '(name, *, default=typing.NoDefault)');

/** `*Ts`: an iterator over the one `Unpack[Ts]`. */
export function unpacked(self: Value): Value {
  const unpack = typing('Unpack');
  const subscript = unpack instanceof PyObject ? unpack.ob_type.mp_subscript : undefined;
  return getIter(new PyTuple([subscript!(unpack, self)]));
}

export const typeVarTupleSpec = typeSpec(typeVarTupleType, {
  doc: typeVarTupleDoc,
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [name, given] = bindTypeVarTuple(args, kwnames) as [Value, Value | undefined];
      requireName(name, 'typevartuple');
      return finish(new PyTypeVarTuple(name), given);
    },
    tp_repr: (self) => (self as PyTypeVarTuple).name,
    tp_iter: unpacked,
  },
  methods: {
    ...sharedMethods,
    __typing_subst__: method('($self, arg, /)', (_self: Value, _arg: Value) => {
      throw typeError('Substitution of bare TypeVarTuple is not supported');
    }),
    __typing_prepare_subst__: method('($self, alias, args, /)', (self: Value, alias: Value, args: Value) =>
      call(typing('_typevartuple_prepare_subst'), [self, alias, args]),
    ),
  },
  members: nameMember,
  getset: defaultGetSet('The default value for this TypeVarTuple.'),
});
