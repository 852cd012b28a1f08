/**
 * First pass over expressions and patterns.
 *
 * @cpython Python/symtable.c symtable_visit_expr (3.14)
 */
import type {
  Await,
  BinOp,
  comprehension,
  DictComp,
  expr,
  GeneratorExp,
  keyword,
  ListComp,
  NamedExpr,
  pattern,
  SetComp,
  Yield,
  YieldFrom,
} from '../ast/nodes.generated.ts';
import {
  AnnotationBlock,
  ClassBlock,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FunctionBlock,
  ModuleBlock,
  TypeAliasBlock,
  TypeParametersBlock,
  TypeVariableBlock,
  USE,
} from './symbol-flags.ts';
import { syntaxErrorAt, type SymtableBuilder } from './symtable-builder.ts';

export function visitExpressions(st: SymtableBuilder, expressions: readonly (expr | null)[]): void {
  for (let i = 0; i < expressions.length; i++) {
    const e = expressions[i]!;
    if (e !== null) visitExpression(st, e);
  }
}

export function visitOptional(st: SymtableBuilder, e: expr | null): void {
  if (e !== null) visitExpression(st, e);
}

export function visitExpression(st: SymtableBuilder, e: expr): void {
  switch (e.node) {
    case 'Name': {
      const current = st.current;
      if (current.inUnevaluatedAnnotation) return;
      st.addDefWithContext(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e, e.ctx);
      // `super` counts as a use of `__class__`.
      if (e.id === 'super' && e.ctx === 'Load' && current.isFunctionLike) st.addDef('__class__', USE, e);
      return;
    }
    case 'Constant':
      return;
    case 'Attribute':
      st.checkName(e.attr, e, e.ctx);
      return visitExpression(st, e.value);
    case 'Call':
      visitExpression(st, e.func);
      visitExpressions(st, e.args);
      return visitKeywords(st, e.keywords);
    case 'Subscript':
      visitExpression(st, e.value);
      return visitExpression(st, e.slice);
    case 'BinOp':
      return visitBinOp(st, e);
    case 'Compare':
      visitExpression(st, e.left);
      return visitExpressions(st, e.comparators);
    case 'Tuple':
    case 'List':
    case 'Set':
      return visitExpressions(st, e.elts);
    case 'BoolOp':
    case 'JoinedStr':
    case 'TemplateStr':
      return visitExpressions(st, e.values);
    case 'UnaryOp':
      return visitExpression(st, e.operand);
    case 'Dict':
      visitExpressions(st, e.keys);
      return visitExpressions(st, e.values);
    case 'IfExp':
      visitExpression(st, e.test);
      visitExpression(st, e.body);
      return visitExpression(st, e.orelse);
    case 'Lambda':
      visitExpressions(st, e.args.defaults);
      visitExpressions(st, e.args.kw_defaults);
      st.blocks.set(e, st.enterBlock('lambda', FunctionBlock, e));
      st.visitArguments(e.args);
      visitExpression(st, e.body);
      return st.exitBlock();
    case 'FormattedValue':
    case 'Interpolation':
      visitExpression(st, e.value);
      return visitOptional(st, e.format_spec);
    case 'Starred':
      return visitExpression(st, e.value);
    case 'Slice':
      visitOptional(st, e.lower);
      visitOptional(st, e.upper);
      return visitOptional(st, e.step);
    case 'GeneratorExp':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return visitComprehensionExpression(st, e);
    case 'NamedExpr':
      return visitNamedExpr(st, e);
    case 'Yield':
    case 'YieldFrom':
      return visitYield(st, e);
    case 'Await':
      return visitAwait(st, e);
  }
}

/** Operators chain to the left, thousands deep in generated code: no recursion along that side. */
function visitBinOp(st: SymtableBuilder, e: BinOp): void {
  const rights: expr[] = [];
  let left: expr = e;
  while (left.node === 'BinOp') {
    rights.push(left.right);
    left = left.left;
  }
  visitExpression(st, left);
  for (let i = rights.length - 1; i >= 0; i--) visitExpression(st, rights[i]!);
}

