/** Patterns of `match` statements (PEP 634). */
import {
  Attribute,
  BinOp,
  type Constant,
  type expr,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchSingleton,
  MatchStar,
  MatchValue,
  Name,
  type pattern,
  UnaryOp,
} from '../ast/nodes.generated.ts';
import { ComplexConstant } from '../base/constant.ts';
import * as T from '../lexer/token.ts';
import { ExpressionParser } from './expression-parser.ts';
import { PARSE_FAILED } from './parser-base.ts';

export class PatternParser extends ExpressionParser {
  /** patterns: open_sequence_pattern | pattern */
  patterns(): pattern {
    const start = this.pos;
    const first = this.maybe_star_pattern();
    if (this.kinds[this.pos] !== T.COMMA) {
      if (first.node === 'MatchStar') throw PARSE_FAILED;
      return first;
    }
    return this.sequenceFrom(this.morePatterns(first, -1), start);
  }

  /** The patterns after the first; they end at `close`, or with -1 where no pattern can begin. */
  private morePatterns(first: pattern, close: number): pattern[] {
    const items = [first];
    while (this.accept(T.COMMA)) {
      const kind = this.kinds[this.pos]!;
      if (close >= 0 ? kind === close : kind === T.COLON || kind === T.IF) break;
      items.push(this.maybe_star_pattern());
    }
    return items;
  }

