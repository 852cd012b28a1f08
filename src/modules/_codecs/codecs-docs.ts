/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _codecs. */
export const CODECS_DOCS = {
  register: [
    '($module, search_function, /)',
    'Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding\nname in all lower case letters, and either return None, or a tuple\nof functions (encoder, decoder, stream_reader, stream_writer) (or\na CodecInfo object).',
  ],
  unregister: [
    '($module, search_function, /)',
    "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.",
  ],
  lookup: [
    '($module, encoding, /)',
    'Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.',
  ],
  encode: [
    "($module, /, obj, encoding='utf-8', errors='strict')",
    "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that\nencoding errors raise a ValueError.  Other possible values are 'ignore',\n'replace' and 'backslashreplace' as well as any other name registered\nwith codecs.register_error that can handle ValueErrors.",
  ],
  decode: [
    "($module, /, obj, encoding='utf-8', errors='strict')",
    "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that\nencoding errors raise a ValueError.  Other possible values are 'ignore',\n'replace' and 'backslashreplace' as well as any other name registered\nwith codecs.register_error that can handle ValueErrors.",
  ],
  escape_encode: ['($module, data, errors=None, /)', null],
  escape_decode: ['($module, data, errors=None, /)', null],
  utf_8_encode: ['($module, str, errors=None, /)', null],
  utf_8_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_7_encode: ['($module, str, errors=None, /)', null],
  utf_7_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_16_encode: ['($module, str, errors=None, byteorder=0, /)', null],
  utf_16_le_encode: ['($module, str, errors=None, /)', null],
  utf_16_be_encode: ['($module, str, errors=None, /)', null],
  utf_16_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_16_le_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_16_be_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_16_ex_decode: ['($module, data, errors=None, byteorder=0, final=False,\n                 /)', null],
  utf_32_encode: ['($module, str, errors=None, byteorder=0, /)', null],
  utf_32_le_encode: ['($module, str, errors=None, /)', null],
  utf_32_be_encode: ['($module, str, errors=None, /)', null],
  utf_32_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_32_le_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_32_be_decode: ['($module, data, errors=None, final=False, /)', null],
  utf_32_ex_decode: ['($module, data, errors=None, byteorder=0, final=False,\n                 /)', null],
  unicode_escape_encode: ['($module, str, errors=None, /)', null],
  unicode_escape_decode: ['($module, data, errors=None, final=True, /)', null],
  raw_unicode_escape_encode: ['($module, str, errors=None, /)', null],
  raw_unicode_escape_decode: ['($module, data, errors=None, final=True, /)', null],
  latin_1_encode: ['($module, str, errors=None, /)', null],
  latin_1_decode: ['($module, data, errors=None, /)', null],
  ascii_encode: ['($module, str, errors=None, /)', null],
  ascii_decode: ['($module, data, errors=None, /)', null],
  charmap_encode: ['($module, str, errors=None, mapping=None, /)', null],
  charmap_decode: ['($module, data, errors=None, mapping=None, /)', null],
  charmap_build: ['($module, map, /)', null],
  readbuffer_encode: ['($module, data, errors=None, /)', null],
  register_error: [
    '($module, errors, handler, /)',
    'Register the specified error handler under the name errors.\n\nhandler must be a callable object, that will be called with an exception\ninstance containing information about the location of the\nencoding/decoding error and must return a (replacement, new position)\ntuple.',
  ],
  _unregister_error: [
    '($module, errors, /)',
    "Un-register the specified error handler for the error handling `errors'.\n\nOnly custom error handlers can be un-registered. An exception is raised\nif the error handling is a built-in one (e.g., 'strict'), or if an error\noccurs.\n\nOtherwise, this returns True if a custom handler has been successfully\nun-registered, and False if no custom handler for the specified error\nhandling exists.",
  ],
  lookup_error: [
    '($module, name, /)',
    'lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise\na LookupError, if no handler exists under this name.',
  ],
} as const satisfies DocTable;
