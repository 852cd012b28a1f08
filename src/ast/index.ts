/** The abstract syntax tree of Python 3.14. */
export * from './nodes.generated.ts';
export { dump, type DumpOptions } from './dump.ts';
export { forEachChild, walk } from './visitor.ts';
