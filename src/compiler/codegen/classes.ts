/**
 * Class definitions.
 *
 * @cpython Python/codegen.c codegen_class (3.14)
 */
import { TupleConstant } from '../../base/constant.ts';
import type { ClassDef } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { NO_ARGUMENTS, SCOPE_CLASS } from '../compiler-unit.ts';
import { Location, NO_LOCATION } from '../instruction-sequence.ts';
import { body } from './body.ts';
import { callHelper } from './calls.ts';
import { makeClosure } from './closures.ts';
import { applyDecorators, enterTypeParamsScope, typeParams } from './functions.ts';
import { nameOp } from './names.ts';
import { INTRINSIC_SUBSCRIPT_GENERIC } from './oparg.ts';

/** Pushes `__build_class__`, the function of the class body and the class name. */
function classBody(c: Compiler, s: ClassDef, firstlineno: number): void {
  c.enterScope(s.name, SCOPE_CLASS, c.symtable.lookup(s), firstlineno, s.name, NO_ARGUMENTS);
  const { ste, metadata } = c.u;
  const loc = new Location(firstlineno, firstlineno, 0, 0);
  nameOp(c, loc, '__name__', 'Load');
  nameOp(c, loc, '__module__', 'Store');
  c.loadConst(loc, metadata.u_qualname);
  nameOp(c, loc, '__qualname__', 'Store');
  c.loadConst(loc, metadata.u_firstlineno);
  nameOp(c, loc, '__firstlineno__', 'Store');
  if (s.type_params.length > 0) {
    nameOp(c, loc, '.type_params', 'Load');
    nameOp(c, loc, '__type_params__', 'Store');
  }
  if (ste.needsClassdict) {
    c.add(loc, op.LOAD_LOCALS);
    c.addN(loc, op.STORE_DEREF, metadata.u_cellvars, '__classdict__');
  }
  if (ste.hasConditionalAnnotations) {
    c.addI(loc, op.BUILD_SET, 0);
    c.addN(loc, op.STORE_DEREF, metadata.u_cellvars, '__conditional_annotations__');
  }
  body(c, loc, s.body, false);
  c.loadConst(NO_LOCATION, new TupleConstant(c.sortedStaticAttributes()));
  nameOp(c, NO_LOCATION, '__static_attributes__', 'Store');
  if (ste.needsClassdict) {
    c.addI(NO_LOCATION, op.LOAD_CLOSURE, c.cellIndex('__classdict__'));
    nameOp(c, NO_LOCATION, '__classdictcell__', 'Store');
  }
  if (ste.needsClassClosure) {
    c.addI(NO_LOCATION, op.LOAD_CLOSURE, c.cellIndex('__class__'));
    c.addI(NO_LOCATION, op.COPY, 1);
    nameOp(c, NO_LOCATION, '__classcell__', 'Store');
  } else {
    c.loadConst(NO_LOCATION, null);
  }
  c.add(NO_LOCATION, op.RETURN_VALUE);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  const classLoc = locationOf(s);
  c.add(classLoc, op.LOAD_BUILD_CLASS);
  c.add(classLoc, op.PUSH_NULL);
  makeClosure(c, classLoc, code, 0);
  c.loadConst(classLoc, s.name);
}

export function classDefinition(c: Compiler, s: ClassDef): void {
  const decorators = s.decorator_list;
  c.visitAll(decorators);
  const firstlineno = decorators.length > 0 ? decorators[0]!.lineno : s.lineno;
  const loc = locationOf(s);
  if (s.type_params.length > 0) {
    enterTypeParamsScope(c, s.name, s.type_params, firstlineno, s.name);
    typeParams(c, s.type_params);
    nameOp(c, loc, '.type_params', 'Store');
    classBody(c, s, firstlineno);
    nameOp(c, loc, '.type_params', 'Load');
    c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC);
    nameOp(c, loc, '.generic_base', 'Store');
    callHelper(c, loc, 2, s.bases, '.generic_base', s.keywords);
    const code = c.optimizeAndAssemble(false);
    c.exitScope();
    makeClosure(c, loc, code, 0);
    c.add(loc, op.PUSH_NULL);
    c.addI(loc, op.CALL, 0);
  } else {
    classBody(c, s, firstlineno);
    callHelper(c, loc, 2, s.bases, null, s.keywords);
  }
  applyDecorators(c, decorators);
  nameOp(c, loc, s.name, 'Store');
}
