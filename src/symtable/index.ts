/** Symbol tables: which names each block of code has, and where each of them lives. */
export * from './symbol-flags.ts';
export { getDocstring } from './docstring.ts';
export { mangle, maybeMangle } from './mangle.ts';
export { type BlockKey, buildSymtable, Symtable } from './symtable.ts';
export { CO_FUTURE_ANNOTATIONS, type FutureFeatures, PyCF_ALLOW_TOP_LEVEL_AWAIT } from './symtable-builder.ts';
export { type Directive, type SourceRange, SymtableEntry } from './symtable-entry.ts';
