/** The symbol tables of a module: an entry for each block. */
import type { mod, type_param, arguments as Arguments, AstNode } from '../ast/nodes.generated.ts';
import { assertNever, InternalError } from '../base/assert.ts';
import { analyzeSymbols } from './analyze.ts';
import { getDocstring } from './docstring.ts';
import { ModuleBlock } from './symbol-flags.ts';
import { type FutureFeatures, SymtableBuilder } from './symtable-builder.ts';
import type { SymtableEntry } from './symtable-entry.ts';
import { visitExpression } from './visit-expression.ts';
import { visitStatements } from './visit-statement.ts';

/**
 * What identifies a block: the node that opens it; a function's `arguments` for its annotations; the array of type
 * parameters for their scope.
 */
export type BlockKey = AstNode | Arguments | readonly type_param[];

export class Symtable {
  readonly top: SymtableEntry;
  private readonly blocks: Map<object, SymtableEntry>;
  private readonly defaultBlocks: Map<object, SymtableEntry>;

  constructor(top: SymtableEntry, blocks: Map<object, SymtableEntry>, defaultBlocks: Map<object, SymtableEntry>) {
    this.top = top;
    this.blocks = blocks;
    this.defaultBlocks = defaultBlocks;
  }

  /** The entry of the block that a node opens. @throws InternalError if it opens none */
  lookup(key: BlockKey): SymtableEntry {
    const entry = this.blocks.get(key);
    if (entry === undefined) throw new InternalError('unknown symbol table entry');
    return entry;
  }

  /** The entry of a type variable's default, which differs from that of its bound. */
  lookupDefault(param: type_param): SymtableEntry {
    const entry = this.defaultBlocks.get(param);
    if (entry === undefined) throw new InternalError('unknown symbol table entry');
    return entry;
  }
}

/**
 * Makes the symbol tables of a module.
 *
 * @cpython Python/symtable.c _PySymtable_Build (3.14)
 * @throws SyntaxDiagnostic
 */
export function buildSymtable(tree: mod, future: FutureFeatures): Symtable {
  const st = new SymtableBuilder(future);
  const range = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
  const top = st.enterBlock('top', ModuleBlock, range);
  st.top = top;
  st.blocks.set(tree, top);
  switch (tree.node) {
    case 'Module':
      if (getDocstring(tree.body) !== null) top.hasDocstring = true;
      visitStatements(st, tree.body);
      break;
    case 'Interactive':
      visitStatements(st, tree.body);
      break;
    case 'Expression':
      visitExpression(st, tree.body);
      break;
    case 'FunctionType':
      throw new InternalError('this compiler does not handle FunctionTypes');
    default:
      assertNever(tree);
  }
  st.exitBlock();
  analyzeSymbols(top);
  return new Symtable(top, st.blocks, st.defaultBlocks);
}
