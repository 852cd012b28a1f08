/** Checksums. @cpython Modules/binascii.c crc32, crc_hqx */
import { bufferBytes, index, type Value } from '../../objects/core/index.ts';

let table: Uint32Array | undefined;

function crcTable(): Uint32Array {
  if (table === undefined) {
    table = new Uint32Array(256);
    for (let i = 0; i < 256; i++) {
      let crc = i;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
      table[i] = crc;
    }
  }
  return table;
}

/** CRC-32 of ISO 3309, continued from a former value. */
export function crc32(bytes: Uint8Array, start = 0): number {
  const entries = crcTable();
  let crc = ~start;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ entries[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}

/** An int argument modulo 2**32. */
export function unsigned32(value: Value): number {
  return Number(BigInt.asUintN(32, BigInt(index(value))));
}

/** `crc_hqx(data, crc)`: CRC-CCITT. */
export function crcHqx(data: Value, start: Value): Value {
  const bytes = bufferBytes(data);
  let crc = unsigned32(start) & 0xffff;
  for (let i = 0; i < bytes.length; i++) {
    crc ^= bytes[i]! << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}
