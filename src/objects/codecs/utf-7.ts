/**
 * UTF-7 between bytes and text.
 *
 * @cpython Objects/unicodeobject.c PyUnicode_DecodeUTF7Stateful, _PyUnicode_EncodeUTF7
 */
import { textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { ByteBuilder } from './byte-builder.ts';
import { DecodingErrors } from './coding-errors.ts';
import type { Decoded } from './utf-8.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PLUS = 43;
const MINUS = 45;

function base64Value(unit: number): number {
  return unit < 128 ? BASE64.indexOf(String.fromCharCode(unit)) : -1;
}

/** Decodes UTF-7. @param isFinal false: an open base64 section at the end is left for later */
export function decodeUtf7(input: Uint8Array, errors: string | null, isFinal: boolean): Decoded {
  const failures = new DecodingErrors('utf7', errors, input);
  let output = new TextBuilder();
  /** Output up to the base64 section that is open. */
  let settled: Text = '';
  let bytes = input;
  let at = 0;
  let sectionStart = 0;
  let isShifted = false;
  let bits = 0;
  let buffer = 0;
  let surrogate = 0;
  for (;;) {
    while (at < bytes.length) {
      const unit = bytes[at]!;
      let reason = '';
      if (isShifted) {
        const value = base64Value(unit);
        if (value >= 0) {
          buffer = (buffer << 6) | value;
          bits += 6;
          at++;
          if (bits >= 16) {
            const char = (buffer >>> (bits - 16)) & 0xffff;
            bits -= 16;
            buffer &= (1 << bits) - 1;
            if (surrogate !== 0) {
              if (char >= 0xdc00 && char <= 0xdfff) {
                output.addCodePoint(0x10000 + ((surrogate & 0x3ff) << 10) + (char & 0x3ff));
                surrogate = 0;
                continue;
              }
              output.addCodePoint(surrogate);
              surrogate = 0;
            }
            if (char >= 0xd800 && char <= 0xdbff) surrogate = char;
            else output.addCodePoint(char);
          }
          continue;
        }
        isShifted = false;
        if (bits >= 6) reason = 'partial character in shift sequence';
        else if (bits > 0 && buffer !== 0) reason = 'non-zero padding bits in shift sequence';
        if (reason === '') {
          if (surrogate !== 0 && unit <= 127 && unit !== PLUS) output.addCodePoint(surrogate);
          surrogate = 0;
          if (unit === MINUS) at++;
          continue;
        }
        at++;
      } else if (unit === PLUS) {
        sectionStart = at++;
        if (at < bytes.length && bytes[at] === MINUS) {
          at++;
          output.addCodePoint(PLUS);
          continue;
        }
        if (at >= bytes.length || base64Value(bytes[at]!) >= 0) {
          isShifted = true;
          surrogate = 0;
          bits = 0;
          buffer = 0;
          settled = output.finish();
          continue;
        }
        at++;
        reason = 'ill-formed sequence';
      } else if (unit <= 127) {
        at++;
        output.addCodePoint(unit);
        continue;
      } else {
        sectionStart = at++;
        reason = 'unexpected special character';
      }
      at = failures.handle(output, sectionStart, at, reason);
      bytes = failures.bytes;
    }
    if (!isShifted || !isFinal) break;
    isShifted = false;
    if (surrogate === 0 && bits < 6 && (bits === 0 || buffer === 0)) break;
    at = failures.handle(output, sectionStart, bytes.length, 'unterminated shift sequence');
    bytes = failures.bytes;
  }
  if (isShifted && !isFinal) {
    output = new TextBuilder();
    output.addText(settled);
    return { text: output.finish(), consumed: sectionStart };
  }
  return { text: output.finish(), consumed: at };
}

/** Characters that stand for themselves. */
function isDirect(codePoint: number): boolean {
  if (codePoint === 9 || codePoint === 10 || codePoint === 13) return true;
  return codePoint >= 32 && codePoint < 126 && codePoint !== PLUS && codePoint !== 92;
}

/** Encodes text as UTF-7; every text can be. */
export function encodeUtf7(text: Text): Uint8Array {
  const output = new ByteBuilder(textLength(text) * 2);
  let isShifted = false;
  let bits = 0;
  let buffer = 0;
  const addUnit = (unit: number): void => {
    buffer = (buffer << 16) | unit;
    bits += 16;
    while (bits >= 6) {
      output.add(BASE64.charCodeAt((buffer >>> (bits - 6)) & 63));
      bits -= 6;
    }
    buffer &= (1 << bits) - 1;
  };
  const flush = (): void => {
    if (bits > 0) output.add(BASE64.charCodeAt((buffer << (6 - bits)) & 63));
    bits = 0;
    buffer = 0;
  };
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    if (isDirect(codePoint)) {
      if (isShifted) {
        flush();
        isShifted = false;
        if (base64Value(codePoint) >= 0 || codePoint === MINUS) output.add(MINUS);
      }
      output.add(codePoint);
      continue;
    }
    if (!isShifted) {
      output.add(PLUS);
      if (codePoint === PLUS) {
        output.add(MINUS);
        continue;
      }
      isShifted = true;
    }
    if (codePoint >= 0x10000) {
      addUnit(0xd800 + ((codePoint - 0x10000) >> 10));
      addUnit(0xdc00 + (codePoint & 0x3ff));
    } else addUnit(codePoint);
  }
  flush();
  if (isShifted) output.add(MINUS);
  return output.finish();
}
