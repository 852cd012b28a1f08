/**
 * The type `re.Pattern`.
 *
 * @cpython Modules/_sre/sre.c
 */
import {
  None,
  NotImplemented,
  PyBuiltinFunction,
  PyList,
  PyTuple,
  Py_EQ,
  Py_NE,
  asText,
  call1,
  excTypes,
  hash,
  indexNumber,
  isCallable,
  isEqual,
  reprText,
  noteWork,
  typeError,
  typeSpec,
  type CompareOp,
  type Value,
} from '../../objects/core/index.ts';
import { bytesArgument, hasBuffer } from '../../objects/bytes/index.ts';
import { documentedClassMethods, documentedGetters, documentedMethods } from '../../objects/int/documented.ts';
import { makeGenericAlias } from '../../objects/generic-alias/index.ts';
import { PyCallableIterator } from '../../objects/iterators/index.ts';
import { makeMappingProxy } from '../../objects/mappingproxy/index.ts';
import { codePointsOf, sliceText, textLength } from '../../objects/str/index.ts';
import { PATTERN_DOC, PATTERN_DOCS } from './sre-docs.ts';
import { MatchState } from './match-state.ts';
import { matchHere, searchFrom } from './search.ts';
import { PyPattern, PyScanner, patternType, type PyTemplate } from './py-pattern.ts';
import { Source } from './source.ts';
import { compileTemplate, expandTemplate, joinParts } from './template.ts';
import { matchFromState } from './match-groups.ts';
import { scannerSearch } from './scanner.ts';

/** The source of a value, checked to be of the pattern's kind. @throws TypeError */
function sourceFor(pattern: PyPattern, value: Value): Source {
  const source = new Source(value);
  if (source.isBytes && pattern.isBytes === false)
    throw typeError('cannot use a string pattern on a bytes-like object');
  if (!source.isBytes && pattern.isBytes === true)
    throw typeError('cannot use a bytes pattern on a string-like object');
  return source;
}

function bound(value: Value | undefined, fallback: number): number {
  return value === undefined ? fallback : Math.max(indexNumber(value, excTypes.OverflowError), 0);
}

/** What to match, and from where to where. The bounds are looked at before the string, as CPython parses arguments. */
function begin(pattern: PyPattern, string: Value, pos?: Value, endpos?: Value): { source: Source; state: MatchState } {
  const start = bound(pos, 0);
  const end = bound(endpos, Infinity);
  const source = sourceFor(pattern, string);
  const { length } = source;
  noteWork(1 + (length >> 6));
  const state = new MatchState(source.subject, Math.min(start, length), Math.min(end, length), pattern.program.groups);
  return { source, state };
}

type PatternMethod = (self: PyPattern, string: Value, pos: Value | undefined, endpos: Value | undefined) => Value;

const matching =
  (isFull: boolean): PatternMethod =>
  (self, string, pos, endpos) => {
    const { source, state } = begin(self, string, pos, endpos);
    state.isFull = isFull;
    const start = state.start;
    return matchHere(self.program, state) ? matchFromState(self, source, start, state) : None;
  };

const search: PatternMethod = (self, string, pos, endpos) => {
  const { source, state } = begin(self, string, pos, endpos);
  const start = state.start;
  return searchFrom(self.program, state) ? matchFromState(self, source, start, state) : None;
};

/** After a match: where to go on, and that an empty match may not be followed by another one at its place. */
function advance(state: MatchState): void {
  state.mustAdvance = state.ptr === state.start;
  state.start = state.ptr;
}

/** The slice of a group in the state, `undefined` when it did not match. */
function stateSlice(state: MatchState, source: Source, group: number): Value | undefined {
  const start = state.marks[(group - 1) * 2]!;
  const end = state.marks[(group - 1) * 2 + 1]!;
  return start < 0 || end < 0 ? undefined : source.slice(start, end);
}

const findall: PatternMethod = (self, string, pos, endpos) => {
  const { source, state } = begin(self, string, pos, endpos);
  const { groups } = self.program;
  const found: Value[] = [];
  const empty = source.slice(0, 0);
  while (state.start <= state.end && searchFrom(self.program, state)) {
    if (groups === 0) found.push(source.slice(state.start, state.ptr));
    else if (groups === 1) found.push(stateSlice(state, source, 1) ?? empty);
    else {
      const items = new Array<Value>(groups);
      for (let i = 0; i < groups; i++) items[i] = stateSlice(state, source, i + 1) ?? empty;
      found.push(new PyTuple(items));
    }
    advance(state);
  }
  return new PyList(found);
};

function makeScanner(self: PyPattern, string: Value, pos: Value | undefined, endpos: Value | undefined): PyScanner {
  const { source, state } = begin(self, string, pos, endpos);
  return new PyScanner(self, source, state.start, state);
}

function split(self: PyPattern, string: Value, maxsplit: Value | undefined): Value {
  const limit = maxsplit === undefined ? 0 : indexNumber(maxsplit, excTypes.OverflowError);
  const { source, state } = begin(self, string);
  const { groups } = self.program;
  const parts: Value[] = [];
  let last = 0;
  for (let count = 0; limit === 0 || count < limit; count++) {
    if (!searchFrom(self.program, state)) break;
    parts.push(source.slice(last, state.start));
    for (let i = 1; i <= groups; i++) parts.push(stateSlice(state, source, i) ?? None);
    advance(state);
    last = state.start;
  }
  parts.push(source.slice(last, state.end));
  return new PyList(parts);
}

