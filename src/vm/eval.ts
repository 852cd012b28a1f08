/**
 * The eval loop: runs frames until the one that was entered from native code returns or yields.
 *
 * A call of a Python function pushes a frame and goes on in the same loop; so do `__init__` of a class that is called, and
 * resuming a generator from `for`, `yield from` or `await`. Cases that are seldom run or long are functions in the files
 * beside this one: V8 optimises the loop only while it stays under 48 KiB of its bytecode. Cases are numeric literals: the
 * build replaces `op.NAME`; operations of our own (see `opcode-decoding.ts`) have their numbers here, named in a comment.
 *
 * In each case `stack[sp - 1]` is the top. Pictures of the stack grow to the right, as in CPython's `bytecodes.c`.
 *
 * @cpython Python/bytecodes.c, Python/ceval.c _PyEval_EvalFrameDefault (3.14)
 */
import { op } from '../opcode/python-3.14.generated.ts';
import type { PyBaseException, PyDict, PyMethod, PyObject } from '../objects/core/index.ts';
import {
  builtinFunctionType,
  contains,
  dictType,
  excTypes,
  floatType,
  getItem,
  getIter,
  invert,
  isTrue,
  keyError,
  length,
  listType,
  matches,
  methodDescriptorType,
  methodType,
  negative,
  None,
  PyCell,
  PyFloat,
  PyList,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_SEQUENCE,
  PySlice,
  PyTuple,
  recursionError,
  setAttr,
  setItem,
  systemError,
  thread,
  tupleType,
  hasFinalizable,
  noteDropped,
  notCallable,
  typeError,
  typeName,
  typeOf,
  is,
  warmUp,
  type CompareOp,
  type DictOwner,
  type PyType,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import { requireFramesToDrop } from '../objects/frame/frame-request.ts';
import {
  EXIT_FROM_GENERATOR,
  EXIT_FROM_INIT,
  EXIT_TO_CALLER,
  EXIT_TO_NATIVE,
  PyFrame,
} from '../objects/frame/py-frame.ts';
import type { PyFunction } from '../objects/function/py-function.ts';
import { functionType } from '../objects/function/py-function.ts';
import type { PyCode } from '../objects/function/py-code.ts';
import type { PyGenerator } from '../objects/generator/py-generator.ts';
import {
  coroutineType,
  GEN_CREATED,
  GEN_RUNNING,
  GEN_SUSPENDED,
  generatorType,
} from '../objects/generator/py-generator.ts';
import type { PyListIterator } from '../objects/list/index.ts';
import { listIteratorType } from '../objects/list/index.ts';
import type { PyRangeIterator } from '../objects/range/index.ts';
import { rangeIteratorType } from '../objects/range/index.ts';
import { buildInterpolation, buildTemplate } from '../objects/template/index.ts';
import { bindArguments } from './argument-binding.ts';
import { attributeOf, loadMethod, storeAttribute } from './attribute-access.ts';
import { getAsyncIter, getAsyncNext, getAwaitable, getYieldFromIter } from './awaiting.ts';
import {
  buildMap,
  buildSet,
  buildString,
  callKwnames,
  commonConstant,
  convertValue,
  formatSimple,
  formatWithSpec,
  loadBuildClass,
  loadSpecial,
  loadSuperAttribute,
  makeFunction,
  makeGenerator,
  sendValue,
  setFunctionAttribute,
  setupAnnotations,
  spreadArguments,
  addToSet,
  updateSet,
  type CallArguments,
} from './operations.ts';
import { callCompiled } from './compiled-calls.ts';
import { callNativeFromStack } from './native-calls.ts';
import { checkEgMatch } from './exception-groups.ts';
import { importFrom, importName } from './importing.ts';
import { callIntrinsic1, callIntrinsic2 } from './intrinsics.ts';
import { initFrame } from './class-calls.ts';
import {
  deleteGlobal,
  deleteLocalName,
  frameLocals,
  loadFromDictOrDeref,
  findGlobal,
  loadGlobal,
  loadName,
  mappingGet,
  storeName,
  unboundVariable,
} from './names.ts';
import { binaryOperation } from './binary-operations.ts';
import { compareValues } from './comparisons.ts';
import { matchClass, matchKeys } from './pattern-matching.ts';
import { handleBreaker, raisedByBreaker, traceEndOfLoop, traceInstruction } from './tracing.ts';
import { extendList, mergeKeywords, unpackEx, unpackSequence, updateDict } from './unpacking.ts';
import { exceptionMatches, finishGenerator, handledOrError, makeRaised, unwind } from './unwinding.ts';

type Fields = Record<string, Value | undefined>;

/** As in attribute-access.ts: literals, for speed. */
const OWN_FIELD = 8;
const PROPERTY = 9;
const METHOD_FIELD = 10;
const METHOD_WITHOUT_DICT = 7;
const SLOT = 12;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const MIN_SAFE = Number.MIN_SAFE_INTEGER;

/**
 * Runs a frame, and the frames it calls, until it returns, yields or raises.
 *
 * @param entry its `exit` is EXIT_TO_NATIVE
 * @param thrown an exception to raise where the frame stands (`generator.throw`)
 */
export function runFrame(entry: PyFrame, thrown: PyBaseException | null): Value {
  const t = thread;
  if (t.recursionDepth >= t.recursionLimit) throw recursionError('maximum recursion depth exceeded');
  t.recursionDepth++;
  entry.previous = t.currentFrame;
  t.currentFrame = entry;
  if (--t.workUntilWarm <= 0) warmUp();
  // Functions that only native or compiled code calls would never use up a budget.
  if (t.jit !== null && entry.ip === 0 && ++entry.code.entered > t.sampleInterval >> 3) {
    entry.code.entered = 0;
    t.jit.sample(entry);
  }
  return runOn(t, entry, thrown);
}

/** Runs the loop, each time that it leaves off, until the activation's first frame returns. */
function runOn(t: ThreadState, frame: PyFrame, thrown: PyBaseException | null): Value {
  let result = runLoop(frame, thrown);
  while (result === undefined) {
    if ((t.workUntilWarm -= t.sampleInterval) <= 0) warmUp();
    // Compiled code may leave another frame as the current one.
    const raised = t.jit === null ? null : t.jit.sample(t.currentFrame!);
    result = runLoop(t.currentFrame!, raised);
  }
  return result;
}

/** Goes on with the frames of a thread that was suspended. @returns what the first of them returns */
export function continueFrames(thrown: PyBaseException | null = null): Value {
  return runOn(thread, thread.currentFrame!, thrown);
}

/**
 * The loop itself.
 *
 * It is left often and entered again, which costs next to nothing as all state is in frames: V8 enters optimised code at
 * calls, while replacing the code of a running loop means to compile all of it once more (a sieve: 0.64 s, else 1.00).
 *
 * @returns the value, or `undefined` to be called again with the current frame
 */
function runLoop(entry: PyFrame, thrown: PyBaseException | null): Value | undefined {
  const t = thread;
  let budget = t.nextInterval;
  t.nextInterval = t.sampleInterval;
  let frame = entry;
  let code: PyCode = frame.code;
  let ops = code.ops;
  let args = code.args;
  let stack = frame.localsplus;
  let sp = frame.sp;
  let ip = frame.ip;
  let callee: PyFrame;
  let hasError = thrown !== null;
  let error: unknown = thrown;
  let isReraise = false;
  let isNew = thrown === null;

  for (;;) {
    if (hasError) {
      hasError = false;
      frame = unwind(t, frame, ip, error, isReraise, isNew);
      isReraise = false;
      isNew = true;
      error = undefined;
      code = frame.code;
      ops = code.ops;
      args = code.args;
      stack = frame.localsplus;
      sp = frame.sp;
      ip = frame.ip;
    }
    try {
      run: for (;;) {
        let arg = args[ip]!;
        let operation = ops[ip++]!;
        // Going round this again is for tracing only: from many cases it would make all of the loop a third slower.
        traced: for (;;) {
          switch (operation) {
            case op.NOP:
            case op.NOT_TAKEN:
            case op.CACHE:
              continue run;
            case op.RESUME:
              if (t.evalBreaker) {
                frame.ip = ip;
                frame.sp = sp;
                handleBreaker(t, frame, arg === 0 ? 'start' : 'resume');
                ops = code.ops;
              }
              continue run;
            case op.INSTRUMENTED_LINE: {
              // The code is traced: tells the trace function, then runs the operation that stands here.
              frame.ip = ip;
              frame.sp = sp;
              ip = traceInstruction(t, frame);
              ops = code.ops;
              sp = frame.sp;
              if (ip < 0) {
                ip = frame.ip;
                continue run;
              }
              arg = args[ip - 1]!;
              operation = code.plainOps[ip - 1]!;
              continue traced;
            }

            case 153 /* PROFILED */:
              operation = code.plainOps[ip - 1]!;
              if (t.jit !== null) t.jit.profile(code, ip - 1, stack, sp);
              continue traced;

            // Locals, constants, stack

            case op.LOAD_FAST:
            case op.LOAD_FAST_BORROW:
              stack[sp++] = stack[arg];
              continue run;
            case op.LOAD_FAST_CHECK: {
              const value = stack[arg];
              if (value === undefined) throw unboundVariable(frame, arg);
              stack[sp++] = value;
              continue run;
            }
            case op.LOAD_FAST_AND_CLEAR:
              stack[sp++] = stack[arg];
              stack[arg] = undefined;
              continue run;
            case op.LOAD_FAST_LOAD_FAST:
            case op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
              stack[sp++] = stack[arg >> 4];
              stack[sp++] = stack[arg & 15];
              continue run;
            case op.LOAD_CONST:
              stack[sp++] = code.consts[arg];
              continue run;
            case op.LOAD_SMALL_INT:
              stack[sp++] = arg;
              continue run;
            case op.STORE_FAST:
              stack[arg] = stack[--sp];
              continue run;
            case op.STORE_FAST_LOAD_FAST:
              stack[arg >> 4] = stack[sp - 1];
              stack[sp - 1] = stack[arg & 15];
              continue run;
            case op.STORE_FAST_STORE_FAST:
              stack[arg >> 4] = stack[--sp];
              stack[arg & 15] = stack[--sp];
              continue run;
            case op.DELETE_FAST:
              {
                const old = stack[arg];
                if (old === undefined) throw unboundVariable(frame, arg);
                if (hasFinalizable()) requireFramesToDrop(frame, sp, old);
                stack[arg] = undefined;
                if (typeof old === 'object' && old.ob_type.tp_finalize !== undefined) {
                  frame.ip = ip;
                  noteDropped(old);
                }
              }
              continue run;
            case op.POP_TOP: {
              const dropped = stack[sp - 1];
              if (
                dropped !== None &&
                typeof dropped === 'object' &&
                dropped.ob_type.tp_finalize !== undefined &&
                hasFinalizable()
              ) {
                requireFramesToDrop(frame, sp, dropped);
                stack[--sp] = undefined;
                frame.ip = ip;
                noteDropped(dropped);
                continue run;
              }
              stack[--sp] = undefined;
              continue run;
            }
            case op.END_FOR:
              stack[--sp] = undefined;
              continue run;
            case op.POP_ITER: {
              const iterator = stack[sp - 1] as PyObject;
              if (hasFinalizable()) requireFramesToDrop(frame, sp, iterator);
              stack[--sp] = undefined;
              if (iterator.ob_type === generatorType && (iterator as PyGenerator).isNoted) {
                frame.ip = ip;
                noteDropped(iterator);
              }
              continue run;
            }
            case op.PUSH_NULL:
              stack[sp++] = undefined;
              continue run;
            case op.COPY:
              stack[sp] = stack[sp - arg];
              sp++;
              continue run;
            case op.SWAP: {
              const top = stack[sp - 1];
              stack[sp - 1] = stack[sp - arg];
              stack[sp - arg] = top;
              continue run;
            }
            case op.END_SEND: // receiver, value -- value
              stack[sp - 2] = stack[sp - 1];
              sp--;
              continue run;

            // Cells

            case op.MAKE_CELL:
              stack[arg] = new PyCell(stack[arg]);
              continue run;
            case op.COPY_FREE_VARS: {
              const closure = frame.func!.closure!;
              const first = code.nlocalsplus - arg;
              for (let i = 0; i < arg; i++) stack[first + i] = closure[i];
              continue run;
            }
            case op.LOAD_DEREF: {
              const value = (stack[arg] as PyCell).value;
              if (value === undefined) throw unboundVariable(frame, arg);
              stack[sp++] = value;
              continue run;
            }
            case op.STORE_DEREF:
              (stack[arg] as PyCell).value = stack[--sp];
              continue run;
            case op.DELETE_DEREF: {
              const cell = stack[arg] as PyCell;
              if (cell.value === undefined) throw unboundVariable(frame, arg);
              cell.value = undefined;
              continue run;
            }
            case op.LOAD_FROM_DICT_OR_DEREF:
              frame.ip = ip;
              stack[sp - 1] = loadFromDictOrDeref(frame, stack[sp - 1]!, arg);
              continue run;

            // Names

            case op.LOAD_GLOBAL: {
              const cache = code.globalCaches[arg >> 1];
              const globals = frame.globals;
              if (
                cache !== undefined &&
                cache.globals === globals &&
                cache.globalsVersion === globals.version &&
                (cache.builtins === null ||
                  (cache.builtins === frame.builtins && cache.builtinsVersion === frame.builtins.version))
              ) {
                stack[sp++] = cache.value;
              } else {
                frame.ip = ip;
                stack[sp++] = findGlobal(frame, arg >> 1);
              }
              if ((arg & 1) !== 0) stack[sp++] = undefined;
              continue run;
            }
            case op.STORE_GLOBAL:
              setItem(frame.globals, code.names[arg]!, stack[--sp]!);
              continue run;
            case op.DELETE_GLOBAL:
              deleteGlobal(frame, code.names[arg]!);
              continue run;
            case op.LOAD_NAME:
              frame.ip = ip;
              stack[sp++] = loadName(frame, code.names[arg]!);
              continue run;
            case op.STORE_NAME:
              frame.ip = ip;
              frame.sp = sp;
              storeName(frame, code.names[arg]!, stack[--sp]!);
              continue run;
            case op.DELETE_NAME:
              frame.ip = ip;
              frame.sp = sp;
              deleteLocalName(frame, code.names[arg]!);
              continue run;
            case op.LOAD_LOCALS:
              stack[sp++] = frameLocals(frame);
              continue run;
            case op.LOAD_FROM_DICT_OR_GLOBALS: {
              frame.ip = ip;
              const name = code.names[arg]!;
              stack[sp - 1] = mappingGet(stack[sp - 1]!, name) ?? loadGlobal(frame.globals, frame.builtins, name);
              continue run;
            }
            case op.SETUP_ANNOTATIONS:
              frame.ip = ip;
              setupAnnotations(frame);
              continue run;
            case op.LOAD_BUILD_CLASS:
              stack[sp++] = loadBuildClass(frame);
              continue run;
            case op.LOAD_COMMON_CONSTANT:
              stack[sp++] = commonConstant(frame, arg);
              continue run;

            // Attributes

            case op.LOAD_ATTR: {
              const owner = stack[sp - 1]!;
              if (typeof owner === 'object') {
                const cache = code.attributeCaches[ip - 1];
                if (cache === undefined || cache.version !== owner.ob_type.version) {
                  // Not cached: below.
                } else if (cache.kind === OWN_FIELD || cache.kind === SLOT) {
                  // An object whose attributes are in a dict of its own has no such property.
                  const value = (owner as unknown as Fields)[cache.key];
                  if (value !== undefined) {
                    stack[sp - 1] = value;
                    continue run;
                  }
                } else if (cache.kind === PROPERTY) {
                  const getter = cache.value as PyFunction;
                  const target = getter.code;
                  if (target.isSimple && target.argcount === 1) {
                    if (!target.isPrepared) target.prepare();
                    const locals = target.frameTemplate.slice();
                    locals[0] = owner;
                    callee = new PyFrame(target, locals, getter.globals, getter.builtins, null, getter);
                    frame.ip = ip;
                    frame.sp = sp - 1;
                    break;
                  }
                }
              }
              frame.ip = ip;
              stack[sp - 1] = attributeOf(owner, code, ip - 1, arg >> 1);
              continue run;
            }
            case 148: /* LOAD_METHOD: owner -- method, self or NULL */ {
              const owner = stack[sp - 1]!;
              if (typeof owner === 'object') {
                const cache = code.attributeCaches[ip - 1];
                if (cache === undefined || cache.version !== owner.ob_type.version) {
                  // Not cached: below.
                } else if (cache.kind === METHOD_FIELD) {
                  const dict = (owner as DictOwner).ob_dict;
                  if (dict === null || dict.owner === owner) {
                    const method = (owner as unknown as Fields)[code.attributeKeys[arg >> 1]!];
                    if (method === cache.value && !(method as PyFunction).mayShadow) {
                      stack[sp - 1] = method;
                      stack[sp++] = owner;
                      continue run;
                    }
                  }
                } else if (cache.kind === METHOD_WITHOUT_DICT) {
                  stack[sp - 1] = cache.value;
                  stack[sp++] = owner;
                  continue run;
                }
              }
              frame.ip = ip;
              loadMethod(stack, sp, code, ip - 1, arg >> 1);
              sp++;
              continue run;
            }
            case op.STORE_ATTR: {
              // value, owner --
              sp -= 2;
              const owner = stack[sp + 1]!;
              if (typeof owner === 'object') {
                const cache = code.attributeCaches[ip - 1];
                if (cache !== undefined && cache.version === owner.ob_type.version) {
                  if (cache.kind === OWN_FIELD) {
                    const dict = (owner as DictOwner).ob_dict;
                    if (dict === null || dict.owner === owner) {
                      (owner as unknown as Fields)[cache.key] = stack[sp];
                      continue run;
                    }
                  } else if (cache.kind === SLOT) {
                    (owner as unknown as Fields)[cache.key] = stack[sp];
                    continue run;
                  }
                }
              }
              frame.ip = ip;
              storeAttribute(owner, stack[sp]!, code, ip - 1, arg);
              continue run;
            }
            case op.DELETE_ATTR:
              frame.ip = ip;
              setAttr(stack[--sp]!, code.names[arg]!, undefined);
              continue run;
            case op.LOAD_SUPER_ATTR: // super, class, self -- attribute, (self or NULL)
              frame.ip = ip;
              sp = loadSuperAttribute(stack, sp, code.names[arg >> 2]!, arg);
              continue run;
            case op.LOAD_SPECIAL: // owner -- method, self or NULL
              frame.ip = ip;
              loadSpecial(stack, sp, arg);
              sp++;
              continue run;

            // Operators

            case 130: /* ADD */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                const sum = left + right;
                if (sum <= MAX_SAFE && sum >= MIN_SAFE) {
                  stack[--sp - 1] = sum;
                  continue run;
                }
              } else if (typeof left === 'string' && typeof right === 'string') {
                stack[--sp - 1] = left + right;
                continue run;
              } else if (
                typeof left === 'object' &&
                typeof right === 'object' &&
                left.ob_type === floatType &&
                right.ob_type === floatType
              ) {
                stack[--sp - 1] = new PyFloat((left as PyFloat).value + (right as PyFloat).value);
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 131: /* SUBTRACT */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                const difference = left - right;
                if (difference <= MAX_SAFE && difference >= MIN_SAFE) {
                  stack[--sp - 1] = difference;
                  continue run;
                }
              } else if (
                typeof left === 'object' &&
                typeof right === 'object' &&
                left.ob_type === floatType &&
                right.ob_type === floatType
              ) {
                stack[--sp - 1] = new PyFloat((left as PyFloat).value - (right as PyFloat).value);
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 132: /* MULTIPLY */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                const product = left * right;
                if (product <= MAX_SAFE && product >= MIN_SAFE) {
                  stack[--sp - 1] = product + 0;
                  continue run;
                }
              } else if (
                typeof left === 'object' &&
                typeof right === 'object' &&
                left.ob_type === floatType &&
                right.ob_type === floatType
              ) {
                stack[--sp - 1] = new PyFloat((left as PyFloat).value * (right as PyFloat).value);
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 133: /* TRUE_DIVIDE */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number' && right !== 0) {
                stack[--sp - 1] = new PyFloat(left / right);
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 134: /* FLOOR_DIVIDE */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number' && right !== 0) {
                // The remainder is exact where the quotient of doubles may round up to the next integer.
                const remainder = left % right;
                const quotient = (left - remainder) / right;
                stack[--sp - 1] = (remainder !== 0 && remainder < 0 !== right < 0 ? quotient - 1 : quotient) + 0;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 135: /* REMAINDER */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number' && right !== 0) {
                const remainder = left % right;
                stack[--sp - 1] = remainder === 0 ? 0 : remainder < 0 !== right < 0 ? remainder + right : remainder;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 136: /* AND */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                typeof left === 'number' &&
                typeof right === 'number' &&
                (left | 0) === left &&
                (right | 0) === right
              ) {
                stack[--sp - 1] = left & right;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 137: /* OR */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                typeof left === 'number' &&
                typeof right === 'number' &&
                (left | 0) === left &&
                (right | 0) === right
              ) {
                stack[--sp - 1] = left | right;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 138: /* XOR */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                typeof left === 'number' &&
                typeof right === 'number' &&
                (left | 0) === left &&
                (right | 0) === right
              ) {
                stack[--sp - 1] = left ^ right;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 139: /* LSHIFT */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                typeof left === 'number' &&
                typeof right === 'number' &&
                (left | 0) === left &&
                right >= 0 &&
                right < 21
              ) {
                stack[--sp - 1] = left * (1 << right) + 0;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case 140: /* RSHIFT */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                typeof left === 'number' &&
                typeof right === 'number' &&
                (left | 0) === left &&
                right >= 0 &&
                right < 32
              ) {
                stack[--sp - 1] = left >> right;
                continue run;
              }
              frame.ip = ip;
              stack[--sp - 1] = binaryOperation(arg, left, right);
              continue run;
            }
            case op.BINARY_OP: {
              frame.ip = ip;
              const right = stack[--sp]!;
              stack[sp - 1] = binaryOperation(arg, stack[sp - 1]!, right);
              continue run;
            }
            case op.UNARY_NEGATIVE: {
              const value = stack[sp - 1]!;
              if (typeof value === 'number') stack[sp - 1] = 0 - value;
              else {
                frame.ip = ip;
                stack[sp - 1] = negative(value);
              }
              continue run;
            }
            case op.UNARY_INVERT:
              frame.ip = ip;
              stack[sp - 1] = invert(stack[sp - 1]!);
              continue run;
            case op.UNARY_NOT:
              stack[sp - 1] = stack[sp - 1] === false;
              continue run;
            case op.TO_BOOL: {
              const value = stack[sp - 1]!;
              if (typeof value !== 'boolean') {
                frame.ip = ip;
                stack[sp - 1] = isTrue(value);
              }
              continue run;
            }

            // Comparisons: bit 4 of the argument asks for a bool

            case 142: /* COMPARE_LT */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                stack[--sp - 1] = left < right;
                continue run;
              }
              frame.ip = ip;
              const result = compareValues(left, right, (arg >> 5) as CompareOp);
              stack[--sp - 1] = (arg & 16) !== 0 ? isTrue(result) : result;
              continue run;
            }
            case 143: /* COMPARE_LE */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                stack[--sp - 1] = left <= right;
                continue run;
              }
              frame.ip = ip;
              const result = compareValues(left, right, (arg >> 5) as CompareOp);
              stack[--sp - 1] = (arg & 16) !== 0 ? isTrue(result) : result;
              continue run;
            }
            case 144: /* COMPARE_EQ */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                (typeof left === 'number' && typeof right === 'number') ||
                (typeof left === 'string' && typeof right === 'string')
              ) {
                stack[--sp - 1] = left === right;
                continue run;
              }
              frame.ip = ip;
              const result = compareValues(left, right, (arg >> 5) as CompareOp);
              stack[--sp - 1] = (arg & 16) !== 0 ? isTrue(result) : result;
              continue run;
            }
            case 145: /* COMPARE_NE */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (
                (typeof left === 'number' && typeof right === 'number') ||
                (typeof left === 'string' && typeof right === 'string')
              ) {
                stack[--sp - 1] = left !== right;
                continue run;
              }
              frame.ip = ip;
              const result = compareValues(left, right, (arg >> 5) as CompareOp);
              stack[--sp - 1] = (arg & 16) !== 0 ? isTrue(result) : result;
              continue run;
            }
            case 146: /* COMPARE_GT */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                stack[--sp - 1] = left > right;
                continue run;
              }
              frame.ip = ip;
              const result = compareValues(left, right, (arg >> 5) as CompareOp);
              stack[--sp - 1] = (arg & 16) !== 0 ? isTrue(result) : result;
              continue run;
            }
            case 147: /* COMPARE_GE */ {
              const left = stack[sp - 2]!;
              const right = stack[sp - 1]!;
              if (typeof left === 'number' && typeof right === 'number') {
                stack[--sp - 1] = left >= right;
                continue run;
              }
              frame.ip = ip;
              const result = compareValues(left, right, (arg >> 5) as CompareOp);
              stack[--sp - 1] = (arg & 16) !== 0 ? isTrue(result) : result;
              continue run;
            }
            case 149: /* IS */ {
              const right = stack[--sp]!;
              stack[sp - 1] = is(stack[sp - 1]!, right);
              continue run;
            }
            case 150: /* IS_NOT */ {
              const right = stack[--sp]!;
              stack[sp - 1] = !is(stack[sp - 1]!, right);
              continue run;
            }
            case 151: /* CONTAINS: item, container -- bool */ {
              frame.ip = ip;
              const container = stack[--sp]!;
              stack[sp - 1] = contains(container, stack[sp - 1]!);
              continue run;
            }
            case 152: /* NOT_CONTAINS */ {
              frame.ip = ip;
              const container = stack[--sp]!;
              stack[sp - 1] = !contains(container, stack[sp - 1]!);
              continue run;
            }

            // Subscripts

            case 141: /* SUBSCRIPT: container, key -- item */ {
              const key = stack[--sp]!;
              const container = stack[sp - 1]!;
              if (typeof container === 'object') {
                const type = container.ob_type;
                if (typeof key === 'number') {
                  if (type === listType || type === tupleType) {
                    const items = (container as PyList | PyTuple).items;
                    const item = items[key < 0 ? key + items.length : key];
                    if (item !== undefined) {
                      stack[sp - 1] = item;
                      continue run;
                    }
                  }
                }
                if (type === dictType) {
                  frame.ip = ip;
                  const item = (container as PyDict).get(key);
                  if (item !== undefined) {
                    stack[sp - 1] = item;
                    continue run;
                  }
                  // Not thrown: that costs a host exception.
                  error = keyError(key);
                  hasError = true;
                  break run;
                }
              } else if (
                typeof container === 'string' &&
                typeof key === 'number' &&
                key >= 0 &&
                key < container.length
              ) {
                stack[sp - 1] = container[key];
                continue run;
              }
              frame.ip = ip;
              stack[sp - 1] = getItem(container, key);
              continue run;
            }
            case op.STORE_SUBSCR: {
              // value, container, key --
              const key = stack[--sp]!;
              const container = stack[--sp]!;
              const value = stack[--sp]!;
              if (typeof container === 'object') {
                const type = container.ob_type;
                if (type === listType && typeof key === 'number') {
                  const items = (container as PyList).items;
                  const index = key < 0 ? key + items.length : key;
                  if (index >= 0 && index < items.length) {
                    items[index] = value;
                    continue run;
                  }
                } else if (type === dictType) {
                  frame.ip = ip;
                  (container as PyDict).set(key, value);
                  continue run;
                }
              }
              frame.ip = ip;
              setItem(container, key, value);
              continue run;
            }
            case op.DELETE_SUBSCR: {
              // container, key --
              frame.ip = ip;
              sp -= 2;
              setItem(stack[sp]!, stack[sp + 1]!, undefined);
              continue run;
            }
            case op.BINARY_SLICE: {
              // container, start, stop -- item
              frame.ip = ip;
              sp -= 2;
              stack[sp - 1] = getItem(stack[sp - 1]!, new PySlice(stack[sp]!, stack[sp + 1]!, None));
              continue run;
            }
            case op.STORE_SLICE: {
              // value, container, start, stop --
              frame.ip = ip;
              sp -= 4;
              setItem(stack[sp + 1]!, new PySlice(stack[sp + 2]!, stack[sp + 3]!, None), stack[sp]!);
              continue run;
            }
            case op.BUILD_SLICE: {
              const step = arg === 3 ? stack[--sp]! : None;
              const stop = stack[--sp]!;
              stack[sp - 1] = new PySlice(stack[sp - 1]!, stop, step);
              continue run;
            }

            // Jumps

            case op.JUMP_FORWARD:
            case op.JUMP_BACKWARD_NO_INTERRUPT:
              ip = arg;
              continue run;
            case op.JUMP_BACKWARD:
              if (--budget <= 0 || t.evalBreaker) {
                // A thread that is left here goes on where the jump goes; what a signal handler raises is raised here.
                const from = ip;
                frame.ip = ip = arg;
                frame.sp = sp;
                if (t.evalBreaker) {
                  const raised = raisedByBreaker(t, frame);
                  if (raised !== null) {
                    ip = from;
                    throw raised;
                  }
                }
                if (budget <= 0) return undefined;
              }
              ip = arg;
              continue run;
            case op.POP_JUMP_IF_FALSE:
              if (stack[--sp] === false) ip = arg;
              continue run;
            case op.POP_JUMP_IF_TRUE:
              if (stack[--sp] === true) ip = arg;
              continue run;
            case op.POP_JUMP_IF_NONE:
              if (stack[--sp] === None) ip = arg;
              continue run;
            case op.POP_JUMP_IF_NOT_NONE:
              if (stack[--sp] !== None) ip = arg;
              continue run;

            // Building

            case op.BUILD_TUPLE: {
              const items = stack.slice(sp - arg, sp) as Value[];
              sp -= arg;
              stack[sp++] = new PyTuple(items);
              continue run;
            }
            case op.BUILD_LIST: {
              const items = stack.slice(sp - arg, sp) as Value[];
              sp -= arg;
              stack[sp++] = new PyList(items);
              continue run;
            }
            case op.BUILD_SET:
              frame.ip = ip;
              sp -= arg;
              stack[sp] = buildSet(stack, sp, arg);
              sp++;
              continue run;
            case op.BUILD_MAP:
              frame.ip = ip;
              sp -= arg * 2;
              stack[sp] = buildMap(stack, sp, arg);
              sp++;
              continue run;
            case op.BUILD_STRING:
              sp -= arg;
              stack[sp] = buildString(stack, sp, arg);
              sp++;
              continue run;
            case op.BUILD_INTERPOLATION: {
              // value, expression, (format) -- interpolation
              const format = (arg & 1) !== 0 ? stack[--sp]! : '';
              const expression = stack[--sp]!;
              stack[sp - 1] = buildInterpolation(stack[sp - 1]!, expression, arg >> 2, format);
              continue run;
            }
            case op.BUILD_TEMPLATE: {
              // strings, interpolations -- template
              const interpolations = stack[--sp] as PyTuple;
              stack[sp - 1] = buildTemplate(stack[sp - 1] as PyTuple, interpolations);
              continue run;
            }
            case op.LIST_APPEND: {
              const value = stack[--sp]!;
              (stack[sp - arg] as PyList).items.push(value);
              continue run;
            }
            case op.SET_ADD: {
              frame.ip = ip;
              const value = stack[--sp]!;
              addToSet(stack[sp - arg]!, value);
              continue run;
            }
            case op.MAP_ADD: {
              frame.ip = ip;
              const value = stack[--sp]!;
              const key = stack[--sp]!;
              (stack[sp - arg] as PyDict).set(key, value);
              continue run;
            }
            case op.LIST_EXTEND: {
              frame.ip = ip;
              const value = stack[--sp]!;
              extendList(stack[sp - arg] as PyList, value);
              continue run;
            }
            case op.SET_UPDATE: {
              frame.ip = ip;
              const value = stack[--sp]!;
              updateSet(stack[sp - arg]!, value);
              continue run;
            }
            case op.DICT_UPDATE: {
              frame.ip = ip;
              const value = stack[--sp]!;
              updateDict(stack[sp - arg] as PyDict, value);
              continue run;
            }
            case op.DICT_MERGE: {
              // callable, null, args, dict, …, value
              frame.ip = ip;
              const value = stack[--sp]!;
              mergeKeywords(stack[sp - arg] as PyDict, value, stack[sp - arg - 3]!);
              continue run;
            }
            case op.UNPACK_SEQUENCE: {
              frame.ip = ip;
              const items = unpackSequence(stack[--sp]!, arg);
              for (let i = arg - 1; i >= 0; i--) stack[sp++] = items[i];
              continue run;
            }
            case op.UNPACK_EX: {
              frame.ip = ip;
              const items = unpackEx(stack[--sp]!, arg & 0xff, arg >> 8);
              for (let i = items.length - 1; i >= 0; i--) stack[sp++] = items[i];
              continue run;
            }
            case op.FORMAT_SIMPLE: {
              const value = stack[sp - 1]!;
              if (typeof value !== 'string') {
                frame.ip = ip;
                stack[sp - 1] = formatSimple(value);
              }
              continue run;
            }
            case op.FORMAT_WITH_SPEC: {
              frame.ip = ip;
              const spec = stack[--sp]!;
              stack[sp - 1] = formatWithSpec(stack[sp - 1]!, spec);
              continue run;
            }
            case op.CONVERT_VALUE:
              frame.ip = ip;
              stack[sp - 1] = convertValue(stack[sp - 1]!, arg);
              continue run;

            // Functions

            case op.MAKE_FUNCTION:
              stack[sp - 1] = makeFunction(stack[sp - 1] as PyCode, frame);
              continue run;
            case op.SET_FUNCTION_ATTRIBUTE: {
              // attribute, function -- function
              const func = stack[--sp] as PyFunction;
              setFunctionAttribute(func, stack[sp - 1]!, arg);
              stack[sp - 1] = func;
              continue run;
            }
            case op.CALL: {
              // callable, self or NULL, args… -- result
              let callable = stack[sp - arg - 2]!;
              let start = sp - arg - 1;
              frame.ip = ip;
              let type: PyType;
              if (stack[start] !== undefined) {
                type = typeOf(callable);
              } else {
                type = typeOf(callable);
                if (type === methodType) {
                  stack[start] = (callable as PyMethod).self;
                  callable = (callable as PyMethod).func;
                  type = typeOf(callable);
                } else start++;
              }
              if (type === functionType) {
                const func = callable as PyFunction;
                const target = func.code;
                if (target.entry !== null && t.recursionDepth < t.compiledLimit) {
                  frame.sp = sp;
                  const result = callCompiled(t, func, stack, start, sp - start);
                  if (result === undefined) {
                    frame.sp = sp - arg - 2;
                    return undefined;
                  }
                  ops = code.ops;
                  sp -= arg + 1;
                  stack[sp - 1] = result;
                  continue run;
                }
                let locals: (Value | undefined)[];
                if (target.isSimple && target.argcount === sp - start) {
                  if (!target.isPrepared) target.prepare();
                  locals = target.frameTemplate.slice();
                  for (let i = 0; start < sp; i++) locals[i] = stack[start++];
                } else {
                  locals = bindArguments(func, stack, start, sp - start, null);
                }
                callee = new PyFrame(target, locals, func.globals, func.builtins, null, func);
                frame.sp = sp - arg - 2;
                break;
              }
              if (type !== builtinFunctionType && type !== methodDescriptorType) {
                const made = initFrame(callable, stack, start, sp - start, null);
                if (made !== undefined) {
                  frame.sp = sp - arg - 2;
                  callee = made;
                  break;
                }
              }
              frame.sp = sp;
              const result = callNativeFromStack(callable, type, stack, start, sp);
              ops = code.ops;
              sp -= arg + 1;
              stack[sp - 1] = result;
              continue run;
            }
            case op.CALL_KW: {
              // callable, self or NULL, args…, names -- result
              frame.ip = ip;
              const kwnames = callKwnames(stack[--sp] as PyTuple);
              let callable = stack[sp - arg - 2]!;
              let start = sp - arg - 1;
              if (stack[start] === undefined) {
                if (typeOf(callable) === methodType) {
                  stack[start] = (callable as PyMethod).self;
                  callable = (callable as PyMethod).func;
                } else start++;
              }
              if (typeOf(callable) === functionType) {
                const func = callable as PyFunction;
                const locals = bindArguments(func, stack, start, sp - start - kwnames.length, kwnames);
                callee = new PyFrame(func.code, locals, func.globals, func.builtins, null, func);
                frame.sp = sp - arg - 2;
                break;
              }
              const made = initFrame(callable, stack, start, sp - start - kwnames.length, kwnames);
              if (made !== undefined) {
                frame.sp = sp - arg - 2;
                callee = made;
                break;
              }
              const slot = typeOf(callable).tp_call;
              if (slot === undefined) throw notCallable(callable);
              frame.sp = sp + 1;
              const result = slot(callable, stack.slice(start, sp) as Value[], kwnames);
              ops = code.ops;
              sp -= arg + 1;
              stack[sp - 1] = result;
              continue run;
            }
            case op.CALL_FUNCTION_EX: {
              // callable, NULL, args, kwargs or NULL -- result
              frame.ip = ip;
              let callable = stack[sp - 4]!;
              const given: CallArguments = spreadArguments(callable, stack[sp - 2]!, stack[sp - 1]);
              let givenArgs = given.args;
              if (typeOf(callable) === methodType) {
                givenArgs = [(callable as PyMethod).self, ...givenArgs];
                callable = (callable as PyMethod).func;
              }
              if (typeOf(callable) === functionType) {
                const func = callable as PyFunction;
                const locals = bindArguments(func, givenArgs, 0, givenArgs.length - given.keywordCount, given.kwnames);
                callee = new PyFrame(func.code, locals, func.globals, func.builtins, null, func);
                frame.sp = sp - 4;
                break;
              }
              const slot = typeOf(callable).tp_call;
              if (slot === undefined) throw notCallable(callable);
              frame.sp = sp;
              const result = slot(callable, givenArgs, given.kwnames);
              ops = code.ops;
              sp -= 3;
              stack[sp - 1] = result;
              continue run;
            }
            case op.CALL_INTRINSIC_1:
              frame.ip = ip;
              stack[sp - 1] = callIntrinsic1(t, frame, arg, stack[sp - 1]!);
              continue run;
            case op.CALL_INTRINSIC_2: {
              frame.ip = ip;
              const top = stack[--sp]!;
              stack[sp - 1] = callIntrinsic2(arg, stack[sp - 1]!, top);
              continue run;
            }
            case op.RETURN_VALUE: {
              const value = stack[sp - 1]!;
              const caller = frame.previous;
              t.recursionDepth--;
              t.currentFrame = caller;
              const exit = frame.exit;
              if (exit === EXIT_TO_CALLER) {
                frame = caller!;
                ip = frame.ip;
              } else {
                if (frame.generator !== null) {
                  frame.ip = ip;
                  frame.previous = null;
                  finishGenerator(t, frame.generator);
                }
                if (exit === EXIT_TO_NATIVE) return value;
                const instance = frame.instance;
                frame = caller!;
                if (exit === EXIT_FROM_INIT) {
                  ip = frame.ip;
                  code = frame.code;
                  ops = code.ops;
                  args = code.args;
                  stack = frame.localsplus;
                  sp = frame.sp;
                  if (value !== None) throw typeError(`__init__() should return None, not '${typeName(value)}'`);
                  stack[sp++] = instance;
                  continue run;
                }
                if (value !== None && t.evalBreaker) traceEndOfLoop(t, frame, value);
                ip = frame.returnIp;
              }
              code = frame.code;
              ops = code.ops;
              args = code.args;
              stack = frame.localsplus;
              sp = frame.sp;
              stack[sp++] = value;
              continue run;
            }

            // Iteration and generators

            case op.GET_ITER: {
              frame.ip = ip;
              stack[sp - 1] = getIter(stack[sp - 1]!);
              continue run;
            }
            case op.GET_YIELD_FROM_ITER:
              frame.ip = ip;
              stack[sp - 1] = getYieldFromIter(stack[sp - 1]!, code.flags);
              continue run;
            case op.FOR_ITER: {
              // iterator -- iterator, item; after the last: jumps, past the END_FOR
              const iterator = stack[sp - 1] as PyObject;
              frame.ip = ip;
              const type = iterator.ob_type;
              // All kinds of iterators end at one place: code that runs for the first time after V8 has optimised the loop
              // has it compile all of it again.
              let item: Value | undefined;
              if (type === rangeIteratorType) {
                const range = iterator as PyRangeIterator;
                if (range.remaining > 0) {
                  range.remaining--;
                  item = range.next;
                  range.next = item + range.step;
                }
              } else if (type === listIteratorType) {
                const iteration = iterator as PyListIterator;
                if (iteration.list !== null) {
                  const items = iteration.list.items;
                  if (iteration.index < items.length) item = items[iteration.index++];
                  else iteration.list = null;
                }
              } else {
                if (
                  type === generatorType &&
                  ((iterator as PyGenerator).isSuspended || (iterator as PyGenerator).state === GEN_CREATED)
                ) {
                  const generator = iterator as PyGenerator;
                  callee = generator.frame;
                  callee.localsplus[callee.sp++] = None;
                  generator.state = GEN_RUNNING;
                  generator.outerHandled = t.handledException;
                  if (generator.handled !== null) t.handledException = generator.handled;
                  callee.exit = EXIT_FROM_GENERATOR;
                  frame.sp = sp;
                  frame.returnIp = arg;
                  break;
                }
                const next = type.tp_iternext;
                if (next === undefined) throw typeError(`'${type.tp_name}' object is not iterable`);
                item = next(iterator);
              }
              if (item === undefined) ip = arg + 1;
              else stack[sp++] = item;
              continue run;
            }
            case op.SEND: {
              // receiver, value -- receiver, yielded; when finished: receiver, returned, and jumps
              const receiver = stack[sp - 2] as PyObject;
              const value = stack[sp - 1]!;
              frame.ip = ip;
              const type = receiver.ob_type;
              if (type === generatorType || type === coroutineType) {
                const generator = receiver as PyGenerator;
                if (generator.isSuspended || (generator.state === GEN_CREATED && value === None)) {
                  callee = generator.frame;
                  callee.localsplus[callee.sp++] = value;
                  generator.state = GEN_RUNNING;
                  generator.outerHandled = t.handledException;
                  if (generator.handled !== null) t.handledException = generator.handled;
                  callee.exit = EXIT_FROM_GENERATOR;
                  frame.sp = sp - 1;
                  frame.returnIp = arg;
                  break;
                }
              }
              const sent = sendValue(receiver, value);
              stack[sp - 1] = sent.value;
              if (sent.isFinished) ip = arg;
              continue run;
            }
            case op.YIELD_VALUE: {
              const value = stack[--sp]!;
              stack[sp] = undefined;
              const generator = frame.generator!;
              generator.state = GEN_SUSPENDED + arg;
              t.handledException = generator.outerHandled;
              generator.outerHandled = null;
              frame.ip = ip;
              frame.sp = sp;
              const caller = frame.previous;
              frame.previous = null;
              t.recursionDepth--;
              t.currentFrame = caller;
              if (frame.exit === EXIT_TO_NATIVE) return value;
              frame = caller!;
              code = frame.code;
              ops = code.ops;
              args = code.args;
              stack = frame.localsplus;
              sp = frame.sp;
              ip = frame.ip;
              stack[sp++] = value;
              continue run;
            }
            case op.RETURN_GENERATOR: {
              frame.ip = ip;
              frame.sp = sp;
              const generator = makeGenerator(frame);
              const caller = frame.previous;
              const exit = frame.exit;
              frame.previous = null;
              t.recursionDepth--;
              t.currentFrame = caller;
              if (exit === EXIT_TO_NATIVE) return generator;
              frame = caller!;
              code = frame.code;
              ops = code.ops;
              args = code.args;
              stack = frame.localsplus;
              sp = frame.sp;
              ip = frame.ip;
              if (exit === EXIT_FROM_INIT)
                throw typeError(`__init__() should return None, not '${typeName(generator)}'`);
              stack[sp++] = generator;
              continue run;
            }
            case op.GET_AWAITABLE:
              frame.ip = ip;
              stack[sp - 1] = getAwaitable(stack[sp - 1]!, arg);
              continue run;
            case op.GET_AITER:
              frame.ip = ip;
              stack[sp - 1] = getAsyncIter(stack[sp - 1]!);
              continue run;
            case op.GET_ANEXT:
              frame.ip = ip;
              stack[sp] = getAsyncNext(stack[sp - 1]!);
              sp++;
              continue run;
            case op.END_ASYNC_FOR: {
              // awaitable, exception --
              const exception = stack[sp - 1];
              if (matches(exception, excTypes.StopAsyncIteration)) {
                sp -= 2;
                continue run;
              }
              error = exception;
              hasError = isReraise = true;
              frame.ip = ip;
              break run;
            }
            case op.CLEANUP_THROW: {
              // iterator, last sent, exception -- None, value
              const exception = stack[sp - 1] as PyBaseException;
              if (matches(exception, excTypes.StopIteration)) {
                sp -= 1;
                stack[sp - 2] = None;
                stack[sp - 1] = exception.field('value');
                continue run;
              }
              error = exception;
              hasError = isReraise = true;
              frame.ip = ip;
              break run;
            }

            // Exceptions

            case op.RAISE_VARARGS: {
              frame.ip = ip;
              if (arg === 0) {
                error = handledOrError(t);
                hasError = isReraise = true;
                break run;
              }
              const cause = arg === 2 ? stack[--sp] : undefined;
              error = makeRaised(t, stack[--sp]!, cause);
              hasError = true;
              isNew = false;
              break run;
            }
            case op.RERAISE: {
              // (values…, exception) -- (values…)
              error = stack[--sp];
              // The line is that of the first raise; the handler is sought from here.
              frame.ip = arg !== 0 ? (stack[sp - arg] as number) + 1 : ip;
              hasError = isReraise = true;
              break run;
            }
            case op.PUSH_EXC_INFO: {
              // exception -- previous, exception
              const exception = stack[sp - 1] as PyBaseException;
              const generator = frame.generator;
              if (generator === null) stack[sp - 1] = t.handledException ?? None;
              else {
                stack[sp - 1] = generator.handled ?? None;
                generator.handled = exception;
              }
              t.handledException = exception;
              stack[sp++] = exception;
              continue run;
            }
            case op.POP_EXCEPT: {
              const previous = stack[--sp]!;
              stack[sp] = undefined;
              const handled = previous === None ? null : (previous as PyBaseException);
              const generator = frame.generator;
              if (generator === null) t.handledException = handled;
              else {
                generator.handled = handled;
                t.handledException = handled ?? generator.outerHandled;
              }
              continue run;
            }
            case op.CHECK_EXC_MATCH: // exception, type -- exception, bool
              frame.ip = ip;
              stack[sp - 1] = exceptionMatches(stack[sp - 2]!, stack[sp - 1]!);
              continue run;
            case op.CHECK_EG_MATCH: // exception, type -- rest, match
              frame.ip = ip;
              checkEgMatch(t, frame, stack, sp);
              continue run;
            case op.WITH_EXCEPT_START: {
              // exit, self or NULL, lasti, previous, exception -- …, exception, result
              frame.ip = ip;
              const exception = stack[sp - 1] as PyBaseException;
              const self = stack[sp - 4];
              const exit = stack[sp - 5]!;
              const values: Value[] = [exception.ob_type, exception, exception.traceback ?? None];
              if (self !== undefined) values.unshift(self);
              const slot = typeOf(exit).tp_call;
              if (slot === undefined) throw typeError(`'${typeName(exit)}' object is not callable`);
              stack[sp++] = slot(exit, values, null);
              continue run;
            }

            // Patterns

            case op.GET_LEN:
              frame.ip = ip;
              stack[sp] = length(stack[sp - 1]!);
              sp++;
              continue run;
            case op.MATCH_MAPPING:
              stack[sp] = typeOf(stack[sp - 1]!).hasFlag(Py_TPFLAGS_MAPPING);
              sp++;
              continue run;
            case op.MATCH_SEQUENCE:
              stack[sp] = typeOf(stack[sp - 1]!).hasFlag(Py_TPFLAGS_SEQUENCE);
              sp++;
              continue run;
            case op.MATCH_KEYS: // subject, keys -- subject, keys, values or None
              frame.ip = ip;
              stack[sp] = matchKeys(stack[sp - 2]!, stack[sp - 1] as PyTuple);
              sp++;
              continue run;
            case op.MATCH_CLASS: {
              // subject, type, names -- attributes or None
              frame.ip = ip;
              sp -= 2;
              stack[sp - 1] = matchClass(stack[sp - 1]!, stack[sp]!, arg, stack[sp + 1] as PyTuple) ?? None;
              continue run;
            }

            // Imports

            case op.IMPORT_NAME: {
              // level, names -- module
              frame.ip = ip;
              const names = stack[--sp]!;
              stack[sp - 1] = importName(frame, code.names[arg]!, names, stack[sp - 1]!);
              continue run;
            }
            case op.IMPORT_FROM:
              frame.ip = ip;
              stack[sp] = importFrom(stack[sp - 1]!, code.names[arg]!);
              sp++;
              continue run;

            default:
              throw systemError('unknown opcode');
          }

          // A call: go on in the callee.
          if (t.recursionDepth >= t.recursionLimit) {
            if (callee.generator !== null) finishGenerator(t, callee.generator);
            throw recursionError('maximum recursion depth exceeded');
          }
          t.recursionDepth++;
          callee.previous = frame;
          t.currentFrame = callee;
          frame = callee;
          if (--budget <= 0) return undefined;
          code = frame.code;
          ops = code.ops;
          args = code.args;
          stack = frame.localsplus;
          sp = frame.sp;
          ip = frame.ip;
          continue run;
        }
      }
    } catch (caught) {
      frame.ip = ip;
      error = caught;
      hasError = true;
    }
  }
}
