/** Docstrings of `_typing`. */

export const MODULE_DOC =
  `Primitives and accelerators for the typing module.
`;

export const docs = {
} as const;
