/**
 * Second pass over the symbol tables: decides for each name of each block whether it is local, global, free or a cell,
 * and which comprehensions are inlined.
 *
 * Free variables travel upwards: a block adds the names that it uses and that an enclosing function binds to `free`;
 * the block that binds such a name makes it a cell and takes it out.
 *
 * @cpython Python/symtable.c symtable_analyze (3.14)
 */
import { SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { InternalError } from '../base/assert.ts';
import {
  CELL,
  ClassBlock,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_OFFSET,
  symbolToScope,
} from './symbol-flags.ts';
import type { SymtableEntry } from './symtable-entry.ts';

const ONLY_FLAGS = (1 << SCOPE_OFFSET) - 1;

/** Decides on all names of a module and of everything in it. @throws SyntaxDiagnostic */
export function analyzeSymbols(top: SymtableEntry): void {
  analyzeBlock(top, null, new Set(), new Set(), new Set(), null);
}

/** @cpython Python/symtable.c error_at_directive (3.14) */
function errorAtDirective(entry: SymtableEntry, name: string, message: string): never {
  const directive = entry.directives?.find((candidate) => candidate.name === name);
  if (directive === undefined) throw new InternalError('internal directive bookkeeping broken');
  const { lineno, col_offset, end_lineno, end_col_offset } = directive.range;
  throw new SyntaxDiagnostic('SyntaxError', message, lineno, col_offset + 1, end_lineno, end_col_offset + 1, null);
}

/** @cpython Python/symtable.c analyze_name (3.14) */
function analyzeName(
  entry: SymtableEntry,
  scopes: Map<string, number>,
  name: string,
  flags: number,
  bound: Set<string> | null,
  local: Set<string>,
  free: Set<string>,
  global: Set<string>,
  typeParams: Set<string>,
  classEntry: SymtableEntry | null,
): void {
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) errorAtDirective(entry, name, `name '${name}' is nonlocal and global`);
    scopes.set(name, GLOBAL_EXPLICIT);
    global.add(name);
    bound?.delete(name);
    return;
  }
  if (flags & DEF_NONLOCAL) {
    if (bound === null) errorAtDirective(entry, name, 'nonlocal declaration not allowed at module level');
    if (!bound.has(name)) errorAtDirective(entry, name, `no binding for nonlocal '${name}' found`);
    if (typeParams.has(name)) {
      errorAtDirective(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    scopes.set(name, FREE);
    free.add(name);
    return;
  }
  if (flags & DEF_BOUND) {
    scopes.set(name, LOCAL);
    local.add(name);
    global.delete(name);
    if (flags & DEF_TYPE_PARAM) typeParams.add(name);
    else typeParams.delete(name);
    return;
  }
  // An annotation scope in a class sees the class's names and the globals, not an outer function's.
  if (classEntry !== null) {
    const classFlags = classEntry.getSymbol(name);
    if (classFlags & DEF_GLOBAL) {
      scopes.set(name, GLOBAL_EXPLICIT);
      return;
    }
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) {
      scopes.set(name, GLOBAL_IMPLICIT);
      return;
    }
  }
  if (bound !== null && bound.has(name)) {
    scopes.set(name, FREE);
    free.add(name);
    return;
  }
  scopes.set(name, GLOBAL_IMPLICIT);
}

function isFreeInAnyChild(entry: SymtableEntry, name: string): boolean {
  return entry.children.some((child) => child.getScope(name) === FREE);
}

/** @cpython Python/symtable.c inline_comprehension (3.14) */
function inlineComprehension(
  entry: SymtableEntry,
  comprehension: SymtableEntry,
  scopes: Map<string, number>,
  compFree: Set<string>,
  inlinedCells: Set<string>,
): void {
  let removed: string[] | null = null;
  for (const [name, compFlags] of comprehension.symbols) {
    if (compFlags & DEF_PARAM) continue; // the iterable
    let scope = symbolToScope(compFlags);
    const onlyFlags = compFlags & ONLY_FLAGS;
    if (scope === CELL || onlyFlags & DEF_COMP_CELL) inlinedCells.add(name);
    const existing = entry.symbols.get(name);
    if (scope === FREE && entry.type === ClassBlock && isImplicitClassCell(name)) {
      scope = GLOBAL_IMPLICIT;
      if (!isFreeInAnyChild(comprehension, name)) compFree.delete(name);
      (removed ??= []).push(name);
    }
    if (existing === undefined) {
      entry.symbols.set(name, onlyFlags);
      scopes.set(name, scope);
    } else if (existing & DEF_BOUND && entry.type !== ClassBlock && !isFreeInAnyChild(comprehension, name)) {
      compFree.delete(name);
    }
  }
  if (removed !== null) for (const name of removed) comprehension.symbols.delete(name);
}

