/**
 * State of the first pass, which collects what each block does with each name, and the operations on it that the
 * visitors share. The visitors are in `visit-expression.ts` and `visit-statement.ts`.
 *
 * @cpython Python/symtable.c (3.14)
 */
import type { alias, arguments as Arguments, expr_context } from '../ast/nodes.generated.ts';
import { PlacedDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { maybeMangle } from './mangle.ts';
import type { BlockType } from './symbol-flags.ts';
import {
  AnnotationBlock,
  ClassBlock,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FunctionBlock,
  ModuleBlock,
  TypeAliasBlock,
  TypeVariableBlock,
  USE,
} from './symbol-flags.ts';
import { SymtableEntry, type SourceRange } from './symtable-entry.ts';

/** What `from __future__` imports a module has. */
export interface FutureFeatures {
  /** `CO_FUTURE_*` and other compiler flags. */
  features: number;
  /** The last `from __future__` statement, all -1 if there is none. */
  location: SourceRange;
}

export const CO_FUTURE_ANNOTATIONS = 0x1000000;
/** Compiler flag of `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`. */
export const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;

/** @throws SyntaxDiagnostic always */
export function syntaxErrorAt(range: SourceRange, message: string): never {
  throw new PlacedDiagnostic(message, range);
}

export class SymtableBuilder {
  readonly future: FutureFeatures;
  /** Entries by the node that opens the block (for functions' annotations the `arguments` node, for type parameters their array). */
  readonly blocks = new Map<object, SymtableEntry>();
  /** Entries of type parameter defaults where the node's first entry is the bound's. */
  readonly defaultBlocks = new Map<object, SymtableEntry>();
  readonly stack: SymtableEntry[] = [];
  top!: SymtableEntry;
  current!: SymtableEntry;
  /** Class whose private names are mangled. */
  privateName: string | null = null;
  private nextId = 1;

  constructor(future: FutureFeatures) {
    this.future = future;
  }

  get hasFutureAnnotations(): boolean {
    return (this.future.features & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  newEntry(name: string, type: BlockType, range: SourceRange): SymtableEntry {
    const parent: SymtableEntry | undefined = this.current;
    const isNested = parent !== undefined && (parent.isNested || parent.isFunctionLike);
    const isMethod = parent !== undefined && parent.type === ClassBlock && type === FunctionBlock;
    return new SymtableEntry(this.nextId++, name, type, range, isNested, isMethod);
  }

  /** Makes an existing entry the current one, and a child of the one before unless it is one already. */
  enterExisting(entry: SymtableEntry, addToChildren: boolean): void {
    this.stack.push(entry);
    const previous: SymtableEntry | undefined = this.current;
    if (previous !== undefined) {
      entry.compIterExpr = previous.compIterExpr;
      if (previous.mangledNames !== null && entry.type !== ClassBlock) entry.mangledNames = previous.mangledNames;
    }
    this.current = entry;
    // With `from __future__ import annotations`, annotations become text and bind nothing.
    if (entry.type === AnnotationBlock && this.hasFutureAnnotations) return;
    if (previous !== undefined && addToChildren) previous.children.push(entry);
  }

  enterBlock(name: string, type: BlockType, range: SourceRange): SymtableEntry {
    const entry = this.newEntry(name, type, range);
    this.enterExisting(entry, true);
    if (type === AnnotationBlock || type === TypeVariableBlock || type === TypeAliasBlock) {
      this.addDef('.format', DEF_PARAM, range);
      this.addDef('.format', USE, range);
    }
    return entry;
  }

  exitBlock(): void {
    this.stack.pop();
    if (this.stack.length > 0) this.current = this.stack[this.stack.length - 1]!;
  }

  lookupIn(entry: SymtableEntry, name: string): number {
    return entry.getSymbol(maybeMangle(this.privateName, entry, name));
  }

  lookup(name: string): number {
    return this.lookupIn(this.current, name);
  }

  /** @cpython Python/symtable.c symtable_add_def_helper (3.14) */
  addDefTo(entry: SymtableEntry, name: string, flag: number, range: SourceRange): void {
    const mangled = maybeMangle(this.privateName, this.current, name);
    const known = entry.symbols.get(mangled);
    let flags = flag;
    if (known !== undefined) {
      if (flag & DEF_PARAM && known & DEF_PARAM) {
        syntaxErrorAt(range, `duplicate argument '${name}' in function definition`);
      }
      if (flag & DEF_TYPE_PARAM && known & DEF_TYPE_PARAM) {
        syntaxErrorAt(range, `duplicate type parameter '${name}'`);
      }
      flags |= known;
    }
    if (entry.isCompIterTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        syntaxErrorAt(range, `comprehension inner loop cannot rebind assignment expression target '${name}'`);
      }
      flags |= DEF_COMP_ITER;
    }
    if (flags !== known) entry.symbols.set(mangled, flags);
    if (flag & DEF_PARAM) {
      entry.varnames.push(mangled);
    } else if (flag & DEF_GLOBAL) {
      const globals = this.top.symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  /** @cpython Python/symtable.c check_name (3.14) */
  checkName(name: string, range: SourceRange, context: expr_context): void {
    if (name !== '__debug__' || context === 'Load') return;
    syntaxErrorAt(range, context === 'Store' ? 'cannot assign to __debug__' : 'cannot delete __debug__');
  }

  addDefWithContext(name: string, flag: number, range: SourceRange, context: expr_context): void {
    if (flag & (DEF_PARAM | DEF_LOCAL | DEF_IMPORT)) this.checkName(name, range, context);
    if (flag & DEF_TYPE_PARAM && this.current.mangledNames !== null) this.current.mangledNames.add(name);
    this.addDefTo(this.current, name, flag, range);
  }

  addDef(name: string, flag: number, range: SourceRange): void {
    this.addDefWithContext(name, flag, range, flag === USE ? 'Load' : 'Store');
  }

  recordDirective(name: string, range: SourceRange): void {
    (this.current.directives ??= []).push({ name: maybeMangle(this.privateName, this.current, name), range });
  }

  get allowsTopLevelAwait(): boolean {
    return (this.future.features & PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0 && this.current.type === ModuleBlock;
  }

  get isInAsyncFunction(): boolean {
    return this.current.type === FunctionBlock && this.current.isCoroutine;
  }

  /** The parameters of a function, which are the first locals. */
  visitArguments(args: Arguments): void {
    for (const arg of args.posonlyargs) this.addDef(arg.arg, DEF_PARAM, arg);
    for (const arg of args.args) this.addDef(arg.arg, DEF_PARAM, arg);
    for (const arg of args.kwonlyargs) this.addDef(arg.arg, DEF_PARAM, arg);
    if (args.vararg !== null) {
      this.addDef(args.vararg.arg, DEF_PARAM, args.vararg);
      this.current.hasVarargs = true;
    }
    if (args.kwarg !== null) {
      this.addDef(args.kwarg.arg, DEF_PARAM, args.kwarg);
      this.current.hasVarkeywords = true;
    }
  }

  visitAlias(node: alias): void {
    const name = node.asname ?? node.name;
    if (name === '*') {
      if (this.current.type !== ModuleBlock) syntaxErrorAt(node, 'import * only allowed at module level');
      return;
    }
    const dot = name.indexOf('.');
    this.addDef(dot === -1 ? name : name.slice(0, dot), DEF_IMPORT, node);
  }
}
