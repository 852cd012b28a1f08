/**
 * Loading, storing and deleting variables.
 *
 * @cpython Python/codegen.c codegen_nameop (3.14)
 */
import type { expr_context } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { CELL, ClassBlock, FREE, GLOBAL_IMPLICIT } from '../../symtable/index.ts';
import { type Compiler, OP_DEREF, OP_FAST, OP_GLOBAL } from '../compiler.ts';
import { addName } from '../compiler-unit.ts';
import type { Location } from '../instruction-sequence.ts';

function loadClassdict(c: Compiler, loc: Location): void {
  c.addN(loc, op.LOAD_DEREF, c.u.metadata.u_freevars, '__classdict__');
}

/** Emits the instructions for a use of a name. */
export function nameOp(c: Compiler, loc: Location, name: string, context: expr_context): void {
  const { u } = c;
  const { ste, metadata } = u;
  const mangled = c.maybeMangle(name);
  const scope = ste.getScope(mangled);
  const type = c.nameOpType(mangled, scope);
  if (type === OP_FAST) {
    const opcode = context === 'Load' ? op.LOAD_FAST : context === 'Store' ? op.STORE_FAST : op.DELETE_FAST;
    c.addN(loc, opcode, metadata.u_varnames, mangled);
    return;
  }
  const table = scope === FREE ? metadata.u_freevars : scope === CELL ? metadata.u_cellvars : metadata.u_names;
  let arg = addName(table, mangled);
  let opcode: number;
  if (type === OP_DEREF) {
    if (context === 'Store') opcode = op.STORE_DEREF;
    else if (context === 'Del') opcode = op.DELETE_DEREF;
    else if (ste.type === ClassBlock && u.inInlinedComp === 0) {
      c.add(loc, op.LOAD_LOCALS);
      opcode = op.LOAD_FROM_DICT_OR_DEREF;
    } else if (ste.canSeeClassScope) {
      loadClassdict(c, loc);
      opcode = op.LOAD_FROM_DICT_OR_DEREF;
    } else {
      opcode = op.LOAD_DEREF;
    }
  } else if (type === OP_GLOBAL) {
    if (context === 'Store') opcode = op.STORE_GLOBAL;
    else if (context === 'Del') opcode = op.DELETE_GLOBAL;
    else if (ste.canSeeClassScope && scope === GLOBAL_IMPLICIT) {
      loadClassdict(c, loc);
      opcode = op.LOAD_FROM_DICT_OR_GLOBALS;
    } else {
      opcode = op.LOAD_GLOBAL;
    }
  } else if (context === 'Store') opcode = op.STORE_NAME;
  else if (context === 'Del') opcode = op.DELETE_NAME;
  else opcode = ste.type === ClassBlock && u.inInlinedComp > 0 ? op.LOAD_GLOBAL : op.LOAD_NAME;
  if (opcode === op.LOAD_GLOBAL) arg <<= 1;
  c.addI(loc, opcode, arg);
}
