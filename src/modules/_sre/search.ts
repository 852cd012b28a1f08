/** Searching: tries the matcher at one place after the other. @cpython Modules/_sre/sre_lib.h SRE(search) */
import type { Program, Subject } from './program.ts';
import type { MatchState } from './match-state.ts';
import { matchAt } from './match-engine.ts';

/** The place of the literal text from `from` on, or -1. */
function findLiteral(subject: Subject, literal: string, from: number, end: number): number {
  const last = end - literal.length;
  if (typeof subject === 'string') {
    const found = (subject as string).indexOf(literal, from);
    return found <= last ? found : -1;
  }
  for (let at = from; at <= last; at++) {
    let i = 0;
    while (i < literal.length && subject.charCodeAt(at + i) === literal.charCodeAt(i)) i++;
    if (i === literal.length) return at;
  }
  return -1;
}

/** Matches at `state.start`. Whether it does; the match ends at `state.ptr`. */
export function matchHere(program: Program, state: MatchState): boolean {
  state.resetGroups();
  if (state.end - state.start < program.minWidth) return false;
  return matchAt(program, state, program.start, state.start, true) >= 0;
}

/** Searches from `state.start` on, and leaves where the match begins there. Whether there is one. */
export function searchFrom(program: Program, state: MatchState): boolean {
  state.resetGroups();
  const { subject, end } = state;
  let at = state.start;
  if (at > end || end - at < program.minWidth) return false;
  const { code, prefix, firstSet, start: pc } = program;
  if (prefix !== '') {
    state.mustAdvance = false;
    const bodyPc = pc + 2 * program.prefixSkip;
    for (; (at = findLiteral(subject, prefix, at, end)) >= 0; at++) {
      state.start = at;
      if (program.isLiteral) {
        state.ptr = at + prefix.length;
        return true;
      }
      if (matchAt(program, state, bodyPc, at + program.prefixSkip, false) >= 0) return true;
      state.resetGroups();
    }
    return false;
  }
  if (firstSet !== null) {
    state.mustAdvance = false;
    const low = firstSet.low;
    for (; at < end; at++) {
      const char = subject.charCodeAt(at);
      if (char < 128 ? low[char] === 0 : !firstSet.has(char)) continue;
      state.start = at;
      if (matchAt(program, state, pc, at, false) >= 0) return true;
      state.resetGroups();
    }
    return false;
  }
  const last = program.minWidth > 1 ? end - program.minWidth + 1 : end;
  state.start = at;
  if (matchAt(program, state, pc, at, true) >= 0) {
    state.mustAdvance = false;
    return true;
  }
  state.mustAdvance = false;
  // A pattern that begins at the beginning of the string matches nowhere else.
  if (code[pc] === 6 && (code[pc + 1] === 0 || code[pc + 1] === 2)) {
    state.start = end;
    return false;
  }
  while (at < last) {
    at++;
    state.resetGroups();
    state.start = at;
    if (matchAt(program, state, pc, at, false) >= 0) return true;
  }
  return false;
}
