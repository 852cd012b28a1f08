/** Docstrings of `_suggestions`. */

export const MODULE_DOC = '';

export const docs = {
  _generate_suggestions: "Returns the candidate in candidates that's closest to item",
} as const;
