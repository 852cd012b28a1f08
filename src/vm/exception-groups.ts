/**
 * `except*`.
 *
 * @cpython Python/ceval.c _PyEval_ExceptionGroupMatch, Objects/exceptions.c _PyExc_PrepReraiseStar
 */
import {
  call2,
  callMethod,
  excTypes,
  isInstanceOf,
  None,
  PyBaseException,
  PyList,
  PyTuple,
  readInstanceAttribute,
  runtimeError,
  typeError,
  typeName,
  writeInstanceAttribute,
  getAttr,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import type { PyFrame } from '../objects/frame/py-frame.ts';
import { PyTraceback } from '../objects/frame/py-traceback.ts';
import { checkExceptStarType, exceptionMatches } from './unwinding.ts';

function isGroup(value: Value): value is PyBaseException {
  return isInstanceOf(value, excTypes.BaseExceptionGroup);
}

/** A group of `exceptions`, `ExceptionGroup` where all are `Exception`s. */
function makeGroup(exceptions: PyList | PyTuple): PyBaseException {
  return call2(excTypes.BaseExceptionGroup, '', exceptions) as PyBaseException;
}

/** CHECK_EG_MATCH: exception, type -- rest, match. */
export function checkEgMatch(t: ThreadState, frame: PyFrame, stack: (Value | undefined)[], sp: number): void {
  const exception = stack[sp - 2]!;
  const type = stack[sp - 1]!;
  checkExceptStarType(type);
  let match: Value = None;
  let rest: Value = None;
  if (exception === None) {
    stack[sp - 2] = None;
    stack[sp - 1] = None;
    return;
  }
  if (exceptionMatches(exception, type)) {
    if (isGroup(exception)) match = exception;
    else {
      const wrapped = makeGroup(new PyTuple([exception]));
      wrapped.traceback = new PyTraceback(null, frame, frame.ip - 1);
      match = wrapped;
    }
  } else if (isGroup(exception)) {
    const pair = callMethod(exception, 'split', type);
    if (!(pair instanceof PyTuple)) {
      throw typeError(`${typeName(exception)}.split must return a tuple, not ${typeName(pair)}`);
    }
    if (pair.items.length < 2) {
      throw typeError(`${typeName(exception)}.split must return a 2-tuple, got tuple of size ${pair.items.length}`);
    }
    match = pair.items[0]!;
    rest = pair.items[1]!;
  } else rest = exception;
  stack[sp - 2] = rest;
  stack[sp - 1] = match;
  if (match !== None) {
    t.handledException = match as PyBaseException;
    if (frame.generator !== null) frame.generator.handled = match as PyBaseException;
  }
}

function exceptionsOf(group: PyBaseException): readonly Value[] {
  return (getAttr(group, 'exceptions') as PyTuple).items;
}

/** Whether two exceptions were raised by the same `raise`. @cpython is_same_exception_metadata */
function hasSameMetadata(left: PyBaseException, right: PyBaseException): boolean {
  return (
    readInstanceAttribute(left, '__notes__') === readInstanceAttribute(right, '__notes__') &&
    left.traceback === right.traceback &&
    left.cause === right.cause &&
    left.context === right.context
  );
}

function collectLeaves(exception: Value, leaves: Set<Value>): void {
  if (!isGroup(exception)) {
    leaves.add(exception);
    return;
  }
  for (const inner of exceptionsOf(exception)) collectLeaves(inner, leaves);
}

/** The part of `original` whose leaves are those of the groups in `keep`. @cpython exception_group_projection */
function project(original: PyBaseException, keep: readonly Value[]): Value {
  const leaves = new Set<Value>();
  for (const exception of keep) collectLeaves(exception, leaves);
  return keepLeaves(original, leaves);
}

function keepLeaves(exception: Value, leaves: ReadonlySet<Value>): Value {
  if (!isGroup(exception)) return leaves.has(exception) ? exception : None;
  const kept: Value[] = [];
  const all = exceptionsOf(exception);
  for (const inner of all) {
    const part = keepLeaves(inner, leaves);
    if (part !== None) kept.push(part);
  }
  if (kept.length === 0) return None;
  if (kept.length === all.length && kept.every((part, i) => part === all[i])) return exception;
  return derive(exception, kept);
}

/** A group like another with other exceptions. @cpython exceptiongroup_subset */
function derive(group: PyBaseException, exceptions: Value[]): PyBaseException {
  const derived = callMethod(group, 'derive', new PyList(exceptions));
  if (!isGroup(derived)) throw typeError('derive must return an instance of BaseExceptionGroup');
  derived.traceback = group.traceback;
  derived.context = group.context;
  derived.cause = group.cause;
  derived.suppressContext = group.suppressContext;
  const notes = readInstanceAttribute(group, '__notes__');
  if (notes instanceof PyList) writeInstanceAttribute(derived, '__notes__', new PyList(notes.items.slice()));
  return derived;
}

/** INTRINSIC_PREP_RERAISE_STAR: what is raised after the `except*` clauses have run. */
export function prepareReraiseStar(original: Value, raised: PyList): Value {
  const exceptions = raised.items;
  if (exceptions.length === 0) return None;
  if (!isGroup(original)) {
    // A naked exception was caught and wrapped: only one except* clause could have run.
    return exceptions[0]!;
  }
  const fresh: Value[] = [];
  const reraised: Value[] = [];
  for (const exception of exceptions) {
    if (exception === None) continue;
    if (!(exception instanceof PyBaseException)) throw runtimeError('bad exception in except*');
    (hasSameMetadata(exception, original) ? reraised : fresh).push(exception);
  }
  const kept = reraised.length === 0 ? None : project(original, reraised);
  if (fresh.length === 0) return kept;
  if (kept !== None) fresh.push(kept);
  if (fresh.length === 1) return fresh[0]!;
  return makeGroup(new PyList(fresh));
}