export function visitKeywords(st: SymtableBuilder, keywords: readonly keyword[]): void {
  for (const node of keywords) if (node.arg !== null) st.checkName(node.arg, node, 'Store');
  for (const node of keywords) visitExpression(st, node.value);
}

function visitYield(st: SymtableBuilder, e: Yield | YieldFrom): void {
  raiseIfAnnotationBlock(st, 'yield expression', e);
  visitOptional(st, e.value);
  st.current.isGenerator = true;
  const kind = st.current.comprehension;
  if (kind === 'none') return;
  syntaxErrorAt(
    e,
    kind === 'generator' ? "'yield' inside generator expression" : `'yield' inside ${kind} comprehension`,
  );
}

function visitAwait(st: SymtableBuilder, e: Await): void {
  raiseIfAnnotationBlock(st, 'await expression', e);
  if (!st.allowsTopLevelAwait) {
    if (!st.current.isFunctionLike) syntaxErrorAt(e, "'await' outside function");
    if (!st.isInAsyncFunction && st.current.comprehension === 'none') {
      syntaxErrorAt(e, "'await' outside async function");
    }
  }
  visitExpression(st, e.value);
  st.current.isCoroutine = true;
}

/** @cpython Python/symtable.c symtable_raise_if_annotation_block (3.14) */
function raiseIfAnnotationBlock(st: SymtableBuilder, what: string, e: expr): void {
  switch (st.current.type) {
    case AnnotationBlock:
      return syntaxErrorAt(e, `${what} cannot be used within an annotation`);
    case TypeVariableBlock:
      return syntaxErrorAt(e, `${what} cannot be used within ${st.current.scopeInfo}`);
    case TypeAliasBlock:
      return syntaxErrorAt(e, `${what} cannot be used within a type alias`);
    case TypeParametersBlock:
      return syntaxErrorAt(e, `${what} cannot be used within the definition of a generic`);
  }
}

function visitNamedExpr(st: SymtableBuilder, e: NamedExpr): void {
  raiseIfAnnotationBlock(st, 'named expression', e);
  if (st.current.compIterExpr > 0) {
    syntaxErrorAt(e, 'assignment expression cannot be used in a comprehension iterable expression');
  }
  if (st.current.comprehension !== 'none') extendNamedExprScope(st, e.target);
  visitExpression(st, e.value);
  visitExpression(st, e.target);
}

/**
 * Inside a comprehension `:=` binds in the block around it.
 *
 * @cpython Python/symtable.c symtable_extend_namedexpr_scope (3.14)
 */
function extendNamedExprScope(st: SymtableBuilder, target: expr): void {
  if (target.node !== 'Name') return;
  const name = target.id;
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const entry = st.stack[i]!;
    if (entry.comprehension !== 'none') {
      const flags = st.lookupIn(entry, name);
      if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
        syntaxErrorAt(target, `assignment expression cannot rebind comprehension iteration variable '${name}'`);
      }
      continue;
    }
    switch (entry.type) {
      case FunctionBlock: {
        const isGlobal = (st.lookupIn(entry, name) & DEF_GLOBAL) !== 0;
        st.addDef(name, isGlobal ? DEF_GLOBAL : DEF_NONLOCAL, target);
        st.recordDirective(name, target);
        return st.addDefTo(entry, name, DEF_LOCAL, target);
      }
      case ModuleBlock:
        st.addDef(name, DEF_GLOBAL, target);
        st.recordDirective(name, target);
        return st.addDefTo(entry, name, DEF_GLOBAL, target);
      case ClassBlock:
        return syntaxErrorAt(target, 'assignment expression within a comprehension cannot be used in a class body');
      case TypeParametersBlock:
        return syntaxErrorAt(
          target,
          'assignment expression within a comprehension cannot be used within the definition of a generic',
        );
      case TypeAliasBlock:
        return syntaxErrorAt(target, 'assignment expression within a comprehension cannot be used in a type alias');
      case TypeVariableBlock:
        return syntaxErrorAt(target, 'assignment expression within a comprehension cannot be used in a TypeVar bound');
    }
  }
}

