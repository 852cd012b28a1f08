/**
 * Every instruction of a block, one after the other.
 *
 * @cpython Python/bytecodes.c
 */
import { excTypes, tupleType } from '../objects/core/index.ts';
import { internalOp } from '../objects/function/index.ts';
import { op } from '../opcode/python-3.14.generated.ts';
import { boxed, UNBOUND, type AbstractValue } from './abstract-value.ts';
import { asKind, binary, compare, likelyKind, negate, toBool } from './arithmetic.ts';
import { loadAttribute, loadMethod, storeAttribute } from './attributes.ts';
import { callInstruction, callSpread, callWithKeywords } from './calls.ts';
import { leaves, type Block } from './flow-graph.ts';
import { isNoted } from './profile.ts';
import { loadSubscript, storeSubscript } from './subscripts.ts';
import type { Translator } from './translator.ts';

/** Translates the instructions of a block; sets `e.ending`. */
export function translateBlock(e: Translator, block: Block): void {
  for (let at = block.start; at < block.end && e.ending === null; at++) {
    e.begin(at);
    translate(e, e.code.plainOps[at]!, e.code.args[at]!);
  }
  if (e.ending === null) e.jump(block.end);
}

function loadLocal(e: Translator, index: number, isChecked = false): void {
  const value = e.places[index]!;
  if (value.kind === 'maybe-float') {
    if (isChecked) e.guard(`!${value.extra}`);
    e.push({ kind: 'float', code: value.code });
  } else if (isChecked && value.kind === 'unbound') e.leave();
  else {
    if (isChecked && value.kind === 'any') e.guard(`${value.code} === u`);
    e.push(value);
  }
}

function storeLocal(e: Translator, index: number): void {
  e.places[index] = e.pop();
}

/** Pops values and gives them as the text of an array. */
function popArray(e: Translator, count: number): string {
  const values: string[] = [];
  for (let i = 0; i < count; i++) values.unshift(boxed(e.pop()));
  return `[${values.join(', ')}]`;
}

function translate(e: Translator, operation: number, arg: number): void {
  const { code } = e;
  if (leaves(operation)) {
    e.leave();
    return;
  }
  if (e.isUnseen && isNoted(operation) && operation !== op.RESUME) {
    e.leaveUnseen();
    return;
  }
  switch (operation) {
    case op.NOP:
    case op.NOT_TAKEN:
    case op.CACHE:
    case op.RESUME:
      return;
    case op.LOAD_FAST:
    case op.LOAD_FAST_BORROW:
      loadLocal(e, arg);
      return;
    case op.LOAD_FAST_CHECK:
      loadLocal(e, arg, true);
      return;
    case op.LOAD_FAST_AND_CLEAR:
      e.push(e.places[arg]!);
      e.places[arg] = UNBOUND;
      return;
    case op.LOAD_FAST_LOAD_FAST:
    case op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
      loadLocal(e, arg >> 4);
      loadLocal(e, arg & 15);
      return;
    case op.LOAD_CONST:
      e.push(e.literal(code.consts[arg]!));
      return;
    case op.LOAD_SMALL_INT:
      e.push(e.literal(arg));
      return;
    case op.STORE_FAST:
      storeLocal(e, arg);
      return;
    case op.STORE_FAST_LOAD_FAST:
      storeLocal(e, arg >> 4);
      loadLocal(e, arg & 15);
      return;
    case op.STORE_FAST_STORE_FAST:
      storeLocal(e, arg >> 4);
      storeLocal(e, arg & 15);
      return;
    case op.POP_TOP: {
      const value = e.pop();
      if (value.kind === 'any') e.line(`if (hasFinalizable() && isFinalizable(${value.code})) ${e.leaveHere()}`);
      return;
    }
    case op.END_FOR:
      e.pop();
      return;
    case op.POP_ITER: {
      const value = e.pop();
      if (value.kind === 'any') e.line(`if (isNotedGenerator(${value.code})) ${e.leaveHere()}`);
      return;
    }
    case op.PUSH_NULL:
      e.push(UNBOUND);
      return;
    case op.COPY:
      e.push(e.top(arg - 1));
      return;
    case op.SWAP: {
      const last = e.places.length - 1;
      const value = e.places[last]!;
      e.places[last] = e.places[last + 1 - arg]!;
      e.places[last + 1 - arg] = value;
      return;
    }
    default:
  }
  if (
    !translateNames(e, operation, arg) &&
    !translateOperators(e, operation, arg) &&
    !translateControl(e, operation, arg)
  )
    if (!translateBuilding(e, operation, arg)) e.leave();
}

