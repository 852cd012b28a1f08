/**
 * The matcher: runs a pattern's code at one place of the subject.
 *
 * It backtracks without recursion. `frames` is a stack of fixed-size frames; a failure pops the topmost and goes on as it
 * says. `repeats` holds the states of open repeats as linked, immutable records, so that a frame need only remember which
 * record was current; what was allocated after a frame was pushed is free again when the frame is popped.
 *
 *     frame: kind, pc, ptr, repeat, top of repeats, a, b
 *
 *     | kind     | on failure                                                                  |
 *     |----------|-----------------------------------------------------------------------------|
 *     | UNDO 0   | sets mark `pc` back to `ptr` and lastIndex to `repeat`; failure goes on     |
 *     | CHOICE 1 | goes on at `pc`                                                             |
 *     | BRANCH 2 | tries the alternatives from the one at `pc` on                              |
 *     | GREEDY 3 | gives one character back, down to `a`, and goes on at `pc`                  |
 *     | LAZY 4   | takes one more by the instruction at `pc`, at most `a` more                 |
 *     | MORE 5   | a lazy repeat: matches its body once more, if it may                        |
 *     | WALL 6   | the inside of an assertion, atomic group or possessive repeat failed; `a`   |
 *     |          | is the wall outside this one, `b` the number of repetitions                 |
 *
 *     repeat record: outer record, repetitions so far, where the last one began, pc of the REPEAT
 *
 * What CPython saves and restores of the groups at each choice falls out of the UNDO frames here.
 *
 * @cpython Modules/_sre/sre_lib.h SRE(match)
 */
import type { Program, Subject } from './program.ts';
import type { MatchState } from './match-state.ts';
import { lowerAscii, lowerUnicode } from './char-set.ts';

const WIDTH = 7;
const RECORD = 4;
/** `MAXREPEAT` as it is in the code array of signed numbers. */
const UNLIMITED = -1;

function setFrame(
  frames: Int32Array,
  at: number,
  kind: number,
  pc: number,
  ptr: number,
  repeat: number,
  top: number,
  a: number,
  b: number,
): void {
  frames[at] = kind;
  frames[at + 1] = pc;
  frames[at + 2] = ptr;
  frames[at + 3] = repeat;
  frames[at + 4] = top;
  frames[at + 5] = a;
  frames[at + 6] = b;
}

function setRecord(repeats: Int32Array, at: number, outer: number, count: number, last: number, pc: number): void {
  repeats[at] = outer;
  repeats[at + 1] = count;
  repeats[at + 2] = last;
  repeats[at + 3] = pc;
}

/** Drops a wall and the choices above it, but keeps how to undo groups. Returns the new top of the frames. */
function dropChoices(frames: Int32Array, wall: number, sp: number): number {
  let to = wall;
  for (let at = wall + WIDTH; at < sp; at += WIDTH) {
    if (frames[at] !== 0) continue;
    frames.copyWithin(to, at, at + WIDTH);
    to += WIDTH;
  }
  return to;
}

/** Whether a position is at such a place. @cpython SRE(at) */
function isAt(program: Program, state: MatchState, ptr: number, place: number): boolean {
  const { subject, end } = state;
  switch (place) {
    case 0: // BEGINNING
    case 2: // BEGINNING_STRING
      return ptr === 0;
    case 1: // BEGINNING_LINE
      return ptr === 0 || subject.charCodeAt(ptr - 1) === 10;
    case 5: // END
      return ptr === end || (end - ptr === 1 && subject.charCodeAt(ptr) === 10);
    case 6: // END_LINE
      return ptr === end || subject.charCodeAt(ptr) === 10;
    case 7: // END_STRING
      return ptr === end;
    default: {
      // BOUNDARY 3, NON_BOUNDARY 4, LOC_BOUNDARY 8, LOC_NON_BOUNDARY 9, UNI_BOUNDARY 10, UNI_NON_BOUNDARY 11
      const words = program.wordSet(place < 10);
      const isWordBefore = ptr > 0 && words.has(subject.charCodeAt(ptr - 1));
      const isWordAfter = ptr < end && words.has(subject.charCodeAt(ptr));
      return (isWordBefore !== isWordAfter) === (place === 3 || place === 8 || place === 10);
    }
  }
}

