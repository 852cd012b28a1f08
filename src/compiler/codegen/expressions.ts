/**
 * Expressions: the dispatch, and the kinds that need no file of their own.
 *
 * @cpython Python/codegen.c codegen_visit_expr (3.14)
 */
import { SliceConstant } from '../../base/constant.ts';
import type {
  BinOp,
  BoolOp,
  Compare,
  expr,
  IfExp,
  Lambda,
  List,
  Slice,
  Subscript,
  Tuple,
  UnaryOp,
  Attribute,
  YieldFrom,
} from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { SCOPE_ASYNC_FUNCTION, SCOPE_LAMBDA } from '../compiler-unit.ts';
import { type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { attributeLocation } from './attribute-location.ts';
import { call, canOptimizeSuperCall, loadArgumentsForSuper } from './calls.ts';
import { addCompare } from './compare-op.ts';
import { checkCompare, checkIndex, checkSubscripter } from './checks.ts';
import { makeClosure } from './closures.ts';
import { comprehension } from './comprehensions.ts';
import { buildCollection, dict } from './collections.ts';
import { defaultArguments } from './defaults.ts';
import { jumpIf } from './jump-if.ts';
import { nameOp } from './names.ts';
import { INTRINSIC_UNARY_POSITIVE, NB, NB_SUBSCR } from './oparg.ts';
import { formattedValue, interpolation, joinedString, templateString } from './strings.ts';
import { addYield, awaitTop, yieldFrom } from './yields.ts';

/** Emits the code that leaves the value of an expression on the stack, or that stores into or deletes a target. */
export function visitExpression(c: Compiler, e: expr): void {
  switch (e.node) {
    case 'Name':
      return nameOp(c, locationOf(e), e.id, e.ctx);
    case 'Constant':
      return c.loadConst(locationOf(e), e.value);
    case 'Attribute':
      return attribute(c, e);
    case 'Call':
      return call(c, e);
    case 'Subscript':
      return subscript(c, e);
    case 'BinOp':
      return binOp(c, e);
    case 'Compare':
      return compare(c, e);
    case 'Tuple':
    case 'List':
      return sequence(c, e);
    case 'BoolOp':
      return boolOp(c, e);
    case 'UnaryOp':
      return unaryOp(c, e);
    case 'Dict':
      return dict(c, e);
    case 'JoinedStr':
      return joinedString(c, e);
    case 'FormattedValue':
      return formattedValue(c, e);
    case 'TemplateStr':
      return templateString(c, e);
    case 'Interpolation':
      return interpolation(c, e);
    case 'IfExp':
      return ifExpression(c, e);
    case 'Lambda':
      return lambda(c, e);
    case 'Set':
      return buildCollection(c, locationOf(e), e.elts, null, 0, op.BUILD_SET, op.SET_ADD, op.SET_UPDATE, false);
    case 'GeneratorExp':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return comprehension(c, e);
    case 'Slice':
      return slice(c, e);
    case 'Starred':
      return c.error(
        locationOf(e),
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
      );
    case 'NamedExpr':
      visitExpression(c, e.value);
      c.addI(locationOf(e), op.COPY, 1);
      return visitExpression(c, e.target);
    case 'Await':
      visitExpression(c, e.value);
      return awaitTop(c, locationOf(e), 0);
    case 'Yield': {
      const loc = locationOf(e);
      if (!c.u.ste.isFunctionLike) c.error(loc, "'yield' outside function");
      if (e.value !== null) visitExpression(c, e.value);
      else c.loadConst(loc, null);
      return addYield(c, loc);
    }
    case 'YieldFrom':
      return delegate(c, e);
  }
}

function delegate(c: Compiler, e: YieldFrom): void {
  const loc = locationOf(e);
  if (!c.u.ste.isFunctionLike) c.error(loc, "'yield from' outside function");
  if (c.u.scopeType === SCOPE_ASYNC_FUNCTION) c.error(loc, "'yield from' inside async function");
  visitExpression(c, e.value);
  c.add(loc, op.GET_YIELD_FROM_ITER);
  c.loadConst(loc, null);
  yieldFrom(c, loc, false);
}

/** Operators chain to the left, thousands deep in generated code: no recursion along that side. */
function binOp(c: Compiler, e: BinOp): void {
  if (e.left.node !== 'BinOp') {
    visitExpression(c, e.left);
    visitExpression(c, e.right);
    return c.addI(locationOf(e), op.BINARY_OP, NB[e.op]);
  }
  const chain: BinOp[] = [];
  let left: expr = e;
  while (left.node === 'BinOp') {
    chain.push(left);
    left = left.left;
  }
  visitExpression(c, left);
  for (let i = chain.length - 1; i >= 0; i--) {
    const node = chain[i]!;
    visitExpression(c, node.right);
    c.addI(locationOf(node), op.BINARY_OP, NB[node.op]);
  }
}

function unaryOp(c: Compiler, e: UnaryOp): void {
  const loc = locationOf(e);
  visitExpression(c, e.operand);
  switch (e.op) {
    case 'UAdd':
      return c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE);
    case 'Not':
      c.add(loc, op.TO_BOOL);
      return c.add(loc, op.UNARY_NOT);
    case 'USub':
      return c.add(loc, op.UNARY_NEGATIVE);
    case 'Invert':
      return c.add(loc, op.UNARY_INVERT);
  }
}

