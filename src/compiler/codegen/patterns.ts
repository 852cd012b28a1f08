/**
 * `match`: patterns take the subject from the top of the stack and jump to a fail block when they do not match.
 *
 * Captured values wait on the stack, below the `onTop` items that the pattern still needs, until all of it matched.
 * Jumping to `failPop[n]` pops n items:
 *
 * ```
 *  failPop[2]: POP_TOP
 *  failPop[1]: POP_TOP
 *  failPop[0]:
 * ```
 *
 * @cpython Python/codegen.c codegen_pattern (3.14)
 */
import { type LiteralConstant, TupleConstant } from '../../base/constant.ts';
import type {
  expr,
  Match,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchValue,
  pattern,
} from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { type Label, type Location, NEXT_LOCATION, NO_LOCATION } from '../instruction-sequence.ts';
import { addCompare } from './compare-op.ts';
import { constantRepr, textRepr } from './constant-repr.ts';
import { jumpIf } from './jump-if.ts';
import { nameOp } from './names.ts';
import { NB_SUBSCR, NB_SUBTRACT } from './oparg.ts';

interface PatternContext {
  /** Names captured so far, the last one topmost. */
  stores: string[];
  /** False where a pattern that always matches is an error. */
  allowIrrefutable: boolean;
  failPop: Label[];
  /** Items on top of the stack that must stay there. */
  onTop: number;
}

function isWildcard(p: pattern): boolean {
  return p.node === 'MatchAs' && p.name === null;
}

function ensureFailPop(c: Compiler, pc: PatternContext, n: number): void {
  while (pc.failPop.length <= n) pc.failPop.push(c.newLabel());
}

function jumpToFailPop(c: Compiler, loc: Location, pc: PatternContext, opcode: number): void {
  const pops = pc.onTop + pc.stores.length;
  ensureFailPop(c, pc, pops);
  c.addJump(loc, opcode, pc.failPop[pops]!);
}

function emitAndResetFailPop(c: Compiler, loc: Location, pc: PatternContext): void {
  if (pc.failPop.length === 0) return;
  for (let i = pc.failPop.length - 1; i > 0; i--) {
    c.useLabel(pc.failPop[i]!);
    c.add(loc, op.POP_TOP);
  }
  c.useLabel(pc.failPop[0]!);
  pc.failPop = [];
}

function rotate(c: Compiler, loc: Location, count: number): void {
  while (count > 1) c.addI(loc, op.SWAP, count--);
}

function duplicateStore(c: Compiler, loc: Location, name: string): never {
  return c.error(loc, `multiple assignments to name ${textRepr(name)} in pattern`);
}

function storeName(c: Compiler, loc: Location, name: string | null, pc: PatternContext): void {
  if (name === null) return c.add(loc, op.POP_TOP);
  if (pc.stores.includes(name)) duplicateStore(c, loc, name);
  rotate(c, loc, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

function visitPattern(c: Compiler, p: pattern, pc: PatternContext): void {
  switch (p.node) {
    case 'MatchValue':
      return valuePattern(c, p, pc);
    case 'MatchSingleton': {
      const loc = locationOf(p);
      c.loadConst(loc, p.value);
      addCompare(c, loc, 'Is');
      return jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
    }
    case 'MatchSequence':
      return sequencePattern(c, p, pc);
    case 'MatchMapping':
      return mappingPattern(c, p, pc);
    case 'MatchClass':
      return classPattern(c, p, pc);
    case 'MatchStar':
      return storeName(c, locationOf(p), p.name, pc);
    case 'MatchAs':
      return asPattern(c, p, pc);
    case 'MatchOr':
      return orPattern(c, p, pc);
  }
}

function subpattern(c: Compiler, p: pattern, pc: PatternContext): void {
  const before = pc.allowIrrefutable;
  pc.allowIrrefutable = true;
  visitPattern(c, p, pc);
  pc.allowIrrefutable = before;
}

function valuePattern(c: Compiler, p: MatchValue, pc: PatternContext): void {
  const loc = locationOf(p);
  if (p.value.node !== 'Constant' && p.value.node !== 'Attribute') {
    c.error(loc, 'patterns may only match literals and attribute lookups');
  }
  c.visit(p.value);
  addCompare(c, loc, 'Eq');
  c.add(loc, op.TO_BOOL);
  jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
}

function asPattern(c: Compiler, p: MatchAs, pc: PatternContext): void {
  const loc = locationOf(p);
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      const what = p.name === null ? 'wildcard' : `name capture ${textRepr(p.name)}`;
      c.error(loc, `${what} makes remaining patterns unreachable`);
    }
    return storeName(c, loc, p.name, pc);
  }
  pc.onTop++;
  c.addI(loc, op.COPY, 1);
  visitPattern(c, p.pattern, pc);
  pc.onTop--;
  storeName(c, loc, p.name, pc);
}

