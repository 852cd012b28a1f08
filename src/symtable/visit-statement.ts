/**
 * First pass over statements.
 *
 * @cpython Python/symtable.c symtable_visit_stmt (3.14)
 */
import type {
  AnnAssign,
  arg,
  arguments as Arguments,
  AsyncFunctionDef,
  ClassDef,
  expr,
  FunctionDef,
  Global,
  ImportFrom,
  Nonlocal,
  stmt,
  type_param,
  TypeAlias,
  withitem,
} from '../ast/nodes.generated.ts';
import { getDocstring } from './docstring.ts';
import {
  AnnotationBlock,
  ClassBlock,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FunctionBlock,
  ModuleBlock,
  TypeAliasBlock,
  TypeParametersBlock,
  TypeVariableBlock,
  USE,
} from './symbol-flags.ts';
import { syntaxErrorAt, type SymtableBuilder } from './symtable-builder.ts';
import type { SourceRange, SymtableEntry } from './symtable-entry.ts';
import { visitExpression, visitExpressions, visitKeywords, visitOptional, visitPattern } from './visit-expression.ts';

export function visitStatements(st: SymtableBuilder, statements: readonly stmt[]): void {
  for (let i = 0; i < statements.length; i++) visitStatement(st, statements[i]!);
}

/** Visits statements that may not run: annotations in them are conditional. */
function visitConditionally(st: SymtableBuilder, visit: () => void): void {
  const entry = st.current;
  const before = entry.inConditionalBlock;
  entry.inConditionalBlock = true;
  visit();
  entry.inConditionalBlock = before;
}

export function visitStatement(st: SymtableBuilder, s: stmt): void {
  switch (s.node) {
    case 'Expr':
      return visitExpression(st, s.value);
    case 'Assign':
      visitExpressions(st, s.targets);
      return visitExpression(st, s.value);
    case 'If':
    case 'While':
      visitExpression(st, s.test);
      return visitConditionally(st, () => {
        visitStatements(st, s.body);
        visitStatements(st, s.orelse);
      });
    case 'Return':
      if (s.value !== null) {
        visitExpression(st, s.value);
        st.current.returnsValue = true;
      }
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunction(st, s);
    case 'ClassDef':
      return visitClass(st, s);
    case 'AsyncFor':
    case 'For':
      if (s.node === 'AsyncFor') requireCoroutine(st, s, "'async for' outside async function");
      visitExpression(st, s.target);
      visitExpression(st, s.iter);
      return visitConditionally(st, () => {
        visitStatements(st, s.body);
        visitStatements(st, s.orelse);
      });
    case 'AsyncWith':
    case 'With':
      if (s.node === 'AsyncWith') requireCoroutine(st, s, "'async with' outside async function");
      return visitConditionally(st, () => {
        for (const item of s.items) visitWithItem(st, item);
        visitStatements(st, s.body);
      });
    case 'Try':
    case 'TryStar':
      return visitConditionally(st, () => {
        visitStatements(st, s.body);
        for (const handler of s.handlers) {
          visitOptional(st, handler.type);
          if (handler.name !== null) st.addDef(handler.name, DEF_LOCAL, handler);
          visitStatements(st, handler.body);
        }
        visitStatements(st, s.orelse);
        visitStatements(st, s.finalbody);
      });
    case 'Match':
      visitExpression(st, s.subject);
      return visitConditionally(st, () => {
        for (const node of s.cases) {
          visitPattern(st, node.pattern);
          visitOptional(st, node.guard);
          visitStatements(st, node.body);
        }
      });
    case 'Raise':
      if (s.exc === null) return;
      visitExpression(st, s.exc);
      return visitOptional(st, s.cause);
    case 'Assert':
      visitExpression(st, s.test);
      return visitOptional(st, s.msg);
    case 'Delete':
      return visitExpressions(st, s.targets);
    case 'AugAssign':
      visitExpression(st, s.target);
      return visitExpression(st, s.value);
    case 'AnnAssign':
      return visitAnnAssign(st, s);
    case 'TypeAlias':
      return visitTypeAlias(st, s);
    case 'Import':
      for (const node of s.names) st.visitAlias(node);
      return;
    case 'ImportFrom':
      for (const node of s.names) st.visitAlias(node);
      return checkImportFrom(st, s);
    case 'Global':
    case 'Nonlocal':
      return visitDeclaration(st, s);
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
  }
}

function visitWithItem(st: SymtableBuilder, item: withitem): void {
  visitExpression(st, item.context_expr);
  visitOptional(st, item.optional_vars);
}

function requireCoroutine(st: SymtableBuilder, s: stmt, message: string): void {
  if (st.allowsTopLevelAwait) st.current.isCoroutine = true;
  if (!st.current.isCoroutine) syntaxErrorAt(s, message);
}

