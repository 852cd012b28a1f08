/**
 * Frames of compiled code, which has none while it runs: how they come to be when somebody looks.
 *
 * A native function that looks at its callers' frames calls `requireFrames` before it does anything else. Where compiled
 * code runs below it, a `FrameRequest` is thrown: each compiled activation that it goes through leaves a frame as the
 * interpreter would have it, and where the interpreter had called compiled code it goes on with those frames, running the
 * call again. Frames below native code that called back into Python are out of reach and stay unseen.
 */
import { op } from '../../opcode/python-3.14.generated.ts';
import { NativeSpec, PyBuiltinFunction, PyMethodDescriptor } from '../core/native-function.ts';
import { awaitsFinalizer } from '../core/finalization.ts';
import { typeType } from '../core/builtin-types.ts';
import { PyType } from '../core/py-type.ts';
import { thread } from '../core/thread-state.ts';
import type { Value } from '../core/value.ts';
import type { PyFrame } from './py-frame.ts';

/** Thrown through compiled code to have it leave its frames. */
export class FrameRequest {
  /** The frames so far, the innermost first. */
  readonly frames: PyFrame[] = [];
  /** The frame of the interpreter that threw it is ready to run its instruction again. */
  isPlaced = false;
}

/** The callable of the call instruction at which a frame stands. */
function calledBy(frame: PyFrame): Value | undefined {
  const at = frame.ip - 1;
  const { localsplus: stack, sp } = frame;
  switch (frame.code.plainOps[at]) {
    case op.CALL:
      return stack[sp - frame.code.args[at]! - 2];
    case op.CALL_KW:
      return stack[sp - frame.code.args[at]! - 3];
    case op.CALL_FUNCTION_EX:
      return stack[sp - 4];
    default:
      return undefined;
  }
}

/** Whether a callable looks at the frames of its callers. */
export function looksAtFrames(callable: Value): boolean {
  if (callable instanceof PyBuiltinFunction || callable instanceof PyMethodDescriptor) return callable.spec.needsFrames;
  return callable instanceof PyType && (callable.looksAtFrames || callable.isSubtype(typeType));
}

/** Marks a native function that looks at the frames of its callers, so that they are there. */
export function lookingAtFrames(spec: NativeSpec): NativeSpec {
  const implementation = spec.implementation as (...args: unknown[]) => Value | void;
  const marked = new NativeSpec(
    spec.kind,
    spec.signatureText,
    (...args: unknown[]) => {
      requireFrames();
      return implementation(...args);
    },
    spec.isRaw,
    spec.doc,
  );
  marked.needsFrames = true;
  marked.mayWait = spec.mayWait;
  return marked;
}

/**
 * The same for what may happen in the middle of a native function, which is then called again: before it has changed
 * anything. Only the innermost Python code counts.
 *
 * @throws FrameRequest
 */
export function requireInnermostFrame(): void {
  if (thread.runsCompiled) throw new FrameRequest();
}

/** The same before an instruction of the interpreter that drops an object with something to clean up. @throws FrameRequest */
export function requireFramesToDrop(frame: PyFrame, sp: number, value: Value | undefined): void {
  const t = thread;
  if (t.compiledAt < 0 || t.compiledAt !== t.nativeDepth || !awaitsFinalizer(value)) return;
  frame.sp = sp;
  throw new FrameRequest();
}

/** Has compiled callers leave their frames. @throws FrameRequest when there are such; the instruction is then run again */
export function requireFrames(): void {
  const t = thread;
  if (t.compiledAt < 0 || t.compiledAt !== t.nativeDepth || t.currentFrame === null) return;
  const callable = calledBy(t.currentFrame);
  if (callable !== undefined && looksAtFrames(callable)) throw new FrameRequest();
}