function boolOp(c: Compiler, e: BoolOp): void {
  const loc = locationOf(e);
  const jump = e.op === 'And' ? op.JUMP_IF_FALSE : op.JUMP_IF_TRUE;
  const end = c.newLabel();
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    visitExpression(c, e.values[i]!);
    c.addJump(loc, jump, end);
    c.add(loc, op.POP_TOP);
  }
  visitExpression(c, e.values[last]!);
  c.useLabel(end);
}

function compare(c: Compiler, e: Compare): void {
  const loc = locationOf(e);
  checkCompare(c, e);
  visitExpression(c, e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    visitExpression(c, e.comparators[0]!);
    return addCompare(c, loc, e.ops[0]!);
  }
  const cleanup = c.newLabel();
  for (let i = 0; i < last; i++) {
    visitExpression(c, e.comparators[i]!);
    c.addI(loc, op.SWAP, 2);
    c.addI(loc, op.COPY, 2);
    addCompare(c, loc, e.ops[i]!);
    c.addI(loc, op.COPY, 1);
    c.add(loc, op.TO_BOOL);
    c.addJump(loc, op.POP_JUMP_IF_FALSE, cleanup);
    c.add(loc, op.POP_TOP);
  }
  visitExpression(c, e.comparators[last]!);
  addCompare(c, loc, e.ops[last]!);
  const end = c.newLabel();
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.addI(loc, op.SWAP, 2);
  c.add(loc, op.POP_TOP);
  c.useLabel(end);
}

function ifExpression(c: Compiler, e: IfExp): void {
  const end = c.newLabel();
  const next = c.newLabel();
  jumpIf(c, e.test, next, false);
  visitExpression(c, e.body);
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
  c.useLabel(next);
  visitExpression(c, e.orelse);
  c.useLabel(end);
}

function lambda(c: Compiler, e: Lambda): void {
  const loc = locationOf(e);
  const { args } = e;
  const flags = defaultArguments(c, loc, args);
  c.enterScope('<lambda>', SCOPE_LAMBDA, c.symtable.lookup(e), e.lineno, null, {
    argcount: args.args.length,
    posonlyargcount: args.posonlyargs.length,
    kwonlyargcount: args.kwonlyargs.length,
  });
  visitExpression(c, e.body);
  let addNone = false;
  if (!c.u.ste.isGenerator) {
    c.add(locationOf(e.body), op.RETURN_VALUE);
    addNone = true;
  }
  const code = c.optimizeAndAssemble(addNone);
  c.exitScope();
  makeClosure(c, loc, code, flags);
}

