/**
 * Rewriting of the tree before symbol tables and code: `__debug__`, `'%s' % (x,)` into f-strings, signed and complex
 * numbers in patterns, docstrings at `-OO`; and the warnings about leaving a `finally` block. Changes the tree in place.
 *
 * @cpython Python/ast_preprocess.c (3.14)
 */
import type {
  arguments as Arguments,
  arg,
  BinOp,
  comprehension,
  expr,
  excepthandler,
  keyword,
  match_case,
  mod,
  pattern,
  stmt,
  type_param,
} from '../../ast/nodes.generated.ts';
import { Constant, JoinedStr, Pass } from '../../ast/nodes.generated.ts';
import { type CompileWarning, warningAt } from '../../diagnostics/syntax-diagnostic.ts';
import { getDocstring } from '../../symtable/index.ts';
import { CO_FUTURE_ANNOTATIONS } from '../compiler-flags.ts';
import { foldPatternConstant } from './fold-pattern-constant.ts';
import { optimizeFormat } from './optimize-format.ts';

/** Kinds of constructs that a `return`, `break` or `continue` may stand in. */
const IN_FINALLY = 0;
const IN_FUNCTION = 1;
const IN_LOOP = 2;

export interface PreprocessOptions {
  readonly optimize: number;
  /** Compiler flags with those of `from __future__` imports. */
  readonly flags: number;
  /** Checks only: of the tree nothing is rewritten but docstrings, which go all the same. */
  readonly syntaxCheckOnly?: boolean;
  /** Where warnings go, or null for none. */
  readonly warnings: CompileWarning[] | null;
}

/** Preprocesses a module in place. @cpython Python/ast_preprocess.c _PyAST_Preprocess (3.14) */
export function preprocess(tree: mod, options: PreprocessOptions): void {
  new Preprocessor(options).visitModule(tree);
}

class Preprocessor {
  private readonly optimize: number;
  private readonly keepsAnnotations: boolean;
  private readonly syntaxCheckOnly: boolean;
  private readonly warnings: CompileWarning[] | null;
  private readonly contexts: number[] = [];

  constructor(options: PreprocessOptions) {
    this.optimize = options.optimize;
    this.keepsAnnotations = (options.flags & CO_FUTURE_ANNOTATIONS) !== 0;
    this.syntaxCheckOnly = options.syntaxCheckOnly ?? false;
    this.warnings = options.warnings;
  }

  visitModule(tree: mod): void {
    switch (tree.node) {
      case 'Module':
        return this.visitBody(tree.body);
      case 'Interactive':
        return this.visitStatements(tree.body);
      case 'Expression':
        tree.body = this.visit(tree.body);
        return;
      case 'FunctionType':
        return;
    }
  }

  private visitBody(body: stmt[]): void {
    let hasDocstring = getDocstring(body) !== null;
    if (hasDocstring && this.optimize >= 2) {
      const s = body[0]!;
      if (body.length === 1) body[0] = Pass(s.lineno, s.col_offset, s.lineno, s.col_offset + 4);
      else body.shift();
      hasDocstring = false;
    }
    this.visitStatements(body);
    const first = body[0];
    if (!hasDocstring && first?.node === 'Expr' && getDocstring(body) !== null) {
      // What looks like a docstring only now is none.
      first.value = JoinedStr([first.value], first.lineno, first.col_offset, first.end_lineno, first.end_col_offset);
    }
  }

  private visitIn(context: number, statements: readonly stmt[]): void {
    this.contexts.push(context);
    this.visitStatements(statements);
    this.contexts.pop();
  }

  private visitStatements(statements: readonly stmt[]): void {
    for (let i = 0; i < statements.length; i++) this.visitStatement(statements[i]!);
  }

  /** Rewrites the items of a list in place. */
  private visitAll(list: (expr | null)[]): void {
    for (let i = 0; i < list.length; i++) {
      const e = list[i]!;
      if (e !== null) list[i] = this.visit(e);
    }
  }

  private visitOptional(e: expr | null): expr | null {
    return e === null ? null : this.visit(e);
  }

  private warnAbout(word: string, s: stmt): void {
    this.warnings?.push(warningAt(s, `'${word}' in a 'finally' block`));
  }

