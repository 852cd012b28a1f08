/**
 * Bytes to source text: byte order mark, coding cookie (PEP 263), line ends.
 */
import { countCodePoints, SourceText } from '../base/source-text.ts';
import { NamelessDiagnostic, SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';

export interface DecodeOptions {
  /** `exec` text gets the final line end that it lacks; `single` and `eval` text stays as it is. */
  readonly addNewline?: boolean;
  /** The bytes are those of the file of that name, which complaints then say, as CPython's reading of a script does. */
  readonly isFile?: boolean;
  /** Decodes an encoding other than UTF-8, Latin-1 and ASCII; null where it is unknown. */
  readonly decode?: (encoding: string, bytes: Uint8Array) => string | null;
}

/**
 * Decodes source bytes as CPython does.
 * @throws SyntaxDiagnostic for undecodable bytes, unknown encodings and null bytes.
 * @cpython Parser/tokenizer/string_tokenizer.c decode_str (3.14)
 */
export function decodeSource(bytes: Uint8Array, filename: string, options: DecodeOptions = {}): SourceText {
  if (bytes.includes(0)) throw wholeText('source code string cannot contain null bytes');
  const hasMark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const cookie = findCookie(body);
  const encoding = cookie === null ? 'utf-8' : normalizeEncoding(cookie);
  if (hasMark && encoding !== 'utf-8') throw conflictingMark(encoding, body);
  return makeSource(filename, decodeAs(encoding, body, filename, options), encoding, options);
}

/**
 * Source text from a text that is decoded already.
 * @throws SyntaxDiagnostic for null characters.
 */
export function sourceFromString(text: string, filename: string, options: DecodeOptions = {}): SourceText {
  if (text.includes('\0')) throw wholeText('source code string cannot contain null bytes');
  return makeSource(filename, text, null, options);
}

function makeSource(filename: string, decoded: string, encoding: string | null, options: DecodeOptions): SourceText {
  let text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  const lacksNewline = (options.addNewline ?? true) && text.length > 0 && !text.endsWith('\n');
  if (lacksNewline) text += '\n';
  return new SourceText(filename, text, encoding, lacksNewline);
}

/** The encoding that a comment in the first two lines names, or null. @cpython Parser/tokenizer/helpers.c get_coding_spec (3.14) */
function findCookie(bytes: Uint8Array): string | null {
  let start = 0;
  for (let lineno = 0; lineno < 2 && start < bytes.length; lineno++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const line = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 4096)));
    const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/.exec(line);
    if (cookie !== null) return cookie[1]!;
    // Only a comment or a blank line lets the second line have a say.
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return null;
    start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  }
  return null;
}

/** @cpython Parser/tokenizer/helpers.c get_normal_name (3.14) */
function normalizeEncoding(name: string): string {
  const head = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (head === 'utf-8' || head.startsWith('utf-8-')) return 'utf-8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(head)) return 'iso-8859-1';
  return name;
}

function decodeAs(encoding: string, bytes: Uint8Array, filename: string, options: DecodeOptions): string {
  const codec = encoding.toLowerCase().replaceAll('_', '-');
  if (codec === 'utf-8') return decodeUtf8(bytes, options.isFile === true ? filename : null);
  if (codec === 'iso-8859-1' || codec === 'latin1' || codec === 'l1' || codec === 'iso8859-1') return latin1(bytes);
  if (codec === 'ascii' || codec === 'us-ascii') {
    const bad = bytes.findIndex((byte) => byte > 0x7f);
    if (bad < 0) return latin1(bytes);
    throw undecodable(
      `'ascii' codec can't decode byte 0x${bytes[bad]!.toString(16)} in position ${bad}: ordinal not in range(128)`,
    );
  }
  const text =
    options.decode?.(encoding, withPlainLineEnds(bytes, options.addNewline ?? true)) ?? decodeOtherUtf8(codec, bytes);
  if (text === null) throw undecodable(`unknown encoding: ${encoding}`);
  return text;
}

/**
 * The bytes as a codec gets them: line ends are made `\n` before, even where the encoding has others.
 * @cpython Parser/tokenizer/helpers.c _PyTokenizer_translate_newlines (3.14)
 */
