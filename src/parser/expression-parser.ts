/**
 * Expressions. Methods bear the names of the rules of `Grammar/python.gram`; binary operators are read by precedence
 * climbing instead of one rule for each level.
 *
 * A node begins at the first token of its rule and ends at the last one, so that `(a) + b` begins at the parenthesis:
 * positions are taken from tokens, not from operands.
 */
import {
  Attribute,
  Await,
  BinOp,
  BoolOp,
  Call,
  type cmpop,
  Compare,
  comprehension,
  Constant,
  Dict,
  DictComp,
  type expr,
  GeneratorExp,
  IfExp,
  keyword,
  Lambda,
  List,
  ListComp,
  Name,
  NamedExpr,
  Set as SetNode,
  SetComp,
  Slice,
  Starred,
  Subscript,
  Tuple,
  UnaryOp,
  Yield,
  YieldFrom,
} from '../ast/nodes.generated.ts';
import { ELLIPSIS, type LiteralConstant } from '../base/constant.ts';
import * as T from '../lexer/token.ts';
import { setContext } from './expression-context.ts';
import {
  BINARY_OPERATOR,
  BINARY_PRECEDENCE,
  COMPARISON_OPERATOR,
  STARTS_COMPARISON,
  STARTS_EXPRESSION,
  unaryOperator,
} from './operators.ts';
import { DEPTH } from './depth.ts';
import { ParameterParser } from './parameter-parser.ts';
import { PARSE_FAILED } from './parser-base.ts';

export class ExpressionParser extends ParameterParser {
  /** annotated_rhs: yield_expr | star_expressions */
  override annotated_rhs(): expr {
    return this.kinds[this.pos] === T.YIELD ? this.yield_expr() : this.star_expressions();
  }

