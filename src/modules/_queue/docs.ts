/** Docstrings of `_queue`. */

export const MODULE_DOC =
  `C implementation of the Python queue module.
This module is an implementation detail, please do not use it directly.`;

export const docs = {
} as const;
