/**
 * Calls: plain, of methods, of `super()`, with `*` and `**`, and the inlined `any`, `all` and `tuple` of a generator
 * expression.
 *
 * @cpython Python/codegen.c codegen_call (3.14)
 */
import { TupleConstant } from '../../base/constant.ts';
import type { Attribute, Call, expr, keyword } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT } from '../../symtable/index.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { type Label, type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { attributeLocation } from './attribute-location.ts';
import { checkCaller } from './checks.ts';
import { buildCollection } from './collections.ts';
import { nameOp } from './names.ts';
import {
  CONSTANT_BUILTIN_ALL,
  CONSTANT_BUILTIN_ANY,
  CONSTANT_BUILTIN_TUPLE,
  INTRINSIC_LIST_TO_TUPLE,
  STACK_USE_GUIDELINE,
} from './oparg.ts';

export function call(c: Compiler, e: Call): void {
  validateKeywords(c, e.keywords);
  if (methodCall(c, e)) return;
  const skip = c.newLabel();
  checkCaller(c, e.func);
  c.visit(e.func);
  inlineGeneratorCall(c, e, skip);
  c.add(locationOf(e.func), op.PUSH_NULL);
  callHelper(c, locationOf(e), 0, e.args, null, e.keywords);
  c.useLabel(skip);
}

function validateKeywords(c: Compiler, keywords: readonly keyword[]): void {
  const n = keywords.length;
  if (n < 2) return;
  if (new Set(keywords.map((node) => node.arg ?? node)).size === n) return;
  for (let i = 0; i < n; i++) {
    const name = keywords[i]!.arg;
    if (name === null) continue;
    for (let j = i + 1; j < n; j++) {
      const other = keywords[j]!;
      if (other.arg === name) c.error(locationOf(other), `keyword argument repeated: ${name}`);
    }
  }
}

/** True for `super().x` and `super(A, B).x` where nothing in sight shadows `super`. */
export function canOptimizeSuperCall(c: Compiler, e: Attribute): boolean {
  const inner = e.value;
  if (
    inner.node !== 'Call' ||
    inner.func.node !== 'Name' ||
    inner.func.id !== 'super' ||
    e.attr === '__class__' ||
    inner.keywords.length > 0
  ) {
    return false;
  }
  if (c.u.ste.getScope('super') !== GLOBAL_IMPLICIT || c.symtable.top.getScope('super') !== 0) return false;
  const { args } = inner;
  if (args.length === 2) return args[0]!.node !== 'Starred' && args[1]!.node !== 'Starred';
  if (args.length !== 0) return false;
  const { u_argcount, u_posonlyargcount } = c.u.metadata;
  if (u_argcount === 0 && u_posonlyargcount === 0) return false;
  return c.refType('__class__') === FREE;
}

/** Pushes `super`, the class and the object. */
export function loadArgumentsForSuper(c: Compiler, e: Call): void {
  const loc = locationOf(e);
  nameOp(c, locationOf(e.func), 'super', 'Load');
  if (e.args.length === 2) return c.visitAll(e.args);
  nameOp(c, loc, '__class__', 'Load');
  const first = c.u.metadata.u_varnames.keys().next();
  nameOp(c, loc, first.done ? '' : first.value, 'Load');
}

function isImported(c: Compiler, e: expr): boolean {
  return e.node === 'Name' && (c.symtable.top.getSymbol(e.id) & DEF_IMPORT) !== 0;
}

