/**
 * Literals: numbers, strings, f-strings and t-strings as the tree has them.
 *
 * Adjacent constants of an f-string are merged, and the text of `{x=}` becomes a constant before its value, as in
 * `Parser/action_helpers.c`.
 */
import { Constant, type expr, FormattedValue, Interpolation, JoinedStr, TemplateStr } from '../ast/nodes.generated.ts';
import { BytesConstant, textFromCodePoints, textFromUtf16, WideString } from '../base/constant.ts';
import { invalidEscapeMessage } from '../lexer/string-lexer.ts';
import * as T from '../lexer/token.ts';
import { copyOf, decodeBytesEscapes, decodeUnicodeEscapes, EscapeError, type InvalidEscape } from './decode-escapes.ts';
import { DEFAULT_INT_MAX_STR_DIGITS, parseNumber } from './number-literal.ts';
import { PARSE_FAILED, ParserBase } from './parser-base.ts';
import { checkRemainingTokens, placedComplaint } from './placed-complaint.ts';

type Text = string | WideString;

/** Whether a node is a str constant. */
function isTextConstant(node: expr): node is Constant & { value: Text } {
  return node.node === 'Constant' && (typeof node.value === 'string' || node.value instanceof WideString);
}

function joinTexts(texts: readonly Text[]): Text {
  if (texts.every((text) => typeof text === 'string')) {
    // Joining a lone high surrogate with a lone low one would make one character of two.
    const joined = texts.join('');
    if (!/[\ud800-\udfff]/.test(joined)) return joined;
  }
  const points: number[] = [];
  for (const text of texts) {
    if (typeof text === 'string') for (let i = 0; i < text.length; i++) points.push(text.charCodeAt(i));
    else points.push(...text.codePoints);
  }
  return textFromCodePoints(Uint32Array.from(points));
}

export abstract class StringParser extends ParserBase {
  abstract annotated_rhs(): expr;

  /** NUMBER */
  number(): Constant {
    const token = this.pos++;
    const spelling = this.text.substring(this.starts[token]!, this.ends[token]!);
    const value = parseNumber(spelling, this.options.intMaxStrDigits ?? DEFAULT_INT_MAX_STR_DIGITS);
    if (value !== null && typeof value === 'object' && 'tooManyDigits' in value) throw PARSE_FAILED;
    if (this.featureVersion < 6 && spelling.includes('_')) throw PARSE_FAILED;
    return this.constantAt(value, null, token, token);
  }

  private constantAt(value: Constant['value'], kind: string | null, first: number, last: number): Constant {
    return Constant(
      value,
      kind,
      this.lines[first]!,
      this.columns[first]!,
      this.endLines[last]!,
      this.endColumns[last]!,
    );
  }

  /** strings: one or more adjacent literals. */
  strings(): expr {
    const first = this.pos;
    const kind = this.kinds[first]!;
    if (kind === T.TSTRING_START) return this.tstrings();
    if (kind === T.STRING && !this.isStringStart(this.kinds[first + 1]!)) {
      this.pos++;
      return this.string(first);
    }
    const parts: expr[] = [];
    let hasBytes = false;
    let hasText = false;
    let hasFString = false;
    for (;;) {
      const next = this.kinds[this.pos]!;
      if (next === T.STRING) {
        const part = this.string(this.pos++);
        if (part.value instanceof BytesConstant) hasBytes = true;
        else hasText = true;
        parts.push(part);
      } else if (next === T.FSTRING_START) {
        hasFString = true;
        parts.push(...this.fstring());
      } else if (next === T.TSTRING_START) {
        throw PARSE_FAILED;
      } else {
        break;
      }
    }
    if (hasBytes && (hasText || hasFString)) throw PARSE_FAILED;
    const last = this.pos - 1;
    if (hasFString) {
      return JoinedStr(
        concatenate(parts),
        this.lines[first]!,
        this.columns[first]!,
        this.endLines[last]!,
        this.endColumns[last]!,
      );
    }
    if (hasBytes) return this.constantAt(joinBytes(parts), null, first, last);
    const texts = parts as (Constant & { value: Text })[];
    return this.constantAt(joinTexts(texts.map((part) => part.value)), texts[0]!.kind, first, last);
  }

