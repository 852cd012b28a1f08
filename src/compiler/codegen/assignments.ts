/** Augmented and annotated assignments. @cpython Python/codegen.c codegen_augassign, codegen_annassign (3.14) */
import type { AnnAssign, AugAssign, expr } from '../../ast/nodes.generated.ts';
import { InternalError } from '../../base/assert.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { SCOPE_CLASS, SCOPE_MODULE } from '../compiler-unit.ts';
import { loadAnnotationText } from './annotations.ts';
import { attributeLocation } from './attribute-location.ts';
import { isTwoPartSlice, sliceBounds } from './expressions.ts';
import { nameOp } from './names.ts';
import { NB, NB_INPLACE, NB_SUBSCR } from './oparg.ts';

export function augAssign(c: Compiler, s: AugAssign): void {
  const e = s.target;
  const loc = locationOf(e);
  const operate = (): void => {
    c.visit(s.value);
    c.addI(locationOf(s), op.BINARY_OP, NB[s.op] + NB_INPLACE);
  };
  switch (e.node) {
    case 'Name':
      nameOp(c, loc, e.id, 'Load');
      operate();
      return nameOp(c, loc, e.id, 'Store');
    case 'Attribute': {
      const attrLoc = attributeLocation(loc, e);
      c.visit(e.value);
      c.addI(loc, op.COPY, 1);
      c.addName(attrLoc, op.LOAD_ATTR, e.attr, 1);
      operate();
      c.addI(attrLoc, op.SWAP, 2);
      return c.addName(attrLoc, op.STORE_ATTR, e.attr);
    }
    case 'Subscript':
      c.visit(e.value);
      if (isTwoPartSlice(e.slice)) {
        sliceBounds(c, e.slice);
        for (let i = 0; i < 3; i++) c.addI(loc, op.COPY, 3);
        c.add(loc, op.BINARY_SLICE);
        operate();
        c.addI(loc, op.SWAP, 4);
        c.addI(loc, op.SWAP, 3);
        c.addI(loc, op.SWAP, 2);
        return c.add(loc, op.STORE_SLICE);
      }
      c.visit(e.slice);
      c.addI(loc, op.COPY, 2);
      c.addI(loc, op.COPY, 2);
      c.addI(loc, op.BINARY_OP, NB_SUBSCR);
      operate();
      c.addI(loc, op.SWAP, 3);
      c.addI(loc, op.SWAP, 2);
      return c.add(loc, op.STORE_SUBSCR);
    default:
      throw new InternalError(`invalid node type (${e.node}) for augmented assignment`);
  }
}

/** Runs an expression for its errors. */
function evaluate(c: Compiler, e: expr): void {
  c.visit(e);
  c.add(locationOf(e), op.POP_TOP);
}

function evaluateSubscript(c: Compiler, e: expr): void {
  if (e.node === 'Slice') {
    for (const bound of [e.lower, e.upper, e.step]) if (bound !== null) evaluate(c, bound);
  } else if (e.node === 'Tuple') {
    for (const item of e.elts) evaluateSubscript(c, item);
  } else {
    evaluate(c, e);
  }
}

export function annAssign(c: Compiler, s: AnnAssign): void {
  const { target } = s;
  if (s.value !== null) {
    c.visit(s.value);
    c.visit(target);
  }
  switch (target.node) {
    case 'Name':
      if (s.simple) annotateName(c, s, target.id);
      return;
    case 'Attribute':
      if (s.value === null) evaluate(c, target.value);
      return;
    case 'Subscript':
      if (s.value === null) {
        evaluate(c, target.value);
        evaluateSubscript(c, target.slice);
      }
      return;
    default:
      throw new InternalError(`invalid node type (${target.node}) for annotated assignment`);
  }
}

/** Modules and classes keep the annotations of their variables, functions do not. */
function annotateName(c: Compiler, s: AnnAssign, name: string): void {
  const { scopeType, metadata } = c.u;
  if (scopeType !== SCOPE_MODULE && scopeType !== SCOPE_CLASS) return;
  const loc = locationOf(s);
  if (c.hasFutureAnnotations) {
    loadAnnotationText(c, s.annotation);
    c.addName(loc, op.LOAD_NAME, '__annotations__');
    c.loadConst(loc, c.maybeMangle(name));
    return c.add(loc, op.STORE_SUBSCR);
  }
  const index = c.addDeferredAnnotation(s);
  if (index === -1) return;
  if (scopeType === SCOPE_CLASS) c.addN(loc, op.LOAD_DEREF, metadata.u_cellvars, '__conditional_annotations__');
  else c.addN(loc, op.LOAD_NAME, metadata.u_names, '__conditional_annotations__');
  c.loadConst(loc, index);
  c.addI(loc, op.SET_ADD, 1);
  c.add(loc, op.POP_TOP);
}
