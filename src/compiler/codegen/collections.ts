/**
 * Displays: lists, tuples, sets, dicts, and the argument tuples of calls with `*`.
 *
 * @cpython Python/codegen.c starunpack_helper_impl, codegen_dict (3.14)
 */
import type { Dict, expr } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import type { Location } from '../instruction-sequence.ts';
import { nameOp } from './names.ts';
import { INTRINSIC_LIST_TO_TUPLE, STACK_USE_GUIDELINE } from './oparg.ts';

/**
 * Builds a collection of the `pushed` values that are on the stack, of `elts`, and of the variable `injected`.
 * `build`, `add` and `extend` are the instructions for it; `isTuple` makes a tuple of the list in the end.
 */
export function buildCollection(
  c: Compiler,
  loc: Location,
  elts: readonly expr[],
  injected: string | null,
  pushed: number,
  build: number,
  add: number,
  extend: number,
  isTuple: boolean,
): void {
  const n = elts.length;
  const isBig = n + pushed + (injected === null ? 0 : 1) > STACK_USE_GUIDELINE;
  let hasStar = false;
  for (let i = 0; i < n; i++) {
    if (elts[i]!.node === 'Starred') {
      hasStar = true;
      break;
    }
  }
  if (!hasStar && !isBig) {
    c.visitAll(elts);
    if (injected !== null) nameOp(c, loc, injected, 'Load');
    return c.addI(loc, isTuple ? op.BUILD_TUPLE : build, n + pushed + (injected === null ? 0 : 1));
  }
  let isBuilt = false;
  if (isBig) {
    c.addI(loc, build, pushed);
    isBuilt = true;
  }
  for (let i = 0; i < n; i++) {
    const elt = elts[i]!;
    if (elt.node === 'Starred') {
      if (!isBuilt) {
        c.addI(loc, build, i + pushed);
        isBuilt = true;
      }
      c.visit(elt.value);
      c.addI(loc, extend, 1);
    } else {
      c.visit(elt);
      if (isBuilt) c.addI(loc, add, 1);
    }
  }
  if (injected !== null) {
    nameOp(c, loc, injected, 'Load');
    c.addI(loc, add, 1);
  }
  if (isTuple) c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
}

function subdict(c: Compiler, loc: Location, e: Dict, begin: number, end: number): void {
  const n = end - begin;
  const isBig = n * 2 > STACK_USE_GUIDELINE;
  if (isBig) c.addI(loc, op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    c.visit(e.keys[i]!);
    c.visit(e.values[i]!);
    if (isBig) c.addI(loc, op.MAP_ADD, 1);
  }
  if (!isBig) c.addI(loc, op.BUILD_MAP, n);
}

export function dict(c: Compiler, e: Dict): void {
  const loc = locationOf(e);
  const n = e.values.length;
  let hasDict = false;
  let pending = 0;
  const flush = (begin: number, end: number): void => {
    subdict(c, loc, e, begin, end);
    if (hasDict) c.addI(loc, op.DICT_UPDATE, 1);
    hasDict = true;
    pending = 0;
  };
  for (let i = 0; i < n; i++) {
    if (e.keys[i] === null) {
      if (pending > 0) flush(i - pending, i);
      if (!hasDict) {
        c.addI(loc, op.BUILD_MAP, 0);
        hasDict = true;
      }
      c.visit(e.values[i]!);
      c.addI(loc, op.DICT_UPDATE, 1);
    } else if (pending * 2 > STACK_USE_GUIDELINE) {
      flush(i - pending, i + 1);
    } else {
      pending++;
    }
  }
  if (pending > 0) flush(n - pending, n);
  if (!hasDict) c.addI(loc, op.BUILD_MAP, 0);
}
