/**
 * Checks of expressions in trees made by hand.
 *
 * @cpython Python/ast.c validate_expr, validate_arguments (3.14)
 */
import type * as Ast from '../../ast/nodes.generated.ts';
import { assertNever } from '../../base/assert.ts';
import { typeError, valueError } from '../../objects/core/index.ts';

const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['None', 'True', 'False']);

/** @throws ValueError for an empty sequence */
export function requireItems(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) throw valueError(`empty ${what} on ${owner}`);
}

/** Checks expressions and what stands only in them. */
export class ExpressionValidator {
  private readonly wrongConstants: ReadonlyMap<Ast.AstNode, string>;

  /** @param wrongConstants nodes whose value cannot be a constant, with the name of its type */
  constructor(wrongConstants: ReadonlyMap<Ast.AstNode, string>) {
    this.wrongConstants = wrongConstants;
  }

  /** @cpython VALIDATE_POSITIONS */
  position(node: Ast.Position): void {
    const { lineno, col_offset, end_lineno, end_col_offset } = node;
    if (lineno > end_lineno) throw valueError(`AST node line range (${lineno}, ${end_lineno}) is not valid`);
    if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
      throw valueError(
        `AST node column range (${col_offset}, ${end_col_offset}) for line range (${lineno}, ${end_lineno}) is not valid`,
      );
    }
    if (lineno === end_lineno && col_offset > end_col_offset) {
      throw valueError(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`);
    }
  }

  name(name: string): void {
    if (FORBIDDEN_NAMES.has(name)) throw valueError(`identifier field can't represent '${name}' constant`);
  }

  /** Whether the value of a node cannot be a constant. */
  hasWrongConstant(node: Ast.AstNode): boolean {
    return this.wrongConstants.has(node);
  }

  optional(node: Ast.expr | null, context: Ast.expr_context): void {
    if (node !== null) this.expression(node, context);
  }

  all(nodes: readonly (Ast.expr | null)[], context: Ast.expr_context, isNoneAllowed = false): void {
    for (const node of nodes) {
      if (node !== null) this.expression(node, context);
      else if (!isNoneAllowed) throw valueError('None disallowed in expression list');
    }
  }

  keywords(keywords: readonly Ast.keyword[]): void {
    for (const keyword of keywords) this.expression(keyword.value, 'Load');
  }

  parameters(args: Ast.arguments): void {
    const annotation = (arg: Ast.arg | null): void => {
      if (arg !== null) this.optional(arg.annotation, 'Load');
    };
    const list = (parameters: readonly Ast.arg[]): void => {
      for (const arg of parameters) {
        this.position(arg);
        annotation(arg);
      }
    };
    list(args.posonlyargs);
    list(args.args);
    annotation(args.vararg);
    list(args.kwonlyargs);
    annotation(args.kwarg);
    if (args.defaults.length > args.posonlyargs.length + args.args.length) {
      throw valueError('more positional defaults than args on arguments');
    }
    if (args.kw_defaults.length !== args.kwonlyargs.length) {
      throw valueError('length of kwonlyargs is not the same as kw_defaults on arguments');
    }
    this.all(args.defaults, 'Load');
    this.all(args.kw_defaults, 'Load', true);
  }

  private comprehensions(generators: readonly Ast.comprehension[]): void {
    if (generators.length === 0) throw valueError('comprehension with no generators');
    for (const generator of generators) {
      this.expression(generator.target, 'Store');
      this.expression(generator.iter, 'Load');
      this.all(generator.ifs, 'Load');
    }
  }

  private context(node: Ast.expr, context: Ast.expr_context): void {
    switch (node.node) {
      case 'Name':
        this.name(node.id);
        break;
      case 'Attribute':
      case 'Subscript':
      case 'Starred':
      case 'List':
      case 'Tuple':
        break;
      default:
        if (context !== 'Load') throw valueError(`expression which can't be assigned to in ${context} context`);
        return;
    }
    if (node.ctx !== context) throw valueError(`expression must have ${context} context but has ${node.ctx} instead`);
  }

  expression(node: Ast.expr, context: Ast.expr_context): void {
    this.position(node);
    this.context(node, context);
    const load = (child: Ast.expr | null): void => this.optional(child, 'Load');
    switch (node.node) {
      case 'BoolOp':
        if (node.values.length < 2) throw valueError('BoolOp with less than 2 values');
        return this.all(node.values, 'Load');
      case 'BinOp':
        load(node.left);
        return load(node.right);
      case 'UnaryOp':
        return load(node.operand);
      case 'Lambda':
        this.parameters(node.args);
        return load(node.body);
      case 'IfExp':
        load(node.test);
        load(node.body);
        return load(node.orelse);
      case 'Dict':
        if (node.keys.length !== node.values.length) {
          throw valueError("Dict doesn't have the same number of keys as values");
        }
        this.all(node.keys, 'Load', true);
        return this.all(node.values, 'Load');
      case 'Set':
        return this.all(node.elts, 'Load');
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        this.comprehensions(node.generators);
        return load(node.elt);
      case 'DictComp':
        this.comprehensions(node.generators);
        load(node.key);
        return load(node.value);
      case 'Yield':
      case 'YieldFrom':
      case 'Await':
        return load(node.value);
      case 'Compare':
        if (node.comparators.length === 0) throw valueError('Compare with no comparators');
        if (node.comparators.length !== node.ops.length) {
          throw valueError('Compare has a different number of comparators and operands');
        }
        this.all(node.comparators, 'Load');
        return load(node.left);
      case 'Call':
        load(node.func);
        this.all(node.args, 'Load');
        return this.keywords(node.keywords);
      case 'Constant': {
        const wrong = this.wrongConstants.get(node);
        if (wrong !== undefined) throw typeError(`got an invalid type in Constant: ${wrong}`);
        return;
      }
      case 'JoinedStr':
      case 'TemplateStr':
        return this.all(node.values, 'Load');
      case 'FormattedValue':
      case 'Interpolation':
        load(node.value);
        return load(node.format_spec);
      case 'Attribute':
        return load(node.value);
      case 'Subscript':
        load(node.slice);
        return load(node.value);
      case 'Starred':
        return this.expression(node.value, context);
      case 'List':
      case 'Tuple':
        return this.all(node.elts, context);
      case 'NamedExpr':
        if (node.target.node !== 'Name') throw typeError('NamedExpr target must be a Name');
        return load(node.value);
      case 'Slice':
        load(node.lower);
        load(node.upper);
        return load(node.step);
      case 'Name':
        return;
      default:
        return assertNever(node);
    }
  }
}
