/**
 * What a tree made by hand must fulfil before it can be compiled: statements and arguments.
 *
 * @cpython Python/ast.c _PyAST_Validate (3.14)
 */
import type * as Ast from '../../ast/nodes.generated.ts';
import { assertNever } from '../../base/assert.ts';
import { recursionError, typeError, valueError } from '../../objects/core/index.ts';
import type { TreeFromObject } from './to-tree.ts';
import { ExpressionValidator, requireItems } from './validate-expression.ts';
import { PatternValidator } from './validate-pattern.ts';

class TreeValidator {
  private readonly expressions: ExpressionValidator;
  private readonly patterns: PatternValidator;

  constructor(source: TreeFromObject) {
    this.expressions = new ExpressionValidator(source.wrongConstants);
    this.patterns = new PatternValidator(this.expressions);
  }

  module(tree: Ast.mod): void {
    switch (tree.node) {
      case 'Module':
      case 'Interactive':
        return this.statements(tree.body);
      case 'Expression':
        return this.expressions.expression(tree.body, 'Load');
      case 'FunctionType':
        this.expressions.all(tree.argtypes, 'Load');
        return this.expressions.expression(tree.returns, 'Load');
      default:
        return assertNever(tree);
    }
  }

  private statements(body: readonly (Ast.stmt | null)[]): void {
    for (const statement of body) {
      if (statement === null) throw valueError('None disallowed in statement list');
      this.statement(statement);
    }
  }

  private body(body: readonly Ast.stmt[], owner: string): void {
    requireItems(body, 'body', owner);
    this.statements(body);
  }

  private statement(node: Ast.stmt): void {
    const { expressions } = this;
    expressions.position(node);
    const load = (expression: Ast.expr | null): void => expressions.optional(expression, 'Load');
    switch (node.node) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.body(node.body, node.node);
        expressions.name(node.name);
        this.typeParameters(node.type_params);
        expressions.parameters(node.args);
        expressions.all(node.decorator_list, 'Load');
        return load(node.returns);
      case 'ClassDef':
        this.body(node.body, node.node);
        expressions.name(node.name);
        this.typeParameters(node.type_params);
        expressions.all(node.bases, 'Load');
        expressions.keywords(node.keywords);
        return expressions.all(node.decorator_list, 'Load');
      case 'Return':
        return load(node.value);
      case 'Delete':
        requireItems(node.targets, 'targets', 'Delete');
        return expressions.all(node.targets, 'Del');
      case 'Assign':
        requireItems(node.targets, 'targets', 'Assign');
        expressions.all(node.targets, 'Store');
        return load(node.value);
      case 'TypeAlias':
        if (node.name.node !== 'Name') throw typeError('TypeAlias with non-Name name');
        expressions.expression(node.name, 'Store');
        this.typeParameters(node.type_params);
        return load(node.value);
      case 'AugAssign':
        expressions.expression(node.target, 'Store');
        return load(node.value);
      case 'AnnAssign':
        if (node.target.node !== 'Name' && node.simple !== 0) throw typeError('AnnAssign with simple non-Name target');
        expressions.expression(node.target, 'Store');
        load(node.value);
        return load(node.annotation);
      case 'For':
      case 'AsyncFor':
        expressions.expression(node.target, 'Store');
        load(node.iter);
        this.body(node.body, node.node);
        return this.statements(node.orelse);
      case 'While':
      case 'If':
        load(node.test);
        this.body(node.body, node.node);
        return this.statements(node.orelse);
      case 'With':
      case 'AsyncWith':
        requireItems(node.items, 'items', node.node);
        for (const item of node.items) {
          load(item.context_expr);
          expressions.optional(item.optional_vars, 'Store');
        }
        return this.body(node.body, node.node);
      case 'Match':
        load(node.subject);
        requireItems(node.cases, 'cases', 'Match');
        for (const each of node.cases) {
          this.patterns.pattern(each.pattern, false);
          load(each.guard);
          this.body(each.body, 'match_case');
        }
        return;
      case 'Raise':
        if (node.exc === null && node.cause !== null) throw valueError('Raise with cause but no exception');
        load(node.exc);
        return load(node.cause);
      case 'Try':
      case 'TryStar':
        return this.tryStatement(node);
      case 'Assert':
        load(node.test);
        return load(node.msg);
      case 'Import':
        requireItems(node.names, 'names', 'Import');
        return this.aliases(node.names);
      case 'ImportFrom':
        if (node.level !== null && node.level < 0) throw valueError('Negative ImportFrom level');
        requireItems(node.names, 'names', 'ImportFrom');
        return this.aliases(node.names);
      case 'Global':
      case 'Nonlocal':
        return requireItems(node.names, 'names', node.node);
      case 'Expr':
        return load(node.value);
      case 'Pass':
      case 'Break':
      case 'Continue':
        return;
      default:
        return assertNever(node);
    }
  }

  private tryStatement(node: Ast.Try | Ast.TryStar): void {
    const owner = node.node;
    this.body(node.body, owner);
    if (node.handlers.length === 0 && node.finalbody.length === 0) {
      throw valueError(`${owner} has neither except handlers nor finalbody`);
    }
    if (node.handlers.length === 0 && node.orelse.length > 0)
      throw valueError(`${owner} has orelse but no except handlers`);
    for (const handler of node.handlers) {
      this.expressions.position(handler);
      this.expressions.optional(handler.type, 'Load');
      if (handler.name !== null) this.expressions.name(handler.name);
      this.body(handler.body, 'ExceptHandler');
    }
    this.statements(node.finalbody);
    this.statements(node.orelse);
  }

  private aliases(names: readonly Ast.alias[]): void {
    for (const { name, asname } of names) {
      this.expressions.name(name);
      if (asname !== null) this.expressions.name(asname);
    }
  }

  private typeParameters(parameters: readonly Ast.type_param[]): void {
    for (const parameter of parameters) {
      this.expressions.position(parameter);
      this.expressions.name(parameter.name);
      if (parameter.node === 'TypeVar') this.expressions.optional(parameter.bound, 'Load');
      this.expressions.optional(parameter.default_value, 'Load');
    }
  }
}

/** Checks a tree that was read from objects. @throws ValueError, TypeError */
export function validateTree(source: TreeFromObject): void {
  try {
    new TreeValidator(source).module(source.tree);
  } catch (error) {
    if (error instanceof RangeError) throw recursionError('maximum recursion depth exceeded during compilation');
    throw error;
  }
}
