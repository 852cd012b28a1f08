/**
 * Arithmetic and comparisons, open-coded for ints and floats. Where kinds are not known they are guessed from the profile
 * and guarded; after a wrong guess the instruction is compiled for all kinds.
 */
import { op } from '../opcode/python-3.14.generated.ts';
import { internalOp } from '../objects/function/index.ts';
import { boxed, type AbstractValue, type Kind } from './abstract-value.ts';
import { BOOL, DICT, FLOAT, INT, LIST, NONE, STR, TUPLE } from './profile.ts';
import type { Translator } from './translator.ts';

const MAX = Number.MAX_SAFE_INTEGER;

const KIND_OF_MASK: ReadonlyMap<number, Kind> = new Map([
  [INT, 'int'],
  [FLOAT, 'float'],
  [BOOL, 'bool'],
  [STR, 'str'],
  [NONE, 'none'],
  [LIST, 'list'],
  [TUPLE, 'tuple'],
  [DICT, 'dict'],
]);

/** The kind that a value has, or that an operand was seen to have. */
export function likelyKind(e: Translator, value: AbstractValue, operand: number): Kind {
  if (value.kind !== 'any' || !e.mayGuess) return value.kind;
  return KIND_OF_MASK.get(e.kinds(operand)) ?? 'any';
}

/** Condition under which a value is not of a kind. */
function isNot(code: string, kind: Kind): string {
  switch (kind) {
    case 'int':
      return `typeof ${code} !== 'number'`;
    case 'str':
      return `typeof ${code} !== 'string'`;
    case 'bool':
      return `typeof ${code} !== 'boolean'`;
    case 'none':
      return `${code} !== None`;
    case 'range-iterator':
      return `typeof ${code} !== 'object' || ${code}.ob_type !== rangeIteratorType`;
    default:
      return `typeof ${code} !== 'object' || ${code}.ob_type !== ${kind}Type`;
  }
}

/** The value as one of that kind, after a guard if need be. */
export function asKind(e: Translator, value: AbstractValue, kind: Kind): AbstractValue {
  if (value.kind === kind) return value;
  e.guard(isNot(value.code, kind));
  const known: AbstractValue =
    kind === 'float'
      ? { kind: 'float', code: e.set(`${value.code}.value`), extra: value.code }
      : kind === 'none'
        ? { kind: 'none', code: 'None' }
        : { ...value, kind };
  e.refine(value.code, known);
  return known;
}

const boundOf = (value: AbstractValue): number => value.bound ?? MAX;

/** Pushes an int result that may be too large for a number; the interpreter then makes a bigint. */
function pushInt(e: Translator, expression: string, bound: number): void {
  const result = e.set(expression);
  if (bound > MAX) e.guard(`${result} > ${MAX} || ${result} < -${MAX}`);
  e.push({ kind: 'int', code: result, bound: Math.min(bound, MAX) });
}

const isInt32 = (code: string): string => `(${code} | 0) === ${code}`;

/** Whether the result is masked at once with a constant of at most 32 bits. */
function isMaskedNext(e: Translator): boolean {
  const { code, at } = e;
  if (code.plainOps[at + 2] !== internalOp.AND) return false;
  const arg = code.args[at + 1]!;
  const mask =
    code.plainOps[at + 1] === op.LOAD_SMALL_INT
      ? arg
      : code.plainOps[at + 1] === op.LOAD_CONST
        ? code.consts[arg]
        : undefined;
  // The mask's own operation must not guess: it would be left with a product that is not the right one.
  return typeof mask === 'number' && mask >= 0 && (mask < 2 ** 31 || mask === 0xffffffff) && !e.around.isStressed;
}

