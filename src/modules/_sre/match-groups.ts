/** The groups of a match, by number and name. @cpython Modules/_sre/sre.c match_getindex, match_getslice_by_index */
import {
  PyBytes,
  asInt,
  asText,
  excTypes,
  hasIndex,
  indexError,
  indexNumber,
  newException,
  type Value,
} from '../../objects/core/index.ts';
import { Source } from './source.ts';
import type { MatchState } from './match-state.ts';
import { PyMatch, type PyPattern } from './py-pattern.ts';

/** The text of a group, or `undefined` when it did not match. */
export function groupSlice(match: PyMatch, group: number): Value | undefined {
  const start = match.spans[group * 2]!;
  if (start < 0) return undefined;
  const { value } = match.source;
  // A bytearray may have changed since.
  const source = match.source.isBytes && !(value instanceof PyBytes) ? new Source(value) : match.source;
  return source.slice(Math.min(start, source.length), Math.min(match.spans[group * 2 + 1]!, source.length));
}

/** The number of a group given by number or name. @throws IndexError */
export function groupNumber(match: PyMatch, group: Value | undefined): number {
  if (group === undefined) return 0;
  let number = -1;
  if (typeof group === 'number') number = group;
  else if (hasIndex(group)) number = indexNumber(group, null);
  else if (asText(group) !== undefined || group instanceof PyBytes) {
    const found = match.pattern.groupIndex.get(group);
    const index = found === undefined ? undefined : asInt(found);
    if (index !== undefined) number = Number(index);
  }
  if (number < 0 || number * 2 >= match.spans.length) throw indexError('no such group');
  return number;
}

/** The match that a state holds. @throws SystemError */
export function matchFromState(pattern: PyPattern, source: Source, pos: number, state: MatchState): PyMatch {
  const { marks } = state;
  const spans = new Int32Array(marks.length + 2);
  spans[0] = state.start;
  spans[1] = state.ptr;
  for (let i = 0; i < marks.length; i += 2) {
    const start = marks[i]!;
    const end = marks[i + 1]!;
    if (start >= 0 && end >= 0) {
      if (start > end) {
        throw newException(
          excTypes.SystemError,
          'The span of capturing group is wrong, please report a bug for the re module.',
        );
      }
      spans[i + 2] = start;
      spans[i + 3] = end;
    } else {
      spans[i + 2] = -1;
      spans[i + 3] = -1;
    }
  }
  return new PyMatch(pattern, source, pos, state.end, state.lastIndex, spans);
}