function translateNames(e: Translator, operation: number, arg: number): boolean {
  const { code } = e;
  switch (operation) {
    case op.MAKE_CELL:
      e.places[arg] = { kind: 'cell', code: e.set(`new PyCell(${boxed(e.places[arg]!)})`) };
      return true;
    case op.COPY_FREE_VARS:
      for (let i = 0; i < arg; i++) {
        const index = code.nlocalsplus - arg + i;
        e.places[index] = { kind: 'cell', code: e.set(`self.closure[${i}]`) };
      }
      return true;
    case op.LOAD_DEREF: {
      const value = e.set(`${e.places[arg]!.code}.value`);
      e.guard(`${value} === u`);
      e.push({ kind: 'any', code: value });
      return true;
    }
    case op.STORE_DEREF:
      e.line(`${e.places[arg]!.code}.value = ${boxed(e.pop())};`);
      return true;
    case op.LOAD_GLOBAL:
      loadGlobal(e, code.names[arg >> 1]!);
      if ((arg & 1) !== 0) e.push(UNBOUND);
      return true;
    case op.LOAD_NAME:
      if (!e.around.isModule) return false;
      loadGlobal(e, code.names[arg]!);
      return true;
    case op.STORE_GLOBAL: {
      const value = boxed(e.pop());
      e.throwing();
      e.line(`setItem(globals, ${e.constant(code.names[arg]!)}, ${value});`);
      return true;
    }
    case op.STORE_NAME: {
      if (!e.around.isModule) return false;
      const value = boxed(e.pop());
      e.line(`if (hasFinalizable()) ${e.leaveHere()}`);
      e.throwing();
      e.line(`storeName(standIn, ${e.constant(code.names[arg]!)}, ${value});`);
      return true;
    }
    case op.LOAD_COMMON_CONSTANT:
      if (arg > 2) return false;
      e.push(e.literal([excTypes.AssertionError, excTypes.NotImplementedError, tupleType][arg]!));
      return true;
    case op.LOAD_ATTR:
      loadAttribute(e, code.names[arg >> 1]!);
      return true;
    case internalOp.LOAD_METHOD:
      loadMethod(e, code.names[arg >> 1]!);
      return true;
    case op.STORE_ATTR:
      storeAttribute(e, code.names[arg]!);
      return true;
    case op.DELETE_ATTR: {
      const owner = boxed(e.pop());
      e.throwing();
      e.line(`setAttribute(${owner}, ${e.constant(code.names[arg]!)}, u);`);
      return true;
    }
    case op.LOAD_SUPER_ATTR: {
      const array = popArray(e, 3);
      e.throwing();
      const found = e.set(`superAttribute(${array}, ${e.constant(code.names[arg >> 2]!)}, ${arg})`);
      e.push({ kind: 'any', code: e.set(`${found}[0]`) });
      if ((arg & 1) !== 0) e.push({ kind: 'any', code: e.set(`${found}[1]`), isMaybeNull: true });
      return true;
    }
    case op.LOAD_SPECIAL: {
      const owner = boxed(e.pop());
      e.throwing();
      const found = e.set(`special(${owner}, ${arg})`);
      e.push({ kind: 'any', code: e.set(`${found}[0]`) });
      e.push({ kind: 'any', code: e.set(`${found}[1]`), isMaybeNull: true });
      return true;
    }
    default:
      return false;
  }
}

