/** Comparing the two values on top of the stack. */
import type { cmpop } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import type { Compiler } from '../compiler.ts';
import type { Location } from '../instruction-sequence.ts';
import { COMPARE } from './oparg.ts';

/** @cpython Python/codegen.c codegen_addcompare (3.14) */
export function addCompare(c: Compiler, loc: Location, operator: cmpop): void {
  switch (operator) {
    case 'Is':
      return c.addI(loc, op.IS_OP, 0);
    case 'IsNot':
      return c.addI(loc, op.IS_OP, 1);
    case 'In':
      return c.addI(loc, op.CONTAINS_OP, 0);
    case 'NotIn':
      return c.addI(loc, op.CONTAINS_OP, 1);
    default:
      return c.addI(loc, op.COMPARE_OP, COMPARE[operator]!);
  }
}
