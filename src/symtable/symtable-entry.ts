/**
 * What is known of one block of code (module, class, function, annotation scope): its symbols and some facts for codegen.
 *
 * @cpython Include/internal/pycore_symtable.h _symtable_entry (3.14)
 */
import type { SourceRange } from '../diagnostics/syntax-diagnostic.ts';
import type { BlockType, ComprehensionKind } from './symbol-flags.ts';
import {
  AnnotationBlock,
  FunctionBlock,
  symbolToScope,
  TypeAliasBlock,
  TypeParametersBlock,
  TypeVariableBlock,
} from './symbol-flags.ts';

export type { SourceRange };

/** A `global` or `nonlocal` declaration, kept for error messages. */
export interface Directive {
  readonly name: string;
  readonly range: SourceRange;
}

export class SymtableEntry {
  /** Number in order of creation; stands for the address that CPython uses as id. */
  readonly id: number;
  readonly name: string;
  readonly type: BlockType;
  readonly range: SourceRange;
  /** Flags and scope of each name, by mangled name, in order of first appearance. */
  readonly symbols = new Map<string, number>();
  /** Parameters, in the order of the frame's locals. */
  readonly varnames: string[] = [];
  children: SymtableEntry[] = [];
  directives: Directive[] | null = null;
  /** In a type parameter scope of a class: the only names that are mangled. */
  mangledNames: Set<string> | null = null;
  isNested: boolean;
  isGenerator = false;
  isCoroutine = false;
  comprehension: ComprehensionKind = 'none';
  hasVarargs = false;
  hasVarkeywords = false;
  returnsValue = false;
  annotationsUsed = false;
  needsClassClosure = false;
  needsClassdict = false;
  isCompInlined = false;
  isCompIterTarget = false;
  canSeeClassScope = false;
  hasDocstring = false;
  isMethod = false;
  hasConditionalAnnotations = false;
  inConditionalBlock = false;
  inUnevaluatedAnnotation = false;
  /** Nesting depth of comprehension iterables that are being visited. */
  compIterExpr = 0;
  annotationBlock: SymtableEntry | null = null;
  /** For errors in a type variable block, for example `a TypeVar bound`. */
  scopeInfo: string | null = null;

  constructor(id: number, name: string, type: BlockType, range: SourceRange, isNested: boolean, isMethod: boolean) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.range = range;
    this.isNested = isNested;
    this.isMethod = isMethod;
  }

  /** Flags and scope of a mangled name, 0 if it does not occur here. */
  getSymbol(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  /** Scope kind of a mangled name, 0 if it does not occur here. */
  getScope(name: string): number {
    const symbol = this.symbols.get(name);
    return symbol === undefined ? 0 : symbolToScope(symbol);
  }

  get isFunctionLike(): boolean {
    const type = this.type;
    return (
      type === FunctionBlock ||
      type === AnnotationBlock ||
      type === TypeVariableBlock ||
      type === TypeAliasBlock ||
      type === TypeParametersBlock
    );
  }
}
