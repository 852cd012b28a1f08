/**
 * `BaseExceptionGroup` and `ExceptionGroup`.
 *
 * @cpython Objects/exceptions.c BaseExceptionGroup_new, exceptiongroup_split_recursive
 */
import type { PyBaseException } from '../core/index.ts';
import {
  None,
  PyList,
  PyTuple,
  PyType,
  Py_TPFLAGS_BASETYPE,
  allocate,
  asText,
  call,
  callMethod,
  classMethod,
  excTypes,
  getAttrOrUndefined,
  isCallable,
  isInstance,
  isInstanceOf,
  isPyException,
  isSequence,
  isTrue,
  makeBuiltinType,
  method,
  setAttr,
  strFromUtf16,
  textToHost,
  toArray,
  typeError,
  typeName,
  typeSpec,
  valueError,
  listType,
  tupleType,
  repr,
  reprHost,
  strHost,
  typeOf,
  genericAliasOf,
  type Kwnames,
  type TypeSpec,
  type Value,
} from '../core/index.ts';
import { exceptionInit } from './exceptions.ts';

const GroupClass = excTypes.BaseExceptionGroup.instanceClass as unknown as new (args: PyTuple) => PyBaseException;

/** `ExceptionGroup`, which derives from both `BaseExceptionGroup` and `Exception`. */
export const exceptionGroupType: PyType = makeExceptionGroupType();

function makeExceptionGroupType(): PyType {
  const type = makeBuiltinType(
    'ExceptionGroup',
    excTypes.BaseExceptionGroup,
    class extends GroupClass {},
    Py_TPFLAGS_BASETYPE | (excTypes.Exception.tp_flags & (1 << 30)),
  );
  type.hasDict = true;
  type.hasIdentityHash = true;
  type.addsLayout = false;
  type.tp_bases = [excTypes.BaseExceptionGroup, excTypes.Exception];
  type.tp_mro = [type, excTypes.BaseExceptionGroup, excTypes.Exception, ...excTypes.BaseException.tp_mro];
  excTypes.Exception.addSubclass(type);
  return type;
}

export function isExceptionGroup(value: Value): value is PyBaseException {
  return isInstanceOf(value, excTypes.BaseExceptionGroup);
}

/** The exceptions of a group. */
export function exceptionsOf(group: PyBaseException): readonly Value[] {
  return (group.field('exceptions') as PyTuple).items;
}

function groupNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${type.name}() takes no keyword arguments`);
  if (args.length !== 2)
    throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, exceptions] = args as [Value, Value];
  if (asText(message) === undefined)
    throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`);
  if (!isSequence(exceptions)) throw typeError('second argument (exceptions) must be a sequence');
  const items = toArray(exceptions);
  if (items.length === 0) throw valueError('second argument (exceptions) must be a non-empty sequence');
  let areAllExceptions = true;
  items.forEach((item, i) => {
    if (!isPyException(item)) throw valueError(`Item ${i} of second argument (exceptions) is not an exception`);
    if (!isInstanceOf(item, excTypes.Exception)) areAllExceptions = false;
  });
  let actual = type;
  if (type === excTypes.BaseExceptionGroup) {
    if (areAllExceptions) actual = exceptionGroupType;
  } else if (type === exceptionGroupType) {
    if (!areAllExceptions) throw typeError('Cannot nest BaseExceptions in an ExceptionGroup');
  } else if (type.isSubtype(excTypes.Exception) && !areAllExceptions) {
    throw typeError(`Cannot nest BaseExceptions in '${type.name}'`);
  }
  const group = allocate<[PyTuple], PyBaseException>(actual, new PyTuple([message, exceptions]));
  group.setField('message', message);
  group.setField('exceptions', new PyTuple(items));
  // What the argument was is shown by `repr`, however it or `args` changes later.
  if (!isInstanceOf(exceptions, tupleType))
    group.setField('given', isInstanceOf(exceptions, listType) ? None : repr(exceptions));
  return group;
}

type Matcher = (exception: Value) => boolean;

