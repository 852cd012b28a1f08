/**
 * Conditions: code that jumps, without making a bool first.
 *
 * @cpython Python/codegen.c codegen_jump_if (3.14)
 */
import type { Compare, expr } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { type Label, NO_LOCATION } from '../instruction-sequence.ts';
import { checkCompare } from './checks.ts';
import { addCompare } from './compare-op.ts';

/** Jumps to `next` if the truth of an expression is `condition`, and falls through if not. */
export function jumpIf(c: Compiler, e: expr, next: Label, condition: boolean): void {
  switch (e.node) {
    case 'UnaryOp':
      if (e.op === 'Not') return jumpIf(c, e.operand, next, !condition);
      break;
    case 'BoolOp': {
      const shortCircuit = e.op === 'Or';
      const last = e.values.length - 1;
      const inner = shortCircuit !== condition ? c.newLabel() : next;
      for (let i = 0; i < last; i++) jumpIf(c, e.values[i]!, inner, shortCircuit);
      jumpIf(c, e.values[last]!, next, condition);
      if (inner !== next) c.useLabel(inner);
      return;
    }
    case 'IfExp': {
      const end = c.newLabel();
      const orelse = c.newLabel();
      jumpIf(c, e.test, orelse, false);
      jumpIf(c, e.body, next, condition);
      c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
      c.useLabel(orelse);
      jumpIf(c, e.orelse, next, condition);
      c.useLabel(end);
      return;
    }
    case 'Compare':
      if (e.ops.length > 1) return jumpIfChained(c, e, next, condition);
      break;
  }
  c.visit(e);
  const ownLoc = locationOf(e);
  c.add(ownLoc, op.TO_BOOL);
  c.addJump(ownLoc, condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, next);
}

function jumpIfChained(c: Compiler, e: Compare, next: Label, condition: boolean): void {
  const loc = locationOf(e);
  const last = e.ops.length - 1;
  checkCompare(c, e);
  const cleanup = c.newLabel();
  c.visit(e.left);
  for (let i = 0; i < last; i++) {
    c.visit(e.comparators[i]!);
    c.addI(loc, op.SWAP, 2);
    c.addI(loc, op.COPY, 2);
    addCompare(c, loc, e.ops[i]!);
    c.add(loc, op.TO_BOOL);
    c.addJump(loc, op.POP_JUMP_IF_FALSE, cleanup);
  }
  c.visit(e.comparators[last]!);
  addCompare(c, loc, e.ops[last]!);
  c.add(loc, op.TO_BOOL);
  c.addJump(loc, condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, next);
  const end = c.newLabel();
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.add(loc, op.POP_TOP);
  if (!condition) c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, next);
  c.useLabel(end);
}
