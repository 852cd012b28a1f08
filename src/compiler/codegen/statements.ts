/**
 * Statements: the dispatch, and the kinds that need no file of their own.
 *
 * @cpython Python/codegen.c codegen_visit_stmt (3.14)
 */
import type { Assert, Assign, Expr, Raise, stmt } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { NO_LOCATION } from '../instruction-sequence.ts';
import { annAssign, augAssign } from './assignments.ts';
import { classDefinition } from './classes.ts';
import { functionDefinition, typeAlias } from './functions.ts';
import { importFrom, importStatement } from './imports.ts';
import { jumpIf } from './jump-if.ts';
import { asyncForStatement, forStatement, ifStatement, whileStatement } from './loops.ts';
import { CONSTANT_ASSERTIONERROR, INTRINSIC_PRINT } from './oparg.ts';
import { matchStatement } from './patterns.ts';
import { tryStatement } from './try.ts';
import { breakStatement, continueStatement, returnStatement } from './unwind.ts';
import { withStatement } from './with.ts';

export function visitStatement(c: Compiler, s: stmt): void {
  switch (s.node) {
    case 'Expr':
      return expressionStatement(c, s);
    case 'Assign':
      return assign(c, s);
    case 'Return':
      return returnStatement(c, s);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return functionDefinition(c, s);
    case 'ClassDef':
      return classDefinition(c, s);
    case 'AugAssign':
      return augAssign(c, s);
    case 'AnnAssign':
      return annAssign(c, s);
    case 'Raise':
      return raise(c, s);
    case 'Assert':
      return assertStatement(c, s);
    case 'Import':
      return importStatement(c, s);
    case 'ImportFrom':
      return importFrom(c, s);
    case 'Delete':
      return c.visitAll(s.targets);
    case 'Pass':
      return c.add(locationOf(s), op.NOP);
    case 'Break':
      return breakStatement(c, locationOf(s));
    case 'Continue':
      return continueStatement(c, locationOf(s));
    case 'TypeAlias':
      return typeAlias(c, s);
    case 'Global':
    case 'Nonlocal':
      return;
    default: {
      // Annotations in the others are conditional.
      const { u } = c;
      u.inConditionalBlock++;
      conditionalStatement(c, s);
      u.inConditionalBlock--;
    }
  }
}

type ConditionalStatement = Extract<
  stmt,
  { node: 'If' | 'For' | 'While' | 'With' | 'Try' | 'TryStar' | 'Match' | 'AsyncFor' | 'AsyncWith' }
>;

function conditionalStatement(c: Compiler, s: ConditionalStatement): void {
  switch (s.node) {
    case 'If':
      return ifStatement(c, s);
    case 'For':
      return forStatement(c, s);
    case 'While':
      return whileStatement(c, s);
    case 'With':
    case 'AsyncWith':
      return withStatement(c, s);
    case 'Try':
    case 'TryStar':
      return tryStatement(c, s);
    case 'Match':
      return matchStatement(c, s);
    case 'AsyncFor':
      return asyncForStatement(c, s);
  }
}

function expressionStatement(c: Compiler, s: Expr): void {
  const { value } = s;
  if (c.isInteractiveTopLevel) {
    c.visit(value);
    c.addI(locationOf(s), op.CALL_INTRINSIC_1, INTRINSIC_PRINT);
    return c.add(NO_LOCATION, op.POP_TOP);
  }
  if (value.node === 'Constant') return c.add(locationOf(s), op.NOP);
  c.visit(value);
  c.add(NO_LOCATION, op.POP_TOP);
}

function assign(c: Compiler, s: Assign): void {
  c.visit(s.value);
  const last = s.targets.length - 1;
  for (let i = 0; i <= last; i++) {
    if (i < last) c.addI(locationOf(s), op.COPY, 1);
    c.visit(s.targets[i]!);
  }
}

function raise(c: Compiler, s: Raise): void {
  let count = 0;
  if (s.exc !== null) {
    c.visit(s.exc);
    count++;
    if (s.cause !== null) {
      c.visit(s.cause);
      count++;
    }
  }
  c.addI(locationOf(s), op.RAISE_VARARGS, count);
}

function assertStatement(c: Compiler, s: Assert): void {
  const loc = locationOf(s);
  const { test } = s;
  const isTuple =
    (test.node === 'Tuple' && test.elts.length > 0) ||
    (test.node === 'Constant' &&
      typeof test.value === 'object' &&
      test.value?.kind === 'tuple' &&
      test.value.items.length > 0);
  if (isTuple) c.warn(loc, 'assertion is always true, perhaps remove parentheses?');
  if (c.optimize > 0) return;
  const end = c.newLabel();
  jumpIf(c, test, end, true);
  c.addI(loc, op.LOAD_COMMON_CONSTANT, CONSTANT_ASSERTIONERROR);
  if (s.msg !== null) {
    c.visit(s.msg);
    c.addI(loc, op.CALL, 0);
  }
  c.addI(locationOf(test), op.RAISE_VARARGS, 1);
  c.useLabel(end);
}
