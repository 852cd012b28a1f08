/** `import` and `from … import`. @cpython Python/codegen.c codegen_import, codegen_from_import (3.14) */
import { TupleConstant } from '../../base/constant.ts';
import type { Import, ImportFrom } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { nameOp } from './names.ts';
import { INTRINSIC_IMPORT_STAR } from './oparg.ts';

export function importStatement(c: Compiler, s: Import): void {
  const loc = locationOf(s);
  for (const { name, asname } of s.names) {
    c.loadConst(loc, 0);
    c.loadConst(loc, null);
    c.addName(loc, op.IMPORT_NAME, name);
    const dot = name.indexOf('.');
    if (asname !== null) importAs(c, loc, name, asname);
    else nameOp(c, loc, dot === -1 ? name : name.slice(0, dot), 'Store');
  }
}

/** Binds `a.b.c` of `import a.b.c as d`: the import gave `a`. */
function importAs(c: Compiler, loc: Location, name: string, asname: string): void {
  const parts = name.split('.');
  if (parts.length === 1) return nameOp(c, loc, asname, 'Store');
  for (let i = 1; i < parts.length; i++) {
    c.addN(loc, op.IMPORT_FROM, c.u.metadata.u_names, parts[i]!);
    if (i === parts.length - 1) break;
    c.addI(loc, op.SWAP, 2);
    c.add(loc, op.POP_TOP);
  }
  nameOp(c, loc, asname, 'Store');
  c.add(loc, op.POP_TOP);
}

export function importFrom(c: Compiler, s: ImportFrom): void {
  const loc = locationOf(s);
  c.loadConst(loc, s.level ?? 0);
  c.loadConst(loc, new TupleConstant(s.names.map((node) => node.name)));
  c.addName(loc, op.IMPORT_NAME, s.module ?? '');
  if (s.names[0]?.name === '*') {
    c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR);
    return c.add(NO_LOCATION, op.POP_TOP);
  }
  for (const { name, asname } of s.names) {
    c.addName(loc, op.IMPORT_FROM, name);
    nameOp(c, loc, asname ?? name, 'Store');
  }
  c.add(loc, op.POP_TOP);
}