/** @cpython Python/symtable.c check_import_from (3.14) */
function checkImportFrom(st: SymtableBuilder, s: ImportFrom): void {
  if (s.module !== '__future__' || s.level !== 0) return;
  const future = st.future.location;
  if (s.lineno > future.lineno || (s.lineno === future.end_lineno && s.col_offset > future.end_col_offset)) {
    syntaxErrorAt(s, 'from __future__ imports must occur at the beginning of the file');
  }
}

function visitDeclaration(st: SymtableBuilder, s: Global | Nonlocal): void {
  const kind = s.node === 'Global' ? 'global' : 'nonlocal';
  for (const name of s.names) {
    const flags = st.lookup(name);
    if (flags & DEF_PARAM) syntaxErrorAt(s, `name '${name}' is parameter and ${kind}`);
    if (flags & USE) syntaxErrorAt(s, `name '${name}' is used prior to ${kind} declaration`);
    if (flags & DEF_ANNOT) syntaxErrorAt(s, `annotated name '${name}' can't be ${kind}`);
    if (flags & DEF_LOCAL) syntaxErrorAt(s, `name '${name}' is assigned to before ${kind} declaration`);
    st.addDef(name, s.node === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, s);
    st.recordDirective(name, s);
  }
}

/** @cpython Python/symtable.c symtable_enter_type_param_block (3.14) */
function enterTypeParamBlock(
  st: SymtableBuilder,
  name: string,
  typeParams: readonly type_param[],
  hasDefaults: boolean,
  hasKwDefaults: boolean,
  isClass: boolean,
  range: SourceRange,
): void {
  const isInClass = st.current.type === ClassBlock;
  const entry = st.enterBlock(name, TypeParametersBlock, range);
  st.blocks.set(typeParams, entry);
  if (isInClass) {
    entry.canSeeClassScope = true;
    st.addDef('__classdict__', USE, range);
  }
  if (isClass) {
    st.addDef('.type_params', DEF_LOCAL, range);
    st.addDef('.type_params', USE, range);
    st.addDef('.generic_base', DEF_LOCAL, range);
    st.addDef('.generic_base', USE, range);
  }
  if (hasDefaults) st.addDef('.defaults', DEF_PARAM, range);
  if (hasKwDefaults) st.addDef('.kwdefaults', DEF_PARAM, range);
}

function visitFunction(st: SymtableBuilder, s: FunctionDef | AsyncFunctionDef): void {
  st.addDef(s.name, DEF_LOCAL, s);
  visitExpressions(st, s.args.defaults);
  visitExpressions(st, s.args.kw_defaults);
  visitExpressions(st, s.decorator_list);
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    const hasKwDefaults = s.args.kw_defaults.some((value) => value !== null);
    enterTypeParamBlock(st, s.name, s.type_params, true, hasKwDefaults, false, s);
    for (const param of s.type_params) visitTypeParam(st, param);
  }
  const entry = st.newEntry(s.name, FunctionBlock, s);
  st.blocks.set(s, entry);
  if (getDocstring(s.body) !== null) entry.hasDocstring = true;
  visitAnnotations(st, s, s.args, s.returns);
  st.enterExisting(entry, true);
  if (s.node === 'AsyncFunctionDef') entry.isCoroutine = true;
  st.visitArguments(s.args);
  visitStatements(st, s.body);
  st.exitBlock();
  if (isGeneric) st.exitBlock();
}

function visitClass(st: SymtableBuilder, s: ClassDef): void {
  st.addDef(s.name, DEF_LOCAL, s);
  visitExpressions(st, s.decorator_list);
  const outerPrivate = st.privateName;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    enterTypeParamBlock(st, s.name, s.type_params, false, false, true, s);
    st.privateName = s.name;
    st.current.mangledNames = new Set();
    for (const param of s.type_params) visitTypeParam(st, param);
  }
  visitExpressions(st, s.bases);
  visitKeywords(st, s.keywords);
  const entry = st.enterBlock(s.name, ClassBlock, s);
  st.blocks.set(s, entry);
  st.privateName = s.name;
  if (isGeneric) {
    st.addDef('__type_params__', DEF_LOCAL, s);
    st.addDef('.type_params', USE, s);
  }
  if (getDocstring(s.body) !== null) entry.hasDocstring = true;
  visitStatements(st, s.body);
  st.exitBlock();
  if (isGeneric) st.exitBlock();
  st.privateName = outerPrivate;
}

function visitTypeAlias(st: SymtableBuilder, s: TypeAlias): void {
  visitExpression(st, s.name);
  const name = s.name.node === 'Name' ? s.name.id : '';
  const isInClass = st.current.type === ClassBlock;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    enterTypeParamBlock(st, name, s.type_params, false, false, false, s);
    for (const param of s.type_params) visitTypeParam(st, param);
  }
  const entry = st.enterBlock(name, TypeAliasBlock, s);
  st.blocks.set(s, entry);
  entry.canSeeClassScope = isInClass;
  if (isInClass) st.addDef('__classdict__', USE, s.value);
  visitExpression(st, s.value);
  st.exitBlock();
  if (isGeneric) st.exitBlock();
}

