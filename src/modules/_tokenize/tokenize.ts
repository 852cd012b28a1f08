/**
 * `_tokenize`: the tokenizer that the `tokenize` module wraps.
 *
 * `readline` is called to its end before the first token is given.
 *
 * @cpython Python/Python-tokenize.c
 */
import {
  None,
  PyBytes,
  PyObject,
  PyTuple,
  argumentBinder,
  asText,
  call,
  excTypes,
  isTrue,
  makeBuiltinType,
  matches,
  objectType,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { decodeBytes } from '../../objects/codecs/encode-decode.ts';
import { tokenizeLines, type TokenInfo, type TokenizeResult } from '../../lexer/index.ts';
import { syntaxErrorOf } from '../builtins/compile-source.ts';
import { defineModule } from '../define-module.ts';

class PyTokenizerIter extends PyObject {
  readonly readline: Value;
  readonly encoding: string | null;
  readonly hasExtraTokens: boolean;
  result: TokenizeResult | null = null;
  next = 0;
  constructor(readline: Value, encoding: string | null, hasExtraTokens: boolean) {
    super();
    this.readline = readline;
    this.encoding = encoding;
    this.hasExtraTokens = hasExtraTokens;
  }
}

const tokenizerIterType = makeBuiltinType('_tokenize.TokenizerIter', objectType, PyTokenizerIter);
const bind = argumentBinder('TokenizerIter', '(readline, /, *, encoding=None, extra_tokens=False)');

/** All lines that `readline` gives, joined. */
function readSource(iterator: PyTokenizerIter): string {
  let source = '';
  for (;;) {
    let line: Value;
    try {
      line = call(iterator.readline, []);
    } catch (error) {
      if (matches(error, excTypes.StopIteration)) return source;
      throw error;
    }
    let text = asText(line);
    if (iterator.encoding !== null) {
      if (!(line instanceof PyBytes)) throw typeError(`readline() returned a non-bytes object`);
      text = decodeBytes(line.bytes, strFromUtf16(iterator.encoding), 'replace');
    } else if (text === undefined) throw typeError(`readline() returned a non-string object`);
    const host = textToHost(text!);
    if (host === '') return source;
    source += host;
  }
}

const position = ([line, column]: readonly [number, number]): PyTuple => new PyTuple([line, column]);

function tokenTuple(token: TokenInfo): PyTuple {
  return new PyTuple([
    token.type,
    strFromUtf16(token.string),
    position(token.start),
    position(token.end),
    strFromUtf16(token.line),
  ]);
}

const tokenizerIterSpec = typeSpec(tokenizerIterType, {
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [readline, encoding, extraTokens] = bind(args, kwnames) as [Value, Value?, Value?];
      let name: string | null = null;
      if (encoding !== undefined && encoding !== None) {
        const text = asText(encoding);
        if (text === undefined) throw typeError(`TokenizerIter() argument 'encoding' must be str, not ${typeName(encoding)}`);
        name = textToHost(text);
      }
      return new PyTokenizerIter(readline, name, extraTokens !== undefined && isTrue(extraTokens));
    },
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyTokenizerIter;
      iterator.result ??= tokenizeLines(readSource(iterator), '<string>', iterator.hasExtraTokens);
      const token = iterator.result.tokens[iterator.next];
      if (token !== undefined) {
        iterator.next++;
        return tokenTuple(token);
      }
      const { error } = iterator.result;
      if (error !== null) throw syntaxErrorOf(error, '<string>');
      return undefined;
    },
  },
});

export const tokenizeModule = defineModule('_tokenize', { types: [tokenizerIterSpec] });