  private isStringStart(kind: number): boolean {
    return kind === T.STRING || kind === T.FSTRING_START || kind === T.TSTRING_START;
  }

  private tstrings(): expr {
    const first = this.pos;
    const parts: expr[] = [];
    this.checkVersion(14);
    while (this.kinds[this.pos] === T.TSTRING_START) parts.push(...this.tstring());
    if (this.isStringStart(this.kinds[this.pos]!)) throw PARSE_FAILED;
    const last = this.pos - 1;
    return TemplateStr(
      concatenate(parts),
      this.lines[first]!,
      this.columns[first]!,
      this.endLines[last]!,
      this.endColumns[last]!,
    );
  }

  /** One STRING token. @cpython Parser/string_parser.c _PyPegen_parse_string (3.14) */
  string(token: number): Constant {
    const text = this.text;
    const start = this.starts[token]!;
    let bodyStart = start;
    let isRaw = false;
    let isBytes = false;
    let c = text.charCodeAt(bodyStart);
    while (c !== 34 && c !== 39) {
      const letter = c | 32;
      if (letter === 114) isRaw = true;
      else if (letter === 98) isBytes = true;
      c = text.charCodeAt(++bodyStart);
    }
    const end = this.ends[token]!;
    const quoteSize =
      end - bodyStart >= 6 && text.charCodeAt(bodyStart + 1) === c && text.charCodeAt(bodyStart + 2) === c ? 3 : 1;
    const body = text.substring(bodyStart + quoteSize, end - quoteSize);
    const hasEscapes = !isRaw && body.includes('\\');
    if (isBytes) {
      if (/[^\x00-\x7f]/.test(body)) throw PARSE_FAILED;
      return this.constantAt(
        new BytesConstant(hasEscapes ? this.bytesBody(body, token) : asciiBytes(body)),
        null,
        token,
        token,
      );
    }
    const value = hasEscapes ? this.textBody(body, token) : this.source.isAscii ? body : textFromUtf16(body);
    return this.constantAt(value, text.charCodeAt(start) === 117 /* u */ ? 'u' : null, token, token);
  }

  /** The text of a str literal or a part of an f-string. */
  textBody(body: string, token: number, isInSpec = false): Text {
    try {
      const { value, invalidEscape } = decodeUnicodeEscapes(body, this.options.lookupUnicodeName);
      if (invalidEscape !== null) {
        // CPython decodes the parts of an f-string, unless they are of a format specification, at its end.
        const isPart = this.kinds[token] !== T.STRING && !isInSpec;
        this.warnInvalidEscape(invalidEscape, body, token, isPart ? this.endOfString(token) : token);
      }
      return value;
    } catch (error) {
      if (error instanceof EscapeError) throw this.escapeFailure(error, token);
      throw error;
    }
  }

  private bytesBody(body: string, token: number): Uint8Array {
    try {
      const { value, invalidEscape } = decodeBytesEscapes(body);
      if (invalidEscape !== null) this.warnInvalidEscape(invalidEscape, body, token, token);
      return value;
    } catch (error) {
      if (error instanceof EscapeError) throw this.escapeFailure(error, token);
      throw error;
    }
  }

  /** What to throw for a literal that cannot be decoded; `diagnose/` gives the message. */
  escapeFailure(_error: EscapeError, _token: number): unknown {
    return PARSE_FAILED;
  }

  /**
   * Warns of an escape in `body`, the text of a literal; its place is counted from the start of `token`, which is the
   * last of an f-string for its parts.
   * @cpython Parser/string_parser.c warn_invalid_escape_sequence (3.14)
   */
  warnInvalidEscape(escape: InvalidEscape, body: string, _literal: number, token: number): void {
    const kind = this.kinds[token]!;
    // Of braces in f-strings the lexer has warned already.
    if (kind !== T.STRING && (escape.text === '{' || escape.text === '}')) return;
    const makeMessage = escape.text.length > 1 ? invalidOctalMessage : invalidEscapeMessage;
    const before = body.slice(0, escape.offset).split('\n');
    const lineno = this.lines[token]! + before.length - 1;
    this.warnings.push({
      category: this.featureVersion >= 12 ? 'SyntaxWarning' : 'DeprecationWarning',
      message: makeMessage(escape.text),
      lineno,
      stage: 'parser',
      token,
      asError: () => {
        const { lexer, options } = this;
        let column = copyOf(before.at(-1)!).length;
        if (before.length === 1) column += this.columns[token]! + this.openingQuotes(token);
        const range = { lineno, column: column + 1, endLineno: lineno, endColumn: column + 3 };
        const message = makeMessage(escape.text, true);
        const complaint = placedComplaint(lexer, token + 1, options.programLine, 'SyntaxError', message, range);
        return checkRemainingTokens(lexer, token + 1, options, complaint);
      },
    });
  }

