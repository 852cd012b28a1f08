/**
 * The state of a compilation, and what the code generator asks of it: entering and leaving units, emitting
 * instructions, resolving names, frame blocks, errors and warnings.
 *
 * @cpython Python/compile.c (3.14)
 */
import type { AnnAssign, Attribute, expr, Position, stmt } from '../ast/nodes.generated.ts';
import { assert, InternalError } from '../base/assert.ts';
import type { CodeObject, Constant } from '../code/code-object.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_HAS_DOCSTRING,
  CO_METHOD,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
} from '../code/code-object.ts';
import { type CompileWarning, diagnosticAt, warningAt } from '../diagnostics/syntax-diagnostic.ts';
import { op } from '../opcode/python-3.14.generated.ts';
import {
  CELL,
  ClassBlock,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  mangle,
  maybeMangle,
  symbolToScope,
  DEF_LOCAL,
  DEF_NONLOCAL,
  type Symtable,
  type SymtableEntry,
} from '../symtable/index.ts';
import {
  addName,
  type ArgumentCounts,
  CO_MAXBLOCKS,
  compareNames,
  CompilerUnit,
  FBLOCK_FINALLY_END,
  type FrameBlock,
  SCOPE_ANNOTATIONS,
  SCOPE_ASYNC_FUNCTION,
  SCOPE_CLASS,
  SCOPE_FUNCTION,
  SCOPE_LAMBDA,
  SCOPE_MODULE,
  type ScopeType,
} from './compiler-unit.ts';
import { ConstantCache } from './constant-table.ts';
import { InstructionSequence, type Label, Location, NO_LOCATION } from './instruction-sequence.ts';
import { CO_FUTURE_ANNOTATIONS, PyCF_MASK } from './compiler-flags.ts';

/** How a name is reached. */
export const OP_FAST = 0;
export const OP_GLOBAL = 1;
export const OP_DEREF = 2;
export const OP_NAME = 3;
export type NameOpType = 0 | 1 | 2 | 3;

/** What must be put back after an inlined comprehension. @cpython Python/compile.c (3.14) */
export interface InlinedComprehensionState {
  pushedLocals: string[] | null;
  tempSymbols: Map<string, number> | null;
  fastHidden: string[] | null;
  cleanup: Label;
}

/** The two entry points of the code generator, which its parts call through the compiler to avoid import cycles. */
export interface CodegenVisitors {
  readonly expression: (c: Compiler, e: expr) => void;
  readonly statement: (c: Compiler, s: stmt) => void;
}

/** Turns an instruction sequence into a code object. */
export type Assemble = (unit: CompilerUnit, codeFlags: number, filename: string, cache: ConstantCache) => CodeObject;

export interface CompilerOptions {
  readonly filename: string;
  readonly symtable: Symtable;
  /** Compiler flags with those of `from __future__` imports. */
  readonly flags: number;
  readonly optimize: number;
  readonly isInteractive: boolean;
  readonly visitors: CodegenVisitors;
  readonly assemble: Assemble;
  readonly warnings: CompileWarning[];
}

/** The location of a node. */
export function locationOf(node: Position): Location {
  return new Location(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset);
}

export class Compiler {
  readonly filename: string;
  readonly symtable: Symtable;
  readonly flags: number;
  readonly optimize: number;
  readonly isInteractive: boolean;
  readonly warnings: CompileWarning[];
  readonly constantCache = new ConstantCache();
  /** The unit that is being compiled. */
  u!: CompilerUnit;
  /** Its enclosing units, outermost first. */
  readonly stack: CompilerUnit[] = [];
  private disableWarnings = 0;
  private readonly visitors: CodegenVisitors;
  private readonly assemble: Assemble;

  constructor(options: CompilerOptions) {
    this.filename = options.filename;
    this.symtable = options.symtable;
    this.flags = options.flags;
    this.optimize = options.optimize;
    this.isInteractive = options.isInteractive;
    this.visitors = options.visitors;
    this.assemble = options.assemble;
    this.warnings = options.warnings;
  }

