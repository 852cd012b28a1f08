/**
 * Deferred annotations: the `__annotate__` functions of modules, classes and functions.
 *
 * @cpython Python/codegen.c (3.14)
 */
import type { arg, arguments as Arguments, expr } from '../../ast/nodes.generated.ts';
import { assert } from '../../base/assert.ts';
import { CodeObject } from '../../code/code-object.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { ClassBlock, type SymtableEntry } from '../../symtable/index.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { SCOPE_ANNOTATIONS, SCOPE_CLASS, SCOPE_MODULE } from '../compiler-unit.ts';
import type { Location } from '../instruction-sequence.ts';
import { makeClosure } from './closures.ts';
import { nameOp } from './names.ts';
import { COMPARE, CONSTANT_NOTIMPLEMENTEDERROR, MAKE_FUNCTION_ANNOTATE } from './oparg.ts';
import { unparseExpression } from './unparse.ts';

const VALUE_WITH_FAKE_GLOBALS = 2;

/** Opens a function of the one parameter `.format`, which refuses formats that it does not know. */
export function enterAnnotationsScope(c: Compiler, loc: Location, ste: SymtableEntry, name: string): void {
  const counts = { argcount: 0, posonlyargcount: 1, kwonlyargcount: 0 };
  c.enterScope(name, SCOPE_ANNOTATIONS, ste, loc.lineno, null, counts);
  c.addI(loc, op.LOAD_FAST, 0);
  c.loadConst(loc, VALUE_WITH_FAKE_GLOBALS);
  c.addI(loc, op.COMPARE_OP, COMPARE.Gt!);
  const body = c.newLabel();
  c.addJump(loc, op.POP_JUMP_IF_FALSE, body);
  c.addI(loc, op.LOAD_COMMON_CONSTANT, CONSTANT_NOTIMPLEMENTEDERROR);
  c.addI(loc, op.RAISE_VARARGS, 1);
  c.useLabel(body);
}

/** Closes such a function and makes it. The parameter is `format` to those who look at the signature. */
function leaveAnnotationsScope(c: Compiler, loc: Location): void {
  c.add(loc, op.RETURN_VALUE);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  const names = ['format', ...code.co_localsplusnames.slice(1)];
  makeClosure(c, loc, withLocalNames(code, names), 0);
}

function withLocalNames(code: CodeObject, co_localsplusnames: readonly string[]): CodeObject {
  return new CodeObject({
    co_argcount: code.co_argcount,
    co_posonlyargcount: code.co_posonlyargcount,
    co_kwonlyargcount: code.co_kwonlyargcount,
    co_stacksize: code.co_stacksize,
    co_flags: code.co_flags,
    co_code: code.co_code,
    co_consts: code.co_consts,
    co_names: code.co_names,
    co_localsplusnames,
    co_localspluskinds: code.co_localspluskinds,
    co_filename: code.co_filename,
    co_name: code.co_name,
    co_qualname: code.co_qualname,
    co_firstlineno: code.co_firstlineno,
    co_linetable: code.co_linetable,
    co_exceptiontable: code.co_exceptiontable,
  });
}

/** Leaves a dict of the annotations on the stack. */
function deferredAnnotationsBody(c: Compiler, loc: Location, outer: Compiler['u']): void {
  c.addI(loc, op.BUILD_MAP, 0);
  for (const { statement, conditionalIndex } of outer.deferredAnnotations) {
    assert(statement.target.node === 'Name');
    const mangled = c.mangle(statement.target.id);
    const statementLoc = locationOf(statement);
    const notSet = c.newLabel();
    if (conditionalIndex !== -1) {
      c.loadConst(statementLoc, conditionalIndex);
      if (outer.scopeType === SCOPE_CLASS) {
        c.addN(statementLoc, op.LOAD_DEREF, c.u.metadata.u_freevars, '__conditional_annotations__');
      } else {
        c.addName(statementLoc, op.LOAD_GLOBAL, '__conditional_annotations__', 1);
      }
      c.addI(statementLoc, op.CONTAINS_OP, 0);
      c.addJump(statementLoc, op.POP_JUMP_IF_FALSE, notSet);
    }
    c.visit(statement.annotation);
    c.addI(statementLoc, op.COPY, 2);
    c.loadConst(statementLoc, mangled);
    c.add(loc, op.STORE_SUBSCR);
    c.useLabel(notSet);
  }
}

/** Emits the `__annotate__` of a module or class. @cpython Python/codegen.c codegen_process_deferred_annotations (3.14) */
export function processDeferredAnnotations(c: Compiler, loc: Location): void {
  const { u } = c;
  if (u.deferredAnnotations.length === 0) return;
  const isModule = u.scopeType === SCOPE_MODULE;
  if (isModule) c.startAnnotationSetup();
  const block = u.ste.annotationBlock;
  assert(block !== null);
  enterAnnotationsScope(c, loc, block, block.name);
  deferredAnnotationsBody(c, loc, u);
  leaveAnnotationsScope(c, loc);
  nameOp(c, loc, u.ste.type === ClassBlock ? '__annotate_func__' : '__annotate__', 'Store');
  if (isModule) c.endAnnotationSetup();
}

/** An annotation as text, for `from __future__ import annotations`. */
export function loadAnnotationText(c: Compiler, annotation: expr): void {
  c.loadConst(locationOf(annotation), unparseExpression(annotation));
}

/** Leaves name and value of a parameter's annotation on the stack; gives how many annotations that is. */
function parameterAnnotation(c: Compiler, name: string, annotation: expr | null, loc: Location): number {
  if (annotation === null) return 0;
  c.loadConst(loc, c.maybeMangle(name));
  if (c.hasFutureAnnotations) {
    loadAnnotationText(c, annotation);
  } else if (annotation.node === 'Starred') {
    // `*args: *Ts`
    c.visit(annotation.value);
    c.addI(loc, op.UNPACK_SEQUENCE, 1);
  } else {
    c.visit(annotation);
  }
  return 1;
}

function parameterAnnotations(c: Compiler, args: readonly arg[], loc: Location): number {
  let count = 0;
  for (const arg of args) count += parameterAnnotation(c, arg.arg, arg.annotation, loc);
  return count;
}

/** Makes the `__annotate__` of a function, if it needs one; gives the flags for `makeClosure`. */
export function functionAnnotations(c: Compiler, loc: Location, args: Arguments, returns: expr | null): number {
  const ste = c.symtable.lookup(args);
  if (!ste.annotationsUsed) return 0;
  enterAnnotationsScope(c, loc, ste, ste.name);
  let count = parameterAnnotations(c, args.args, loc);
  count += parameterAnnotations(c, args.posonlyargs, loc);
  if (args.vararg !== null) count += parameterAnnotation(c, args.vararg.arg, args.vararg.annotation, loc);
  count += parameterAnnotations(c, args.kwonlyargs, loc);
  if (args.kwarg !== null) count += parameterAnnotation(c, args.kwarg.arg, args.kwarg.annotation, loc);
  count += parameterAnnotation(c, 'return', returns, loc);
  c.addI(loc, op.BUILD_MAP, count);
  leaveAnnotationsScope(c, loc);
  return MAKE_FUNCTION_ANNOTATE;
}
