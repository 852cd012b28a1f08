/**
 * Checks of patterns in trees made by hand.
 *
 * @cpython Python/ast.c validate_pattern (3.14)
 */
import type * as Ast from '../../ast/nodes.generated.ts';
import { assertNever } from '../../base/assert.ts';
import { ComplexConstant, FloatConstant, type LiteralConstant } from '../../base/constant.ts';
import { valueError } from '../../objects/core/index.ts';
import type { ExpressionValidator } from './validate-expression.ts';

function isReal(value: LiteralConstant): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof FloatConstant;
}

/** @cpython ensure_literal_number */
function isNumber(node: Ast.expr, allowsReal: boolean, allowsImaginary: boolean): boolean {
  if (node.node !== 'Constant') return false;
  return (allowsReal && isReal(node.value)) || (allowsImaginary && node.value instanceof ComplexConstant);
}

/** @cpython ensure_literal_negative */
function isNegative(node: Ast.expr, allowsImaginary: boolean): boolean {
  return node.node === 'UnaryOp' && node.op === 'USub' && isNumber(node.operand, true, allowsImaginary);
}

/** `-1+2j`. @cpython ensure_literal_complex */
function isComplexSum(node: Ast.BinOp): boolean {
  if (node.op !== 'Add' && node.op !== 'Sub') return false;
  return (isNumber(node.left, true, false) || isNegative(node.left, false)) && isNumber(node.right, false, true);
}

/** Checks patterns. */
export class PatternValidator {
  private readonly expressions: ExpressionValidator;

  constructor(expressions: ExpressionValidator) {
    this.expressions = expressions;
  }

  private capture(name: string): void {
    if (name === '_') throw valueError("can't capture name '_' in patterns");
    this.expressions.name(name);
  }

  private all(patterns: readonly Ast.pattern[], isStarAllowed: boolean): void {
    for (const pattern of patterns) this.pattern(pattern, isStarAllowed);
  }

  /** @cpython validate_pattern_match_value */
  private matchValue(node: Ast.expr): void {
    this.expressions.expression(node, 'Load');
    switch (node.node) {
      case 'Constant': {
        const { value } = node;
        const isText = typeof value === 'string' || (typeof value === 'object' && value?.kind === 'wide');
        const isBytes = typeof value === 'object' && value?.kind === 'bytes';
        if (isReal(value) || value instanceof ComplexConstant || isText || isBytes) return;
        throw valueError('unexpected constant inside of a literal pattern');
      }
      case 'Attribute':
      case 'JoinedStr':
      case 'TemplateStr':
        return;
      case 'UnaryOp':
        if (isNegative(node, true)) return;
        break;
      case 'BinOp':
        if (isComplexSum(node)) return;
        break;
      default:
    }
    throw valueError('patterns may only match literals and attribute lookups');
  }

  pattern(node: Ast.pattern, isStarAllowed: boolean): void {
    this.expressions.position(node);
    switch (node.node) {
      case 'MatchValue':
        return this.matchValue(node.value);
      case 'MatchSingleton':
        if (this.expressions.hasWrongConstant(node) || (node.value !== null && typeof node.value !== 'boolean')) {
          throw valueError('MatchSingleton can only contain True, False and None');
        }
        return;
      case 'MatchSequence':
        return this.all(node.patterns, true);
      case 'MatchMapping':
        if (node.keys.length !== node.patterns.length) {
          throw valueError("MatchMapping doesn't have the same number of keys as patterns");
        }
        if (node.rest !== null) this.capture(node.rest);
        for (const key of node.keys) {
          const isSingleton = key.node === 'Constant' && (key.value === null || typeof key.value === 'boolean');
          if (!isSingleton || this.expressions.hasWrongConstant(key)) this.matchValue(key);
        }
        return this.all(node.patterns, false);
      case 'MatchClass':
        return this.matchClass(node);
      case 'MatchStar':
        if (!isStarAllowed) throw valueError("can't use MatchStar here");
        if (node.name !== null) this.capture(node.name);
        return;
      case 'MatchAs':
        if (node.name !== null) this.capture(node.name);
        if (node.pattern === null) return;
        if (node.name === null) throw valueError('MatchAs must specify a target name if a pattern is given');
        return this.pattern(node.pattern, false);
      case 'MatchOr':
        if (node.patterns.length < 2) throw valueError('MatchOr requires at least 2 patterns');
        return this.all(node.patterns, false);
      default:
        return assertNever(node);
    }
  }

  private matchClass(node: Ast.MatchClass): void {
    if (node.kwd_attrs.length !== node.kwd_patterns.length) {
      throw valueError("MatchClass doesn't have the same number of keyword attributes as patterns");
    }
    this.expressions.expression(node.cls, 'Load');
    let cls: Ast.expr = node.cls;
    while (cls.node === 'Attribute') cls = cls.value;
    if (cls.node !== 'Name') throw valueError('MatchClass cls field can only contain Name or Attribute nodes.');
    for (const name of node.kwd_attrs) this.expressions.name(name);
    this.all(node.patterns, false);
    this.all(node.kwd_patterns, false);
  }
}
