/**
 * Second pass over the symbol tables: decides for each name of each block whether it is local, global, free or a cell,
 * and which comprehensions are inlined.
 *
 * Free variables travel upwards: a block adds the names that it uses and that an enclosing function binds to `free`;
 * the block that binds such a name makes it a cell and takes it out.
 *
 * @cpython Python/symtable.c symtable_analyze (3.14)
 */
import { PlacedDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
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
  analyzeBlock(top, null, new Set(), NO_NAMES, NO_NAMES, null);
}

/** @cpython Python/symtable.c error_at_directive (3.14) */
function errorAtDirective(entry: SymtableEntry, name: string, message: string): never {
  const directive = entry.directives?.find((candidate) => candidate.name === name);
  if (directive === undefined) throw new InternalError('internal directive bookkeeping broken');
  throw new PlacedDiagnostic(message, directive.range);
}

/** One block under analysis. The sets belong to the enclosing block until one of them must change. */
class BlockAnalysis {
  readonly entry: SymtableEntry;
  readonly scopes = new Map<string, number>();
  /** Names that enclosing functions bind; null in a module. */
  bound: Set<string> | null;
  /** Names that enclosing blocks declare global. */
  global: Set<string>;
  /** Type parameters of enclosing blocks. */
  typeParams: Set<string>;
  /** Takes the block's free names. */
  readonly free: Set<string>;
  /** The class whose names an annotation scope sees. */
  readonly classEntry: SymtableEntry | null;

  constructor(
    entry: SymtableEntry,
    bound: Set<string> | null,
    global: Set<string>,
    typeParams: Set<string>,
    free: Set<string>,
    classEntry: SymtableEntry | null,
  ) {
    this.entry = entry;
    this.bound = bound;
    this.global = global;
    this.typeParams = typeParams;
    this.free = free;
    this.classEntry = classEntry;
  }

  /** @cpython Python/symtable.c analyze_name (3.14) */
  analyzeName(name: string, flags: number): number {
    const { entry } = this;
    if (flags & DEF_GLOBAL) {
      if (flags & DEF_NONLOCAL) errorAtDirective(entry, name, `name '${name}' is nonlocal and global`);
      this.global = added(this.global, name);
      if (this.bound !== null) this.bound = removed(this.bound, name);
      return GLOBAL_EXPLICIT;
    }
    if (flags & DEF_NONLOCAL) {
      const { bound } = this;
      if (bound === null) errorAtDirective(entry, name, 'nonlocal declaration not allowed at module level');
      if (!bound.has(name)) errorAtDirective(entry, name, `no binding for nonlocal '${name}' found`);
      if (this.typeParams.has(name)) {
        errorAtDirective(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
      }
      this.free.add(name);
      return FREE;
    }
    if (flags & DEF_BOUND) {
      this.global = removed(this.global, name);
      this.typeParams = flags & DEF_TYPE_PARAM ? added(this.typeParams, name) : removed(this.typeParams, name);
      return LOCAL;
    }
    // An annotation scope in a class sees the class's names and the globals, not an outer function's.
    if (this.classEntry !== null) {
      const classFlags = this.classEntry.getSymbol(name);
      if (classFlags & DEF_GLOBAL) return GLOBAL_EXPLICIT;
      if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) return GLOBAL_IMPLICIT;
    }
    if (this.bound !== null && this.bound.has(name)) {
      this.free.add(name);
      return FREE;
    }
    return GLOBAL_IMPLICIT;
  }

  /** The names bound in this block or around it, for a block in it. */
  boundForChildren(): Set<string> {
    const { entry, bound } = this;
    if (!entry.isFunctionLike) return bound ?? NO_NAMES;
    const result = new Set(bound);
    for (const [name, scope] of this.scopes) if (scope === LOCAL) result.add(name);
    return result;
  }
}

const NO_NAMES: Set<string> = new Set();

function added(names: Set<string>, name: string): Set<string> {
  return names.has(name) ? names : new Set(names).add(name);
}

function removed(names: Set<string>, name: string): Set<string> {
  if (!names.has(name)) return names;
  const result = new Set(names);
  result.delete(name);
  return result;
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
    if (scope === FREE && entry.type === ClassBlock && IMPLICIT_CLASS_CELLS.includes(name)) {
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
const IMPLICIT_CLASS_CELLS: readonly string[] = ['__class__', '__classdict__', '__conditional_annotations__'];

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

/**
 * Decides on the names of a block and of those in it. Free names are added to `free`; the other sets stay as they are.
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
  const analysis = new BlockAnalysis(entry, bound, global, typeParams, free, classEntry);
  const { scopes } = analysis;
  for (const [name, flags] of entry.symbols) scopes.set(name, analysis.analyzeName(name, flags));
  const isClassLike = isClass || entry.canSeeClassScope;
  if (entry.children.length === 0) return updateSymbols(entry.symbols, scopes, bound, NO_NAMES, NO_NAMES, isClassLike);

  let childBound: Set<string>;
  if (isClass) {
    // A class's own names are not visible in its functions; its implicit cells are.
    childBound = new Set(bound);
    for (const name of IMPLICIT_CLASS_CELLS) childBound.add(name);
  } else {
    childBound = analysis.boundForChildren();
  }
  const childGlobal = isClass ? global : analysis.global;
  const newFree = new Set<string>();
  const inlinedCells = new Set<string>();
  let hasInlined = false;
  for (const child of entry.children) {
    let newClassEntry: SymtableEntry | null = null;
    if (child.canSeeClassScope) newClassEntry = isClass ? entry : classEntry;
    const childFree = new Set<string>();
    analyzeBlock(child, childBound, childFree, childGlobal, analysis.typeParams, newClassEntry);
    if (child.comprehension !== 'none' && !child.isGenerator && !entry.canSeeClassScope) {
      inlineComprehension(entry, child, scopes, childFree, inlinedCells);
      child.isCompInlined = true;
      hasInlined = true;
    }
    for (const name of childFree) newFree.add(name);
  }
  if (hasInlined) {
    entry.children = entry.children.flatMap((child) => (child.isCompInlined ? child.children : [child]));
  }

  if (entry.isFunctionLike) analyzeCells(scopes, newFree, inlinedCells);
  else if (isClass) dropClassFree(entry, newFree);
  updateSymbols(entry.symbols, scopes, analysis.bound, newFree, inlinedCells, isClassLike);
  for (const name of newFree) free.add(name);
}