  private sequenceFrom(items: pattern[], start: number): pattern {
    const end = this.pos - 1;
    return MatchSequence(items, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private maybe_star_pattern(): pattern {
    if (this.kinds[this.pos] !== T.STAR) return this.pattern();
    const start = this.pos++;
    const name = this.isSoftKeyword(this.pos, '_') ? null : this.pattern_capture_target();
    if (name === null) this.pos++;
    const end = this.pos - 1;
    return MatchStar(name, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  /** pattern: as_pattern | or_pattern */
  private pattern(): pattern {
    const start = this.pos;
    const inner = this.or_pattern();
    if (!this.accept(T.AS)) return inner;
    const name = this.pattern_capture_target();
    const end = this.pos - 1;
    return MatchAs(inner, name, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private or_pattern(): pattern {
    const start = this.pos;
    const first = this.closed_pattern();
    if (this.kinds[this.pos] !== T.VBAR) return first;
    const items = [first];
    while (this.accept(T.VBAR)) items.push(this.closed_pattern());
    const end = this.pos - 1;
    return MatchOr(items, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private pattern_capture_target(): string {
    if (this.isSoftKeyword(this.pos, '_')) throw PARSE_FAILED;
    const name = this.name();
    const next = this.kinds[this.pos]!;
    if (next === T.DOT || next === T.LPAR || next === T.EQUAL) throw PARSE_FAILED;
    return name;
  }

  private closed_pattern(): pattern {
    const start = this.pos;
    switch (this.kinds[start]) {
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.valuePattern(this.literal(), start);
      case T.NONE:
        return this.singleton(null);
      case T.TRUE:
        return this.singleton(true);
      case T.FALSE:
        return this.singleton(false);
      case T.NAME:
        return this.namePattern();
      case T.LPAR:
        return this.parenthesizedPattern();
      case T.LSQB: {
        this.pos++;
        const items = this.kinds[this.pos] === T.RSQB ? [] : this.morePatterns(this.maybe_star_pattern(), T.RSQB);
        this.expect(T.RSQB);
        return this.sequenceFrom(items, start);
      }
      case T.LBRACE:
        return this.mapping_pattern();
      default:
        throw PARSE_FAILED;
    }
  }

  private valuePattern(value: expr, start: number): pattern {
    const end = this.pos - 1;
    return MatchValue(value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private singleton(value: boolean | null): pattern {
    const token = this.pos++;
    return MatchSingleton(
      value,
      this.lines[token]!,
      this.columns[token]!,
      this.endLines[token]!,
      this.endColumns[token]!,
    );
  }

  /** signed_number, complex_number or strings. */
  private literal(): expr {
    const kind = this.kinds[this.pos];
    if (kind === T.STRING || kind === T.FSTRING_START || kind === T.TSTRING_START) return this.strings();
    const start = this.pos;
    const real = this.signed_number();
    const sign = this.kinds[this.pos];
    if (sign !== T.PLUS && sign !== T.MINUS) return real;
    if ((real.node === 'UnaryOp' ? real.operand : real).node !== 'Constant') throw PARSE_FAILED;
    const realValue = (real.node === 'UnaryOp' ? real.operand : real) as Constant;
    this.pos++;
    if (this.kinds[this.pos] !== T.NUMBER) throw PARSE_FAILED;
    const imaginary = this.number();
    if (realValue.value instanceof ComplexConstant || !(imaginary.value instanceof ComplexConstant)) {
      throw PARSE_FAILED;
    }
    const end = this.pos - 1;
    return BinOp(
      real,
      sign === T.PLUS ? 'Add' : 'Sub',
      imaginary,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private signed_number(): expr {
    const start = this.pos;
    const isNegative = this.accept(T.MINUS);
    if (this.kinds[this.pos] !== T.NUMBER) throw PARSE_FAILED;
    const value = this.number();
    if (!isNegative) return value;
    const end = this.pos - 1;
    return UnaryOp('USub', value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  /** capture_pattern, wildcard_pattern, value_pattern or class_pattern. */
  private namePattern(): pattern {
    const start = this.pos;
    const next = this.kinds[start + 1]!;
    if (next !== T.DOT && next !== T.LPAR) {
      if (next === T.EQUAL) throw PARSE_FAILED;
      const name = this.isSoftKeyword(start, '_') ? null : this.identifier(start);
      this.pos++;
      return MatchAs(
        null,
        name,
        this.lines[start]!,
        this.columns[start]!,
        this.endLines[start]!,
        this.endColumns[start]!,
      );
    }
    const value = this.name_or_attr();
    if (this.kinds[this.pos] === T.LPAR) return this.class_pattern(value, start);
    if (this.kinds[this.pos] === T.EQUAL) throw PARSE_FAILED;
    return this.valuePattern(value, start);
  }

  private name_or_attr(): expr {
    const start = this.pos;
    const line = this.lines[start]!;
    const column = this.columns[start]!;
    const name = this.name();
    let value: expr = Name(name, 'Load', line, column, this.endLines[start]!, this.endColumns[start]!);
    while (this.accept(T.DOT)) {
      const attr = this.name();
      const end = this.pos - 1;
      value = Attribute(value, attr, 'Load', line, column, this.endLines[end]!, this.endColumns[end]!);
    }
    return value;
  }

  /** group_pattern or sequence_pattern. */
  private parenthesizedPattern(): pattern {
    const start = this.pos++;
    if (this.accept(T.RPAR)) return this.sequenceFrom([], start);
    const first = this.maybe_star_pattern();
    if (this.kinds[this.pos] !== T.COMMA) {
      if (first.node === 'MatchStar') throw PARSE_FAILED;
      this.expect(T.RPAR);
      return first;
    }
    const items = this.morePatterns(first, T.RPAR);
    this.expect(T.RPAR);
    return this.sequenceFrom(items, start);
  }

  private mapping_pattern(): pattern {
    const start = this.pos++;
    const keys: expr[] = [];
    const patterns: pattern[] = [];
    let rest: string | null = null;
    while (this.kinds[this.pos] !== T.RBRACE) {
      if (rest !== null) throw PARSE_FAILED;
      if (this.accept(T.DOUBLESTAR)) {
        rest = this.pattern_capture_target();
      } else {
        keys.push(this.mappingKey());
        this.expect(T.COLON);
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    const end = this.pos;
    this.expect(T.RBRACE);
    return MatchMapping(
      keys,
      patterns,
      rest,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private mappingKey(): expr {
    switch (this.kinds[this.pos]) {
      case T.NONE:
        return this.keywordConstant(null);
      case T.TRUE:
        return this.keywordConstant(true);
      case T.FALSE:
        return this.keywordConstant(false);
      case T.NAME: {
        const value = this.name_or_attr();
        if (value.node !== 'Attribute') throw PARSE_FAILED;
        return value;
      }
      default:
        return this.literal();
    }
  }

  private class_pattern(cls: expr, start: number): pattern {
    this.pos++;
    const patterns: pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: pattern[] = [];
    while (this.kinds[this.pos] !== T.RPAR) {
      if (this.kinds[this.pos] === T.NAME && this.kinds[this.pos + 1] === T.EQUAL) {
        kwd_attrs.push(this.name());
        this.pos++;
        kwd_patterns.push(this.pattern());
      } else {
        if (kwd_attrs.length > 0) throw PARSE_FAILED;
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    const end = this.pos;
    this.expect(T.RPAR);
    return MatchClass(
      cls,
      patterns,
      kwd_attrs,
      kwd_patterns,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }
}
