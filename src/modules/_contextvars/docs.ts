/** Docstrings of `_contextvars`. */

export const MODULE_DOC =
  'Context Variables';

export const docs = {
} as const;
