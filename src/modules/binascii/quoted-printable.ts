/** Quoted-printable. @cpython Modules/binascii.c a2b_qp, b2a_qp */
import { bufferBytes, isTrue, type Value } from '../../objects/core/index.ts';
import { ByteSink, asciiBuffer } from './ascii-buffer.ts';
import { hexDigit } from './hexadecimal.ts';

const MAX_LINE = 76;
const CR = 13;
const LF = 10;
const EQUALS = 61;
const SPACE = 32;
const TAB = 9;
const UNDERSCORE = 95;
const DOT = 46;

/** `a2b_qp(data, header=False)` */
export function a2bQp(data: Value, header: Value | undefined): Value {
  const source = asciiBuffer(data);
  const isHeader = header !== undefined && isTrue(header);
  const sink = new ByteSink(source.length);
  const end = source.length;
  let at = 0;
  while (at < end) {
    const code = source[at]!;
    if (code === EQUALS) {
      at++;
      if (at >= end) break;
      const next = source[at]!;
      if (next === LF || next === CR) {
        // A soft line break.
        if (next !== LF) while (at < end && source[at] !== LF) at++;
        if (at < end) at++;
      } else if (next === EQUALS) {
        sink.push(EQUALS);
        at++;
      } else if (at + 1 < end && hexDigit(next) >= 0 && hexDigit(source[at + 1]!) >= 0) {
        sink.push(hexDigit(next) * 16 + hexDigit(source[at + 1]!));
        at += 2;
      } else sink.push(EQUALS);
    } else {
      sink.push(isHeader && code === UNDERSCORE ? SPACE : code);
      at++;
    }
  }
  return sink.toBytes();
}

const UPPER_DIGITS = Uint8Array.from('0123456789ABCDEF', (char) => char.charCodeAt(0));

/** `b2a_qp(data, quotetabs=False, istext=True, header=False)` */
export function b2aQp(
  data: Value,
  quoteTabs: Value | undefined,
  isTextValue: Value | undefined,
  header: Value | undefined,
): Value {
  const source = bufferBytes(data);
  const quotesTabs = quoteTabs !== undefined && isTrue(quoteTabs);
  const isText = isTextValue === undefined || isTrue(isTextValue);
  const isHeader = header !== undefined && isTrue(header);
  const sink = new ByteSink(source.length * 2);
  const end = source.length;
  // Lines end as the first one does.
  const firstLine = source.indexOf(LF);
  const usesCrLf = firstLine > 0 && source[firstLine - 1] === CR;
  const endLine = (): void => {
    if (usesCrLf) sink.push(CR);
    sink.push(LF);
  };
  const quote = (code: number): void => {
    sink.push(EQUALS);
    sink.push(UPPER_DIGITS[code >> 4]!);
    sink.push(UPPER_DIGITS[code & 15]!);
  };
  const softBreak = (): void => {
    sink.push(EQUALS);
    endLine();
  };
  let lineLength = 0;
  let at = 0;
  while (at < end) {
    const code = source[at]!;
    const isLineEnd = code === LF || (code === CR && source[at + 1] === LF);
    const mustQuote =
      code > 126 ||
      code === EQUALS ||
      (isHeader && code === UNDERSCORE) ||
      (code === DOT &&
        lineLength === 0 &&
        (at + 1 === end || source[at + 1] === LF || source[at + 1] === CR || source[at + 1] === 0)) ||
      (!isText && (code === CR || code === LF)) ||
      ((code === TAB || code === SPACE) && at + 1 === end) ||
      (code < 33 && code !== CR && code !== LF && (quotesTabs || (code !== TAB && code !== SPACE)));
    if (mustQuote) {
      if (lineLength + 3 >= MAX_LINE) {
        softBreak();
        lineLength = 0;
      }
      quote(code);
      at++;
      lineLength += 3;
    } else if (isText && isLineEnd) {
      lineLength = 0;
      // White space before the end of a line is quoted after the fact.
      if (sink.last === SPACE || sink.last === TAB) sink.quoteLast(UPPER_DIGITS);
      endLine();
      at += code === CR ? 2 : 1;
    } else {
      if (at + 1 !== end && source[at + 1] !== LF && lineLength + 1 >= MAX_LINE) {
        softBreak();
        lineLength = 0;
      }
      lineLength++;
      sink.push(isHeader && code === SPACE ? UNDERSCORE : code);
      at++;
    }
  }
  return sink.toBytes();
}