function loadGlobal(e: Translator, name: string): void {
  const cell = e.mayGuess ? e.around.globalCell(name) : undefined;
  if (cell === undefined || cell.value === undefined) {
    e.pushAnyThrowing(`loadGlobal(globals, builtins, ${e.constant(name)})`);
    return;
  }
  const code = e.set(`${e.constant(cell)}.value`);
  e.guard(`${code} === u`);
  e.push({ kind: 'any', code, expected: cell.value });
}

function translateOperators(e: Translator, operation: number, arg: number): boolean {
  if (operation >= internalOp.ADD && operation <= internalOp.RSHIFT) {
    binary(e, operation, arg);
    return true;
  }
  if (operation >= internalOp.COMPARE_LT && operation <= internalOp.COMPARE_GE) {
    compare(e, operation, arg);
    return true;
  }
  switch (operation) {
    case op.BINARY_OP:
      binary(e, operation, arg);
      return true;
    case op.UNARY_NEGATIVE:
      negate(e);
      return true;
    case op.UNARY_INVERT: {
      const value = e.pop();
      if (likelyKind(e, value, 0) === 'int') {
        e.push({ kind: 'int', code: e.set(`-1 - ${asKind(e, value, 'int').code}`) });
        e.guard(`${e.top().code} < -9007199254740991`);
      } else e.pushAnyThrowing(`invert(${boxed(value)})`);
      return true;
    }
    case op.UNARY_NOT:
      e.push({ kind: 'bool', code: `(${boxed(e.pop())} === false)` });
      return true;
    case op.TO_BOOL:
      toBool(e);
      return true;
    case internalOp.IS:
    case internalOp.IS_NOT: {
      const right = e.pop();
      const left = e.pop();
      const not = operation === internalOp.IS ? '' : '!';
      e.push({ kind: 'bool', code: identical(e, left, right, not) });
      return true;
    }
    case internalOp.CONTAINS:
    case internalOp.NOT_CONTAINS: {
      const container = e.pop();
      const item = boxed(e.pop());
      const not = operation === internalOp.CONTAINS ? '' : '!';
      const isDict = likelyKind(e, container, 0) === 'dict';
      const object = isDict ? asKind(e, container, 'dict').code : boxed(container);
      e.throwing();
      const found = isDict
        ? `${object}.get(${item}) ${not === '' ? '!==' : '==='} u`
        : `${not}contains(${object}, ${item})`;
      e.push({ kind: 'bool', code: e.set(found) });
      return true;
    }
    case internalOp.SUBSCRIPT:
      loadSubscript(e);
      return true;
    case op.STORE_SUBSCR:
      storeSubscript(e);
      return true;
    case op.DELETE_SUBSCR: {
      const key = boxed(e.pop());
      const container = boxed(e.pop());
      e.throwing();
      e.line(`setItem(${container}, ${key}, u);`);
      return true;
    }
    case op.BINARY_SLICE: {
      const stop = boxed(e.pop());
      const start = boxed(e.pop());
      const container = boxed(e.pop());
      e.pushAnyThrowing(`getItem(${container}, new PySlice(${start}, ${stop}, None))`);
      return true;
    }
    case op.STORE_SLICE: {
      const stop = boxed(e.pop());
      const start = boxed(e.pop());
      const container = boxed(e.pop());
      const value = boxed(e.pop());
      e.throwing();
      e.line(`setItem(${container}, new PySlice(${start}, ${stop}, None), ${value});`);
      return true;
    }
    case op.BUILD_SLICE: {
      const step = arg === 3 ? boxed(e.pop()) : 'None';
      const stop = boxed(e.pop());
      e.pushAny(`new PySlice(${boxed(e.pop())}, ${stop}, ${step})`);
      return true;
    }
    default:
      return false;
  }
}