/** Both operands are ints. @returns false when it is better done elsewhere */
function intOperation(e: Translator, operation: number, left: AbstractValue, right: AbstractValue): boolean {
  const a = left.code;
  const b = right.code;
  const literal = /^\d+$/.test(b) ? Number(b) : undefined;
  switch (operation) {
    case internalOp.ADD:
      pushInt(e, `${a} + ${b}`, boundOf(left) + boundOf(right));
      return true;
    case internalOp.SUBTRACT:
      pushInt(e, `${a} - ${b}`, boundOf(left) + boundOf(right));
      return true;
    case internalOp.MULTIPLY:
      if (isMaskedNext(e)) {
        // Only the low 32 bits are looked at: they are right even where the product is not exact.
        const product = e.set(`${a} * ${b} + 0`);
        e.line(`if (${product} > ${MAX} || ${product} < -${MAX}) ${product} = Math.imul(${a}, ${b});`);
        e.push({ kind: 'int', code: product });
        return true;
      }
      pushInt(e, `${a} * ${b} + 0`, boundOf(left) * boundOf(right));
      return true;
    case internalOp.TRUE_DIVIDE:
      if (literal === undefined) e.guard(`${b} === 0`);
      else if (literal === 0) return false;
      e.push({ kind: 'float', code: e.set(`${a} / ${b}`) });
      return true;
    case internalOp.FLOOR_DIVIDE: {
      if (literal === 0) return false;
      if (literal === undefined) e.guard(`${b} === 0`);
      const isShift = literal !== undefined && (literal & (literal - 1)) === 0 && literal < 2 ** 31;
      const quick = isShift
        ? `${isInt32(a)} ? ${a} >> ${Math.log2(literal)}`
        : `${isInt32(a)} && ${a} >= 0 && ${isInt32(b)} && ${b} > 0 ? (${a} / ${b}) | 0`;
      e.push({ kind: 'int', code: e.set(`${quick} : floorDivideInts(${a}, ${b})`), bound: boundOf(left) });
      return true;
    }
    case internalOp.REMAINDER:
      if (literal === 0) return false;
      if (literal === undefined) e.guard(`${b} === 0`);
      e.push({
        kind: 'int',
        code: e.set(`${a} >= 0 && ${b} > 0 ? ${a} % ${b} : remainderOfInts(${a}, ${b})`),
        bound: boundOf(right),
      });
      return true;
    case internalOp.AND:
      if (literal !== undefined && literal < 2 ** 31) {
        e.push({ kind: 'int', code: e.set(`${a} & ${b}`), bound: literal });
        return true;
      }
      if (literal === 0xffffffff) {
        e.push({ kind: 'int', code: e.set(`${a} >>> 0`), bound: literal });
        return true;
      }
      return bitOperation(e, '&', a, b);
    case internalOp.OR:
      return bitOperation(e, '|', a, b);
    case internalOp.XOR:
      return bitOperation(e, '^', a, b);
    case internalOp.LSHIFT:
      if (literal === undefined) e.guard(`${b} < 0 || ${b} > 30`);
      else if (literal > 30) return false;
      pushInt(e, literal === undefined ? `${a} * (1 << ${b})` : `${a} * ${2 ** literal}`, MAX * 2);
      return true;
    case internalOp.RSHIFT:
      if (literal === undefined) e.guard(`${b} < 0 || ${b} > 1000`);
      else if (literal > 1000) return false;
      e.push({
        kind: 'int',
        code: e.set(`${isInt32(a)} && ${b} < 32 ? ${a} >> ${b} : Math.floor(${a} / 2 ** ${b})`),
        bound: boundOf(left),
      });
      return true;
    default:
      return false;
  }
}

function bitOperation(e: Translator, symbol: string, a: string, b: string): boolean {
  const slow = { '&': 'andInts', '|': 'orInts', '^': 'xorInts' }[symbol]!;
  const result = e.set(`${isInt32(a)} && ${isInt32(b)} ? ${a} ${symbol} ${b} : ${slow}(${a}, ${b})`);
  e.guard(`typeof ${result} !== 'number'`);
  e.push({ kind: 'int', code: result });
  return true;
}

/** At least one operand is a float, the other a float or an int. */
function floatOperation(e: Translator, operation: number, left: AbstractValue, right: AbstractValue): boolean {
  const symbol = new Map<number, string>([
    [internalOp.ADD, '+'],
    [internalOp.SUBTRACT, '-'],
    [internalOp.MULTIPLY, '*'],
    [internalOp.TRUE_DIVIDE, '/'],
  ]).get(operation);
  if (symbol === undefined) return false;
  if (operation === internalOp.TRUE_DIVIDE) {
    const divisor = Number(right.code.replace(/[()]/g, ''));
    if (divisor === 0) return false;
    if (Number.isNaN(divisor)) e.guard(`${right.code} === 0`);
  }
  e.push({ kind: 'float', code: e.set(`${left.code} ${symbol} ${right.code}`) });
  return true;
}

const isNumber = (kind: Kind): boolean => kind === 'int' || kind === 'float';

/** ADD … RSHIFT, and BINARY_OP for the others. */
export function binary(e: Translator, operation: number, arg: number): void {
  const right = e.pop();
  const left = e.pop();
  const leftKind = likelyKind(e, left, 1);
  const rightKind = likelyKind(e, right, 0);
  if (isNumber(leftKind) && isNumber(rightKind)) {
    const knownLeft = asKind(e, left, leftKind);
    const knownRight = asKind(e, right, rightKind);
    const run = leftKind === 'int' && rightKind === 'int' ? intOperation : floatOperation;
    if ((leftKind === 'float' || e.mayGuess) && run(e, operation, knownLeft, knownRight)) return;
  } else if (leftKind === 'str' && rightKind === 'str' && operation === internalOp.ADD) {
    e.push({
      kind: 'str',
      code: e.set(`${asKind(e, left, 'str').code} + ${asKind(e, right, 'str').code}`),
    });
    return;
  }
  genericBinary(e, operation, arg, boxed(left), boxed(right));
}

