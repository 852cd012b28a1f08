/**
 * Comprehensions, which run in the block around them, and generator expressions, which are functions.
 *
 * @cpython Python/codegen.c codegen_comprehension (3.14)
 */
import type {
  comprehension as Generator,
  DictComp,
  expr,
  GeneratorExp,
  ListComp,
  SetComp,
} from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import {
  CELL,
  ClassBlock,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  type SymtableEntry,
  symbolToScope,
} from '../../symtable/index.ts';
import { type Compiler, type InlinedComprehensionState, locationOf } from '../compiler.ts';
import {
  FBLOCK_ASYNC_COMPREHENSION_GENERATOR,
  FBLOCK_TRY_EXCEPT,
  NO_LABEL,
  SCOPE_COMPREHENSION,
} from '../compiler-unit.ts';
import { Location, NO_LOCATION } from '../instruction-sequence.ts';
import { makeClosure, wrapInStopIterationHandler } from './closures.ts';
import { jumpIf } from './jump-if.ts';
import { addYield, awaitTop, yieldFrom } from './yields.ts';

type ComprehensionExpression = GeneratorExp | ListComp | SetComp | DictComp;

const NAMES = {
  GeneratorExp: '<genexpr>',
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
} as const;

export function comprehension(c: Compiler, e: ComprehensionExpression): void {
  const entry = c.symtable.lookup(e);
  const loc = locationOf(e);
  const outermost = e.generators[0]!;
  const isInlined = entry.isCompInlined;
  const state: InlinedComprehensionState = {
    pushedLocals: null,
    tempSymbols: null,
    fastHidden: null,
    cleanup: NO_LABEL,
  };
  if (isInlined) {
    iterator(c, outermost);
    c.enterInlinedComprehension(entry, state);
    pushInlinedLocals(c, loc, entry, state);
  } else {
    const counts = { argcount: 1, posonlyargcount: 0, kwonlyargcount: 0 };
    c.enterScope(NAMES[e.node], SCOPE_COMPREHENSION, entry, e.lineno, null, counts);
  }
  if (e.node !== 'GeneratorExp') {
    c.addI(loc, e.node === 'ListComp' ? op.BUILD_LIST : e.node === 'SetComp' ? op.BUILD_SET : op.BUILD_MAP, 0);
    if (isInlined) c.addI(loc, op.SWAP, 2);
  }
  generator(c, loc, e, 0, 0, isInlined);
  if (isInlined) {
    popInlinedLocals(c, loc, state);
    c.leaveInlinedComprehension(state);
    return;
  }
  if (e.node === 'GeneratorExp') wrapInStopIterationHandler(c);
  else c.add(loc, op.RETURN_VALUE);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  makeClosure(c, loc, code, 0);
  iterator(c, outermost);
  c.addI(loc, op.CALL, 0);
  if (entry.isCoroutine && e.node !== 'GeneratorExp') awaitTop(c, loc, 0);
}

/** Leaves the iterator of a `for` on the stack. */
function iterator(c: Compiler, node: Generator): void {
  c.visit(node.iter);
  c.add(locationOf(node.iter), node.is_async ? op.GET_AITER : op.GET_ITER);
}

function generator(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpression,
  index: number,
  depth: number,
  isIterOnStack: boolean,
): void {
  const node = e.generators[index]!;
  if (node.is_async) asyncGenerator(c, loc, e, node, index, depth, isIterOnStack);
  else syncGenerator(c, loc, e, node, index, depth, isIterOnStack);
}

/** The single element of `for x in [y]`, which needs no loop. */
function singleElement(iter: expr): expr | null {
  if (iter.node !== 'List' && iter.node !== 'Tuple') return null;
  if (iter.elts.length !== 1 || iter.elts[0]!.node === 'Starred') return null;
  return iter.elts[0]!;
}

function syncGenerator(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpression,
  node: Generator,
  index: number,
  depth: number,
  isIterOnStack: boolean,
): void {
  const start = c.newLabel();
  const ifCleanup = c.newLabel();
  const anchor = c.newLabel();
  let isLoop = true;
  if (!isIterOnStack) {
    if (index === 0) {
      c.addI(loc, op.LOAD_FAST, 0);
    } else {
      const single = singleElement(node.iter);
      if (single !== null) {
        c.visit(single);
        isLoop = false;
      } else {
        iterator(c, node);
      }
    }
  }
  if (isLoop) {
    depth++;
    c.useLabel(start);
    c.addJump(locationOf(node.iter), op.FOR_ITER, anchor);
  }
  c.visit(node.target);
  for (const condition of node.ifs) jumpIf(c, condition, ifCleanup, false);
  const eltLoc = element(c, loc, e, index, depth);
  c.useLabel(ifCleanup);
  if (!isLoop) return;
  c.addJump(eltLoc, op.JUMP, start);
  c.useLabel(anchor);
  c.add(NO_LOCATION, op.END_FOR);
  c.add(NO_LOCATION, op.POP_ITER);
}

