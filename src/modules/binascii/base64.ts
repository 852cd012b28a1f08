/** Base 64 and uuencode. @cpython Modules/binascii.c */
import { bufferBytes, isTrue, type Value } from '../../objects/core/index.ts';
import { ByteSink, asciiBuffer, binasciiError } from './ascii-buffer.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ENCODE = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0));
const DECODE = new Int8Array(256).fill(-1);
ENCODE.forEach((code, value) => (DECODE[code] = value));
const PAD = 61;

/** `a2b_base64(data, *, strict_mode=False)` */
export function a2bBase64(data: Value, strict: Value | undefined): Value {
  const source = asciiBuffer(data);
  const isStrict = strict !== undefined && isTrue(strict);
  const sink = new ByteSink(Math.ceil(source.length / 4) * 3);
  const { error } = binasciiError;
  let position = 0;
  let left = 0;
  let pads = 0;
  if (isStrict && source.length > 0 && source[0] === PAD) throw error('Leading padding not allowed');
  for (let i = 0; i < source.length; i++) {
    const code = source[i]!;
    if (code === PAD) {
      pads++;
      if (position >= 2 && position + pads >= 4) {
        // A pad sequence means that no more bytes follow in this group.
        if (isStrict && i + 1 < source.length) throw error('Excess data after padding');
        return sink.toBytes();
      }
      if (isStrict && position === 0) throw error('Excess padding not allowed');
      continue;
    }
    const value = DECODE[code]!;
    if (value < 0) {
      if (isStrict) throw error('Only base64 data is allowed');
      continue;
    }
    if (isStrict && pads > 0) throw error('Discontinuous padding not allowed');
    pads = 0;
    switch (position) {
      case 0:
        position = 1;
        left = value;
        break;
      case 1:
        position = 2;
        sink.push((left << 2) | (value >> 4));
        left = value & 0x0f;
        break;
      case 2:
        position = 3;
        sink.push((left << 4) | (value >> 2));
        left = value & 0x03;
        break;
      default:
        position = 0;
        sink.push((left << 6) | value);
        left = 0;
    }
  }
  if (position !== 0) {
    if (position === 1) {
      const characters = Math.floor(sink.length / 3) * 4 + 1;
      throw error(
        `Invalid base64-encoded string: number of data characters (${characters}) cannot be 1 more than a multiple of 4`,
      );
    }
    throw error('Incorrect padding');
  }
  return sink.toBytes();
}

/** `b2a_base64(data, *, newline=True)` */
export function b2aBase64(data: Value, newline: Value | undefined): Value {
  const source = bufferBytes(data);
  const sink = new ByteSink(Math.ceil(source.length / 3) * 4 + 1);
  for (let i = 0; i < source.length; i += 3) {
    const left = source.length - i;
    const group = (source[i]! << 16) | ((source[i + 1] ?? 0) << 8) | (source[i + 2] ?? 0);
    sink.push(ENCODE[group >> 18]!);
    sink.push(ENCODE[(group >> 12) & 0x3f]!);
    sink.push(left > 1 ? ENCODE[(group >> 6) & 0x3f]! : PAD);
    sink.push(left > 2 ? ENCODE[group & 0x3f]! : PAD);
  }
  if (newline === undefined || isTrue(newline)) sink.push(10);
  return sink.toBytes();
}

/** `a2b_uu(data)` */
export function a2bUu(data: Value): Value {
  const source = asciiBuffer(data);
  const { error } = binasciiError;
  // Nothing at all counts as a length byte of zero, which stands for 32 bytes.
  let wanted = ((source[0] ?? 0) - 32) & 0x3f;
  const sink = new ByteSink(wanted);
  let at = 1;
  let bits = 0;
  let group = 0;
  for (; wanted > 0; at++) {
    let value = source[at] ?? 0;
    if (at >= source.length || value === 10 || value === 13) value = 0;
    else {
      // 96 too: some encoders write a backquote for zero.
      if (value < 32 || value > 96) throw error('Illegal char');
      value = (value - 32) & 0x3f;
    }
    group = (group << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      sink.push((group >> bits) & 0xff);
      group &= (1 << bits) - 1;
      wanted--;
    }
  }
  for (; at < source.length; at++) {
    const code = source[at]!;
    if (code !== 32 && code !== 96 && code !== 10 && code !== 13) throw error('Trailing garbage');
  }
  return sink.toBytes();
}

/** `b2a_uu(data, *, backtick=False)` */
export function b2aUu(data: Value, backtick: Value | undefined): Value {
  const source = bufferBytes(data);
  const usesBacktick = backtick !== undefined && isTrue(backtick);
  if (source.length > 45) throw binasciiError.error('At most 45 bytes at once');
  const encode = (value: number): number => (value === 0 && usesBacktick ? 96 : value + 32);
  const sink = new ByteSink(64);
  sink.push(encode(source.length));
  for (let i = 0; i < source.length; i += 3) {
    const group = (source[i]! << 16) | ((source[i + 1] ?? 0) << 8) | (source[i + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) sink.push(encode((group >> shift) & 0x3f));
  }
  sink.push(10);
  return sink.toBytes();
}