/** Where a run of characters that the instruction at `pc` accepts ends, at most at `limit`. @cpython SRE(count) */
function runEnd(program: Program, subject: Subject, pc: number, ptr: number, limit: number): number {
  const code = program.code;
  switch (code[pc]) {
    case 3: // ANY_ALL
      return limit;
    case 2: // ANY
      return endOfRunWithout(subject, 10, ptr, limit);
    case 16: {
      // LITERAL
      const literal = code[pc + 1]!;
      while (ptr < limit && subject.charCodeAt(ptr) === literal) ptr++;
      return ptr;
    }
    case 20: // NOT_LITERAL
      return endOfRunWithout(subject, code[pc + 1]!, ptr, limit);
    default: {
      const set = program.setAt(pc);
      const low = set.low;
      while (ptr < limit) {
        const char = subject.charCodeAt(ptr);
        if (char < 128 ? low[char] === 0 : !set.has(char)) break;
        ptr++;
      }
      return ptr;
    }
  }
}

/** Where a character first stands from `ptr` on, at most `limit`. */
function endOfRunWithout(subject: Subject, char: number, ptr: number, limit: number): number {
  // The first few are looked at here; the host's search is quicker from then on, where it cannot look beyond the limit.
  const near = Math.min(limit, ptr + 16);
  while (ptr < near && subject.charCodeAt(ptr) !== char) ptr++;
  if (ptr < near || ptr === limit) return ptr;
  if (typeof subject === 'string' && limit === subject.length) {
    const found = subject.indexOf(String.fromCharCode(char), ptr);
    return found < 0 ? limit : found;
  }
  while (ptr < limit && subject.charCodeAt(ptr) !== char) ptr++;
  return ptr;
}

/** Where the next `literal` stands after `ptr`, at most at `limit`, with nothing but other than newlines up to it; or -1. */
function nextOnLine(subject: Subject, literal: number, ptr: number, limit: number): number {
  while (ptr < limit && subject.charCodeAt(ptr) !== 10) {
    if (subject.charCodeAt(++ptr) === literal) return ptr;
  }
  return -1;
}

/** The literal that code from `pc` on must begin with, or -1. */
function nextLiteral(code: Int32Array, pc: number): number {
  while (code[pc] === 17) pc += 2; // MARK
  return code[pc] === 16 ? code[pc + 1]! : -1;
}

/** Whether two stretches have the same characters, as the back reference of that kind compares them. */
function sameStretch(subject: Subject, opcode: number, from: number, to: number, ptr: number): boolean {
  for (let i = from; i < to; i++, ptr++) {
    const a = subject.charCodeAt(i);
    const b = subject.charCodeAt(ptr);
    if (a === b) continue;
    if (opcode === 11) return false;
    if (opcode === 38 ? lowerUnicode(a) !== lowerUnicode(b) : lowerAscii(a) !== lowerAscii(b)) return false;
  }
  return true;
}

/**
 * Matches the code at `pc` from `ptr` on.
 *
 * @param isTop apply `mustAdvance` and `isFull` of the state
 * @returns where the match ends, or -1; the groups are in the state
 */