/** Whether a replacement has no backslash, so that it stands for itself. */
function isLiteralReplacement(replacement: Value): boolean {
  const text = asText(replacement);
  if (text !== undefined) return typeof text === 'string' ? !text.includes('\\') : !codePointsOf(text).includes(92);
  return hasBuffer(replacement) && !bytesArgument(replacement).includes(92);
}

/** The replaced text and the number of replacements. @cpython pattern_subx */
function substitute(
  self: PyPattern,
  replacement: Value,
  string: Value,
  countValue: Value | undefined,
): [Value, number] {
  const limit = countValue === undefined ? 0 : indexNumber(countValue, excTypes.OverflowError);
  let literal: Value | null = null;
  let template: PyTemplate | null = null;
  if (!isCallable(replacement)) {
    if (isLiteralReplacement(replacement)) literal = replacement;
    else {
      template = compileTemplate(self, replacement);
      if (template.items.length === 0) literal = template.literal;
    }
  }
  const { source, state } = begin(self, string);
  const parts: Value[] = [];
  let position = 0;
  let count = 0;
  while (limit === 0 || count < limit) {
    if (!searchFrom(self.program, state)) break;
    if (position < state.start) parts.push(source.slice(position, state.start));
    let item: Value;
    if (literal !== null) item = literal;
    else {
      const match = matchFromState(self, source, 0, state);
      item = template !== null ? expandTemplate(template, match) : call1(replacement, match);
    }
    if (item !== None) parts.push(item);
    position = state.ptr;
    count++;
    advance(state);
  }
  if (position < state.end) parts.push(source.slice(position, state.end));
  return [joinParts(parts, source.isBytes), count];
}

const FLAG_NAMES: readonly (readonly [string, number])[] = [
  ['re.IGNORECASE', 2],
  ['re.LOCALE', 4],
  ['re.MULTILINE', 8],
  ['re.DOTALL', 16],
  ['re.UNICODE', 32],
  ['re.VERBOSE', 64],
  ['re.DEBUG', 128],
  ['re.ASCII', 256],
];

function patternRepr(object: Value): Value {
  const self = object as PyPattern;
  let flags = self.flags;
  // A str pattern is a Unicode one unless it says otherwise.
  if (self.isBytes === false && (flags & (4 | 32 | 256)) === 32) flags &= ~32;
  const names: string[] = [];
  for (const [name, flag] of FLAG_NAMES) {
    if (!(flags & flag)) continue;
    names.push(name);
    flags &= ~flag;
  }
  if (flags) names.push(`0x${flags.toString(16)}`);
  const shown = reprText(self.pattern);
  const pattern = sliceText(shown, 0, Math.min(textLength(shown), 200));
  return joinParts(['re.compile(', pattern, names.length > 0 ? `, ${names.join('|')})` : ')'], false);
}

function patternCompare(left: Value, right: Value, op: CompareOp): Value {
  if ((op !== Py_EQ && op !== Py_NE) || !(left instanceof PyPattern) || !(right instanceof PyPattern))
    return NotImplemented;
  const isSame =
    left === right ||
    (left.flags === right.flags &&
      left.isBytes === right.isBytes &&
      left.program.groups === right.program.groups &&
      left.program.code.length === right.program.code.length &&
      left.program.code.every((word, i) => word === right.program.code[i]) &&
      isEqual(left.pattern, right.pattern));
  return op === Py_EQ ? isSame : !isSame;
}

function patternHash(object: Value): number {
  const self = object as PyPattern;
  let result = Number(BigInt.asIntN(32, BigInt(hash(self.pattern)))) ^ self.flags ^ self.program.groups;
  for (const word of self.program.code) result = (Math.imul(result, 31) + word) | 0;
  return result === -1 ? -2 : result;
}

export const patternSpec = typeSpec(patternType, {
  doc: PATTERN_DOC,
  slots: { tp_repr: patternRepr, tp_richcompare: patternCompare, tp_hash: patternHash },
  methods: {
    ...documentedMethods(PATTERN_DOCS, {
      match: matching(false),
      fullmatch: matching(true),
      search,
      sub: (self: PyPattern, replacement: Value, string: Value, count: Value | undefined) =>
        substitute(self, replacement, string, count)[0],
      subn: (self: PyPattern, replacement: Value, string: Value, count: Value | undefined) =>
        new PyTuple(substitute(self, replacement, string, count)),
      findall,
      split,
      finditer: (self: PyPattern, string: Value, pos: Value | undefined, endpos: Value | undefined) => {
        const scanner = makeScanner(self, string, pos, endpos);
        return new PyCallableIterator(new PyBuiltinFunction('search', scannerSearch, scanner, null, null), None);
      },
      scanner: makeScanner,
      __copy__: (self: PyPattern) => self,
      __deepcopy__: (self: PyPattern) => self,
    }),
    ...documentedClassMethods(PATTERN_DOCS, {
      __class_getitem__: (type: Value, item: Value) => makeGenericAlias(type, item),
    }),
  },
  members: documentedGetters(PATTERN_DOCS, {
    pattern: (self) => (self as PyPattern).pattern,
    flags: (self) => (self as PyPattern).flags,
    groups: (self) => (self as PyPattern).program.groups,
  }),
  getset: documentedGetters(PATTERN_DOCS, {
    groupindex: (self) => makeMappingProxy((self as PyPattern).groupIndex),
  }),
});
