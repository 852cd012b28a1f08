/**
 * Function definitions, type parameters and type aliases.
 *
 * @cpython Python/codegen.c codegen_function, codegen_type_params, codegen_typealias (3.14)
 */
import { TupleConstant } from '../../base/constant.ts';
import type { AsyncFunctionDef, expr, FunctionDef, type_param, TypeAlias } from '../../ast/nodes.generated.ts';
import { assert } from '../../base/assert.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { getDocstring, type SymtableEntry } from '../../symtable/index.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import {
  FBLOCK_STOP_ITERATION,
  NO_ARGUMENTS,
  NO_LABEL,
  SCOPE_ANNOTATIONS,
  SCOPE_ASYNC_FUNCTION,
  SCOPE_FUNCTION,
} from '../compiler-unit.ts';
import { NO_LOCATION } from '../instruction-sequence.ts';
import { enterAnnotationsScope, functionAnnotations } from './annotations.ts';
import { cleanDocstring } from './clean-docstring.ts';
import { makeClosure, wrapInStopIterationHandler } from './closures.ts';
import { defaultArguments } from './defaults.ts';
import { nameOp } from './names.ts';
import {
  INTRINSIC_PARAMSPEC,
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS,
  INTRINSIC_SET_TYPEPARAM_DEFAULT,
  INTRINSIC_TYPEALIAS,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVARTUPLE,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  MAKE_FUNCTION_DEFAULTS,
  MAKE_FUNCTION_KWDEFAULTS,
} from './oparg.ts';

/** Calls the decorators that are on the stack, the last one first. */
export function applyDecorators(c: Compiler, decorators: readonly expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.addI(locationOf(decorators[i]!), op.CALL, 0);
}

function functionBody(c: Compiler, s: FunctionDef | AsyncFunctionDef, flags: number, firstlineno: number): void {
  const { args, body } = s;
  const scopeType = s.node === 'AsyncFunctionDef' ? SCOPE_ASYNC_FUNCTION : SCOPE_FUNCTION;
  const entry = c.symtable.lookup(s);
  c.enterScope(s.name, scopeType, entry, firstlineno, null, {
    argcount: args.args.length,
    posonlyargcount: args.posonlyargs.length,
    kwonlyargcount: args.kwonlyargs.length,
  });
  let first = 0;
  if (entry.hasDocstring) {
    first = 1;
    c.u.metadata.u_consts.add(cleanDocstring(getDocstring(body)!));
  }
  const start = c.newLabel();
  c.useLabel(start);
  const isWrapped = entry.isCoroutine || entry.isGenerator;
  if (isWrapped) {
    c.pushBlock({
      type: FBLOCK_STOP_ITERATION,
      block: start,
      exit: NO_LABEL,
      loc: NO_LOCATION,
      finalbody: null,
      handlerName: null,
    });
  }
  c.visitStatements(first === 0 ? body : body.slice(first));
  if (isWrapped) {
    wrapInStopIterationHandler(c);
    c.popBlock();
  }
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  makeClosure(c, locationOf(s), code, flags);
}

export function functionDefinition(c: Compiler, s: FunctionDef | AsyncFunctionDef): void {
  const decorators = s.decorator_list;
  c.visitAll(decorators);
  const firstlineno = decorators.length > 0 ? decorators[0]!.lineno : s.lineno;
  const loc = locationOf(s);
  const isGeneric = s.type_params.length > 0;
  let flags = defaultArguments(c, loc, s.args);
  let typeParamArgs = 0;
  if (isGeneric) {
    if (flags & MAKE_FUNCTION_DEFAULTS) typeParamArgs++;
    if (flags & MAKE_FUNCTION_KWDEFAULTS) typeParamArgs++;
    if (typeParamArgs === 2) c.addI(loc, op.SWAP, 2);
    const counts = { argcount: typeParamArgs, posonlyargcount: 0, kwonlyargcount: 0 };
    enterTypeParamsScope(c, s.name, s.type_params, firstlineno, null, counts);
    typeParams(c, s.type_params);
    for (let i = 0; i < typeParamArgs; i++) c.addI(loc, op.LOAD_FAST, i);
  }
  flags |= functionAnnotations(c, loc, s.args, s.returns);
  functionBody(c, s, flags, firstlineno);
  if (isGeneric) {
    c.addI(loc, op.SWAP, 2);
    c.addI(loc, op.CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS);
    const code = c.optimizeAndAssemble(false);
    c.exitScope();
    makeClosure(c, loc, code, 0);
    if (typeParamArgs > 0) {
      c.addI(loc, op.SWAP, typeParamArgs + 1);
      c.addI(loc, op.CALL, typeParamArgs - 1);
    } else {
      c.add(loc, op.PUSH_NULL);
      c.addI(loc, op.CALL, 0);
    }
  }
  applyDecorators(c, decorators);
  nameOp(c, loc, s.name, 'Store');
}

