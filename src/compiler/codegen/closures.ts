/**
 * Making functions from code objects, and the code that all generators and coroutines end with.
 *
 * @cpython Python/codegen.c codegen_make_closure (3.14)
 */
import { CO_FAST_FREE, type CodeObject } from '../../code/code-object.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import type { Compiler } from '../compiler.ts';
import { type Location, NO_LOCATION } from '../instruction-sequence.ts';
import {
  INTRINSIC_STOPITERATION_ERROR,
  MAKE_FUNCTION_ANNOTATE,
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_CLOSURE,
  MAKE_FUNCTION_DEFAULTS,
  MAKE_FUNCTION_KWDEFAULTS,
} from './oparg.ts';

/** Emits what makes a function of a code object; what `flags` say is on the stack, topmost first in the order below. */
export function makeClosure(c: Compiler, loc: Location, code: CodeObject, flags: number): void {
  const kinds = code.co_localspluskinds;
  let freeCount = 0;
  for (let i = 0; i < kinds.length; i++) {
    if ((kinds[i]! & CO_FAST_FREE) === 0) continue;
    c.addI(loc, op.LOAD_CLOSURE, c.closureIndex(code.co_localsplusnames[i]!));
    freeCount++;
  }
  if (freeCount > 0) {
    flags |= MAKE_FUNCTION_CLOSURE;
    c.addI(loc, op.BUILD_TUPLE, freeCount);
  }
  c.loadConst(loc, code);
  c.add(loc, op.MAKE_FUNCTION);
  if (flags === 0) return;
  if (flags & MAKE_FUNCTION_CLOSURE) c.addI(loc, op.SET_FUNCTION_ATTRIBUTE, MAKE_FUNCTION_CLOSURE);
  if (flags & MAKE_FUNCTION_ANNOTATIONS) c.addI(loc, op.SET_FUNCTION_ATTRIBUTE, MAKE_FUNCTION_ANNOTATIONS);
  if (flags & MAKE_FUNCTION_ANNOTATE) c.addI(loc, op.SET_FUNCTION_ATTRIBUTE, MAKE_FUNCTION_ANNOTATE);
  if (flags & MAKE_FUNCTION_KWDEFAULTS) c.addI(loc, op.SET_FUNCTION_ATTRIBUTE, MAKE_FUNCTION_KWDEFAULTS);
  if (flags & MAKE_FUNCTION_DEFAULTS) c.addI(loc, op.SET_FUNCTION_ATTRIBUTE, MAKE_FUNCTION_DEFAULTS);
}

/**
 * Covers a whole generator or coroutine: a StopIteration that escapes becomes a RuntimeError.
 *
 * @cpython Python/codegen.c codegen_wrap_in_stopiteration_handler (3.14)
 */
export function wrapInStopIterationHandler(c: Compiler): void {
  const handler = c.newLabel();
  c.u.sequence.insert(0, op.SETUP_CLEANUP, handler, NO_LOCATION);
  c.loadConst(NO_LOCATION, null);
  c.add(NO_LOCATION, op.RETURN_VALUE);
  c.useLabel(handler);
  c.addI(NO_LOCATION, op.CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR);
  c.addI(NO_LOCATION, op.RERAISE, 1);
}
