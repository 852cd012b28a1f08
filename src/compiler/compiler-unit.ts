/**
 * The state of the code unit (module, class, function, annotation scope) that is being compiled.
 *
 * @cpython Python/compile.c compiler_unit (3.14)
 */
import type { AnnAssign, stmt } from '../ast/nodes.generated.ts';
import { CELL, DEF_COMP_CELL, DEF_FREE_CLASS, FREE, symbolToScope, type SymtableEntry } from '../symtable/index.ts';
import { type ConstantCache, ConstantTable } from './constant-table.ts';
import { type CompileUnitMetadata, InstructionSequence, type Label, type Location } from './instruction-sequence.ts';

/** Kinds of code units. */
export const SCOPE_MODULE = 0;
export const SCOPE_CLASS = 1;
export const SCOPE_FUNCTION = 2;
export const SCOPE_ASYNC_FUNCTION = 3;
export const SCOPE_LAMBDA = 4;
export const SCOPE_COMPREHENSION = 5;
export const SCOPE_ANNOTATIONS = 6;
export type ScopeType = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Kinds of frame blocks: constructs that `break`, `continue` and `return` must unwind. */
export const FBLOCK_WHILE_LOOP = 0;
export const FBLOCK_FOR_LOOP = 1;
export const FBLOCK_TRY_EXCEPT = 2;
export const FBLOCK_FINALLY_TRY = 3;
export const FBLOCK_FINALLY_END = 4;
export const FBLOCK_WITH = 5;
export const FBLOCK_ASYNC_WITH = 6;
export const FBLOCK_HANDLER_CLEANUP = 7;
export const FBLOCK_POP_VALUE = 8;
export const FBLOCK_EXCEPTION_HANDLER = 9;
export const FBLOCK_EXCEPTION_GROUP_HANDLER = 10;
export const FBLOCK_ASYNC_COMPREHENSION_GENERATOR = 11;
export const FBLOCK_STOP_ITERATION = 12;
export type FrameBlockType = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** Deepest nesting of frame blocks. */
export const CO_MAXBLOCKS = 21;

export const NO_LABEL: Label = -1;

export interface FrameBlock {
  readonly type: FrameBlockType;
  readonly block: Label;
  readonly exit: Label;
  readonly loc: Location;
  /** The body of `finally`. */
  readonly finalbody: readonly stmt[] | null;
  /** The name that an `except` clause binds. */
  readonly handlerName: string | null;
}

/** A class-level or module-level annotation, and its index in `__conditional_annotations__` or -1. */
export interface DeferredAnnotation {
  readonly statement: AnnAssign;
  readonly conditionalIndex: number;
}

/** Orders names as Python does, by code point. */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const isSurrogateX = x >= 0xd800 && x <= 0xdfff;
      const isSurrogateY = y >= 0xd800 && y <= 0xdfff;
      return isSurrogateX === isSurrogateY ? x - y : isSurrogateX ? 1 : -1;
    }
  }
  return a.length - b.length;
}

/** Names whose scope is `scope` or that have a flag, sorted, numbered from `offset`. @cpython Python/compile.c dictbytype (3.14) */
function namesByScope(
  symbols: ReadonlyMap<string, number>,
  scope: number,
  flag: number,
  offset: number,
): Map<string, number> {
  const names: string[] = [];
  for (const [name, symbol] of symbols) {
    if (symbolToScope(symbol) === scope || symbol & flag) names.push(name);
  }
  if (names.length > 1) names.sort(compareNames);
  const result = new Map<string, number>();
  for (let i = 0; i < names.length; i++) result.set(names[i]!, offset + i);
  return result;
}

export interface ArgumentCounts {
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
}

export const NO_ARGUMENTS: ArgumentCounts = { argcount: 0, posonlyargcount: 0, kwonlyargcount: 0 };

/** The index of a name in a table, which gets it if need be. */
export function addName(table: Map<string, number>, name: string): number {
  let index = table.get(name);
  if (index === undefined) {
    index = table.size;
    table.set(name, index);
  }
  return index;
}

export class CompilerUnit {
  readonly ste: SymtableEntry;
  readonly scopeType: ScopeType;
  /** Class whose private names are mangled, or null. */
  readonly privateName: string | null;
  readonly metadata: CompileUnitMetadata;
  sequence = new InstructionSequence();
  /** The unit's sequence while `sequence` takes the code of its annotations. */
  stashedSequence: InstructionSequence | null = null;
  readonly frameBlocks: FrameBlock[] = [];
  inInlinedComp = 0;
  inConditionalBlock = 0;
  /** Of a class: the attributes that its methods assign to `self`. */
  readonly staticAttributes: Set<string> | null;
  readonly deferredAnnotations: DeferredAnnotation[] = [];
  nextConditionalIndex = 0;

  /** @cpython Python/compile.c _PyCompile_EnterScope (3.14) */
  constructor(
    name: string,
    scopeType: ScopeType,
    ste: SymtableEntry,
    firstlineno: number,
    privateName: string | null,
    counts: ArgumentCounts,
    cache: ConstantCache,
  ) {
    this.ste = ste;
    this.scopeType = scopeType;
    this.privateName = privateName;
    this.staticAttributes = scopeType === SCOPE_CLASS ? new Set() : null;
    const varnames = new Map<string, number>();
    for (let i = 0; i < ste.varnames.length; i++) varnames.set(ste.varnames[i]!, i);
    const cellvars = namesByScope(ste.symbols, CELL, DEF_COMP_CELL, 0);
    if (ste.needsClassClosure) addName(cellvars, '__class__');
    if (ste.needsClassdict) addName(cellvars, '__classdict__');
    if (ste.hasConditionalAnnotations) addName(cellvars, '__conditional_annotations__');
    this.metadata = {
      u_name: name,
      u_qualname: name,
      u_consts: new ConstantTable(cache),
      u_names: new Map(),
      u_varnames: varnames,
      u_cellvars: cellvars,
      u_freevars: namesByScope(ste.symbols, FREE, DEF_FREE_CLASS, cellvars.size),
      u_fasthidden: new Map(),
      u_argcount: counts.argcount,
      u_posonlyargcount: counts.posonlyargcount,
      u_kwonlyargcount: counts.kwonlyargcount,
      u_firstlineno: firstlineno,
    };
  }
}
