/** `zlib`, over pako. @cpython Modules/zlibmodule.c */
import { bufferBytes, index, type Value } from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { crc32 } from '../binascii/index.ts';
import { adler32 } from './checksums.ts';
import { compress, compressSpec, compressobj } from './compress.ts';
import { decompress, decompressSpec, decompressobj, decompressorSpec } from './decompress.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';
import { zlibException } from './stream.ts';

/** The version of the library that pako is a port of. */
const ZLIB_VERSION = '1.3.1';

const CONSTANTS = {
  MAX_WBITS: 15,
  DEFLATED: 8,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: 16384,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH: 4,
  Z_BLOCK: 5,
  Z_TREES: 6,
  ZLIB_VERSION,
  ZLIB_RUNTIME_VERSION: ZLIB_VERSION,
} as const;

/** The low 32 bits of an int. */
function startValue(value: Value | undefined, fallback: number): number {
  return value === undefined ? fallback : Number(BigInt.asUintN(32, BigInt(index(value))));
}

export const zlibModule = defineModule('zlib', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    adler32: (data: Value, value: Value | undefined) => adler32(bufferBytes(data), startValue(value, 1)),
    compress,
    compressobj,
    crc32: (data: Value, value: Value | undefined) => crc32(bufferBytes(data), startValue(value, 0)),
    decompress,
    decompressobj,
  }),
  types: [decompressorSpec],
  hiddenTypes: [compressSpec, decompressSpec],
  constants: () => ({ error: zlibException.type(), ...CONSTANTS }),
});
