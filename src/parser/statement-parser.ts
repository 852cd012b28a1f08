/** Compound statements, and whole programs. */
import {
  arguments_,
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  ExceptHandler,
  type excepthandler,
  type expr,
  Expression,
  For,
  FunctionDef,
  FunctionType,
  If,
  Interactive,
  type keyword,
  Match,
  match_case,
  type mod,
  Module,
  Pass,
  type stmt,
  Try,
  TryStar,
  TypeIgnore,
  While,
  With,
  withitem,
} from '../ast/nodes.generated.ts';
import type { TypeIgnoreComment } from '../lexer/lexer-base.ts';
import * as T from '../lexer/token.ts';
import { DEPTH } from './depth.ts';
import { isEndOfStatement, PARSE_FAILED } from './parser-base.ts';
import { SimpleStatementParser } from './simple-statement-parser.ts';

export class StatementParser extends SimpleStatementParser {
  /** The first token of the statement of the module that is being read. */
  statementStart = 0;

  /** file */
  file(typeIgnores: readonly TypeIgnoreComment[]): mod {
    const body: stmt[] = [];
    while (this.kinds[this.pos] !== T.ENDMARKER) {
      this.statementStart = this.pos;
      this.statement(body);
    }
    return Module(
      body,
      typeIgnores.map(({ lineno, tag }) => TypeIgnore(lineno, tag)),
    );
  }

  /** interactive: one statement. */
  interactive(): mod {
    const body: stmt[] = [];
    const start = this.pos;
    if (this.kinds[start] === T.NEWLINE) {
      this.pos++;
      body.push(Pass(this.lines[start]!, this.columns[start]!, this.endLines[start]!, this.endColumns[start]!));
    } else if (this.compound_stmt(body)) {
      this.expect(T.NEWLINE);
    } else {
      this.simple_stmts(body);
    }
    if (!isEndOfStatement(this.lexer, this.pos - 1)) throw PARSE_FAILED;
    return Interactive(body);
  }

  /** eval */
  evaluation(): mod {
    const body = this.expressions();
    this.endOfInput();
    return Expression(body);
  }

  /** func_type */
  func_type(): mod {
    this.expect(T.LPAR);
    const argtypes: expr[] = [];
    let stars = 0;
    while (this.kinds[this.pos] !== T.RPAR) {
      if (this.kinds[this.pos] === T.STAR) {
        if (stars > 0) throw PARSE_FAILED;
        stars = 1;
        this.pos++;
      } else if (this.kinds[this.pos] === T.DOUBLESTAR) {
        if (stars > 1) throw PARSE_FAILED;
        stars = 2;
        this.pos++;
      } else if (stars > 0) {
        throw PARSE_FAILED;
      }
      argtypes.push(this.expression());
      if (!this.accept(T.COMMA)) break;
      if (this.kinds[this.pos] === T.RPAR) throw PARSE_FAILED;
    }
    this.expect(T.RPAR);
    this.expect(T.RARROW);
    const returns = this.expression();
    this.endOfInput();
    return FunctionType(argtypes, returns);
  }

  private endOfInput(): void {
    while (this.accept(T.NEWLINE));
    this.expect(T.ENDMARKER);
  }

  private statement(into: stmt[]): void {
    if (!this.compound_stmt(into)) this.simple_stmts(into);
  }

  /** Pushes a compound statement if one begins here. */
  private compound_stmt(into: stmt[]): boolean {
    const start = this.pos;
    switch (this.kinds[start]) {
      case T.DEF:
        into.push(this.function_def_raw([], false));
        return true;
      case T.IF:
        into.push(this.if_stmt());
        return true;
      case T.FOR:
        into.push(this.for_stmt(start, false));
        return true;
      case T.CLASS:
        into.push(this.class_def_raw([]));
        return true;
      case T.WITH:
        into.push(this.with_stmt(start, false));
        return true;
      case T.TRY:
        into.push(this.try_stmt());
        return true;
      case T.WHILE:
        into.push(this.while_stmt());
        return true;
      case T.AT:
        into.push(this.decorated());
        return true;
      case T.ASYNC:
        into.push(this.asyncStatement());
        return true;
      case T.NAME:
        if (!this.isMatchStatement()) return false;
        into.push(this.match_stmt());
        return true;
      default:
        return false;
    }
  }

  private asyncStatement(): stmt {
    const start = this.pos;
    this.checkVersion(5);
    switch (this.kinds[start + 1]) {
      case T.DEF:
        return this.function_def_raw([], true);
      case T.FOR:
        this.pos++;
        return this.for_stmt(start, true);
      case T.WITH:
        this.pos++;
        return this.with_stmt(start, true);
      default:
        throw PARSE_FAILED;
    }
  }