/** The names that are never free through a class: it makes the cells itself. */
function isImplicitClassCell(name: string): boolean {
  return name === '__class__' || name === '__classdict__' || name === '__conditional_annotations__';
}

/** @cpython Python/symtable.c analyze_cells (3.14) */
function analyzeCells(scopes: Map<string, number>, free: Set<string>, inlinedCells: Set<string>): void {
  if (free.size === 0 && inlinedCells.size === 0) return;
  for (const [name, scope] of scopes) {
    if (scope !== LOCAL) continue;
    if (!free.has(name) && !inlinedCells.has(name)) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

/** @cpython Python/symtable.c drop_class_free (3.14) */
function dropClassFree(entry: SymtableEntry, free: Set<string>): void {
  if (free.delete('__class__')) entry.needsClassClosure = true;
  if (free.delete('__classdict__')) entry.needsClassdict = true;
  if (free.delete('__conditional_annotations__')) entry.hasConditionalAnnotations = true;
}

/** @cpython Python/symtable.c update_symbols (3.14) */
function updateSymbols(
  symbols: Map<string, number>,
  scopes: Map<string, number>,
  bound: Set<string> | null,
  free: Set<string>,
  inlinedCells: Set<string>,
  isClass: boolean,
): void {
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_OFFSET));
  }
  for (const name of free) {
    const flags = symbols.get(name);
    if (flags !== undefined) {
      // A free variable of a method with the name of a class variable.
      if (isClass) symbols.set(name, flags | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_OFFSET);
    }
  }
}

function addAll(target: Set<string>, source: Set<string>): void {
  for (const name of source) target.add(name);
}

/**
 * `bound` (null for a module), `global` and `typeParams` are this block's own copies; free names are added to `free`.
 *
 * @cpython Python/symtable.c analyze_block (3.14)
 */
function analyzeBlock(
  entry: SymtableEntry,
  bound: Set<string> | null,
  free: Set<string>,
  global: Set<string>,
  typeParams: Set<string>,
  classEntry: SymtableEntry | null,
): void {
  const isClass = entry.type === ClassBlock;
  const local = new Set<string>();
  const scopes = new Map<string, number>();
  const newFree = new Set<string>();
  const inlinedCells = new Set<string>();
  let newGlobal = new Set<string>();
  let newBound = new Set<string>();
  // A class's names are not visible in its functions: what they see is fixed before the class's names are looked at.
  if (isClass) {
    newGlobal = new Set(global);
    if (bound !== null) newBound = new Set(bound);
  }
  for (const [name, flags] of entry.symbols) {
    analyzeName(entry, scopes, name, flags, bound, local, free, global, typeParams, classEntry);
  }
  if (isClass) {
    newBound.add('__class__');
    newBound.add('__classdict__');
    newBound.add('__conditional_annotations__');
  } else {
    if (entry.isFunctionLike) addAll(newBound, local);
    if (bound !== null) addAll(newBound, bound);
    newGlobal = global;
  }

  let hasInlined = false;
  for (const child of entry.children) {
    let newClassEntry: SymtableEntry | null = null;
    if (child.canSeeClassScope) newClassEntry = isClass ? entry : classEntry;
    const childFree = new Set<string>();
    analyzeBlock(child, new Set(newBound), childFree, new Set(newGlobal), new Set(typeParams), newClassEntry);
    if (child.comprehension !== 'none' && !child.isGenerator && !entry.canSeeClassScope) {
      inlineComprehension(entry, child, scopes, childFree, inlinedCells);
      child.isCompInlined = true;
      hasInlined = true;
    }
    addAll(newFree, childFree);
  }
  if (hasInlined) {
    entry.children = entry.children.flatMap((child) => (child.isCompInlined ? child.children : [child]));
  }

  if (entry.isFunctionLike) analyzeCells(scopes, newFree, inlinedCells);
  else if (isClass) dropClassFree(entry, newFree);
  updateSymbols(entry.symbols, scopes, bound, newFree, inlinedCells, isClass || entry.canSeeClassScope);
  addAll(free, newFree);
}