  yield_expr(): expr {
    const start = this.pos;
    this.expect(T.YIELD);
    if (this.accept(T.FROM)) {
      const value = this.expression();
      const end = this.pos - 1;
      return YieldFrom(value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
    }
    const value = STARTS_EXPRESSION[this.kinds[this.pos]!] === 1 ? this.star_expressions() : null;
    const end = this.pos - 1;
    return Yield(value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  star_expressions(): expr {
    const start = this.pos;
    const first = this.star_expression();
    if (this.kinds[this.pos] !== T.COMMA) return first;
    const items = [first];
    while (this.accept(T.COMMA) && STARTS_EXPRESSION[this.kinds[this.pos]!] === 1) items.push(this.star_expression());
    return this.tupleFrom(items, start);
  }

  star_expression(): expr {
    return this.kinds[this.pos] === T.STAR ? this.starred(1) : this.expression();
  }

  star_named_expression(): expr {
    return this.kinds[this.pos] === T.STAR ? this.starred(1) : this.named_expression();
  }

  /** expressions: without stars. */
  expressions(): expr {
    const start = this.pos;
    const first = this.expression();
    if (this.kinds[this.pos] !== T.COMMA) return first;
    const items = [first];
    while (this.accept(T.COMMA) && STARTS_EXPRESSION[this.kinds[this.pos]!] === 1) items.push(this.expression());
    return this.tupleFrom(items, start);
  }

  protected tupleFrom(items: expr[], start: number): expr {
    const end = this.pos - 1;
    return Tuple(items, 'Load', this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  /** `*` and an operand: bitwise_or (1), or a whole expression (0) in calls and subscripts. */
  private starred(precedence: 0 | 1): expr {
    const start = this.pos++;
    const value = precedence === 1 ? this.binary(1) : this.expression();
    const end = this.pos - 1;
    return Starred(value, 'Load', this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  named_expression(): expr {
    const start = this.pos;
    if (this.kinds[start] === T.NAME && this.kinds[start + 1] === T.COLONEQUAL) {
      this.checkVersion(8);
      const target = Name(
        this.identifier(start),
        'Store',
        this.lines[start]!,
        this.columns[start]!,
        this.endLines[start]!,
        this.endColumns[start]!,
      );
      this.pos = start + 2;
      const value = this.expression();
      const end = this.pos - 1;
      return NamedExpr(
        target,
        value,
        this.lines[start]!,
        this.columns[start]!,
        this.endLines[end]!,
        this.endColumns[end]!,
      );
    }
    return this.expression();
  }

  override expression(): expr {
    const start = this.pos;
    if (this.kinds[start] === T.LAMBDA) return this.lambdef();
    const body = this.disjunction();
    if (this.kinds[this.pos] !== T.IF) return body;
    this.pos++;
    const test = this.disjunction();
    this.expect(T.ELSE);
    this.descend(DEPTH.conditionalElse);
    const orelse = this.expression();
    this.depth -= DEPTH.conditionalElse;
    const end = this.pos - 1;
    return IfExp(
      test,
      body,
      orelse,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private lambdef(): expr {
    const start = this.pos++;
    const args = this.parameters(true);
    this.expect(T.COLON);
    this.descend(DEPTH.lambdaBody);
    const body = this.expression();
    this.depth -= DEPTH.lambdaBody;
    const end = this.pos - 1;
    return Lambda(args, body, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  disjunction(): expr {
    const start = this.pos;
    const first = this.conjunction();
    if (this.kinds[this.pos] !== T.OR) return first;
    const values = [first];
    while (this.accept(T.OR)) values.push(this.conjunction());
    const end = this.pos - 1;
    return BoolOp('Or', values, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private conjunction(): expr {
    const start = this.pos;
    const first = this.inversion();
    if (this.kinds[this.pos] !== T.AND) return first;
    const values = [first];
    while (this.accept(T.AND)) values.push(this.inversion());
    const end = this.pos - 1;
    return BoolOp('And', values, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private inversion(): expr {
    const start = this.pos;
    if (this.kinds[start] !== T.NOT) return this.comparison();
    while (this.kinds[this.pos] === T.NOT) this.pos++;
    const first = this.pos - 1;
    const levels = (this.pos - start) * DEPTH.not;
    this.descend(levels);
    let operand = this.comparison();
    this.depth -= levels;
    const end = this.pos - 1;
    for (let i = first; i >= start; i--) {
      operand = UnaryOp('Not', operand, this.lines[i]!, this.columns[i]!, this.endLines[end]!, this.endColumns[end]!);
    }
    return operand;
  }

  private comparison(): expr {
    const start = this.pos;
    const left = this.binary(1);
    if (STARTS_COMPARISON[this.kinds[this.pos]!] === 0) return left;
    const ops: cmpop[] = [];
    const comparators: expr[] = [];
    for (;;) {
      const kind = this.kinds[this.pos]!;
      if (STARTS_COMPARISON[kind] === 0) break;
      ops.push(this.comparisonOperator(kind));
      comparators.push(this.binary(1));
    }
    const end = this.pos - 1;
    return Compare(
      left,
      ops,
      comparators,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private comparisonOperator(kind: number): cmpop {
    const token = this.pos++;
    if (kind === T.NOT) {
      this.expect(T.IN);
      return 'NotIn';
    }
    if (kind === T.IS && this.accept(T.NOT)) return 'IsNot';
    if (kind === T.NOTEQUAL) {
      const isOldSpelling = this.text.charCodeAt(this.starts[token]!) === 60; /* < */
      if (isOldSpelling !== this.barryAsFlufl) throw PARSE_FAILED;
    }
    return COMPARISON_OPERATOR[kind]!;
  }

  /** bitwise_or and all that binds tighter: operators of at least this precedence. */
  private binary(minimum: number): expr {
    const start = this.pos;
    let left = this.factor();
    for (;;) {
      const kind = this.kinds[this.pos]!;
      const precedence = BINARY_PRECEDENCE[kind]!;
      if (precedence < minimum || precedence === 0) return left;
      if (kind === T.AT) this.checkVersion(5);
      this.pos++;
      const right = this.binary(precedence + 1);
      const end = this.pos - 1;
      left = BinOp(
        left,
        BINARY_OPERATOR[kind]!,
        right,
        this.lines[start]!,
        this.columns[start]!,
        this.endLines[end]!,
        this.endColumns[end]!,
      );
    }
  }

  bitwise_or(): expr {
    return this.binary(1);
  }

  private factor(): expr {
    const start = this.pos;
    let kind = this.kinds[start]!;
    if (kind !== T.MINUS && kind !== T.PLUS && kind !== T.TILDE) return this.power();
    // Unary operators are one token each: read them all, then build from the inside.
    do kind = this.kinds[++this.pos]!;
    while (kind === T.MINUS || kind === T.PLUS || kind === T.TILDE);
    const first = this.pos - 1;
    // A number is a rule of its own.
    const levels = (this.pos - start) * DEPTH.unaryOperator + (this.kinds[this.pos] === T.NUMBER ? 1 : 0);
    this.descend(levels);
    let operand = this.power();
    this.depth -= levels;
    const end = this.pos - 1;
    for (let i = first; i >= start; i--) {
      operand = UnaryOp(
        unaryOperator(this.kinds[i]!),
        operand,
        this.lines[i]!,
        this.columns[i]!,
        this.endLines[end]!,
        this.endColumns[end]!,
      );
    }
    return operand;
  }

  private power(): expr {
    const start = this.pos;
    const base = this.kinds[start] === T.AWAIT ? this.await_primary() : this.primary();
    if (this.kinds[this.pos] !== T.DOUBLESTAR) return base;
    this.pos++;
    this.descend(DEPTH.exponent);
    const exponent = this.factor();
    this.depth -= DEPTH.exponent;
    const end = this.pos - 1;
    return BinOp(
      base,
      'Pow',
      exponent,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private await_primary(): expr {
    const start = this.pos++;
    this.checkVersion(5);
    const value = this.primary();
    const end = this.pos - 1;
    return Await(value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  primary(): expr {
    const start = this.pos;
    const line = this.lines[start]!;
    const column = this.columns[start]!;
    let value = this.atom();
    for (;;) {
      const kind = this.kinds[this.pos]!;
      if (kind === T.DOT) {
        this.pos++;
        const attr = this.name();
        const end = this.pos - 1;
        value = Attribute(value, attr, 'Load', line, column, this.endLines[end]!, this.endColumns[end]!);
      } else if (kind === T.LPAR) {
        value = this.call(value, line, column);
      } else if (kind === T.LSQB) {
        this.pos++;
        this.descend(DEPTH.trailer);
        const slice = this.slices();
        this.depth -= DEPTH.trailer;
        const end = this.pos;
        this.expect(T.RSQB);
        value = Subscript(value, slice, 'Load', line, column, this.endLines[end]!, this.endColumns[end]!);
      } else {
        return value;
      }
    }
  }

  private call(func: expr, line: number, column: number): expr {
    const open = this.pos++;
    const args: expr[] = [];
    const keywords: keyword[] = [];
    this.descend(DEPTH.trailer);
    if (this.kinds[this.pos] !== T.RPAR) this.callArguments(args, keywords, open);
    this.depth -= DEPTH.trailer;
    const end = this.pos;
    this.expect(T.RPAR);
    return Call(func, args, keywords, line, column, this.endLines[end]!, this.endColumns[end]!);
  }

  /**
   * arguments, up to the closing parenthesis. With `open` at the opening one, a generator expression may be the only
   * argument; its node then takes the parentheses in.
   */
  protected callArguments(args: expr[], keywords: keyword[], open: number): void {
    let hasKeyword = false;
    let hasDoubleStar = false;
    do {
      const start = this.pos;
      const kind = this.kinds[start]!;
      if (kind === T.RPAR) {
        if (args.length === 0 && keywords.length === 0) throw PARSE_FAILED;
        return;
      }
      if (kind === T.NAME && this.kinds[start + 1] === T.EQUAL) {
        hasKeyword = true;
        this.pos = start + 2;
        const value = this.expression();
        const end = this.pos - 1;
        const name = this.identifier(start);
        keywords.push(
          keyword(name, value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!),
        );
      } else if (kind === T.DOUBLESTAR) {
        hasKeyword = hasDoubleStar = true;
        this.pos++;
        const value = this.expression();
        const end = this.pos - 1;
        keywords.push(
          keyword(null, value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!),
        );
      } else if (kind === T.STAR) {
        if (hasDoubleStar) throw PARSE_FAILED;
        args.push(this.starred(0));
      } else {
        if (hasKeyword) throw PARSE_FAILED;
        const value = this.named_expression();
        const next = this.kinds[this.pos]!;
        if (next === T.FOR || next === T.ASYNC) {
          if (args.length > 0 || keywords.length > 0 || open < 0) throw PARSE_FAILED;
          args.push(this.generatorExpression(value, open));
          this.pos--;
          return;
        }
        args.push(value);
      }
    } while (this.accept(T.COMMA));
  }

  /** The rest of a generator expression, its closing parenthesis included. */
  private generatorExpression(element: expr, open: number): expr {
    const generators = this.for_if_clauses();
    const end = this.pos;
    this.expect(T.RPAR);
    return GeneratorExp(
      element,
      generators,
      this.lines[open]!,
      this.columns[open]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  slices(): expr {
    const start = this.pos;
    const first = this.sliceOrStarred();
    if (this.kinds[this.pos] !== T.COMMA && first.node !== 'Starred') return first;
    const items = [first];
    while (this.accept(T.COMMA) && this.kinds[this.pos] !== T.RSQB) items.push(this.sliceOrStarred());
    return this.tupleFrom(items, start);
  }

  private sliceOrStarred(): expr {
    const start = this.pos;
    const kind = this.kinds[start]!;
    if (kind === T.STAR) return this.starred(0);
    let lower: expr | null = null;
    if (kind !== T.COLON) {
      lower = this.named_expression();
      if (this.kinds[this.pos] !== T.COLON) return lower;
      if (this.kinds[start + 1] === T.COLONEQUAL) throw PARSE_FAILED;
    }
    this.pos++;
    const upper = this.sliceBound();
    const step = this.accept(T.COLON) ? this.sliceBound() : null;
    const end = this.pos - 1;
    return Slice(
      lower,
      upper,
      step,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private sliceBound(): expr | null {
    const kind = this.kinds[this.pos]!;
    return kind === T.COLON || kind === T.COMMA || kind === T.RSQB ? null : this.expression();
  }

  private atom(): expr {
    const token = this.pos;
    switch (this.kinds[token]) {
      case T.NAME:
        this.pos++;
        return Name(
          this.identifier(token),
          'Load',
          this.lines[token]!,
          this.columns[token]!,
          this.endLines[token]!,
          this.endColumns[token]!,
        );
      case T.NUMBER:
        return this.number();
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.strings();
      case T.LPAR:
      case T.LSQB:
      case T.LBRACE:
        return this.display();
      case T.NONE:
        return this.keywordConstant(null);
      case T.TRUE:
        return this.keywordConstant(true);
      case T.FALSE:
        return this.keywordConstant(false);
      case T.ELLIPSIS:
        return this.keywordConstant(ELLIPSIS);
      default:
        throw PARSE_FAILED;
    }
  }

  protected keywordConstant(value: LiteralConstant): Constant {
    const token = this.pos++;
    return Constant(
      value,
      null,
      this.lines[token]!,
      this.columns[token]!,
      this.endLines[token]!,
      this.endColumns[token]!,
    );
  }

  /** What stands in brackets of its own. */
  private display(): expr {
    const kind = this.kinds[this.pos]!;
    this.descend(DEPTH.display);
    const value = kind === T.LPAR ? this.parenthesized() : kind === T.LSQB ? this.bracketed() : this.braced();
    this.depth -= DEPTH.display;
    return value;
  }

  /** tuple, group or genexp. */
  private parenthesized(): expr {
    const open = this.pos++;
    const kind = this.kinds[this.pos]!;
    if (kind === T.RPAR) {
      this.pos++;
      return this.tupleFrom([], open);
    }
    if (kind === T.YIELD) {
      const value = this.yield_expr();
      this.expect(T.RPAR);
      return value;
    }
    const first = this.star_named_expression();
    const next = this.kinds[this.pos]!;
    if (next === T.COMMA) {
      const items = this.restOfItems(first, T.RPAR);
      return this.tupleFrom(items, open);
    }
    if (first.node === 'Starred') throw PARSE_FAILED;
    if (next === T.FOR || next === T.ASYNC) return this.generatorExpression(first, open);
    this.expect(T.RPAR);
    return first;
  }

  /** The items after the first, and the closing bracket. */
  private restOfItems(first: expr, close: number): expr[] {
    const items = [first];
    while (this.accept(T.COMMA) && this.kinds[this.pos] !== close) items.push(this.star_named_expression());
    this.expect(close);
    return items;
  }

  /** list or listcomp. */
  private bracketed(): expr {
    const open = this.pos++;
    const line = this.lines[open]!;
    const column = this.columns[open]!;
    let items: expr[] = [];
    if (!this.accept(T.RSQB)) {
      const first = this.star_named_expression();
      const next = this.kinds[this.pos]!;
      if ((next === T.FOR || next === T.ASYNC) && first.node !== 'Starred') {
        const generators = this.for_if_clauses();
        const end = this.pos;
        this.expect(T.RSQB);
        return ListComp(first, generators, line, column, this.endLines[end]!, this.endColumns[end]!);
      }
      items = this.restOfItems(first, T.RSQB);
    }
    const end = this.pos - 1;
    return List(items, 'Load', line, column, this.endLines[end]!, this.endColumns[end]!);
  }

  /** dict, set, dictcomp or setcomp. */
  private braced(): expr {
    const open = this.pos++;
    const line = this.lines[open]!;
    const column = this.columns[open]!;
    const kind = this.kinds[this.pos]!;
    if (kind === T.RBRACE || kind === T.DOUBLESTAR) return this.dict(open, [], []);
    const start = this.pos;
    const first = this.star_named_expression();
    const next = this.kinds[this.pos]!;
    if (next === T.COLON) {
      if (first.node === 'Starred' || this.kinds[start + 1] === T.COLONEQUAL) throw PARSE_FAILED;
      this.pos++;
      const value = this.expression();
      const after = this.kinds[this.pos]!;
      if (after === T.FOR || after === T.ASYNC) {
        const generators = this.for_if_clauses();
        const end = this.pos;
        this.expect(T.RBRACE);
        return DictComp(first, value, generators, line, column, this.endLines[end]!, this.endColumns[end]!);
      }
      if (after !== T.RBRACE) this.expect(T.COMMA);
      return this.dict(open, [first], [value]);
    }
    if ((next === T.FOR || next === T.ASYNC) && first.node !== 'Starred') {
      const generators = this.for_if_clauses();
      const end = this.pos;
      this.expect(T.RBRACE);
      return SetComp(first, generators, line, column, this.endLines[end]!, this.endColumns[end]!);
    }
    const items = this.restOfItems(first, T.RBRACE);
    const end = this.pos - 1;
    return SetNode(items, line, column, this.endLines[end]!, this.endColumns[end]!);
  }

  /** The pairs of a dict from the cursor on, and its closing brace. */
  private dict(open: number, keys: (expr | null)[], values: expr[]): expr {
    while (this.kinds[this.pos] !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.binary(1));
      } else {
        keys.push(this.expression());
        this.expect(T.COLON);
        values.push(this.expression());
      }
      if (!this.accept(T.COMMA)) break;
    }
    const end = this.pos;
    this.expect(T.RBRACE);
    return Dict(keys, values, this.lines[open]!, this.columns[open]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private for_if_clauses(): comprehension[] {
    const clauses: comprehension[] = [];
    for (;;) {
      const isAsync = this.kinds[this.pos] === T.ASYNC;
      if (!isAsync && this.kinds[this.pos] !== T.FOR) return clauses;
      if (isAsync) {
        this.checkVersion(6);
        this.pos++;
      }
      this.expect(T.FOR);
      const target = this.star_targets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      clauses.push(comprehension(target, iter, ifs, isAsync ? 1 : 0));
    }
  }

  /** star_targets: what stands before the `in` of a loop. */
  star_targets(): expr {
    const start = this.pos;
    const first = this.star_target();
    let target = first;
    if (this.kinds[this.pos] === T.COMMA) {
      const items = [first];
      while (this.accept(T.COMMA) && STARTS_EXPRESSION[this.kinds[this.pos]!] === 1) items.push(this.star_target());
      target = this.tupleFrom(items, start);
    }
    setContext(target, 'Store');
    return target;
  }

  /** star_target, not marked as target yet. */
  private star_target(): expr {
    return this.kinds[this.pos] === T.STAR ? this.starred(1) : this.binary(1);
  }

  /** star_target, marked. */
  single_star_target(): expr {
    const target = this.star_target();
    setContext(target, 'Store');
    return target;
  }
}
