/** Statements of one line. */
import {
  alias,
  AnnAssign,
  Assert,
  Assign,
  AugAssign,
  Break,
  Continue,
  Delete,
  Expr,
  type expr,
  Global,
  Import,
  ImportFrom,
  Name,
  Nonlocal,
  ParamSpec,
  Pass,
  Raise,
  Return,
  type stmt,
  TypeAlias,
  type type_param,
  TypeVar,
  TypeVarTuple,
} from '../ast/nodes.generated.ts';
import * as T from '../lexer/token.ts';
import { setContext } from './expression-context.ts';
import { AUGMENTED_OPERATOR, STARTS_EXPRESSION } from './operators.ts';
import { PARSE_FAILED } from './parser-base.ts';
import { PatternParser } from './pattern-parser.ts';

export class SimpleStatementParser extends PatternParser {
  /** simple_stmts: pushes the statements of one logical line. */
  simple_stmts(into: stmt[]): void {
    for (;;) {
      into.push(this.simple_stmt());
      if (!this.accept(T.SEMI)) break;
      if (this.kinds[this.pos] === T.NEWLINE) break;
    }
    this.expect(T.NEWLINE);
  }

  private simple_stmt(): stmt {
    const start = this.pos;
    switch (this.kinds[start]) {
      case T.RETURN: {
        this.pos++;
        const value = STARTS_EXPRESSION[this.kinds[this.pos]!] === 1 ? this.star_expressions() : null;
        const end = this.pos - 1;
        return Return(value, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
      }
      case T.IMPORT:
        return this.import_name();
      case T.FROM:
        return this.import_from();
      case T.RAISE:
        return this.raise_stmt();
      case T.PASS:
        this.pos++;
        return Pass(this.lines[start]!, this.columns[start]!, this.endLines[start]!, this.endColumns[start]!);
      case T.DEL:
        return this.del_stmt();
      case T.ASSERT: {
        this.pos++;
        const test = this.expression();
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        const end = this.pos - 1;
        return Assert(test, msg, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
      }
      case T.BREAK:
        this.pos++;
        return Break(this.lines[start]!, this.columns[start]!, this.endLines[start]!, this.endColumns[start]!);
      case T.CONTINUE:
        this.pos++;
        return Continue(this.lines[start]!, this.columns[start]!, this.endLines[start]!, this.endColumns[start]!);
      case T.GLOBAL:
      case T.NONLOCAL: {
        const make = this.kinds[start] === T.GLOBAL ? Global : Nonlocal;
        this.pos++;
        const names = [this.name()];
        while (this.accept(T.COMMA)) names.push(this.name());
        const end = this.pos - 1;
        return make(names, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
      }
      case T.NAME:
        if (this.kinds[start + 1] === T.NAME && this.isSoftKeyword(start, 'type')) return this.type_alias();
        return this.assignmentOrExpression();
      default:
        return this.assignmentOrExpression();
    }
  }

  /** assignment, or an expression as statement. */
  private assignmentOrExpression(): stmt {
    const start = this.pos;
    const first = this.annotated_rhs();
    const kind = this.kinds[this.pos]!;
    if (kind === T.EQUAL) return this.assign(first, start);
    if (kind === T.COLON) return this.annAssign(first, start);
    const operator = AUGMENTED_OPERATOR[kind];
    if (operator !== undefined) {
      if (first.node !== 'Name' && first.node !== 'Attribute' && first.node !== 'Subscript') throw PARSE_FAILED;
      if (kind === T.ATEQUAL) this.checkVersion(5);
      first.ctx = 'Store';
      this.pos++;
      const value = this.annotated_rhs();
      const end = this.pos - 1;
      return AugAssign(
        first,
        operator,
        value,
        this.lines[start]!,
        this.columns[start]!,
        this.endLines[end]!,
        this.endColumns[end]!,
      );
    }
    const end = this.pos - 1;
    return Expr(first, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private assign(first: expr, start: number): stmt {
    const targets: expr[] = [];
    let value = first;
    while (this.accept(T.EQUAL)) {
      setContext(value, 'Store');
      targets.push(value);
      value = this.annotated_rhs();
    }
    const comment = this.typeComment();
    const end = this.pos - 1;
    return Assign(
      targets,
      value,
      comment,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private annAssign(target: expr, start: number): stmt {
    if (target.node !== 'Name' && target.node !== 'Attribute' && target.node !== 'Subscript') throw PARSE_FAILED;
    this.checkVersion(6);
    target.ctx = 'Store';
    this.pos++;
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.annotated_rhs() : null;
    const end = this.pos - 1;
    const isSimple = target.node === 'Name' && this.kinds[start] === T.NAME;
    return AnnAssign(
      target,
      annotation,
      value,
      isSimple ? 1 : 0,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private raise_stmt(): stmt {
    const start = this.pos++;
    const exc = STARTS_EXPRESSION[this.kinds[this.pos]!] === 1 ? this.expression() : null;
    const cause = exc !== null && this.accept(T.FROM) ? this.expression() : null;
    const end = this.pos - 1;
    return Raise(exc, cause, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private del_stmt(): stmt {
    const start = this.pos++;
    const targets = [this.primary()];
    while (this.accept(T.COMMA) && STARTS_EXPRESSION[this.kinds[this.pos]!] === 1) targets.push(this.primary());
    for (const target of targets) setContext(target, 'Del');
    if (this.kinds[this.pos] !== T.SEMI && this.kinds[this.pos] !== T.NEWLINE) throw PARSE_FAILED;
    const end = this.pos - 1;
    return Delete(targets, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private import_name(): stmt {
    const start = this.pos++;
    const names = [this.dotted_as_name()];
    while (this.accept(T.COMMA)) names.push(this.dotted_as_name());
    const end = this.pos - 1;
    return Import(names, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private dotted_as_name(): alias {
    const start = this.pos;
    return this.aliasOf(this.dotted_name(), start);
  }

  private aliasOf(name: string, start: number): alias {
    const asname = this.accept(T.AS) ? this.name() : null;
    const end = this.pos - 1;
    return alias(name, asname, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private dotted_name(): string {
    let name = this.name();
    while (this.accept(T.DOT)) name += `.${this.name()}`;
    return name;
  }

  private import_from(): stmt {
    const start = this.pos++;
    let level = 0;
    for (;;) {
      if (this.accept(T.DOT)) level++;
      else if (this.accept(T.ELLIPSIS)) level += 3;
      else break;
    }
    const module = level > 0 && this.kinds[this.pos] === T.IMPORT ? null : this.dotted_name();
    this.expect(T.IMPORT);
    const names = this.import_from_targets();
    if (module === '__future__' && names.some((name) => name.name === 'barry_as_FLUFL')) this.barryAsFlufl = true;
    const end = this.pos - 1;
    return ImportFrom(
      module,
      names,
      level,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private import_from_targets(): alias[] {
    const start = this.pos;
    if (this.accept(T.STAR)) return [this.aliasOf('*', start)];
    const isParenthesized = this.accept(T.LPAR);
    const names: alias[] = [];
    do {
      if (isParenthesized && names.length > 0 && this.kinds[this.pos] === T.RPAR) break;
      const from = this.pos;
      names.push(this.aliasOf(this.name(), from));
    } while (this.accept(T.COMMA));
    if (isParenthesized) this.expect(T.RPAR);
    return names;
  }

  private type_alias(): stmt {
    const start = this.pos++;
    this.checkVersion(12);
    const token = this.pos;
    const name = Name(
      this.name(),
      'Store',
      this.lines[token]!,
      this.columns[token]!,
      this.endLines[token]!,
      this.endColumns[token]!,
    );
    const type_params = this.type_params();
    this.expect(T.EQUAL);
    const value = this.expression();
    const end = this.pos - 1;
    return TypeAlias(
      name,
      type_params,
      value,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  /** type_params, if there are any (PEP 695). */
  protected type_params(): type_param[] {
    if (!this.accept(T.LSQB)) return [];
    this.checkVersion(12);
    const params = [this.type_param()];
    while (this.accept(T.COMMA) && this.kinds[this.pos] !== T.RSQB) params.push(this.type_param());
    this.expect(T.RSQB);
    return params;
  }

  private type_param(): type_param {
    const start = this.pos;
    const line = this.lines[start]!;
    const column = this.columns[start]!;
    if (this.accept(T.STAR)) {
      const name = this.name();
      const value = this.accept(T.EQUAL) ? this.star_expression() : null;
      if (value !== null) this.checkVersion(13);
      const end = this.pos - 1;
      return TypeVarTuple(name, value, line, column, this.endLines[end]!, this.endColumns[end]!);
    }
    if (this.accept(T.DOUBLESTAR)) {
      const name = this.name();
      const value = this.typeParamDefault();
      const end = this.pos - 1;
      return ParamSpec(name, value, line, column, this.endLines[end]!, this.endColumns[end]!);
    }
    const name = this.name();
    const bound = this.accept(T.COLON) ? this.expression() : null;
    const value = this.typeParamDefault();
    const end = this.pos - 1;
    return TypeVar(name, bound, value, line, column, this.endLines[end]!, this.endColumns[end]!);
  }

  private typeParamDefault(): expr | null {
    if (!this.accept(T.EQUAL)) return null;
    this.checkVersion(13);
    return this.expression();
  }
}