/** Objects of these kinds are identical when JavaScript says so. */
const BY_IDENTITY: ReadonlySet<string> = new Set(['none', 'bool', 'list', 'tuple', 'dict']);

function identical(e: Translator, left: AbstractValue, right: AbstractValue, not: string): string {
  if (left.kind === 'float' && right.kind === 'float') return `(${not}Object.is(${left.code}, ${right.code}))`;
  const a = boxed(left);
  const b = boxed(right);
  if (BY_IDENTITY.has(left.kind) || BY_IDENTITY.has(right.kind)) return `(${a} ${not === '' ? '===' : '!=='} ${b})`;
  return e.set(`${not}is(${a}, ${b})`);
}

function translateControl(e: Translator, operation: number, arg: number): boolean {
  const next = e.at + 1;
  switch (operation) {
    case op.JUMP_FORWARD:
    case op.JUMP_BACKWARD_NO_INTERRUPT:
      e.jump(arg);
      return true;
    case op.JUMP_BACKWARD:
      e.line(`if (t.evalBreaker) ${e.leaveHere()}`);
      e.jump(arg);
      return true;
    case op.POP_JUMP_IF_FALSE:
    case op.POP_JUMP_IF_TRUE: {
      const value = e.pop();
      const isWanted = operation === op.POP_JUMP_IF_TRUE;
      const truth = value.kind === 'bool' ? value.code : `${boxed(value)} === ${isWanted}`;
      const condition = value.kind === 'bool' && !isWanted ? `!${value.code}` : truth;
      e.ending = { kind: 'branch', condition, yes: e.edge(arg), no: e.edge(next) };
      return true;
    }
    case op.POP_JUMP_IF_NONE:
    case op.POP_JUMP_IF_NOT_NONE: {
      const value = e.pop();
      const symbol = operation === op.POP_JUMP_IF_NONE ? '===' : '!==';
      const no = e.edge(next);
      e.ending = { kind: 'branch', condition: `${boxed(value)} ${symbol} None`, yes: e.edge(arg), no };
      return true;
    }
    case op.RETURN_VALUE:
      if (e.around.isLoopEntry) e.leave();
      else {
        const value = boxed(e.pop());
        e.line('t.recursionDepth--;');
        e.line(`return ${value};`);
        e.ending = { kind: 'left' };
      }
      return true;
    case op.GET_ITER:
      getIterator(e);
      return true;
    case op.FOR_ITER:
      forIteration(e, arg);
      return true;
    default:
      return false;
  }
}

function getIterator(e: Translator): void {
  const value = e.pop();
  if (value.kind === 'range' || value.kind === 'range-iterator') {
    e.push(value);
    return;
  }
  const kind = likelyKind(e, value, 0);
  if (kind === 'list' || kind === 'tuple') {
    e.push({ kind: 'items', code: asKind(e, value, kind).code, extra: '0' });
    return;
  }
  e.pushAnyThrowing(`getIter(${boxed(value)})`);
}