/** Opens the scope that the type parameters of a function, class or type alias live in. */
export function enterTypeParamsScope(
  c: Compiler,
  name: string,
  params: readonly type_param[],
  firstlineno: number,
  privateName: string | null,
  counts = NO_ARGUMENTS,
): void {
  const entry = c.symtable.lookup(params);
  c.enterScope(`<generic parameters of ${name}>`, SCOPE_ANNOTATIONS, entry, firstlineno, privateName, counts);
}

/** Makes the function that computes the bound or the default of a type parameter. */
function boundOrDefault(c: Compiler, e: expr, name: string, entry: SymtableEntry, allowStarred: boolean): void {
  const loc = locationOf(e);
  c.loadConst(loc, new TupleConstant([1]));
  enterAnnotationsScope(c, loc, entry, name);
  if (allowStarred && e.node === 'Starred') {
    c.visit(e.value);
    c.addI(loc, op.UNPACK_SEQUENCE, 1);
  } else {
    c.visit(e);
  }
  c.add(loc, op.RETURN_VALUE);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  makeClosure(c, loc, code, MAKE_FUNCTION_DEFAULTS);
}

/** Makes the type parameters and their tuple. */
export function typeParams(c: Compiler, params: readonly type_param[]): void {
  let seenDefault = false;
  for (const param of params) {
    const loc = locationOf(param);
    const { name } = param;
    c.loadConst(loc, name);
    if (param.node === 'TypeVar') {
      const { bound } = param;
      if (bound !== null) {
        boundOrDefault(c, bound, name, c.symtable.lookup(param), false);
        const isTuple = bound.node === 'Tuple';
        c.addI(loc, op.CALL_INTRINSIC_2, isTuple ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND);
      } else {
        c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_TYPEVAR);
      }
    } else {
      const isTuple = param.node === 'TypeVarTuple';
      c.addI(loc, op.CALL_INTRINSIC_1, isTuple ? INTRINSIC_TYPEVARTUPLE : INTRINSIC_PARAMSPEC);
    }
    if (param.default_value !== null) {
      seenDefault = true;
      const entry = param.node === 'TypeVar' ? c.symtable.lookupDefault(param) : c.symtable.lookup(param);
      boundOrDefault(c, param.default_value, name, entry, param.node === 'TypeVarTuple');
      c.addI(loc, op.CALL_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT);
    } else if (seenDefault) {
      c.error(loc, `non-default type parameter '${name}' follows default type parameter`);
    }
    c.addI(loc, op.COPY, 1);
    nameOp(c, loc, name, 'Store');
  }
  c.addI(locationOf(params[0]!), op.BUILD_TUPLE, params.length);
}

export function typeAlias(c: Compiler, s: TypeAlias): void {
  const loc = locationOf(s);
  assert(s.name.node === 'Name');
  const name = s.name.id;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    enterTypeParamsScope(c, name, s.type_params, s.lineno, null);
    c.loadConst(loc, name);
    typeParams(c, s.type_params);
  } else {
    c.loadConst(loc, name);
    c.loadConst(loc, null);
  }
  c.loadConst(loc, new TupleConstant([1]));
  enterAnnotationsScope(c, loc, c.symtable.lookup(s), name);
  c.visit(s.value);
  c.add(loc, op.RETURN_VALUE);
  const code = c.optimizeAndAssemble(false);
  c.exitScope();
  makeClosure(c, loc, code, MAKE_FUNCTION_DEFAULTS);
  c.addI(loc, op.BUILD_TUPLE, 3);
  c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS);
  if (isGeneric) {
    const generic = c.optimizeAndAssemble(false);
    c.exitScope();
    makeClosure(c, loc, generic, 0);
    c.add(loc, op.PUSH_NULL);
    c.addI(loc, op.CALL, 0);
  }
  nameOp(c, loc, name, 'Store');
}