  /** How many quotes of one kind a token begins with; CPython overlooks those after a prefix. */
  private openingQuotes(token: number): number {
    const spelling = this.text.slice(this.starts[token]!, this.ends[token]!);
    return /^(?:'+|"+)?/.exec(spelling)![0].length;
  }

  /** The token that ends the f-string or t-string which a token is in. */
  private endOfString(token: number): number {
    let depth = 0;
    for (let i = token; ; i++) {
      const kind = this.kinds[i]!;
      if (kind === T.FSTRING_START || kind === T.TSTRING_START) depth++;
      else if (kind === T.ERRORTOKEN || kind === T.ENDMARKER) return i;
      else if ((kind === T.FSTRING_END || kind === T.TSTRING_END) && depth-- === 0) return i;
    }
  }

  /** fstring: FSTRING_START fstring_middle* FSTRING_END; its values. */
  private fstring(): expr[] {
    return this.stringParts(T.FSTRING_MIDDLE, T.FSTRING_END, false);
  }

  private tstring(): expr[] {
    return this.stringParts(T.TSTRING_MIDDLE, T.TSTRING_END, true);
  }

  private stringParts(middle: number, end: number, isTemplate: boolean): expr[] {
    const start = this.pos++;
    const isRaw = /r/i.test(this.text.slice(this.starts[start]!, this.ends[start]! - 1));
    const values: expr[] = [];
    for (;;) {
      const kind = this.kinds[this.pos]!;
      if (kind === middle) {
        const token = this.pos++;
        const part = this.middle(token, isRaw, false);
        if (part.value !== '') values.push(part);
      } else if (kind === T.LBRACE) {
        this.replacementField(values, middle, isTemplate);
      } else if (kind === end) {
        this.pos++;
        return values;
      } else {
        throw PARSE_FAILED;
      }
    }
  }

  private middle(token: number, isRaw: boolean, isInSpec: boolean): Constant {
    const start = this.starts[token]!;
    const end = this.ends[token]!;
    let body = this.text.substring(start, end);
    if (body === '{{' || body === '}}') body = body[0]!;
    const value = isRaw || !body.includes('\\') ? textFromUtf16(body) : this.textBody(body, token, isInSpec);
    return this.constantAt(value, null, token, token);
  }

  /**
   * fstring_replacement_field or tstring_replacement_field: pushes its value, after the text of a debug expression.
   * @cpython Parser/action_helpers.c _PyPegen_formatted_value, _PyPegen_interpolation (3.14)
   */
  private replacementField(values: expr[], middle: number, isTemplate: boolean): void {
    const open = this.pos++;
    const value = this.annotated_rhs();
    const isDebug = this.accept(T.EQUAL);
    // The expression's text ends at the first token after it.
    const textEnd = this.starts[this.pos]!;
    let debugEnd = this.pos;
    let debugEndColumn = -1;
    let conversion = -1;
    if (this.kinds[this.pos] === T.EXCLAMATION) {
      const mark = this.pos++;
      const letter = this.pos;
      const name = this.name();
      if (this.starts[letter]! !== this.ends[mark]!) throw PARSE_FAILED;
      if (name !== 's' && name !== 'r' && name !== 'a') throw PARSE_FAILED;
      conversion = name.charCodeAt(0);
      debugEnd = mark;
      debugEndColumn = this.columns[letter]! - 1;
    }
    let spec: expr | null = null;
    if (this.kinds[this.pos] === T.COLON) {
      if (debugEndColumn < 0) {
        debugEnd = this.pos;
        debugEndColumn = this.columns[this.pos]!;
      }
      spec = this.fullFormatSpec(middle);
    }
    const close = this.pos;
    this.expect(T.RBRACE);
    if (isDebug && conversion < 0 && spec === null) conversion = 114;
    const line = this.lines[open]!;
    const column = this.columns[open]!;
    const endLine = this.endLines[close]!;
    const endColumn = this.endColumns[close]!;
    const text = isDebug || isTemplate ? this.expressionText(this.ends[open]!, textEnd) : '';
    if (isDebug) {
      const isAtClose = debugEndColumn < 0;
      values.push(
        Constant(
          textFromUtf16(text),
          null,
          line,
          column + 1,
          isAtClose ? endLine : this.lines[debugEnd]!,
          isAtClose ? endColumn - 1 : debugEndColumn,
        ),
      );
    }
    values.push(
      isTemplate
        ? Interpolation(
            value,
            textFromUtf16(isDebug ? stripDebugSign(text) : text),
            conversion,
            spec,
            line,
            column,
            endLine,
            endColumn,
          )
        : FormattedValue(value, conversion, spec, line, column, endLine, endColumn),
    );
  }

  /** fstring_full_format_spec. @cpython Parser/action_helpers.c _PyPegen_setup_full_format_spec (3.14) */
  private fullFormatSpec(middle: number): expr {
    const colon = this.pos++;
    const values: expr[] = [];
    for (;;) {
      const kind = this.kinds[this.pos]!;
      if (kind === middle) {
        const token = this.pos++;
        const part = this.middle(token, false, true);
        if (part.value !== '') values.push(part);
      } else if (kind === T.LBRACE) {
        this.replacementField(values, middle, false);
      } else {
        break;
      }
    }
    const last = this.pos - 1;
    return JoinedStr(
      concatenate(values),
      this.lines[colon]!,
      this.columns[colon]!,
      this.endLines[last]!,
      this.endColumns[last]!,
    );
  }

  /** An expression's text without its comments. @cpython Parser/lexer/lexer.c set_ftstring_expr (3.14) */
  private expressionText(start: number, end: number): string {
    const text = this.text.slice(start, end);
    if (!text.includes('#')) return text;
    let out = '';
    let quote = '';
    for (let i = 0; i < text.length; i++) {
      const char = text[i]!;
      if (char === '"' || char === "'") {
        // An odd number of quotes delimits a string, so that toggling on each of them is right.
        if (quote === '') quote = char;
        else if (quote === char) quote = '';
      } else if (char === '#' && quote === '') {
        const lineEnd = text.indexOf('\n', i);
        if (lineEnd < 0) break;
        i = lineEnd;
        out += '\n';
        continue;
      }
      out += char;
    }
    return out;
  }
}

function invalidOctalMessage(digits: string, isError = false): string {
  const announcement = isError ? '' : 'Such sequences will not work in the future. ';
  return (
    `"\\${digits}" is an invalid octal escape sequence. ${announcement}` +
    `Did you mean "\\\\${digits}"? A raw string is also an option.`
  );
}

/** The text of an interpolation without the debug sign at its end; the blanks before the sign stay. */
function stripDebugSign(text: string): string {
  return text.slice(0, text.lastIndexOf('='));
}

/** Joins neighbouring constants and drops empty ones. @cpython Parser/action_helpers.c _PyPegen_concatenate_strings (3.14) */
function concatenate(parts: readonly expr[]): expr[] {
  const values: expr[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (!isTextConstant(part)) {
      values.push(part);
      continue;
    }
    let last = part;
    const texts: Text[] = [part.value];
    for (let next = parts[i + 1]; next !== undefined && isTextConstant(next); next = parts[i + 1]) {
      texts.push(next.value);
      last = next;
      i++;
    }
    const value = texts.length === 1 ? part.value : joinTexts(texts);
    if (value === '') continue;
    values.push(
      texts.length === 1
        ? part
        : Constant(value, part.kind, part.lineno, part.col_offset, last.end_lineno, last.end_col_offset),
    );
  }
  return values;
}

function joinBytes(parts: readonly expr[]): BytesConstant {
  const chunks = parts.map((part) => ((part as Constant).value as BytesConstant).bytes);
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return new BytesConstant(joined);
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