/** FOR_ITER: iterator -- iterator, item; after the last jumps past the END_FOR. */
function forIteration(e: Translator, arg: number): void {
  const iterator = e.top();
  const place = e.places.length - 1;
  const end = e.edge(arg + 1);
  const { code } = iterator;
  const advance = (next: AbstractValue, item: AbstractValue): AbstractValue[] => {
    const state = e.places.slice();
    state[place] = next;
    state.push(item);
    return state;
  };
  if (iterator.kind === 'range') {
    const next = { ...iterator, code: `(${code} + ${iterator.step})` };
    const condition = `${code} ${iterator.step! > 0 ? '<' : '>'} ${iterator.extra}`;
    const yes = e.edge(e.at + 1, [], advance(next, { kind: 'int', code }));
    e.ending = { kind: 'branch', condition, yes, no: end };
    return;
  }
  if (iterator.kind === 'items') {
    const item = e.temporary();
    const next = { ...iterator, extra: `(${iterator.extra} + 1)` };
    const before = [`${item} = ${code}.items[${iterator.extra}];`];
    const yes = e.edge(e.at + 1, before, advance(next, { kind: 'any', code: item }));
    e.ending = { kind: 'branch', condition: `${iterator.extra} < ${code}.items.length`, yes, no: end };
    return;
  }
  const object = boxed(iterator);
  const item = e.temporary();
  if (iterator.kind === 'range-iterator') {
    const before = [
      `${object}.remaining--;`,
      `${item} = ${object}.next;`,
      `${object}.next = ${item} + ${object}.step;`,
    ];
    const yes = e.edge(e.at + 1, before, advance(iterator, { kind: 'int', code: item }));
    e.ending = { kind: 'branch', condition: `${object}.remaining > 0`, yes, no: end };
    return;
  }
  e.throwing();
  const type = e.set(`${object}.ob_type`);
  e.line(
    `if (${type} === rangeIteratorType) ${item} = ${object}.remaining > 0 ? ` +
      `(${object}.remaining--, ${item} = ${object}.next, ${object}.next = ${item} + ${object}.step, ${item}) : u;`,
  );
  e.line(
    `else if (${type} === listIteratorType && ${object}.list !== null && ${object}.index < ${object}.list.items.length) ` +
      `${item} = ${object}.list.items[${object}.index++];`,
  );
  e.line(`else ${item} = nextItem(${object});`);
  const yes = e.edge(e.at + 1, [], advance(iterator, { kind: 'any', code: item }));
  e.ending = { kind: 'branch', condition: `${item} !== u`, yes, no: end };
}

function translateBuilding(e: Translator, operation: number, arg: number): boolean {
  switch (operation) {
    case op.BUILD_TUPLE:
      e.push({ kind: 'tuple', code: e.set(`new PyTuple(${popArray(e, arg)})`) });
      return true;
    case op.BUILD_LIST:
      e.push({ kind: 'list', code: e.set(`new PyList(${popArray(e, arg)})`) });
      return true;
    case op.BUILD_SET: {
      const array = popArray(e, arg);
      e.pushAnyThrowing(`buildSet(${array}, 0, ${arg})`);
      return true;
    }
    case op.BUILD_MAP: {
      const array = popArray(e, arg * 2);
      e.throwing();
      e.push({ kind: 'dict', code: e.set(`buildMap(${array}, 0, ${arg})`) });
      return true;
    }
    case op.BUILD_STRING: {
      const parts = e.places.slice(e.places.length - arg);
      const array = popArray(e, arg);
      if (parts.every((part) => part.kind === 'str'))
        e.push({ kind: 'str', code: e.set(parts.map((part) => part.code).join(' + ')) });
      else e.pushAny(`buildString(${array}, 0, ${arg})`);
      return true;
    }
    case op.LIST_APPEND: {
      const value = boxed(e.pop());
      e.line(`${boxed(e.top(arg - 1))}.items.push(${value});`);
      return true;
    }
    case op.SET_ADD: {
      const value = boxed(e.pop());
      e.throwing();
      e.line(`addToSet(${boxed(e.top(arg - 1))}, ${value});`);
      return true;
    }
    case op.MAP_ADD: {
      const value = boxed(e.pop());
      const key = boxed(e.pop());
      e.throwing();
      e.line(`${boxed(e.top(arg - 1))}.set(${key}, ${value});`);
      return true;
    }
    case op.LIST_EXTEND:
    case op.SET_UPDATE:
    case op.DICT_UPDATE: {
      const value = boxed(e.pop());
      const helper =
        operation === op.LIST_EXTEND ? 'extendList' : operation === op.SET_UPDATE ? 'updateSet' : 'updateDict';
      e.throwing();
      e.line(`${helper}(${boxed(e.top(arg - 1))}, ${value});`);
      return true;
    }
    case op.DICT_MERGE: {
      const value = boxed(e.pop());
      e.throwing();
      e.line(`mergeKeywords(${boxed(e.top(arg - 1))}, ${value}, ${boxed(e.top(arg + 2))});`);
      return true;
    }
    case op.UNPACK_SEQUENCE:
      unpack(e, arg);
      return true;
    case op.UNPACK_EX: {
      const value = boxed(e.pop());
      e.throwing();
      const items = e.set(`unpackEx(${value}, ${arg & 0xff}, ${arg >> 8})`);
      for (let i = (arg & 0xff) + (arg >> 8); i >= 0; i--) e.pushAny(`${items}[${i}]`);
      return true;
    }
    case op.FORMAT_SIMPLE: {
      const value = e.pop();
      if (value.kind === 'str') e.push(value);
      else if (value.kind === 'int') e.push({ kind: 'str', code: e.set(`String(${value.code})`) });
      else e.pushAnyThrowing(`formatSimple(${boxed(value)})`);
      return true;
    }
    case op.FORMAT_WITH_SPEC: {
      const spec = boxed(e.pop());
      e.pushAnyThrowing(`formatWithSpec(${boxed(e.pop())}, ${spec})`);
      return true;
    }
    case op.CONVERT_VALUE:
      e.pushAnyThrowing(`convertValue(${boxed(e.pop())}, ${arg})`);
      return true;
    case op.MAKE_FUNCTION:
      e.pushAny(`makeFunction(${boxed(e.pop())}, standIn)`);
      return true;
    case op.SET_FUNCTION_ATTRIBUTE: {
      const func = e.pop();
      e.line(`setFunctionAttribute(${boxed(func)}, ${boxed(e.pop())}, ${arg});`);
      e.push(func);
      return true;
    }
    case op.CALL:
      callInstruction(e, arg);
      return true;
    case op.CALL_KW:
      callWithKeywords(e, arg);
      return true;
    case op.CALL_FUNCTION_EX:
      callSpread(e);
      return true;
    case op.CALL_INTRINSIC_1:
      if (arg !== 5 && arg !== 6) return false;
      e.pushAnyThrowing(`callIntrinsic1(t, standIn, ${arg}, ${boxed(e.pop())})`);
      return true;
    default:
      return translateMatching(e, operation, arg);
  }
}

