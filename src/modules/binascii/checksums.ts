/** Checksums. @cpython Modules/binascii.c crc32, crc_hqx */
import { bufferBytes, index, type Value } from '../../objects/core/index.ts';

let table: Uint32Array | undefined;

/** Eight tables, for eight bytes at a time. */
function crcTables(): Uint32Array {
  const tables = new Uint32Array(8 * 256);
  for (let i = 0; i < 256; i++) {
    let crc = i;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[i] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256]!;
    tables[i] = (before >>> 8) ^ tables[before & 255]!;
  }
  return tables;
}

/** CRC-32 of ISO 3309, continued from a former value. */
export function crc32(bytes: Uint8Array, start = 0): number {
  const t = (table ??= crcTables());
  let crc = ~start;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    const low = crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    crc =
      t[1792 + (low & 255)]! ^
      t[1536 + ((low >>> 8) & 255)]! ^
      t[1280 + ((low >>> 16) & 255)]! ^
      t[1024 + (low >>> 24)]! ^
      t[768 + bytes[i + 4]!]! ^
      t[512 + bytes[i + 5]!]! ^
      t[256 + bytes[i + 6]!]! ^
      t[bytes[i + 7]!]!;
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]!) & 255]!;
  return ~crc >>> 0;
}

/** An int argument modulo 2**32. */
export function unsigned32(value: Value): number {
  const int = index(value);
  return typeof int === 'number' ? int >>> 0 : Number(BigInt.asUintN(32, int));
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
