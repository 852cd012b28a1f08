/**
 * `PyTraceback`: one frame that an exception went through.
 *
 * @cpython Python/traceback.c
 */
import { makeBuiltinType, objectType } from '../core/builtin-types.ts';
import { PyObject } from '../core/value.ts';
import type { PyFrame } from './py-frame.ts';

export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  readonly frame: PyFrame;
  /** Index of the instruction that raised. */
  readonly instruction: number;
  /** -2 until it is asked for. */
  private line: number | undefined;
  /** `tb_lasti` where it was given and not taken from the frame. */
  private readonly givenLasti: number | undefined;

  constructor(next: PyTraceback | null, frame: PyFrame, instruction: number, lasti?: number, line?: number) {
    super();
    this.next = next;
    this.frame = frame;
    this.instruction = instruction;
    this.givenLasti = lasti;
    this.line = line;
  }

  get lineno(): number | undefined {
    return (this.line ??= this.frame.code.lineOf(this.instruction));
  }

  get lasti(): number {
    if (this.givenLasti !== undefined) return this.givenLasti;
    return this.instruction < 0 ? -1 : this.frame.code.units[this.instruction]! * 2;
  }
}

export const tracebackType = makeBuiltinType('traceback', objectType, PyTraceback);
tracebackType.hasIdentityHash = true;