  get hasFutureAnnotations(): boolean {
    return (this.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  get isInteractiveTopLevel(): boolean {
    return this.isInteractive && this.stack.length === 0;
  }

  // Visiting.

  visit(e: expr): void {
    this.visitors.expression(this, e);
  }

  visitAll(expressions: readonly expr[]): void {
    for (let i = 0; i < expressions.length; i++) this.visitors.expression(this, expressions[i]!);
  }

  visitStatements(statements: readonly stmt[]): void {
    for (let i = 0; i < statements.length; i++) this.visitors.statement(this, statements[i]!);
  }

  // Emitting.

  newLabel(): Label {
    return this.u.sequence.newLabel();
  }

  useLabel(label: Label): void {
    this.u.sequence.useLabel(label);
  }

  /** An instruction without argument. */
  add(loc: Location, opcode: number): void {
    this.u.sequence.addOp(opcode, 0, loc);
  }

  /** An instruction with a number. */
  addI(loc: Location, opcode: number, oparg: number): void {
    this.u.sequence.addOp(opcode, oparg, loc);
  }

  addJump(loc: Location, opcode: number, target: Label): void {
    this.u.sequence.addOp(opcode, target, loc);
  }

  loadConst(loc: Location, value: Constant): void {
    this.u.sequence.addOp(op.LOAD_CONST, this.u.metadata.u_consts.add(value), loc);
  }

  /** An instruction with the index of an unmangled name in a table. */
  addN(loc: Location, opcode: number, table: Map<string, number>, name: string): void {
    this.u.sequence.addOp(opcode, addName(table, name), loc);
  }

  /** An instruction with the index of a name, mangled, in `co_names`. `shift` and `bits` make room for flags below it. */
  addName(loc: Location, opcode: number, name: string, shift = 0, bits = 0): void {
    const index = addName(this.u.metadata.u_names, this.maybeMangle(name));
    this.u.sequence.addOp(opcode, (index << shift) | bits, loc);
  }

  // Units.

  enterScope(
    name: string,
    scopeType: ScopeType,
    ste: SymtableEntry,
    firstlineno: number,
    privateName: string | null,
    counts: ArgumentCounts,
  ): void {
    const outer: CompilerUnit | undefined = this.u;
    if (outer !== undefined) this.stack.push(outer);
    const privateOrOuter = privateName ?? outer?.privateName ?? null;
    this.u = new CompilerUnit(name, scopeType, ste, firstlineno, privateOrOuter, counts, this.constantCache);
    if (scopeType !== SCOPE_MODULE) this.setQualname();
    const lineno = scopeType === SCOPE_MODULE ? 0 : firstlineno;
    const loc = new Location(lineno, firstlineno, 0, 0);
    this.addI(loc, op.RESUME, 0);
    if (scopeType === SCOPE_MODULE) this.add(loc, op.ANNOTATIONS_PLACEHOLDER);
  }

  exitScope(): void {
    const outer = this.stack.pop();
    if (outer === undefined) return;
    outer.sequence.addNested(this.u.sequence);
    this.u = outer;
  }

  /** @cpython Python/compile.c compiler_set_qualname (3.14) */
  private setQualname(): void {
    const { u, stack } = this;
    const { metadata } = u;
    if (stack.length <= 1) return;
    let parent = stack[stack.length - 1]!;
    if (parent.scopeType === SCOPE_ANNOTATIONS) {
      if (stack.length === 2) return;
      parent = stack[stack.length - 2]!;
    }
    const { scopeType } = u;
    if (scopeType === SCOPE_FUNCTION || scopeType === SCOPE_ASYNC_FUNCTION || scopeType === SCOPE_CLASS) {
      const mangled = mangle(parent.privateName, metadata.u_name);
      if (parent.ste.getScope(mangled) === GLOBAL_EXPLICIT) return;
    }
    const hasLocals =
      parent.scopeType === SCOPE_FUNCTION ||
      parent.scopeType === SCOPE_ASYNC_FUNCTION ||
      parent.scopeType === SCOPE_LAMBDA;
    metadata.u_qualname = `${parent.metadata.u_qualname}${hasLocals ? '.<locals>' : ''}.${metadata.u_name}`;
  }

  /** Ends the unit's code with a return (of None if `addNone`), so that no code falls off its end. */
  endWithReturn(addNone: boolean): void {
    if (addNone) this.loadConst(NO_LOCATION, null);
    this.add(NO_LOCATION, op.RETURN_VALUE);
  }

  /** Ends the unit's code, optimises and assembles it. */
  optimizeAndAssemble(addNone: boolean): CodeObject {
    this.endWithReturn(addNone);
    return this.assemble(this.u, this.codeFlags(), this.filename, this.constantCache);
  }

  /** @cpython Python/compile.c compute_code_flags (3.14) */
  private codeFlags(): number {
    const { ste } = this.u;
    let flags = 0;
    if (ste.isFunctionLike) {
      flags |= CO_NEWLOCALS | CO_OPTIMIZED;
      if (ste.isNested) flags |= CO_NESTED;
      if (ste.isGenerator) flags |= ste.isCoroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
      if (ste.hasVarargs) flags |= CO_VARARGS;
      if (ste.hasVarkeywords) flags |= CO_VARKEYWORDS;
      if (ste.hasDocstring) flags |= CO_HAS_DOCSTRING;
      if (ste.isMethod) flags |= CO_METHOD;
    }
    if (ste.isCoroutine && !ste.isGenerator) flags |= CO_COROUTINE;
    return flags | (this.flags & PyCF_MASK);
  }

  // Names.

  mangle(name: string): string {
    return mangle(this.u.privateName, name);
  }

  maybeMangle(name: string): string {
    return maybeMangle(this.u.privateName, this.u.ste, name);
  }

  /** How a mangled name of some scope kind is reached. */
  nameOpType(mangled: string, scope: number): NameOpType {
    switch (scope) {
      case FREE:
      case CELL:
        return OP_DEREF;
      case LOCAL:
        if (this.u.ste.isFunctionLike) return OP_FAST;
        return this.u.metadata.u_fasthidden.get(mangled) === true ? OP_FAST : OP_NAME;
      case GLOBAL_IMPLICIT:
        return this.u.ste.isFunctionLike ? OP_GLOBAL : OP_NAME;
      case GLOBAL_EXPLICIT:
        return OP_GLOBAL;
      default:
        return OP_NAME;
    }
  }

  /** @cpython Python/compile.c _PyCompile_GetRefType (3.14) */
  refType(name: string): number {
    if (
      this.u.scopeType === SCOPE_CLASS &&
      (name === '__class__' || name === '__classdict__' || name === '__conditional_annotations__')
    ) {
      return CELL;
    }
    return this.u.ste.getScope(name);
  }

  /** The index of the cell that a nested code object's free variable refers to. */
  closureIndex(name: string): number {
    const { u_cellvars, u_freevars } = this.u.metadata;
    const index = (this.refType(name) === CELL ? u_cellvars : u_freevars).get(name);
    if (index === undefined) throw new InternalError(`no cell for '${name}' in ${this.u.metadata.u_qualname}`);
    return index;
  }

  cellIndex(name: string): number {
    const index = this.u.metadata.u_cellvars.get(name);
    assert(index !== undefined, `no cell ${name}`);
    return index;
  }

  /** Notes `self.x = …` for `__static_attributes__`. */
  maybeAddStaticAttribute(e: Attribute): void {
    if (e.ctx !== 'Store' || e.value.node !== 'Name' || e.value.id !== 'self') return;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const unit = this.stack[i]!;
      if (unit.scopeType === SCOPE_CLASS) {
        unit.staticAttributes!.add(e.attr);
        return;
      }
    }
  }

  sortedStaticAttributes(): string[] {
    return [...this.u.staticAttributes!].sort(compareNames);
  }

  // Frame blocks.

  pushBlock(block: FrameBlock): void {
    const { frameBlocks } = this.u;
    if (frameBlocks.length >= CO_MAXBLOCKS) this.error(block.loc, 'too many statically nested blocks');
    frameBlocks.push(block);
    if (block.type === FBLOCK_FINALLY_END) this.disableWarnings++;
  }

  popBlock(): void {
    const block = this.u.frameBlocks.pop();
    if (block!.type === FBLOCK_FINALLY_END) this.disableWarnings--;
  }

  // Annotations.

  /** Keeps an annotation for later; gives its index in `__conditional_annotations__` or -1. */
  addDeferredAnnotation(statement: AnnAssign): number {
    const { u } = this;
    const isConditional = u.scopeType === SCOPE_MODULE || u.inConditionalBlock > 0;
    const conditionalIndex = isConditional ? u.nextConditionalIndex++ : -1;
    u.deferredAnnotations.push({ statement, conditionalIndex });
    return conditionalIndex;
  }

  startAnnotationSetup(): void {
    this.u.stashedSequence = this.u.sequence;
    this.u.sequence = new InstructionSequence();
  }

  endAnnotationSetup(): void {
    const parent = this.u.stashedSequence!;
    parent.annotationsCode = this.u.sequence;
    this.u.stashedSequence = null;
    this.u.sequence = parent;
  }

  // Inlined comprehensions.

  /** @cpython Python/compile.c _PyCompile_TweakInlinedComprehensionScopes (3.14) */
  enterInlinedComprehension(comprehension: SymtableEntry, state: InlinedComprehensionState): void {
    const { u } = this;
    const inClassBlock = u.ste.type === ClassBlock && u.inInlinedComp === 0;
    u.inInlinedComp++;
    for (const [name, symbol] of comprehension.symbols) {
      const scope = symbolToScope(symbol);
      const outSymbol = u.ste.getSymbol(name);
      const outScope = symbolToScope(outSymbol);
      if ((scope !== outScope && scope !== FREE && !(scope === CELL && outScope === FREE)) || inClassBlock) {
        u.ste.symbols.set(name, symbol);
        (state.tempSymbols ??= new Map()).set(name, outSymbol);
      }
      if ((symbol & DEF_LOCAL && !(symbol & DEF_NONLOCAL)) || inClassBlock) {
        const hidden = u.metadata.u_fasthidden;
        if (!u.ste.isFunctionLike && hidden.get(name) !== true) {
          hidden.set(name, true);
          (state.fastHidden ??= []).push(name);
        }
      }
    }
  }

  /** @cpython Python/compile.c _PyCompile_RevertInlinedComprehensionScopes (3.14) */
  leaveInlinedComprehension(state: InlinedComprehensionState): void {
    const { u } = this;
    u.inInlinedComp--;
    if (state.tempSymbols !== null) {
      for (const [name, symbol] of state.tempSymbols) u.ste.symbols.set(name, symbol);
    }
    // False, and not gone: such locals are marked as hidden in the code object.
    if (state.fastHidden !== null) for (const name of state.fastHidden) u.metadata.u_fasthidden.set(name, false);
  }

  // Errors.

  /** @throws SyntaxDiagnostic always */
  error(loc: Location, message: string): never {
    throw diagnosticAt(loc, message);
  }

  warn(loc: Location, message: string): void {
    if (this.disableWarnings > 0) return;
    this.warnings.push(warningAt(loc, message));
  }
}