function asyncGenerator(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpression,
  node: Generator,
  index: number,
  depth: number,
  isIterOnStack: boolean,
): void {
  const start = c.newLabel();
  const send = c.newLabel();
  const except = c.newLabel();
  const ifCleanup = c.newLabel();
  if (!isIterOnStack) {
    if (index === 0) c.addI(loc, op.LOAD_FAST, 0);
    else iterator(c, node);
  }
  c.useLabel(start);
  c.pushBlock({
    type: FBLOCK_ASYNC_COMPREHENSION_GENERATOR,
    block: start,
    exit: NO_LABEL,
    loc,
    finalbody: null,
    handlerName: null,
  });
  c.addJump(loc, op.SETUP_FINALLY, except);
  c.add(loc, op.GET_ANEXT);
  c.loadConst(loc, null);
  c.useLabel(send);
  yieldFrom(c, loc, true);
  c.add(loc, op.POP_BLOCK);
  c.visit(node.target);
  for (const condition of node.ifs) jumpIf(c, condition, ifCleanup, false);
  const eltLoc = element(c, loc, e, index, depth + 1);
  c.useLabel(ifCleanup);
  c.addJump(eltLoc, op.JUMP, start);
  c.popBlock();
  c.useLabel(except);
  c.addJump(loc, op.END_ASYNC_FOR, send);
}

/** The next generator, or after the last one the element; gives the element's location. */
function element(c: Compiler, loc: Location, e: ComprehensionExpression, index: number, depth: number): Location {
  if (index + 1 < e.generators.length) {
    generator(c, loc, e, index + 1, depth, false);
    return locationOf(e.node === 'DictComp' ? e.key : e.elt);
  }
  if (e.node === 'DictComp') {
    c.visit(e.key);
    c.visit(e.value);
    const eltLoc = new Location(e.key.lineno, e.value.end_lineno, e.key.col_offset, e.value.end_col_offset);
    c.addI(eltLoc, op.MAP_ADD, depth + 1);
    return eltLoc;
  }
  const eltLoc = locationOf(e.elt);
  c.visit(e.elt);
  if (e.node === 'GeneratorExp') {
    addYield(c, eltLoc);
    c.add(eltLoc, op.POP_TOP);
  } else {
    c.addI(eltLoc, e.node === 'ListComp' ? op.LIST_APPEND : op.SET_ADD, depth + 1);
  }
  return eltLoc;
}

/**
 * Saves the outer values of the names that the comprehension binds on the stack, under its iterable.
 *
 * @cpython Python/codegen.c codegen_push_inlined_comprehension_locals (3.14)
 */
function pushInlinedLocals(c: Compiler, loc: Location, entry: SymtableEntry, state: InlinedComprehensionState): void {
  const outer = c.u.ste;
  const { u_varnames, u_freevars, u_cellvars } = c.u.metadata;
  const inClassBlock = outer.type === ClassBlock && c.u.inInlinedComp === 0;
  for (const [name, symbol] of entry.symbols) {
    if (!((symbol & DEF_LOCAL && !(symbol & DEF_NONLOCAL)) || inClassBlock)) continue;
    const mangled = c.maybeMangle(name);
    c.addN(loc, op.LOAD_FAST_AND_CLEAR, u_varnames, mangled);
    if (symbolToScope(symbol) === CELL) {
      c.addN(loc, op.MAKE_CELL, outer.getScope(name) === FREE ? u_freevars : u_cellvars, mangled);
    }
    (state.pushedLocals ??= []).push(name);
  }
  if (state.pushedLocals === null) return;
  c.addI(loc, op.SWAP, state.pushedLocals.length + 1);
  state.cleanup = c.newLabel();
  c.addJump(loc, op.SETUP_FINALLY, state.cleanup);
  // Nothing can leave a comprehension early, but the block counts.
  c.pushBlock({
    type: FBLOCK_TRY_EXCEPT,
    block: NO_LABEL,
    exit: NO_LABEL,
    loc,
    finalbody: null,
    handlerName: null,
  });
}

function restoreInlinedLocals(c: Compiler, loc: Location, pushedLocals: readonly string[]): void {
  c.addI(loc, op.SWAP, pushedLocals.length + 1);
  for (let i = pushedLocals.length - 1; i >= 0; i--) {
    c.addN(loc, op.STORE_FAST_MAYBE_NULL, c.u.metadata.u_varnames, c.maybeMangle(pushedLocals[i]!));
  }
}

/** @cpython Python/codegen.c codegen_pop_inlined_comprehension_locals (3.14) */
function popInlinedLocals(c: Compiler, loc: Location, state: InlinedComprehensionState): void {
  if (state.pushedLocals === null) return;
  c.popBlock();
  c.add(NO_LOCATION, op.POP_BLOCK);
  const end = c.newLabel();
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
  c.useLabel(state.cleanup);
  // The unfinished result is below the exception.
  c.addI(NO_LOCATION, op.SWAP, 2);
  c.add(NO_LOCATION, op.POP_TOP);
  restoreInlinedLocals(c, loc, state.pushedLocals);
  c.addI(NO_LOCATION, op.RERAISE, 0);
  c.useLabel(end);
  restoreInlinedLocals(c, loc, state.pushedLocals);
}