  private visitStatement(s: stmt): void {
    switch (s.node) {
      case 'Expr':
        s.value = this.visit(s.value);
        return;
      case 'Assign':
        this.visitAll(s.targets);
        s.value = this.visit(s.value);
        return;
      case 'If':
        s.test = this.visit(s.test);
        this.visitStatements(s.body);
        return this.visitStatements(s.orelse);
      case 'Return':
        if (this.contexts.length > 0 && this.contexts[this.contexts.length - 1] === IN_FINALLY) {
          this.warnAbout('return', s);
        }
        s.value = this.visitOptional(s.value);
        return;
      case 'Break':
      case 'Continue': {
        const { length } = this.contexts;
        if (length > 0 && this.contexts[length - 1] === IN_FINALLY) {
          this.warnAbout(s.node === 'Break' ? 'break' : 'continue', s);
        }
        return;
      }
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.visitTypeParams(s.type_params);
        this.visitArguments(s.args);
        this.contexts.push(IN_FUNCTION);
        this.visitBody(s.body);
        this.contexts.pop();
        this.visitAll(s.decorator_list);
        if (!this.keepsAnnotations) s.returns = this.visitOptional(s.returns);
        return;
      case 'ClassDef':
        this.visitTypeParams(s.type_params);
        this.visitAll(s.bases);
        this.visitKeywords(s.keywords);
        this.visitBody(s.body);
        return this.visitAll(s.decorator_list);
      case 'For':
      case 'AsyncFor':
        s.target = this.visit(s.target);
        s.iter = this.visit(s.iter);
        this.visitIn(IN_LOOP, s.body);
        return this.visitStatements(s.orelse);
      case 'While':
        s.test = this.visit(s.test);
        this.visitIn(IN_LOOP, s.body);
        return this.visitStatements(s.orelse);
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.context_expr = this.visit(item.context_expr);
          item.optional_vars = this.visitOptional(item.optional_vars);
        }
        return this.visitStatements(s.body);
      case 'Try':
      case 'TryStar':
        this.visitStatements(s.body);
        this.visitHandlers(s.handlers);
        this.visitStatements(s.orelse);
        return this.visitIn(IN_FINALLY, s.finalbody);
      case 'AugAssign':
        s.target = this.visit(s.target);
        s.value = this.visit(s.value);
        return;
      case 'AnnAssign':
        s.target = this.visit(s.target);
        if (!this.keepsAnnotations) s.annotation = this.visit(s.annotation);
        s.value = this.visitOptional(s.value);
        return;
      case 'Raise':
        s.exc = this.visitOptional(s.exc);
        s.cause = this.visitOptional(s.cause);
        return;
      case 'Assert':
        s.test = this.visit(s.test);
        s.msg = this.visitOptional(s.msg);
        return;
      case 'Delete':
        return this.visitAll(s.targets);
      case 'TypeAlias':
        s.name = this.visit(s.name);
        this.visitTypeParams(s.type_params);
        s.value = this.visit(s.value);
        return;
      case 'Match':
        s.subject = this.visit(s.subject);
        return this.visitCases(s.cases);
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
        return;
    }
  }

  private visitHandlers(handlers: readonly excepthandler[]): void {
    for (const handler of handlers) {
      handler.type = this.visitOptional(handler.type);
      this.visitStatements(handler.body);
    }
  }

  private visitCases(cases: readonly match_case[]): void {
    for (const node of cases) {
      this.visitPattern(node.pattern);
      node.guard = this.visitOptional(node.guard);
      this.visitStatements(node.body);
    }
  }

  private visitTypeParams(params: readonly type_param[]): void {
    for (const param of params) {
      if (param.node === 'TypeVar') param.bound = this.visitOptional(param.bound);
      param.default_value = this.visitOptional(param.default_value);
    }
  }

  private visitArguments(args: Arguments): void {
    if (!this.keepsAnnotations) {
      const visitArg = (node: arg): void => {
        node.annotation = this.visitOptional(node.annotation);
      };
      args.posonlyargs.forEach(visitArg);
      args.args.forEach(visitArg);
      if (args.vararg !== null) visitArg(args.vararg);
      args.kwonlyargs.forEach(visitArg);
      if (args.kwarg !== null) visitArg(args.kwarg);
    }
    this.visitAll(args.kw_defaults);
    this.visitAll(args.defaults);
  }

  private visitKeywords(keywords: readonly keyword[]): void {
    for (const node of keywords) node.value = this.visit(node.value);
  }

  private visitGenerators(generators: readonly comprehension[]): void {
    for (const node of generators) {
      node.target = this.visit(node.target);
      node.iter = this.visit(node.iter);
      this.visitAll(node.ifs);
    }
  }

  private visitPattern(p: pattern): void {
    switch (p.node) {
      case 'MatchValue':
        if (!this.syntaxCheckOnly) p.value = foldPatternConstant(p.value);
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const child of p.patterns) this.visitPattern(child);
        return;
      case 'MatchMapping':
        if (!this.syntaxCheckOnly) p.keys = p.keys.map(foldPatternConstant);
        for (const child of p.patterns) this.visitPattern(child);
        return;
      case 'MatchClass':
        p.cls = this.visit(p.cls);
        for (const child of p.patterns) this.visitPattern(child);
        for (const child of p.kwd_patterns) this.visitPattern(child);
        return;
      case 'MatchAs':
        if (p.pattern !== null) this.visitPattern(p.pattern);
        return;
      case 'MatchSingleton':
      case 'MatchStar':
        return;
    }
  }

  /** Rewrites an expression; gives what to put in its place. */
  private visit(e: expr): expr {
    switch (e.node) {
      case 'Name':
        if (e.id === '__debug__' && e.ctx === 'Load' && !this.syntaxCheckOnly) {
          return Constant(this.optimize === 0, null, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset);
        }
        return e;
      case 'Constant':
        return e;
      case 'Attribute':
      case 'Starred':
      case 'Await':
      case 'YieldFrom':
        e.value = this.visit(e.value);
        return e;
      case 'Call':
        e.func = this.visit(e.func);
        this.visitAll(e.args);
        this.visitKeywords(e.keywords);
        return e;
      case 'Subscript':
        e.value = this.visit(e.value);
        e.slice = this.visit(e.slice);
        return e;
      case 'BinOp':
        return this.visitBinOp(e);
      case 'Compare':
        e.left = this.visit(e.left);
        this.visitAll(e.comparators);
        return e;
      case 'Tuple':
      case 'List':
      case 'Set':
        this.visitAll(e.elts);
        return e;
      case 'BoolOp':
      case 'JoinedStr':
      case 'TemplateStr':
        this.visitAll(e.values);
        return e;
      case 'UnaryOp':
        e.operand = this.visit(e.operand);
        return e;
      case 'Dict':
        this.visitAll(e.keys);
        this.visitAll(e.values);
        return e;
      case 'IfExp':
        e.test = this.visit(e.test);
        e.body = this.visit(e.body);
        e.orelse = this.visit(e.orelse);
        return e;
      case 'Lambda':
        this.visitArguments(e.args);
        e.body = this.visit(e.body);
        return e;
      case 'FormattedValue':
      case 'Interpolation':
        e.value = this.visit(e.value);
        e.format_spec = this.visitOptional(e.format_spec);
        return e;
      case 'Slice':
        e.lower = this.visitOptional(e.lower);
        e.upper = this.visitOptional(e.upper);
        e.step = this.visitOptional(e.step);
        return e;
      case 'GeneratorExp':
      case 'ListComp':
      case 'SetComp':
        e.elt = this.visit(e.elt);
        this.visitGenerators(e.generators);
        return e;
      case 'DictComp':
        e.key = this.visit(e.key);
        e.value = this.visit(e.value);
        this.visitGenerators(e.generators);
        return e;
      case 'NamedExpr':
        e.value = this.visit(e.value);
        return e;
      case 'Yield':
        e.value = this.visitOptional(e.value);
        return e;
    }
  }

  /** Operators chain to the left, thousands deep in generated code: no recursion along that side. */
  private visitBinOp(e: BinOp): expr {
    const chain: BinOp[] = [];
    let node: expr = e;
    while (node.node === 'BinOp') {
      chain.push(node);
      node = node.left;
    }
    let left = this.visit(node);
    for (let i = chain.length - 1; i >= 0; i--) {
      const parent = chain[i]!;
      parent.left = left;
      parent.right = this.visit(parent.right);
      left = this.syntaxCheckOnly ? parent : optimizeFormat(parent);
    }
    return left;
  }
}