/** Pushes the length of the subject, compares it with `size` and fails if the comparison does. */
function checkLength(c: Compiler, loc: Location, size: number, operator: 'Eq' | 'GtE', pc: PatternContext): void {
  c.add(loc, op.GET_LEN);
  c.loadConst(loc, size);
  addCompare(c, loc, operator);
  jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
}

function sequencePattern(c: Compiler, p: MatchSequence, pc: PatternContext): void {
  const loc = locationOf(p);
  const { patterns } = p;
  const size = patterns.length;
  let star = -1;
  let isOnlyWildcards = true;
  let isStarWildcard = false;
  patterns.forEach((child, i) => {
    if (child.node === 'MatchStar') {
      if (star >= 0) c.error(loc, 'multiple starred names in sequence pattern');
      isStarWildcard = child.name === null;
      if (!isStarWildcard) isOnlyWildcards = false;
      star = i;
    } else if (!isWildcard(child)) {
      isOnlyWildcards = false;
    }
  });
  pc.onTop++;
  c.add(loc, op.MATCH_SEQUENCE);
  jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
  if (star < 0) checkLength(c, loc, size, 'Eq', pc);
  else if (size > 1) checkLength(c, loc, size - 1, 'GtE', pc);
  pc.onTop--;
  if (isOnlyWildcards) c.add(loc, op.POP_TOP);
  else if (isStarWildcard) sequenceBySubscript(c, loc, patterns, star, pc);
  else sequenceByUnpacking(c, loc, patterns, star, pc);
}

function sequenceByUnpacking(
  c: Compiler,
  loc: Location,
  patterns: readonly pattern[],
  star: number,
  pc: PatternContext,
): void {
  const size = patterns.length;
  if (star >= 0) {
    const after = size - star - 1;
    if (star >= 1 << 8 || after >= 0x7fffffff >> 8) {
      c.error(loc, 'too many expressions in star-unpacking sequence pattern');
    }
    c.addI(loc, op.UNPACK_EX, star + (after << 8));
  } else {
    c.addI(loc, op.UNPACK_SEQUENCE, size);
  }
  pc.onTop += size;
  for (const child of patterns) {
    pc.onTop--;
    subpattern(c, child, pc);
  }
}

/** For `[a, *_, b]`: takes the items by index, so that the rest is never copied. */
function sequenceBySubscript(
  c: Compiler,
  loc: Location,
  patterns: readonly pattern[],
  star: number,
  pc: PatternContext,
): void {
  pc.onTop++;
  const size = patterns.length;
  patterns.forEach((child, i) => {
    if (i === star || isWildcard(child)) return;
    c.addI(loc, op.COPY, 1);
    if (i < star) {
      c.loadConst(loc, i);
    } else {
      c.add(loc, op.GET_LEN);
      c.loadConst(loc, size - i);
      c.addI(loc, op.BINARY_OP, NB_SUBTRACT);
    }
    c.addI(loc, op.BINARY_OP, NB_SUBSCR);
    subpattern(c, child, pc);
  });
  pc.onTop--;
  c.add(loc, op.POP_TOP);
}