function visitGenerator(st: SymtableBuilder, generator: comprehension): void {
  st.current.isCompIterTarget = true;
  visitExpression(st, generator.target);
  st.current.isCompIterTarget = false;
  st.current.compIterExpr++;
  visitExpression(st, generator.iter);
  st.current.compIterExpr--;
  visitExpressions(st, generator.ifs);
  if (generator.is_async) st.current.isCoroutine = true;
}

const COMPREHENSION_NAMES = {
  GeneratorExp: 'genexpr',
  ListComp: 'listcomp',
  SetComp: 'setcomp',
  DictComp: 'dictcomp',
} as const;
const COMPREHENSION_KINDS = { GeneratorExp: 'generator', ListComp: 'list', SetComp: 'set', DictComp: 'dict' } as const;

/** @cpython Python/symtable.c symtable_handle_comprehension (3.14) */
function visitComprehensionExpression(st: SymtableBuilder, e: GeneratorExp | ListComp | SetComp | DictComp): void {
  const isGenerator = e.node === 'GeneratorExp';
  const outermost = e.generators[0]!;
  // The outermost iterable belongs to the block around.
  st.current.compIterExpr++;
  visitExpression(st, outermost.iter);
  st.current.compIterExpr--;
  const entry = st.enterBlock(COMPREHENSION_NAMES[e.node], FunctionBlock, e);
  st.blocks.set(e, entry);
  entry.comprehension = COMPREHENSION_KINDS[e.node];
  if (outermost.is_async) entry.isCoroutine = true;
  st.addDef('.0', DEF_PARAM, e);
  entry.isCompIterTarget = true;
  visitExpression(st, outermost.target);
  entry.isCompIterTarget = false;
  visitExpressions(st, outermost.ifs);
  for (let i = 1; i < e.generators.length; i++) visitGenerator(st, e.generators[i]!);
  if (e.node === 'DictComp') {
    visitExpression(st, e.value);
    visitExpression(st, e.key);
  } else {
    visitExpression(st, e.elt);
  }
  entry.isGenerator = isGenerator;
  const isAsync = entry.isCoroutine && !isGenerator;
  st.exitBlock();
  if (!isAsync) return;
  if (!st.isInAsyncFunction && st.current.comprehension === 'none' && !st.allowsTopLevelAwait) {
    syntaxErrorAt(e, 'asynchronous comprehension outside of an asynchronous function');
  }
  st.current.isCoroutine = true;
}

export function visitPattern(st: SymtableBuilder, p: pattern): void {
  switch (p.node) {
    case 'MatchValue':
      return visitExpression(st, p.value);
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
    case 'MatchOr':
      for (const child of p.patterns) visitPattern(st, child);
      return;
    case 'MatchStar':
      if (p.name !== null) st.addDef(p.name, DEF_LOCAL, p);
      return;
    case 'MatchMapping':
      visitExpressions(st, p.keys);
      for (const child of p.patterns) visitPattern(st, child);
      if (p.rest !== null) st.addDef(p.rest, DEF_LOCAL, p);
      return;
    case 'MatchClass':
      visitExpression(st, p.cls);
      for (const child of p.patterns) visitPattern(st, child);
      p.kwd_attrs.forEach((name, i) => st.checkName(name, p.kwd_patterns[i]!, 'Store'));
      for (const child of p.kwd_patterns) visitPattern(st, child);
      return;
    case 'MatchAs':
      if (p.pattern !== null) visitPattern(st, p.pattern);
      if (p.name !== null) st.addDef(p.name, DEF_LOCAL, p);
      return;
  }
}
