/**
 * `_tokenize`: the tokenizer for `tokenize`.
 *
 * DEVIATION: all lines are read when the first token is asked for; CPython reads as it goes.
 *
 * @cpython Python/Python-tokenize.c (3.14)
 */
import type { SyntaxDiagnostic } from '../../diagnostics/syntax-diagnostic.ts';
import { DEDENT, ENDMARKER } from '../../lexer/token.ts';
import { tokenizeLines, type TokenInfo } from '../../lexer/index.ts';
import { decodeBytes } from '../../objects/codecs/encode-decode.ts';
import {
  None,
  PyBytes,
  PyObject,
  PyTuple,
  allocate,
  argumentBinder,
  asText,
  call0,
  excTypes,
  isPyException,
  isTrue,
  makeBuiltinType,
  matches,
  newException,
  objectType,
  setAttr,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  type PyBaseException,
  type Value,
} from '../../objects/core/index.ts';
import { syntaxErrorOf } from '../builtins/compile-source.ts';
import { defineModule } from '../define-module.ts';

const FILENAME = '<string>';

class PyTokenizerIter extends PyObject {
  readonly readline: Value;
  readonly hasExtraTokens: boolean;
  /** Lines are bytes in this encoding; null: they are str. */
  readonly encoding: string | null;
  /** null before the first token is asked for. */
  tokens: readonly TokenInfo[] | null = null;
  next = 0;
  /** Raised after the last token, each time. */
  error: PyBaseException | null = null;
  constructor(readline: Value, hasExtraTokens: boolean, encoding: string | null) {
    super();
    this.readline = readline;
    this.hasExtraTokens = hasExtraTokens;
    this.encoding = encoding;
  }
}

const tokenizerIterType = makeBuiltinType('_tokenize.TokenizerIter', objectType, PyTokenizerIter);
const bind = argumentBinder('tokenizeriter', '(readline, /, *, extra_tokens, encoding=None)');

/** The text of a line. @cpython Parser/tokenizer/readline_tokenizer.c tok_readline_string */
function lineText(line: Value, encoding: string | null): string {
  if (encoding === null) {
    const text = asText(line);
    if (text === undefined) throw typeError('readline() returned a non-string object');
    return textToHost(text);
  }
  if (!(line instanceof PyBytes)) throw typeError('readline() returned a non-bytes object');
  return textToHost(decodeBytes(line.bytes, strFromUtf16(encoding), 'replace'));
}

interface Source {
  readonly text: string;
  /** What `readline` raised. */
  readonly error: PyBaseException | null;
}

function readAll(iterator: PyTokenizerIter): Source {
  const lines: string[] = [];
  for (;;) {
    try {
      const line = lineText(call0(iterator.readline), iterator.encoding);
      if (line === '') return { text: lines.join(''), error: null };
      lines.push(line);
    } catch (error) {
      if (!isPyException(error)) throw error;
      return { text: lines.join(''), error: matches(error, excTypes.StopIteration) ? null : error };
    }
  }
}

/** Tokens that only the end of the text makes. */
function isEndToken(token: TokenInfo): boolean {
  return token.line === '' && (token.type === ENDMARKER || token.type === DEDENT);
}

/** Where the text ends too early CPython tells the place as attributes only. @cpython _tokenizer_error */
function tokenizerError(diagnostic: SyntaxDiagnostic): PyBaseException {
  if (diagnostic.message !== 'unexpected EOF in multi-line statement') return syntaxErrorOf(diagnostic, FILENAME);
  const error = newException(excTypes.SyntaxError, diagnostic.message);
  const { lineno, offset, end_lineno } = diagnostic;
  const fields = {
    msg: diagnostic.message,
    filename: FILENAME,
    lineno,
    offset,
    end_lineno,
    end_offset: null,
    text: null,
  };
  for (const [name, value] of Object.entries(fields)) setAttr(error, name, value ?? None);
  return error;
}

function start(iterator: PyTokenizerIter): readonly TokenInfo[] {
  const source = readAll(iterator);
  const result = tokenizeLines(source.text, FILENAME, iterator.hasExtraTokens);
  if (source.error !== null) {
    iterator.error = source.error;
    return result.tokens.filter((token) => !isEndToken(token));
  }
  if (result.error !== null) iterator.error = tokenizerError(result.error);
  return result.tokens;
}

function nextToken(self: Value): Value | undefined {
  const iterator = self as PyTokenizerIter;
  const tokens = (iterator.tokens ??= start(iterator));
  const token = tokens[iterator.next];
  if (token === undefined) {
    if (iterator.error !== null) throw iterator.error;
    return undefined;
  }
  iterator.next++;
  return new PyTuple([
    token.type,
    strFromUtf16(token.string),
    new PyTuple(token.start),
    new PyTuple(token.end),
    strFromUtf16(token.line),
  ]);
}

const tokenizerIterSpec = typeSpec(tokenizerIterType, {
  slots: {
    tp_new: (type, args, kwnames) => {
      const [readline, extraTokens, encoding] = bind(args, kwnames) as [Value, Value, Value | undefined];
      let name: string | null = null;
      if (encoding !== undefined) {
        const text = asText(encoding);
        if (text === undefined)
          throw typeError(`tokenizeriter() argument 'encoding' must be str, not ${typeName(encoding)}`);
        name = textToHost(text);
      }
      return allocate(type, readline, isTrue(extraTokens), name);
    },
    tp_iter: (self) => self,
    tp_iternext: nextToken,
  },
});

export const tokenizeModule = defineModule('_tokenize', { types: [tokenizerIterSpec] });
