/** The lexer's door: bytes to text, text to tokens. */
export { decodeSource, type DecodeOptions, sourceFromString } from './decode-source.ts';
export { Lexer } from './lexer.ts';
export type { LexerError, LexerOptions } from './lexer-base.ts';
export { TokenBuffer } from './token-buffer.ts';
export { type TokenInfo, tokenizeLines, type TokenizeResult } from './tokenize-lines.ts';