function withPlainLineEnds(bytes: Uint8Array, addNewline: boolean): Uint8Array {
  const result = new Uint8Array(bytes.length + 1);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const isReturn = bytes[i] === 13;
    if (isReturn && bytes[i + 1] === 10) i++;
    result[length++] = isReturn ? 10 : bytes[i]!;
  }
  if (addNewline && length > 0 && result[length - 1] !== 10) result[length++] = 10;
  return result.subarray(0, length);
}

/** UTF-8 under a name that CPython leaves to its codecs; null where it is not that, or not UTF-8. */
function decodeOtherUtf8(codec: string, bytes: Uint8Array): string | null {
  if (codec !== 'utf8') return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

function decodeUtf8(bytes: Uint8Array, filename: string | null): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalidUtf8(bytes, filename);
  }
}

/**
 * The complaint about the first bytes that are not UTF-8.
 * @cpython Parser/tokenizer/helpers.c _PyTokenizer_ensure_utf8 (3.14)
 */
function invalidUtf8(source: Uint8Array, filename: string | null): SyntaxDiagnostic {
  const bytes = source.includes(13) ? withPlainLineEnds(source, false) : source;
  let bad = 0;
  for (let length = utf8SequenceLength(bytes, 0); length > 0; length = utf8SequenceLength(bytes, bad)) bad += length;
  const lineStart = bad === 0 ? 0 : bytes.lastIndexOf(10, bad - 1) + 1;
  let lineno = 1;
  for (let at = 0; at < lineStart; at++) if (bytes[at] === 10) lineno++;
  const lineEnd = bytes.indexOf(10, bad);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const before = decoder.decode(bytes.subarray(lineStart, bad + 1));
  const offset = countCodePoints(before, 0, before.length);
  const text = decoder.decode(bytes.subarray(lineStart, lineEnd < 0 ? bytes.length : lineEnd));
  const hex = bytes[bad]!.toString(16).padStart(2, '0');
  const Diagnostic = filename === null ? NamelessDiagnostic : SyntaxDiagnostic;
  return new Diagnostic(
    'SyntaxError',
    `Non-UTF-8 code starting with '\\x${hex}'${filename === null ? '' : ` in file ${filename}`} on line ${lineno}, but no encoding declared; ` +
      'see https://peps.python.org/pep-0263/ for details',
    lineno,
    offset,
    lineno,
    offset,
    text,
  );
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Length of the sequence at `i`, 0 at the end of the bytes, -1 where it is not UTF-8. */
function utf8SequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i];
  if (first === undefined) return 0;
  if (first < 0x80) return 1;
  const needed = neededContinuations(first);
  if (needed === 0 || !isGoodSecond(first, bytes[i + 1])) return -1;
  for (let k = 2; k <= needed; k++) if (!isContinuation(bytes[i + k])) return -1;
  return needed + 1;
}

function neededContinuations(first: number): number {
  if (first < 0xc2) return 0;
  return first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
}

function isGoodSecond(first: number, second: number | undefined): boolean {
  if (second === undefined || !isContinuation(second)) return false;
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  if (first === 0xf4) return second < 0x90;
  return true;
}

/** A complaint that is about no place in the text. */
function wholeText(message: string): SyntaxDiagnostic {
  return new SyntaxDiagnostic('SyntaxError', message, null, null, null, null, null);
}

/** A byte order mark says UTF-8 and a cookie something else. */
function conflictingMark(encoding: string, body: Uint8Array): SyntaxDiagnostic {
  const lines = latin1(body).split(/\r\n?|\n/, 2);
  const lineno = /coding[:=]/.test(lines[0]!) ? 1 : 2;
  const line = lines[lineno - 1]!;
  return new NamelessDiagnostic(
    'SyntaxError',
    `encoding problem: ${encoding} with BOM`,
    lineno,
    0,
    lineno,
    line.length,
    line,
  );
}

/** @cpython Parser/pegen_errors.c _Pypegen_raise_tokenizer_init_error (3.14) */
function undecodable(message: string): SyntaxDiagnostic {
  return new SyntaxDiagnostic('SyntaxError', message, 0, -1, null, null, null);
}