/** Emits `x.f(…)` without making a bound method, if that can be. @cpython Python/codegen.c maybe_optimize_method_call (3.14) */
function methodCall(c: Compiler, e: Call): boolean {
  const { func, args, keywords } = e;
  if (func.node !== 'Attribute' || func.ctx !== 'Load' || isImported(c, func.value)) return false;
  const keywordCount = keywords.length;
  if (args.length + keywordCount + (keywordCount > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  for (let i = 0; i < args.length; i++) if (args[i]!.node === 'Starred') return false;
  for (let i = 0; i < keywordCount; i++) if (keywords[i]!.arg === null) return false;

  let loc = locationOf(func);
  if (func.value.node === 'Call' && canOptimizeSuperCall(c, func)) {
    loadArgumentsForSuper(c, func.value);
    c.addName(loc, op.LOAD_SUPER_ATTR, func.attr, 2, func.value.args.length > 0 ? 3 : 1);
    loc = attributeLocation(loc, func);
    c.add(loc, op.NOP);
  } else {
    c.visit(func.value);
    loc = attributeLocation(loc, func);
    c.addName(loc, op.LOAD_ATTR, func.attr, 1, 1);
  }
  c.visitAll(args);
  const callLoc = attributeLocation(locationOf(e), func);
  if (keywordCount > 0) {
    for (const node of keywords) c.visit(node.value);
    loadKeywordNames(c, loc, keywords);
    c.addI(callLoc, op.CALL_KW, args.length + keywordCount);
  } else {
    c.addI(callLoc, op.CALL, args.length);
  }
  return true;
}

function loadKeywordNames(c: Compiler, loc: Location, keywords: readonly keyword[]): void {
  c.loadConst(loc, new TupleConstant(keywords.map((node) => node.arg!)));
}

/**
 * For `any(…)`, `all(…)` and `tuple(…)` of a generator expression: a loop that runs if the name is the builtin, and
 * then jumps to `end`. The function is on the stack.
 *
 * @cpython Python/codegen.c maybe_optimize_function_call (3.14)
 */
function inlineGeneratorCall(c: Compiler, e: Call, end: Label): void {
  const { func, args } = e;
  if (func.node !== 'Name' || args.length !== 1 || e.keywords.length > 0) return;
  const generator = args[0]!;
  if (generator.node !== 'GeneratorExp') return;
  const isAll = func.id === 'all';
  const isTuple = func.id === 'tuple';
  if (!isAll && !isTuple && func.id !== 'any') return;
  if (c.symtable.lookup(generator).isCoroutine) return;
  const loc = locationOf(func);
  const skip = c.newLabel();
  c.addI(loc, op.COPY, 1);
  c.addI(
    loc,
    op.LOAD_COMMON_CONSTANT,
    isAll ? CONSTANT_BUILTIN_ALL : isTuple ? CONSTANT_BUILTIN_TUPLE : CONSTANT_BUILTIN_ANY,
  );
  c.addI(loc, op.IS_OP, 0);
  c.addJump(loc, op.POP_JUMP_IF_FALSE, skip);
  c.add(loc, op.POP_TOP);
  if (isTuple) c.addI(loc, op.BUILD_LIST, 0);
  c.visit(generator);
  const loop = c.newLabel();
  const cleanup = c.newLabel();
  c.useLabel(loop);
  c.addJump(loc, op.FOR_ITER, cleanup);
  if (isTuple) {
    c.addI(loc, op.LIST_APPEND, 2);
    c.addJump(loc, op.JUMP, loop);
  } else {
    c.add(loc, op.TO_BOOL);
    c.addJump(loc, isAll ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, loop);
  }
  c.add(NO_LOCATION, op.POP_ITER);
  if (!isTuple) c.loadConst(loc, !isAll);
  c.addJump(loc, op.JUMP, end);
  c.useLabel(cleanup);
  c.add(NO_LOCATION, op.END_FOR);
  c.add(NO_LOCATION, op.POP_ITER);
  if (isTuple) c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
  else c.loadConst(loc, isAll);
  c.addJump(loc, op.JUMP, end);
  c.useLabel(skip);
}

function keywordDict(c: Compiler, loc: Location, keywords: readonly keyword[], begin: number, end: number): void {
  const n = end - begin;
  const isBig = n * 2 > STACK_USE_GUIDELINE;
  if (isBig) c.addI(NO_LOCATION, op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    const node = keywords[i]!;
    c.loadConst(loc, node.arg!);
    c.visit(node.value);
    if (isBig) c.addI(NO_LOCATION, op.MAP_ADD, 1);
  }
  if (!isBig) c.addI(loc, op.BUILD_MAP, n);
}

/**
 * Calls the callable below the top of the stack with `pushed` values that are there already, `args`, the variable
 * `injected` and `keywords`. Serves class statements too.
 *
 * @cpython Python/codegen.c codegen_call_helper_impl (3.14)
 */
export function callHelper(
  c: Compiler,
  loc: Location,
  pushed: number,
  args: readonly expr[],
  injected: string | null,
  keywords: readonly keyword[],
): void {
  const keywordCount = keywords.length;
  if (pushed > 0) validateKeywords(c, keywords);
  if (
    args.length + keywordCount * 2 > STACK_USE_GUIDELINE ||
    args.some((arg) => arg.node === 'Starred') ||
    keywords.some((node) => node.arg === null)
  ) {
    return callEx(c, loc, pushed, args, injected, keywords);
  }
  c.visitAll(args);
  let count = pushed + args.length;
  if (injected !== null) {
    nameOp(c, loc, injected, 'Load');
    count++;
  }
  if (keywordCount > 0) {
    for (const node of keywords) c.visit(node.value);
    loadKeywordNames(c, loc, keywords);
    c.addI(loc, op.CALL_KW, count + keywordCount);
  } else {
    c.addI(loc, op.CALL, count);
  }
}

function callEx(
  c: Compiler,
  loc: Location,
  pushed: number,
  args: readonly expr[],
  injected: string | null,
  keywords: readonly keyword[],
): void {
  const first = args[0];
  if (pushed === 0 && args.length === 1 && first!.node === 'Starred') {
    c.visit(first!.value);
  } else {
    buildCollection(c, loc, args, injected, pushed, op.BUILD_LIST, op.LIST_APPEND, op.LIST_EXTEND, true);
  }
  const n = keywords.length;
  let hasDict = false;
  let pending = 0;
  for (let i = 0; i < n; i++) {
    const node = keywords[i]!;
    if (node.arg !== null) {
      pending++;
      continue;
    }
    if (pending > 0) {
      keywordDict(c, loc, keywords, i - pending, i);
      if (hasDict) c.addI(loc, op.DICT_MERGE, 1);
      hasDict = true;
      pending = 0;
    }
    if (!hasDict) {
      c.addI(loc, op.BUILD_MAP, 0);
      hasDict = true;
    }
    c.visit(node.value);
    c.addI(loc, op.DICT_MERGE, 1);
  }
  if (pending > 0) {
    keywordDict(c, loc, keywords, n - pending, n);
    if (hasDict) c.addI(loc, op.DICT_MERGE, 1);
  }
  if (n === 0) c.add(loc, op.PUSH_NULL);
  c.add(loc, op.CALL_FUNCTION_EX);
}
