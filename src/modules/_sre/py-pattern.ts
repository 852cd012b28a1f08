/** The objects of `re`: patterns, matches, scanners, templates. */
import type { PyDict, PyTuple } from '../../objects/core/index.ts';
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  PyObject,
  makeBuiltinType,
  objectType,
  type Value,
} from '../../objects/core/index.ts';
import type { MatchState } from './match-state.ts';
import type { Program } from './program.ts';
import type { Source } from './source.ts';

export class PyPattern extends PyObject {
  readonly pattern: Value;
  readonly flags: number;
  readonly program: Program;
  /** Group numbers by name. */
  readonly groupIndex: PyDict;
  /** Group names by number; None for groups without one. */
  readonly indexGroup: PyTuple;
  /** Whether the pattern is bytes; undefined for patterns made from None. */
  readonly isBytes: boolean | undefined;
  constructor(
    pattern: Value,
    flags: number,
    program: Program,
    groupIndex: PyDict,
    indexGroup: PyTuple,
    isBytes: boolean | undefined,
  ) {
    super();
    this.pattern = pattern;
    this.flags = flags;
    this.program = program;
    this.groupIndex = groupIndex;
    this.indexGroup = indexGroup;
    this.isBytes = isBytes;
  }
}
export const patternType = makeBuiltinType('re.Pattern', objectType, PyPattern, Py_TPFLAGS_DISALLOW_INSTANTIATION);
patternType.hasWeakref = true;

export class PyMatch extends PyObject {
  readonly pattern: PyPattern;
  readonly source: Source;
  readonly pos: number;
  readonly endpos: number;
  /** -1: none. */
  readonly lastIndex: number;
  /** Start and end of the match, then of each group; -1 for groups that did not match. */
  readonly spans: Int32Array;
  regs: Value | null = null;
  constructor(pattern: PyPattern, source: Source, pos: number, endpos: number, lastIndex: number, spans: Int32Array) {
    super();
    this.pattern = pattern;
    this.source = source;
    this.pos = pos;
    this.endpos = endpos;
    this.lastIndex = lastIndex;
    this.spans = spans;
  }
}
export const matchType = makeBuiltinType('re.Match', objectType, PyMatch, Py_TPFLAGS_DISALLOW_INSTANTIATION);

/** What `finditer` and `Pattern.scanner` step through. */
export class PyScanner extends PyObject {
  readonly pattern: PyPattern;
  readonly source: Source;
  readonly pos: number;
  readonly state: MatchState;
  constructor(pattern: PyPattern, source: Source, pos: number, state: MatchState) {
    super();
    this.pattern = pattern;
    this.source = source;
    this.pos = pos;
    this.state = state;
  }
}
export const scannerType = makeBuiltinType(
  '_sre.SRE_Scanner',
  objectType,
  PyScanner,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

/** A replacement string taken apart: literals and groups in turn. */
export class PyTemplate extends PyObject {
  readonly literal: Value;
  /** Group numbers, each with the literal after it (null for an empty one). */
  readonly items: readonly (readonly [group: number, literal: Value | null])[];
  constructor(literal: Value, items: readonly (readonly [number, Value | null])[]) {
    super();
    this.literal = literal;
    this.items = items;
  }
}
export const templateType = makeBuiltinType(
  '_sre.SRE_Template',
  objectType,
  PyTemplate,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);