function classPattern(c: Compiler, p: MatchClass, pc: PatternContext): void {
  const loc = locationOf(p);
  const { patterns, kwd_attrs, kwd_patterns } = p;
  kwd_attrs.forEach((name, i) => {
    const other = kwd_attrs.indexOf(name, i + 1);
    if (other >= 0) {
      c.error(locationOf(kwd_patterns[other]!), `attribute name repeated in class pattern: ${name}`);
    }
  });
  c.visit(p.cls);
  c.loadConst(loc, new TupleConstant(kwd_attrs));
  c.addI(loc, op.MATCH_CLASS, patterns.length);
  c.addI(loc, op.COPY, 1);
  c.loadConst(loc, null);
  c.addI(loc, op.IS_OP, 1);
  pc.onTop++;
  jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
  const count = patterns.length + kwd_patterns.length;
  c.addI(loc, op.UNPACK_SEQUENCE, count);
  pc.onTop += count - 1;
  for (let i = 0; i < count; i++) {
    pc.onTop--;
    const child = i < patterns.length ? patterns[i]! : kwd_patterns[i - patterns.length]!;
    if (isWildcard(child)) c.add(loc, op.POP_TOP);
    else subpattern(c, child, pc);
  }
}

/** A key of a mapping pattern as a `Map` key: equal for keys that are equal in Python. */
function mappingKey(value: LiteralConstant): unknown {
  switch (typeof value) {
    case 'boolean':
      return Number(value);
    case 'string':
      return `s${value}`;
    case 'object':
      break;
    default:
      return value;
  }
  if (value === null) return null;
  switch (value.kind) {
    case 'float':
      return value.value;
    case 'complex':
      return value.imag === 0 ? value.real : `c${value.real},${value.imag}`;
    case 'bytes':
      return `b${value.bytes.join()}`;
    case 'wide':
      return `w${value.codePoints.join()}`;
    default:
      return value;
  }
}

function mappingPatternKey(c: Compiler, seen: Set<unknown>, p: MatchMapping, key: expr): void {
  if (key.node === 'Constant') {
    const value = mappingKey(key.value);
    if (seen.has(value)) {
      c.error(locationOf(p), `mapping pattern checks duplicate key (${constantRepr(key.value)})`);
    }
    seen.add(value);
  } else if (key.node !== 'Attribute') {
    c.error(locationOf(p), 'mapping pattern keys may only match literals and attribute lookups');
  }
  c.visit(key);
}

function mappingPattern(c: Compiler, p: MatchMapping, pc: PatternContext): void {
  const loc = locationOf(p);
  const size = p.keys.length;
  pc.onTop++;
  c.add(loc, op.MATCH_MAPPING);
  jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === null) {
    pc.onTop--;
    return c.add(loc, op.POP_TOP);
  }
  if (size > 0) checkLength(c, loc, size, 'GtE', pc);
  const seen = new Set<unknown>();
  for (const key of p.keys) mappingPatternKey(c, seen, p, key);
  c.addI(loc, op.BUILD_TUPLE, size);
  c.add(loc, op.MATCH_KEYS);
  pc.onTop += 2;
  c.addI(loc, op.COPY, 1);
  c.loadConst(loc, null);
  c.addI(loc, op.IS_OP, 1);
  jumpToFailPop(c, loc, pc, op.POP_JUMP_IF_FALSE);
  c.addI(loc, op.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (const child of p.patterns) {
    pc.onTop--;
    subpattern(c, child, pc);
  }
  pc.onTop -= 2;
  if (p.rest === null) {
    c.add(loc, op.POP_TOP);
    return c.add(loc, op.POP_TOP);
  }
  // [subject, keys] becomes a copy of the subject without the keys.
  c.addI(loc, op.BUILD_MAP, 0);
  c.addI(loc, op.SWAP, 3);
  c.addI(loc, op.DICT_UPDATE, 2);
  c.addI(loc, op.UNPACK_SEQUENCE, size);
  for (let i = size; i > 0; i--) {
    c.addI(loc, op.COPY, 1 + i);
    c.addI(loc, op.SWAP, 2);
    c.add(loc, op.DELETE_SUBSCR);
  }
  storeName(c, loc, p.rest, pc);
}