export function matchAt(program: Program, state: MatchState, pc: number, ptr: number, isTop: boolean): number {
  const code = program.code;
  const { subject, end, marks } = state;
  let frames = program.frames;
  let repeats = program.repeats;
  let sp = 0;
  /** The current repeat record, -1 for none. */
  let repeat = -1;
  let top = 0;
  /** The innermost wall's place in `frames`, -1 for none. */
  let wall = -1;

  running: for (;;) {
    // Leaving this block means failure.
    matching: {
      switch (code[pc]) {
        case 16: // LITERAL char
          if (ptr >= end || subject.charCodeAt(ptr) !== code[pc + 1]) break matching;
          ptr++;
          pc += 2;
          continue running;

        case 17: {
          // MARK number
          const mark = code[pc + 1]!;
          if (sp > 0) {
            if (sp + WIDTH > frames.length) frames = program.growFrames();
            setFrame(frames, sp, 0, mark, marks[mark]!, state.lastIndex, top, 0, 0);
            sp += WIDTH;
          }
          if (mark & 1) state.lastIndex = (mark >> 1) + 1;
          marks[mark] = ptr;
          pc += 2;
          continue running;
        }

        case 13: {
          // IN skip set
          if (ptr >= end) break matching;
          const set = program.setAt(pc);
          const char = subject.charCodeAt(ptr);
          if (char < 128 ? set.low[char] === 0 : !set.has(char)) break matching;
          ptr++;
          pc += 1 + code[pc + 1]!;
          continue running;
        }

        case 24: {
          // REPEAT_ONE skip min max item SUCCESS
          const min = code[pc + 2]!;
          const max = code[pc + 3]!;
          if (min > end - ptr) break matching;
          const limit = max === UNLIMITED || max > end - ptr ? end : ptr + max;
          const least = ptr + min;
          const tail = pc + 1 + code[pc + 1]!;
          ptr = runEnd(program, subject, pc + 4, ptr, limit);
          if (ptr < least) break matching;
          const literal = nextLiteral(code, tail);
          if (literal >= 0) {
            while (ptr >= least && (ptr >= end || subject.charCodeAt(ptr) !== literal)) ptr--;
            if (ptr < least) break matching;
          }
          if (ptr > least) {
            if (sp + WIDTH > frames.length) frames = program.growFrames();
            setFrame(frames, sp, 3, tail, ptr, repeat, top, least, literal);
            sp += WIDTH;
          }
          pc = tail;
          continue running;
        }

        case 18: {
          // MAX_UNTIL
          const at = repeat;
          const outer = repeats[at]!;
          const count = repeats[at + 1]! + 1;
          const last = repeats[at + 2]!;
          const repeatPc = repeats[at + 3]!;
          const max = code[repeatPc + 3]!;
          if (count < code[repeatPc + 2]!) {
            if (top + RECORD > repeats.length) repeats = program.growRepeats();
            setRecord(repeats, top, outer, count, last, repeatPc);
            repeat = top;
            top += RECORD;
            pc = repeatPc + 4;
          } else if ((max === UNLIMITED || count < max) && ptr !== last) {
            if (sp + WIDTH > frames.length) frames = program.growFrames();
            setFrame(frames, sp, 1, pc + 1, ptr, outer, top, 0, 0);
            sp += WIDTH;
            if (top + RECORD > repeats.length) repeats = program.growRepeats();
            setRecord(repeats, top, outer, count, ptr, repeatPc);
            repeat = top;
            top += RECORD;
            pc = repeatPc + 4;
          } else {
            repeat = outer;
            pc++;
          }
          continue running;
        }

        case 23: // REPEAT skip min max item UNTIL
          if (top + RECORD > repeats.length) repeats = program.growRepeats();
          setRecord(repeats, top, repeat, -1, -1, pc);
          repeat = top;
          top += RECORD;
          pc += 1 + code[pc + 1]!;
          continue running;

        case 7: {
          // BRANCH (skip code JUMP)* 0
          let at = pc + 1;
          for (; code[at] !== 0; at += code[at]!) if (canBegin(program, subject, at + 1, ptr, end)) break;
          if (code[at] === 0) break matching;
          const next = at + code[at]!;
          if (code[next] !== 0) {
            if (sp + WIDTH > frames.length) frames = program.growFrames();
            setFrame(frames, sp, 2, next, ptr, repeat, top, 0, 0);
            sp += WIDTH;
          }
          pc = at + 1;
          continue running;
        }

        case 15: // JUMP skip
        case 14: // INFO skip
          pc += 1 + code[pc + 1]!;
          continue running;

        case 1: {
          // SUCCESS
          if (wall < 0) {
            if (isTop && ((state.isFull && ptr !== end) || (state.mustAdvance && ptr === state.start))) break matching;
            state.ptr = ptr;
            return ptr;
          }
          const wallPc = frames[wall + 1]!;
          const wallPtr = frames[wall + 2]!;
          const count = frames[wall + 6]! + 1;
          const outerWall = frames[wall + 5]!;
          repeat = frames[wall + 3]!;
          switch (code[wallPc]) {
            case 4: // ASSERT: go on where it began
              sp = dropChoices(frames, wall, sp);
              wall = outerWall;
              ptr = wallPtr;
              pc = wallPc + 1 + code[wallPc + 1]!;
              continue running;
            case 27: // ATOMIC_GROUP
              sp = dropChoices(frames, wall, sp);
              wall = outerWall;
              pc = wallPc + 1 + code[wallPc + 1]!;
              continue running;
            case 5: // ASSERT_NOT: what was inside is undone, and it fails
              for (let at = sp - WIDTH; at > wall; at -= WIDTH) {
                if (frames[at] !== 0) continue;
                marks[frames[at + 1]!] = frames[at + 2]!;
                state.lastIndex = frames[at + 3]!;
              }
              sp = wall;
              wall = outerWall;
              break matching;
            default: {
              // POSSESSIVE_REPEAT skip min max item SUCCESS
              sp = dropChoices(frames, wall, sp);
              wall = outerWall;
              const max = code[wallPc + 3]!;
              const isNeeded = count < code[wallPc + 2]!;
              // Only optional repetitions stop at an empty one.
              const isEmpty = count > code[wallPc + 2]! && ptr === wallPtr;
              if (isNeeded || ((max === UNLIMITED || count < max) && !isEmpty)) {
                if (sp + WIDTH > frames.length) frames = program.growFrames();
                setFrame(frames, sp, 6, wallPc, ptr, repeat, top, wall, count);
                sp += WIDTH;
                wall = sp - WIDTH;
                pc = wallPc + 4;
              } else pc = wallPc + 2 + code[wallPc + 1]!;
              continue running;
            }
          }
        }

        case 6: // AT place
          if (!isAt(program, state, ptr, code[pc + 1]!)) break matching;
          pc += 2;
          continue running;

        case 2: // ANY
          if (ptr >= end || subject.charCodeAt(ptr) === 10) break matching;
          ptr++;
          pc++;
          continue running;

        case 3: // ANY_ALL
          if (ptr >= end) break matching;
          ptr++;
          pc++;
          continue running;

        case 20: // NOT_LITERAL char
          if (ptr >= end || subject.charCodeAt(ptr) === code[pc + 1]) break matching;
          ptr++;
          pc += 2;
          continue running;

        case 8: // CATEGORY kind
        case 32: // LITERAL_IGNORE char
        case 33: // NOT_LITERAL_IGNORE
        case 36: // LITERAL_LOC_IGNORE
        case 37: // NOT_LITERAL_LOC_IGNORE
        case 40: // LITERAL_UNI_IGNORE
        case 41: // NOT_LITERAL_UNI_IGNORE
          if (ptr >= end || !program.setAt(pc).has(subject.charCodeAt(ptr))) break matching;
          ptr++;
          pc += 2;
          continue running;

        case 31: // IN_IGNORE skip set
        case 35: // IN_LOC_IGNORE
        case 39: // IN_UNI_IGNORE
          if (ptr >= end || !program.setAt(pc).has(subject.charCodeAt(ptr))) break matching;
          ptr++;
          pc += 1 + code[pc + 1]!;
          continue running;

        case 26: {
          // MIN_REPEAT_ONE skip min max item SUCCESS
          const min = code[pc + 2]!;
          const max = code[pc + 3]!;
          if (min > end - ptr) break matching;
          if (min > 0) {
            const least = ptr + min;
            ptr = runEnd(program, subject, pc + 4, ptr, least);
            if (ptr < least) break matching;
          }
          if (max === UNLIMITED || max > min) {
            if (sp + WIDTH > frames.length) frames = program.growFrames();
            setFrame(frames, sp, 4, pc, ptr, repeat, top, max === UNLIMITED ? UNLIMITED : max - min, 0);
            sp += WIDTH;
          }
          pc += 1 + code[pc + 1]!;
          continue running;
        }

        case 29: {
          // POSSESSIVE_REPEAT_ONE skip min max item SUCCESS
          const min = code[pc + 2]!;
          const max = code[pc + 3]!;
          if (min > end - ptr) break matching;
          const limit = max === UNLIMITED || max > end - ptr ? end : ptr + max;
          const least = ptr + min;
          ptr = runEnd(program, subject, pc + 4, ptr, limit);
          if (ptr < least) break matching;
          pc += 1 + code[pc + 1]!;
          continue running;
        }

        case 19: {
          // MIN_UNTIL
          const at = repeat;
          const outer = repeats[at]!;
          const count = repeats[at + 1]! + 1;
          const repeatPc = repeats[at + 3]!;
          if (count < code[repeatPc + 2]!) {
            if (top + RECORD > repeats.length) repeats = program.growRepeats();
            setRecord(repeats, top, outer, count, repeats[at + 2]!, repeatPc);
            repeat = top;
            top += RECORD;
            pc = repeatPc + 4;
          } else {
            if (sp + WIDTH > frames.length) frames = program.growFrames();
            setFrame(frames, sp, 5, pc, ptr, at, top, 0, 0);
            sp += WIDTH;
            repeat = outer;
            pc++;
          }
          continue running;
        }

        case 28: // POSSESSIVE_REPEAT skip min max item SUCCESS
          if (code[pc + 3] === 0) {
            pc += 2 + code[pc + 1]!;
            continue running;
          }
          if (sp + WIDTH > frames.length) frames = program.growFrames();
          setFrame(frames, sp, 6, pc, ptr, repeat, top, wall, 0);
          sp += WIDTH;
          wall = sp - WIDTH;
          pc += 4;
          continue running;

        case 27: // ATOMIC_GROUP skip item SUCCESS
          if (sp + WIDTH > frames.length) frames = program.growFrames();
          setFrame(frames, sp, 6, pc, ptr, repeat, top, wall, 0);
          sp += WIDTH;
          wall = sp - WIDTH;
          pc += 2;
          continue running;

        case 4: // ASSERT skip back item SUCCESS
          if (ptr < code[pc + 2]!) break matching;
          if (sp + WIDTH > frames.length) frames = program.growFrames();
          setFrame(frames, sp, 6, pc, ptr, repeat, top, wall, 0);
          sp += WIDTH;
          wall = sp - WIDTH;
          ptr -= code[pc + 2]!;
          pc += 3;
          continue running;

        case 5: // ASSERT_NOT skip back item SUCCESS
          if (ptr < code[pc + 2]!) {
            pc += 1 + code[pc + 1]!;
            continue running;
          }
          if (sp + WIDTH > frames.length) frames = program.growFrames();
          setFrame(frames, sp, 6, pc, ptr, repeat, top, wall, 0);
          sp += WIDTH;
          wall = sp - WIDTH;
          ptr -= code[pc + 2]!;
          pc += 3;
          continue running;

        case 11: // GROUPREF group
        case 30: // GROUPREF_IGNORE
        case 34: // GROUPREF_LOC_IGNORE
        case 38: {
          // GROUPREF_UNI_IGNORE
          const from = marks[code[pc + 1]! * 2]!;
          const to = marks[code[pc + 1]! * 2 + 1]!;
          if (from < 0 || to < from || to - from > end - ptr) break matching;
          if (!sameStretch(subject, code[pc]!, from, to, ptr)) break matching;
          ptr += to - from;
          pc += 2;
          continue running;
        }

        case 12: {
          // GROUPREF_EXISTS group skip yes JUMP no
          const from = marks[code[pc + 1]! * 2]!;
          pc += from < 0 || marks[code[pc + 1]! * 2 + 1]! < from ? 1 + code[pc + 2]! : 3;
          continue running;
        }

        default: // FAILURE, and what is no instruction
          break matching;
      }
    }

    // Back to the last choice.
    for (;;) {
      if (sp === 0) return -1;
      const frame = sp - WIDTH;
      switch (frames[frame]) {
        case 0: // UNDO
          marks[frames[frame + 1]!] = frames[frame + 2]!;
          state.lastIndex = frames[frame + 3]!;
          sp = frame;
          continue;

        case 1: // CHOICE
          pc = frames[frame + 1]!;
          ptr = frames[frame + 2]!;
          repeat = frames[frame + 3]!;
          top = frames[frame + 4]!;
          sp = frame;
          continue running;

        case 2: {
          // BRANCH
          ptr = frames[frame + 2]!;
          let at = frames[frame + 1]!;
          for (; code[at] !== 0; at += code[at]!) if (canBegin(program, subject, at + 1, ptr, end)) break;
          if (code[at] === 0) {
            sp = frame;
            continue;
          }
          const next = at + code[at]!;
          if (code[next] === 0) sp = frame;
          else frames[frame + 1] = next;
          repeat = frames[frame + 3]!;
          top = frames[frame + 4]!;
          pc = at + 1;
          continue running;
        }

        case 3: {
          // GREEDY
          const least = frames[frame + 5]!;
          const literal = frames[frame + 6]!;
          ptr = frames[frame + 2]! - 1;
          if (literal >= 0) while (ptr >= least && subject.charCodeAt(ptr) !== literal) ptr--;
          if (ptr < least) {
            sp = frame;
            continue;
          }
          if (ptr === least) sp = frame;
          else frames[frame + 2] = ptr;
          pc = frames[frame + 1]!;
          repeat = frames[frame + 3]!;
          top = frames[frame + 4]!;
          continue running;
        }

        case 4: {
          // LAZY
          const oneMorePc = frames[frame + 1]!;
          const left = frames[frame + 5]!;
          ptr = frames[frame + 2]!;
          const literal = nextLiteral(code, oneMorePc + 1 + code[oneMorePc + 1]!);
          const limit = left === UNLIMITED || left > end - ptr ? end : ptr + left;
          // Characters are taken until what comes next can match.
          let isFound = false;
          if (code[oneMorePc + 4] === 2 && literal >= 0) {
            const next = nextOnLine(subject, literal, ptr, limit);
            isFound = next >= 0 && next < end;
            if (isFound) ptr = next;
          } else
            while (ptr < limit && runEnd(program, subject, oneMorePc + 4, ptr, ptr + 1) > ptr) {
              ptr++;
              if (literal < 0 || (ptr < end && subject.charCodeAt(ptr) === literal)) {
                isFound = true;
                break;
              }
            }
          if (!isFound) {
            sp = frame;
            continue;
          }
          if (ptr === limit) sp = frame;
          else {
            if (left !== UNLIMITED) frames[frame + 5] = left - (ptr - frames[frame + 2]!);
            frames[frame + 2] = ptr;
          }
          pc = oneMorePc + 1 + code[oneMorePc + 1]!;
          repeat = frames[frame + 3]!;
          top = frames[frame + 4]!;
          continue running;
        }

        case 5: {
          // MORE
          ptr = frames[frame + 2]!;
          const at = frames[frame + 3]!;
          const count = repeats[at + 1]! + 1;
          const repeatPc = repeats[at + 3]!;
          const max = code[repeatPc + 3]!;
          top = frames[frame + 4]!;
          sp = frame;
          if ((max !== UNLIMITED && count >= max) || ptr === repeats[at + 2]) continue;
          if (top + RECORD > repeats.length) repeats = program.growRepeats();
          setRecord(repeats, top, repeats[at]!, count, ptr, repeatPc);
          repeat = top;
          top += RECORD;
          pc = repeatPc + 4;
          continue running;
        }

        default: {
          // WALL
          const wallPc = frames[frame + 1]!;
          wall = frames[frame + 5]!;
          sp = frame;
          if (code[wallPc] === 5) pc = wallPc + 1 + code[wallPc + 1]!;
          else if (code[wallPc] === 28 && frames[frame + 6]! >= code[wallPc + 2]!) pc = wallPc + 2 + code[wallPc + 1]!;
          else continue;
          ptr = frames[frame + 2]!;
          repeat = frames[frame + 3]!;
          top = frames[frame + 4]!;
          continue running;
        }
      }
    }
  }
}

/** Whether an alternative can begin at a position: a quick test of its first instruction. */
function canBegin(program: Program, subject: Subject, pc: number, ptr: number, end: number): boolean {
  const code = program.code;
  if (code[pc] === 16) return ptr < end && subject.charCodeAt(ptr) === code[pc + 1];
  if (code[pc] === 13) return ptr < end && program.setAt(pc).has(subject.charCodeAt(ptr));
  return true;
}