function visitTypeParam(st: SymtableBuilder, param: type_param): void {
  st.addDef(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
  if (param.node === 'TypeVar') {
    const info = param.bound?.node === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound';
    visitBoundOrDefault(st, param.bound, param, st.blocks, info);
    visitBoundOrDefault(st, param.default_value, param, st.defaultBlocks, 'a TypeVar default');
  } else {
    visitBoundOrDefault(st, param.default_value, param, st.blocks, `a ${param.node} default`);
  }
}

/** @cpython Python/symtable.c symtable_visit_type_param_bound_or_default (3.14) */
function visitBoundOrDefault(
  st: SymtableBuilder,
  e: expr | null,
  param: type_param,
  blocks: Map<object, SymtableEntry>,
  scopeInfo: string,
): void {
  if (param.name === '__classdict__') {
    syntaxErrorAt(param, `reserved name '${param.name}' cannot be used for type parameter`);
  }
  if (e === null) return;
  const isInClass = st.current.canSeeClassScope;
  const entry = st.enterBlock(param.name, TypeVariableBlock, e);
  blocks.set(param, entry);
  entry.canSeeClassScope = isInClass;
  if (isInClass) st.addDef('__classdict__', USE, e);
  entry.scopeInfo = scopeInfo;
  visitExpression(st, e);
  st.exitBlock();
}

function visitAnnAssign(st: SymtableBuilder, s: AnnAssign): void {
  st.current.annotationsUsed = true;
  const target = s.target;
  if (target.node === 'Name') {
    const flags = st.lookup(target.id);
    if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && st.current !== st.top && s.simple) {
      syntaxErrorAt(s, `annotated name '${target.id}' can't be ${flags & DEF_GLOBAL ? 'global' : 'nonlocal'}`);
    }
    if (s.simple) st.addDef(target.id, DEF_ANNOT | DEF_LOCAL, target);
    else if (s.value !== null) st.addDef(target.id, DEF_LOCAL, target);
  } else {
    visitExpression(st, target);
  }
  visitAnnotation(st, s.annotation);
  visitOptional(st, s.value);
}

/** The annotation of a variable. @cpython Python/symtable.c symtable_visit_annotation (3.14) */
function visitAnnotation(st: SymtableBuilder, annotation: expr): void {
  const parent = st.current;
  // Annotations of a function's local variables never run.
  const isUnevaluated = parent.type === FunctionBlock;
  // A module may be run in part: all its annotations are conditional.
  if (
    ((parent.type === ClassBlock && parent.inConditionalBlock) || parent.type === ModuleBlock) &&
    !parent.hasConditionalAnnotations
  ) {
    parent.hasConditionalAnnotations = true;
    st.addDef('__conditional_annotations__', USE, annotation);
  }
  if (parent.annotationBlock === null) {
    parent.annotationBlock = st.enterBlock('__annotate__', AnnotationBlock, annotation);
    if (parent.type === ClassBlock && !st.hasFutureAnnotations) {
      st.current.canSeeClassScope = true;
      parent.needsClassdict = true;
      st.addDef('__classdict__', USE, annotation);
    }
  } else {
    st.enterExisting(parent.annotationBlock, false);
  }
  if (isUnevaluated) st.current.inUnevaluatedAnnotation = true;
  visitExpression(st, annotation);
  if (isUnevaluated) st.current.inUnevaluatedAnnotation = false;
  st.exitBlock();
}

function visitParameterAnnotations(st: SymtableBuilder, args: readonly arg[]): void {
  for (const arg of args) visitParameterAnnotation(st, arg.annotation);
}

function visitParameterAnnotation(st: SymtableBuilder, annotation: expr | null | undefined): void {
  if (annotation === null || annotation === undefined) return;
  st.current.annotationsUsed = true;
  visitExpression(st, annotation);
}

/** The annotations of a function's signature. @cpython Python/symtable.c symtable_visit_annotations (3.14) */
function visitAnnotations(st: SymtableBuilder, s: stmt, args: Arguments, returns: expr | null): void {
  const isInClass = st.current.canSeeClassScope || st.current.type === ClassBlock;
  const entry = st.enterBlock('__annotate__', AnnotationBlock, s);
  st.blocks.set(args, entry);
  if (isInClass) {
    entry.canSeeClassScope = true;
    st.addDef('__classdict__', USE, s);
  }
  visitParameterAnnotations(st, args.posonlyargs);
  visitParameterAnnotations(st, args.args);
  visitParameterAnnotation(st, args.vararg?.annotation);
  visitParameterAnnotation(st, args.kwarg?.annotation);
  visitParameterAnnotations(st, args.kwonlyargs);
  visitParameterAnnotation(st, returns);
  st.exitBlock();
}