/** Puts the captures of an alternative into the order of the first one's. */
function reorderStores(c: Compiler, p: MatchOr, loc: Location, control: readonly string[], pc: PatternContext): void {
  for (let icontrol = control.length - 1; icontrol >= 0; icontrol--) {
    const istores = pc.stores.indexOf(control[icontrol]!);
    if (istores < 0) c.error(locationOf(p), 'alternative patterns bind different names');
    if (icontrol === istores) continue;
    const rotations = istores + 1;
    const rotated = pc.stores.splice(0, rotations);
    pc.stores.splice(icontrol - istores, 0, ...rotated);
    for (let i = 0; i < rotations; i++) rotate(c, loc, icontrol + 1);
  }
}

function orPattern(c: Compiler, p: MatchOr, pc: PatternContext): void {
  const loc = locationOf(p);
  const end = c.newLabel();
  const { stores, failPop, allowIrrefutable, onTop } = pc;
  let control: string[] = [];
  p.patterns.forEach((alternative, i) => {
    const alternativeLoc = locationOf(alternative);
    pc.stores = [];
    pc.allowIrrefutable = i === p.patterns.length - 1 && allowIrrefutable;
    pc.failPop = [];
    pc.onTop = 0;
    c.addI(alternativeLoc, op.COPY, 1);
    visitPattern(c, alternative, pc);
    if (i === 0) control = pc.stores;
    else if (pc.stores.length !== control.length) c.error(loc, 'alternative patterns bind different names');
    else reorderStores(c, p, alternativeLoc, control, pc);
    c.addJump(alternativeLoc, op.JUMP, end);
    emitAndResetFailPop(c, alternativeLoc, pc);
  });
  pc.stores = stores;
  pc.failPop = failPop;
  pc.allowIrrefutable = allowIrrefutable;
  pc.onTop = onTop;
  // No match: the copy of the subject goes.
  c.add(loc, op.POP_TOP);
  jumpToFailPop(c, loc, pc, op.JUMP);
  c.useLabel(end);
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, loc, rotations);
    if (pc.stores.includes(name)) duplicateStore(c, loc, name);
    pc.stores.push(name);
  }
  c.add(loc, op.POP_TOP);
}

/** @cpython Python/codegen.c codegen_match_inner (3.14) */
export function matchStatement(c: Compiler, s: Match): void {
  c.visit(s.subject);
  const end = c.newLabel();
  const count = s.cases.length;
  const hasDefault = count > 1 && isWildcard(s.cases[count - 1]!.pattern);
  const refutable = hasDefault ? count - 1 : count;
  for (let i = 0; i < refutable; i++) {
    const node = s.cases[i]!;
    const loc = locationOf(node.pattern);
    const isLast = i === refutable - 1;
    if (!isLast) c.addI(loc, op.COPY, 1);
    const pc: PatternContext = {
      stores: [],
      allowIrrefutable: node.guard !== null || i === count - 1,
      failPop: [],
      onTop: 0,
    };
    visitPattern(c, node.pattern, pc);
    for (const name of pc.stores) nameOp(c, loc, name, 'Store');
    if (node.guard !== null) {
      ensureFailPop(c, pc, 0);
      jumpIf(c, node.guard, pc.failPop[0]!, false);
    }
    if (!isLast) c.add(NEXT_LOCATION, op.POP_TOP);
    c.visitStatements(node.body);
    c.addJump(NO_LOCATION, op.JUMP, end);
    emitAndResetFailPop(c, loc, pc);
  }
  if (hasDefault) {
    const node = s.cases[count - 1]!;
    const loc = locationOf(node.pattern);
    // For coverage: the default case makes no code of its own.
    c.add(loc, op.NOP);
    if (node.guard !== null) jumpIf(c, node.guard, end, false);
    c.visitStatements(node.body);
  }
  c.useLabel(end);
}
