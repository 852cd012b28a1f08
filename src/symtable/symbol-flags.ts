/**
 * Facts about a symbol in a scope, as bits, and the scope kinds that the analysis adds above them.
 *
 * ```
 *  bit 15‥12   11        10         9         8     7      6        4   3        2     1     0
 *  scope    COMP_CELL TYPE_PARAM COMP_ITER ANNOT IMPORT FREE_CLASS USE NONLOCAL PARAM LOCAL GLOBAL
 * ```
 *
 * @cpython Include/internal/pycore_symtable.h (3.14)
 */
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
/** Free in a nested scope, and bound in this class. */
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
/** Iteration variable of a comprehension. */
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** Cell in an inlined comprehension. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

export const SCOPE_OFFSET = 12;
export const SCOPE_MASK = 15;

export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

/** The scope kind in a symbol's bits, 0 before the analysis and for unknown names. */
export function symbolToScope(symbol: number): number {
  return (symbol >> SCOPE_OFFSET) & SCOPE_MASK;
}

/** Kinds of blocks, with the numbers that `_symtable` gives them. */
export const FunctionBlock = 0;
export const ClassBlock = 1;
export const ModuleBlock = 2;
export const AnnotationBlock = 3;
export const TypeAliasBlock = 4;
export const TypeParametersBlock = 5;
export const TypeVariableBlock = 6;
export type BlockType = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type ComprehensionKind = 'none' | 'list' | 'dict' | 'set' | 'generator';