function attribute(c: Compiler, e: Attribute): void {
  const loc = locationOf(e);
  if (e.ctx === 'Load' && e.value.node === 'Call' && canOptimizeSuperCall(c, e)) {
    loadArgumentsForSuper(c, e.value);
    c.addName(loc, op.LOAD_SUPER_ATTR, e.attr, 2, e.value.args.length > 0 ? 2 : 0);
    return c.add(attributeLocation(loc, e), op.NOP);
  }
  c.maybeAddStaticAttribute(e);
  visitExpression(c, e.value);
  const attrLoc = attributeLocation(loc, e);
  if (e.ctx === 'Load') c.addName(attrLoc, op.LOAD_ATTR, e.attr, 1);
  else c.addName(attrLoc, e.ctx === 'Store' ? op.STORE_ATTR : op.DELETE_ATTR, e.attr);
}

function sequence(c: Compiler, e: List | Tuple): void {
  const loc = locationOf(e);
  if (e.ctx === 'Store') return unpackInto(c, loc, e.elts);
  if (e.ctx === 'Del') return c.visitAll(e.elts);
  buildCollection(c, loc, e.elts, null, 0, op.BUILD_LIST, op.LIST_APPEND, op.LIST_EXTEND, e.node === 'Tuple');
}

/** @cpython Python/codegen.c assignment_helper, unpack_helper (3.14) */
function unpackInto(c: Compiler, loc: Location, targets: readonly expr[]): void {
  const n = targets.length;
  let seenStar = false;
  for (let i = 0; i < n; i++) {
    if (targets[i]!.node !== 'Starred') continue;
    if (seenStar) c.error(loc, 'multiple starred expressions in assignment');
    if (i >= 1 << 8 || n - i - 1 >= 0x7fffffff >> 8) {
      c.error(loc, 'too many expressions in star-unpacking assignment');
    }
    c.addI(loc, op.UNPACK_EX, i + ((n - i - 1) << 8));
    seenStar = true;
  }
  if (!seenStar) c.addI(loc, op.UNPACK_SEQUENCE, n);
  for (const target of targets) visitExpression(c, target.node === 'Starred' ? target.value : target);
}

function isConstantSlice(s: Slice): boolean {
  return (
    (s.lower === null || s.lower.node === 'Constant') &&
    (s.upper === null || s.upper.node === 'Constant') &&
    (s.step === null || s.step.node === 'Constant')
  );
}

/** True for `a:b`, unless it is a constant: such slices take their bounds from the stack. */
export function isTwoPartSlice(e: expr): e is Slice {
  return e.node === 'Slice' && e.step === null && !isConstantSlice(e);
}

export function sliceBounds(c: Compiler, s: Slice): void {
  if (s.lower !== null) visitExpression(c, s.lower);
  else c.loadConst(locationOf(s), null);
  if (s.upper !== null) visitExpression(c, s.upper);
  else c.loadConst(locationOf(s), null);
}

function slice(c: Compiler, s: Slice): void {
  const loc = locationOf(s);
  if (isConstantSlice(s)) {
    const start = s.lower?.node === 'Constant' ? s.lower.value : null;
    const stop = s.upper?.node === 'Constant' ? s.upper.value : null;
    const step = s.step?.node === 'Constant' ? s.step.value : null;
    return c.loadConst(loc, new SliceConstant(start, stop, step));
  }
  sliceBounds(c, s);
  if (s.step !== null) visitExpression(c, s.step);
  c.addI(loc, op.BUILD_SLICE, s.step === null ? 2 : 3);
}

function subscript(c: Compiler, e: Subscript): void {
  const loc = locationOf(e);
  if (e.ctx === 'Load') {
    checkSubscripter(c, e.value);
    checkIndex(c, e.value, e.slice);
  }
  visitExpression(c, e.value);
  if (e.ctx !== 'Del' && isTwoPartSlice(e.slice)) {
    sliceBounds(c, e.slice);
    return c.add(loc, e.ctx === 'Load' ? op.BINARY_SLICE : op.STORE_SLICE);
  }
  visitExpression(c, e.slice);
  if (e.ctx === 'Load') c.addI(loc, op.BINARY_OP, NB_SUBSCR);
  else c.add(loc, e.ctx === 'Store' ? op.STORE_SUBSCR : op.DELETE_SUBSCR);
}
