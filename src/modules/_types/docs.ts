/** Docstrings of `_types`. */

export const MODULE_DOC =
  'Define names for built-in types.';

export const docs = {
} as const;