const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [internalOp.ADD, '+'],
  [internalOp.SUBTRACT, '-'],
  [internalOp.MULTIPLY, '*'],
]);

function genericBinary(e: Translator, operation: number, arg: number, left: string, right: string): void {
  const symbol = SYMBOLS.get(operation);
  e.throwing();
  if (symbol === undefined) {
    e.pushAny(`binaryOperation(${arg}, ${left}, ${right})`);
    return;
  }
  const a = e.set(left);
  const b = e.set(right);
  const result = e.temporary();
  const zero = symbol === '*' ? ' + 0' : '';
  e.line(
    `${result} = typeof ${a} === 'number' && typeof ${b} === 'number' && ` +
      `(${result} = ${a} ${symbol} ${b}${zero}) <= ${MAX} && ${result} >= -${MAX} ? ${result} : ` +
      `binaryOperation(${arg}, ${a}, ${b});`,
  );
  e.push({ kind: 'any', code: result });
}

const COMPARISONS = ['<', '<=', '===', '!==', '>', '>='];

/** COMPARE_LT … COMPARE_GE. */
export function compare(e: Translator, operation: number, arg: number): void {
  const right = e.pop();
  const left = e.pop();
  const which = operation - internalOp.COMPARE_LT;
  const symbol = COMPARISONS[which]!;
  const isEquality = which === 2 || which === 3;
  const leftKind = likelyKind(e, left, 1);
  const rightKind = likelyKind(e, right, 0);
  const isBoth = (kind: Kind): boolean => leftKind === kind && rightKind === kind;
  if (
    (isNumber(leftKind) && isNumber(rightKind)) ||
    (isEquality && (isBoth('str') || isBoth('none') || isBoth('bool')))
  ) {
    const a = asKind(e, left, leftKind).code;
    const b = asKind(e, right, rightKind).code;
    e.push({ kind: 'bool', code: `(${a} ${symbol} ${b})` });
    return;
  }
  const a = boxed(left);
  const b = boxed(right);
  e.throwing();
  const isBool = (arg & 16) !== 0;
  const slow = isBool ? `compareBool(${a}, ${b}, ${which})` : `richCompare(${a}, ${b}, ${which})`;
  if (left.kind === 'any' || right.kind === 'any') {
    const test = [left, right]
      .filter((value) => value.kind === 'any')
      .map((value) => `typeof ${value.code} === 'number'`)
      .join(' && ');
    const mayBeNumbers = [left, right].every((value) => value.kind === 'any' || value.kind === 'int');
    const result = e.set(mayBeNumbers ? `${test} ? ${a} ${symbol} ${b} : ${slow}` : slow);
    e.push({ kind: isBool ? 'bool' : 'any', code: result });
  } else e.push({ kind: isBool ? 'bool' : 'any', code: e.set(slow) });
}

/** TO_BOOL. */
export function toBool(e: Translator): void {
  const value = e.pop();
  const kind = likelyKind(e, value, 0);
  switch (kind) {
    case 'bool':
      e.push(asKind(e, value, 'bool'));
      return;
    case 'int':
    case 'float':
      e.push({ kind: 'bool', code: `(${asKind(e, value, kind).code} !== 0)` });
      return;
    case 'str':
      e.push({ kind: 'bool', code: `(${asKind(e, value, kind).code} !== '')` });
      return;
    case 'none':
      asKind(e, value, kind);
      e.push({ kind: 'bool', code: 'false' });
      return;
    case 'list':
    case 'tuple':
      e.push({ kind: 'bool', code: e.set(`${asKind(e, value, kind).code}.items.length !== 0`) });
      return;
    default: {
      const code = boxed(value);
      e.throwing();
      e.push({ kind: 'bool', code: e.set(`typeof ${code} === 'boolean' ? ${code} : isTrue(${code})`) });
    }
  }
}

/** UNARY_NEGATIVE. */
export function negate(e: Translator): void {
  const value = e.pop();
  const kind = likelyKind(e, value, 0);
  if (kind === 'int') {
    const known = asKind(e, value, kind);
    e.push({ kind: 'int', code: e.set(`0 - ${known.code}`), bound: boundOf(known) });
  } else if (kind === 'float') e.push({ kind: 'float', code: e.set(`-${asKind(e, value, kind).code}`) });
  else {
    const code = boxed(value);
    e.push({ kind: 'any', code: e.throwingSet(`negative(${code})`) });
  }
}
