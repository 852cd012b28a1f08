/** The state of one matching or searching operation. @cpython Modules/_sre/sre.h SRE_STATE */
import type { Subject } from './program.ts';

export class MatchState {
  readonly subject: Subject;
  /** Where the next attempt begins; after a search, where the match begins. -1: a scanner is at its end. */
  start: number;
  /** The end of what is looked at (`endpos`). */
  readonly end: number;
  /** Where the match ends. */
  ptr = 0;
  /** Start and end of each group, -1 where it has not matched. */
  readonly marks: Int32Array;
  /** The group that closed last, or -1. */
  lastIndex = -1;
  /** A match must not be empty at `start`. */
  mustAdvance = false;
  /** A match must reach the end. */
  isFull = false;

  constructor(subject: Subject, start: number, end: number, groups: number) {
    this.subject = subject;
    this.start = start;
    this.end = end;
    this.marks = new Int32Array(groups * 2).fill(-1);
  }

  /** Forgets all groups. */
  resetGroups(): void {
    if (this.marks.length > 0) this.marks.fill(-1);
    this.lastIndex = -1;
  }
}
