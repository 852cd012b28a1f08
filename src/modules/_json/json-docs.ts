/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _json. */
export const JSON_DOCS = {
  encode_basestring_ascii: [
    '($self, object, /)',
    'encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string',
  ],
  encode_basestring: [
    '($self, object, /)',
    'encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string',
  ],
  scanstring: [
    null,
    'scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the\ncharacter in s after the quote that started the JSON string.\nUnescapes all valid JSON string escape sequences and raises ValueError\non attempt to decode an invalid string. If strict is False then literal\ncontrol characters are allowed in the string.\n\nReturns a tuple of the decoded string and the index of the character in s\nafter the end quote.',
  ],
} as const satisfies DocTable;

export const JSON_DOC = 'json speedups\n';

export const SCANNER_DOC = 'JSON scanner object';

export const ENCODER_DOC =
  'Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)';