/** The condition of `split`/`subgroup`: a type, a tuple of types, or a function. */
function matcherOf(condition: Value): Matcher {
  const isType = (value: Value): boolean => value instanceof PyType && value.isSubtype(excTypes.BaseException);
  if (isType(condition) || (condition instanceof PyTuple && condition.items.every(isType))) {
    return (exception) => isInstance(exception, condition);
  }
  if (!(condition instanceof PyType) && isCallable(condition))
    return (exception) => isTrue(call(condition, [exception]));
  throw typeError('expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

/** A group of these exceptions with the metadata of `original`. @cpython exceptiongroup_subset */
function subset(original: PyBaseException, exceptions: Value[]): Value {
  if (exceptions.length === 0) return None;
  const group = callMethod(original, 'derive', new PyList(exceptions));
  if (!isExceptionGroup(group)) {
    throw typeError('derive must return an instance of BaseExceptionGroup');
  }
  group.traceback = original.traceback;
  group.context = original.context;
  group.cause = original.cause;
  group.suppressContext = original.suppressContext;
  const notes = getAttrOrUndefined(original, '__notes__');
  if (notes !== undefined && isSequence(notes)) setAttr(group, '__notes__', new PyList(toArray(notes)));
  return group;
}

/** @returns the matching part and the rest, each None when empty. @cpython exceptiongroup_split_recursive */
export function splitGroup(exception: Value, matcher: Matcher, wantsRest: boolean): [Value, Value] {
  if (matcher(exception)) return [exception, None];
  if (!isExceptionGroup(exception)) return [None, wantsRest ? exception : None];
  const matching: Value[] = [];
  const rest: Value[] = [];
  for (const inner of exceptionsOf(exception)) {
    const [match, other] = splitGroup(inner, matcher, wantsRest);
    if (match !== None) matching.push(match);
    if (other !== None) rest.push(other);
  }
  return [subset(exception, matching), wantsRest ? subset(exception, rest) : None];
}

const groupSpec = typeSpec(excTypes.BaseExceptionGroup, {
  doc: 'A combination of multiple unrelated exceptions.',
  slots: {
    tp_new: groupNew,
    tp_init: (self, args, kwnames) => {
      const group = self as PyBaseException;
      exceptionInit(self, args, kwnames);
      group.args = new PyTuple(args.slice());
    },
    tp_repr: (self) => {
      const group = self as PyBaseException;
      const exceptions = group.field('exceptions') as PyTuple;
      const given = group.fields?.get('given');
      const shown =
        given === undefined ? exceptions : given === None ? new PyList(exceptions.items.slice()) : undefined;
      const list = shown === undefined ? strHost(given!) : reprHost(shown);
      return strFromUtf16(`${typeOf(group).name}(${reprHost(group.field('message'))}, ${list})`);
    },
    tp_str: (self) => {
      const group = self as PyBaseException;
      const count = exceptionsOf(group).length;
      return strFromUtf16(
        `${textToHost(asText(group.field('message'))!)} (${count} sub-exception${count === 1 ? '' : 's'})`,
      );
    },
  },
  methods: {
    derive: method('($self, excs, /)', (self: PyBaseException, exceptions: Value) =>
      call(excTypes.BaseExceptionGroup, [self.field('message'), exceptions]),
    ),
    split: method('($self, matcher_value, /)', (self: Value, condition: Value) => {
      const [match, rest] = splitGroup(self, matcherOf(condition), true);
      return new PyTuple([match, rest]);
    }),
    subgroup: method(
      '($self, matcher_value, /)',
      (self: Value, condition: Value) => splitGroup(self, matcherOf(condition), false)[0],
    ),
    __class_getitem__: classMethod(
      '($type, object, /)',
      (type: Value, key: Value) => genericAliasOf(type, key),
      'Exception groups are generic over the type of their contained exceptions',
    ),
  },
  members: {
    message: { get: (self) => (self as PyBaseException).field('message'), doc: 'exception message' },
    exceptions: { get: (self) => (self as PyBaseException).field('exceptions'), doc: 'nested exceptions' },
  },
});

export const exceptionGroupSpecs: readonly TypeSpec[] = [
  groupSpec,
  typeSpec(exceptionGroupType, { attributes: { __module__: () => 'builtins' } }),
];
