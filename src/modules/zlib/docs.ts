/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC =
  "The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor object.\n\n'wbits' is window buffer size and container format.\nCompressor objects support compress() and flush() methods; decompressor\nobjects support decompress() and flush().";

/** Functions of zlib. */
export const FUNCTIONS = {
  adler32: [
    '($module, data, value=1, /)',
    'Compute an Adler-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.',
  ],
  compress: [
    '($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)',
    'Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n  level\n    Compression level, in 0-9 or -1.\n  wbits\n    The window buffer size and container format.',
  ],
  compressobj: [
    '($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=<unrepresentable>)',
    'Return a compressor object.\n\n  level\n    The compression level (an integer in the range 0-9 or -1; default is\n    currently equivalent to 6).  Higher compression levels are slower,\n    but produce smaller results.\n  method\n    The compression algorithm.  If given, this must be DEFLATED.\n  wbits\n    +9 to +15: The base-two logarithm of the window size.  Include a zlib\n        container.\n    -9 to -15: Generate a raw stream.\n    +25 to +31: Include a gzip container.\n  memLevel\n    Controls the amount of memory used for internal compression state.\n    Valid values range from 1 to 9.  Higher values result in higher memory\n    usage, faster compression, and smaller output.\n  strategy\n    Used to tune the compression algorithm.  Possible values are\n    Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.\n  zdict\n    The predefined compression dictionary - a sequence of bytes\n    containing subsequences that are likely to occur in the input data.',
  ],
  crc32: [
    '($module, data, value=0, /)',
    'Compute a CRC-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.',
  ],
  decompress: [
    '($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)',
    'Returns a bytes object containing the uncompressed data.\n\n  data\n    Compressed data.\n  wbits\n    The window buffer size and container format.\n  bufsize\n    The initial output buffer size.',
  ],
  decompressobj: [
    "($module, /, wbits=MAX_WBITS, zdict=b'')",
    'Return a decompressor object.\n\n  wbits\n    The window buffer size and container format.\n  zdict\n    The predefined compression dictionary.  This must be the same\n    dictionary as used by the compressor that produced the input data.',
  ],
} as const satisfies DocTable;

/** Methods and attributes of _ZlibDecompressor. */
export const ZLIB_DECOMPRESSOR_METHODS = {
  decompress: [
    '($self, /, data, max_length=-1)',
    "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes\nof decompressed data.  If this limit is reached and further output\ncan be produced, *self.needs_input* will be set to ``False``.  In\nthis case, the next call to *decompress()* may provide *data* as b''\nto obtain more of the output.\n\nIf all of the input data was decompressed and returned (either\nbecause this was less than *max_length* bytes, or because\n*max_length* was negative), *self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached\nraises an EOFError.  Any data found after the end of the stream is\nignored and saved in the unused_data attribute.",
  ],
  eof: [null, 'True if the end-of-stream marker has been reached.'],
  unused_data: [null, 'Data found after the end of the compressed stream.'],
  needs_input: [null, 'True if more input is needed before more decompressed data can be produced.'],
} as const satisfies DocTable;

export const ZLIB_DECOMPRESSOR_DOC =
  'Create a decompressor object for decompressing data incrementally.\n\n  wbits = 15\n  zdict\n     The predefined compression dictionary. This is a sequence of bytes\n     (such as a bytes object) containing subsequences that are expected\n     to occur frequently in the data that is to be compressed. Those\n     subsequences that are expected to be most common should come at the\n     end of the dictionary. This must be the same dictionary as used by the\n     compressor that produced the input data.\n\n';

/** Methods and attributes of Compress. */
export const COMPRESS_METHODS = {
  compress: [
    '($self, data, /)',
    'Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n\nAfter calling this function, some of the input data may still\nbe stored in internal buffers for later processing.\nCall the flush() method to clear these buffers.',
  ],
  flush: [
    '($self, mode=zlib.Z_FINISH, /)',
    'Return a bytes object containing any remaining compressed data.\n\n  mode\n    One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.\n    If mode == Z_FINISH, the compressor object can no longer be\n    used after calling the flush() method.  Otherwise, more data\n    can still be compressed.',
  ],
  copy: ['($self, /)', 'Return a copy of the compression object.'],
  __copy__: ['($self, /)', null],
  __deepcopy__: ['($self, memo, /)', null],
} as const satisfies DocTable;

/** Methods and attributes of Decompress. */
export const DECOMPRESS_METHODS = {
  decompress: [
    '($self, data, /, max_length=0)',
    'Return a bytes object containing the decompressed version of the data.\n\n  data\n    The binary data to decompress.\n  max_length\n    The maximum allowable length of the decompressed data.\n    Unconsumed input data will be stored in\n    the unconsumed_tail attribute.\n\nAfter calling this function, some of the input data may still be\nstored in internal buffers for later processing.\nCall the flush() method to clear these buffers.',
  ],
  flush: [
    '($self, length=zlib.DEF_BUF_SIZE, /)',
    'Return a bytes object containing any remaining decompressed data.\n\n  length\n    the initial size of the output buffer.',
  ],
  copy: ['($self, /)', 'Return a copy of the decompression object.'],
  __copy__: ['($self, /)', null],
  __deepcopy__: ['($self, memo, /)', null],
  unused_data: [null, null],
  unconsumed_tail: [null, null],
  eof: [null, null],
} as const satisfies DocTable;