function translateMatching(e: Translator, operation: number, arg: number): boolean {
  switch (operation) {
    case op.GET_LEN:
      e.throwing();
      e.push({ kind: 'int', code: e.set(`length(${boxed(e.top())})`) });
      return true;
    case op.MATCH_MAPPING:
    case op.MATCH_SEQUENCE:
      e.push({
        kind: 'bool',
        code: e.set(`${operation === op.MATCH_MAPPING ? 'isMapping' : 'isSequence'}(${boxed(e.top())})`),
      });
      return true;
    case op.MATCH_KEYS:
      e.pushAnyThrowing(`matchKeys(${boxed(e.top(1))}, ${boxed(e.top())})`);
      return true;
    case op.MATCH_CLASS: {
      const names = boxed(e.pop());
      const type = boxed(e.pop());
      const subject = boxed(e.pop());
      e.throwing();
      const found = e.set(`matchClass(${subject}, ${type}, ${arg}, ${names})`);
      e.pushAny(`${found} === u ? None : ${found}`);
      return true;
    }
    default:
      return false;
  }
}

function unpack(e: Translator, count: number): void {
  const value = e.pop();
  const kind = likelyKind(e, value, 0);
  let items: string;
  if (kind === 'tuple' || kind === 'list') {
    const { code } = asKind(e, value, kind);
    items = e.set(`${code}.items`);
    e.guard(`${items}.length !== ${count}`);
  } else {
    const code = boxed(value);
    e.throwing();
    items = e.set(`unpackSequence(${code}, ${count})`);
  }
  const values: string[] = [];
  for (let i = 0; i < count; i++) values.push(e.set(`${items}[${i}]`));
  for (const code of values.reverse()) e.push({ kind: 'any', code });
}
