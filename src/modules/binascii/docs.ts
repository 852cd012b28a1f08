/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of binascii. */
export const BINASCII_DOCS = {
  a2b_base64: [
    '($module, data, /, *, strict_mode=False)',
    'Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not part of the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).',
  ],
  a2b_hex: [
    '($module, hexstr, /)',
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).\nThis function is also available as "unhexlify()".',
  ],
  a2b_qp: ['($module, /, data, header=False)', 'Decode a string of qp-encoded data.'],
  a2b_uu: ['($module, data, /)', 'Decode a line of uuencoded data.'],
  b2a_base64: ['($module, data, /, *, newline=True)', 'Base64-code line of data.'],
  b2a_hex: [
    '($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)',
    "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as \"hexlify()\".\n\nExample:\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef')\nb'b901ef'\n>>> binascii.hexlify(b'\\xb9\\x01\\xef', ':')\nb'b9:01:ef'\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef', b'_', 2)\nb'b9_01ef'",
  ],
  b2a_qp: [
    '($module, /, data, quotetabs=False, istext=True, header=False)',
    'Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded.',
  ],
  b2a_uu: ['($module, data, /, *, backtick=False)', 'Uuencode line of data.'],
  crc32: ['($module, data, crc=0, /)', 'Compute CRC-32 incrementally.'],
  crc_hqx: ['($module, data, crc, /)', 'Compute CRC-CCITT incrementally.'],
  hexlify: [
    '($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)',
    'Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as "b2a_hex()".',
  ],
  unhexlify: [
    '($module, hexstr, /)',
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).',
  ],
} as const satisfies DocTable;

export const BINASCII_DOC = 'Conversion between binary data and ASCII';