  private decorated(): stmt {
    const decorators: expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.named_expression());
      this.expect(T.NEWLINE);
    }
    switch (this.kinds[this.pos]) {
      case T.CLASS:
        return this.class_def_raw(decorators);
      case T.DEF:
        return this.function_def_raw(decorators, false);
      case T.ASYNC:
        this.checkVersion(5);
        return this.function_def_raw(decorators, true);
      default:
        throw PARSE_FAILED;
    }
  }

  private function_def_raw(decorators: expr[], isAsync: boolean): stmt {
    const start = this.pos;
    if (isAsync) this.pos++;
    this.expect(T.DEF);
    const name = this.name();
    const type_params = this.type_params();
    this.expect(T.LPAR);
    const args = this.kinds[this.pos] === T.RPAR ? arguments_([], [], null, [], [], null, []) : this.parameters(false);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    this.expect(T.COLON);
    const comment = this.func_type_comment();
    const body = this.block();
    const end = this.lastToken();
    const make = isAsync ? AsyncFunctionDef : FunctionDef;
    return make(
      name,
      args,
      body,
      decorators,
      returns,
      comment,
      type_params,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private func_type_comment(): string | null {
    const { kinds, pos } = this;
    if (
      kinds[pos] === T.NEWLINE &&
      kinds[pos + 1] === T.TYPE_COMMENT &&
      kinds[pos + 2] === T.NEWLINE &&
      kinds[pos + 3] === T.INDENT
    ) {
      this.pos++;
    }
    return this.typeComment();
  }

  private class_def_raw(decorators: expr[]): stmt {
    const start = this.pos++;
    const name = this.name();
    const type_params = this.type_params();
    const bases: expr[] = [];
    const keywords: keyword[] = [];
    if (this.accept(T.LPAR)) {
      if (this.kinds[this.pos] !== T.RPAR) this.callArguments(bases, keywords, -1);
      this.expect(T.RPAR);
    }
    this.expect(T.COLON);
    const body = this.block();
    const end = this.lastToken();
    return ClassDef(
      name,
      bases,
      keywords,
      body,
      decorators,
      type_params,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private block(): stmt[] {
    const body: stmt[] = [];
    if (this.kinds[this.pos] !== T.NEWLINE) {
      this.simple_stmts(body);
      return body;
    }
    this.pos++;
    this.expect(T.INDENT);
    this.descend(DEPTH.block);
    do this.statement(body);
    while (this.kinds[this.pos] !== T.DEDENT);
    this.depth -= DEPTH.block;
    this.pos++;
    return body;
  }

  /** if_stmt with its elif_stmt chain, which is read in a loop since it can be long. */
  private if_stmt(): stmt {
    const starts: number[] = [];
    const tests: expr[] = [];
    const bodies: stmt[][] = [];
    const { depth } = this;
    do {
      starts.push(this.pos++);
      tests.push(this.named_expression());
      this.expect(T.COLON);
      bodies.push(this.block());
      if (this.kinds[this.pos] === T.ELIF) this.descend(starts.length === 1 ? DEPTH.firstElif : DEPTH.elif);
    } while (this.kinds[this.pos] === T.ELIF);
    let orelse = this.else_block();
    this.depth = depth;
    const end = this.lastToken();
    let statement: stmt;
    for (let i = starts.length - 1; ; i--) {
      const start = starts[i]!;
      statement = If(
        tests[i]!,
        bodies[i]!,
        orelse,
        this.lines[start]!,
        this.columns[start]!,
        this.endLines[end]!,
        this.endColumns[end]!,
      );
      if (i === 0) return statement;
      orelse = [statement];
    }
  }

  private else_block(): stmt[] {
    if (!this.accept(T.ELSE)) return [];
    this.expect(T.COLON);
    return this.block();
  }

  private while_stmt(): stmt {
    const start = this.pos++;
    const test = this.named_expression();
    this.expect(T.COLON);
    const body = this.block();
    const orelse = this.else_block();
    const end = this.lastToken();
    return While(
      test,
      body,
      orelse,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private for_stmt(start: number, isAsync: boolean): stmt {
    this.pos++;
    const target = this.star_targets();
    this.expect(T.IN);
    const iter = this.star_expressions();
    this.expect(T.COLON);
    const comment = this.typeComment();
    const body = this.block();
    const orelse = this.else_block();
    const end = this.lastToken();
    const make = isAsync ? AsyncFor : For;
    return make(
      target,
      iter,
      body,
      orelse,
      comment,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private with_stmt(start: number, isAsync: boolean): stmt {
    this.pos++;
    const items = this.parenthesizedWithItems() ?? this.withItems();
    this.expect(T.COLON);
    const comment = this.typeComment();
    const body = this.block();
    const end = this.lastToken();
    const make = isAsync ? AsyncWith : With;
    return make(
      items,
      body,
      comment,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private withItems(): withitem[] {
    const items = [this.with_item()];
    while (this.accept(T.COMMA)) items.push(this.with_item());
    return items;
  }

  private with_item(): withitem {
    const context_expr = this.expression();
    return withitem(context_expr, this.accept(T.AS) ? this.single_star_target() : null);
  }

  /** `( with_item, … ) :`, or null where the parentheses belong to an expression. */
  private parenthesizedWithItems(): withitem[] | null {
    const open = this.pos;
    if (this.kinds[open] !== T.LPAR) return null;
    const close = this.matchingParenthesis(open);
    if (close < 0 || this.kinds[close + 1] !== T.COLON) return null;
    this.pos++;
    const { depth } = this;
    try {
      const items: withitem[] = [];
      do {
        if (items.length > 0 && this.kinds[this.pos] === T.RPAR) break;
        items.push(this.with_item());
      } while (this.accept(T.COMMA));
      if (this.pos === close) {
        this.pos++;
        return items;
      }
    } catch (failure) {
      if (failure !== PARSE_FAILED) throw failure;
    }
    // A generator expression, an assignment expression, a yield …
    this.pos = open;
    this.depth = depth;
    return null;
  }

  private matchingParenthesis(open: number): number {
    let depth = 0;
    for (let i = open; ; i++) {
      switch (this.kinds[i]) {
        case T.LPAR:
        case T.LSQB:
        case T.LBRACE:
          depth++;
          break;
        case T.RPAR:
        case T.RSQB:
        case T.RBRACE:
          if (--depth === 0) return i;
          break;
        case T.NEWLINE:
        case T.ENDMARKER:
        case T.ERRORTOKEN:
          return -1;
        default:
      }
    }
  }

  private try_stmt(): stmt {
    const start = this.pos++;
    this.expect(T.COLON);
    const body = this.block();
    const handlers: excepthandler[] = [];
    const isStar = this.kinds[this.pos] === T.EXCEPT && this.kinds[this.pos + 1] === T.STAR;
    if (isStar) this.checkVersion(11);
    while (this.kinds[this.pos] === T.EXCEPT) handlers.push(this.except_block(isStar));
    const orelse = handlers.length > 0 ? this.else_block() : [];
    let finalbody: stmt[] = [];
    if (this.accept(T.FINALLY)) {
      this.expect(T.COLON);
      finalbody = this.block();
    } else if (handlers.length === 0) {
      throw PARSE_FAILED;
    }
    const end = this.lastToken();
    const make = isStar ? TryStar : Try;
    return make(
      body,
      handlers,
      orelse,
      finalbody,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private except_block(isStar: boolean): excepthandler {
    const start = this.pos++;
    let type: expr | null = null;
    let name: string | null = null;
    if (this.accept(T.STAR) !== isStar) throw PARSE_FAILED;
    if (isStar || this.kinds[this.pos] !== T.COLON) {
      const first = this.pos;
      type = this.expressions();
      // Types without parentheses (PEP 758) cannot have a name.
      const isBareTuple = type.node === 'Tuple' && !this.isParenthesizedTuple(first);
      if (isBareTuple) this.checkVersion(14);
      if (this.kinds[this.pos] === T.AS) {
        if (isBareTuple) throw PARSE_FAILED;
        this.pos++;
        name = this.name();
      }
    }
    this.expect(T.COLON);
    const body = this.block();
    const end = this.lastToken();
    return ExceptHandler(
      type,
      name,
      body,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  /** Whether the expression between `first` and the cursor is one pair of parentheses. */
  private isParenthesizedTuple(first: number): boolean {
    return this.kinds[first] === T.LPAR && this.matchingParenthesis(first) === this.pos - 1;
  }

  /** `match`, a subject, `:`, a line end and a block: nothing else looks like that. */
  private isMatchStatement(): boolean {
    const start = this.pos;
    if (!this.isSoftKeyword(start, 'match')) return false;
    let i = start + 1;
    for (; this.kinds[i] !== T.NEWLINE; i++) {
      if (this.kinds[i] === T.ENDMARKER || this.kinds[i] === T.ERRORTOKEN) return false;
    }
    return i > start + 2 && this.kinds[i - 1] === T.COLON && this.kinds[i + 1] === T.INDENT;
  }

  private match_stmt(): stmt {
    const start = this.pos++;
    this.checkVersion(10);
    const subject = this.subject_expr();
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    this.expect(T.INDENT);
    const cases: match_case[] = [];
    do cases.push(this.case_block());
    while (this.kinds[this.pos] !== T.DEDENT);
    this.pos++;
    const end = this.lastToken();
    return Match(subject, cases, this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  private subject_expr(): expr {
    const start = this.pos;
    const first = this.star_named_expression();
    if (this.kinds[this.pos] !== T.COMMA) {
      if (first.node === 'Starred') throw PARSE_FAILED;
      return first;
    }
    const items = [first];
    while (this.accept(T.COMMA) && this.kinds[this.pos] !== T.COLON) items.push(this.star_named_expression());
    return this.tupleFrom(items, start);
  }

  private case_block(): match_case {
    if (!this.isSoftKeyword(this.pos, 'case')) throw PARSE_FAILED;
    this.pos++;
    const pattern = this.patterns();
    const guard = this.accept(T.IF) ? this.named_expression() : null;
    this.expect(T.COLON);
    return match_case(pattern, guard, this.block());
  }
}
