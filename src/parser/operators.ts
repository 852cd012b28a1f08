/** Operator tokens: their precedence, and the names that the tree has for them. */
import type { cmpop, operator, unaryop } from '../ast/nodes.generated.ts';
import * as T from '../lexer/token.ts';

const binaryOperators: readonly (readonly [number, number, operator])[] = [
  [T.VBAR, 1, 'BitOr'],
  [T.CIRCUMFLEX, 2, 'BitXor'],
  [T.AMPER, 3, 'BitAnd'],
  [T.LEFTSHIFT, 4, 'LShift'],
  [T.RIGHTSHIFT, 4, 'RShift'],
  [T.PLUS, 5, 'Add'],
  [T.MINUS, 5, 'Sub'],
  [T.STAR, 6, 'Mult'],
  [T.SLASH, 6, 'Div'],
  [T.DOUBLESLASH, 6, 'FloorDiv'],
  [T.PERCENT, 6, 'Mod'],
  [T.AT, 6, 'MatMult'],
];

/** By token kind: how tightly a binary operator binds, 0 for all other tokens. */
export const BINARY_PRECEDENCE = new Uint8Array(256);
/** By token kind. */
export const BINARY_OPERATOR: (operator | undefined)[] = new Array<operator | undefined>(256).fill(undefined);
for (const [kind, precedence, name] of binaryOperators) {
  BINARY_PRECEDENCE[kind] = precedence;
  BINARY_OPERATOR[kind] = name;
}

/** By token kind: the operator of an augmented assignment. */
export const AUGMENTED_OPERATOR: (operator | undefined)[] = new Array<operator | undefined>(256).fill(undefined);
const augmentedOperators: readonly (readonly [number, operator])[] = [
  [T.PLUSEQUAL, 'Add'],
  [T.MINEQUAL, 'Sub'],
  [T.STAREQUAL, 'Mult'],
  [T.ATEQUAL, 'MatMult'],
  [T.SLASHEQUAL, 'Div'],
  [T.PERCENTEQUAL, 'Mod'],
  [T.AMPEREQUAL, 'BitAnd'],
  [T.VBAREQUAL, 'BitOr'],
  [T.CIRCUMFLEXEQUAL, 'BitXor'],
  [T.LEFTSHIFTEQUAL, 'LShift'],
  [T.RIGHTSHIFTEQUAL, 'RShift'],
  [T.DOUBLESTAREQUAL, 'Pow'],
  [T.DOUBLESLASHEQUAL, 'FloorDiv'],
];
for (const [kind, name] of augmentedOperators) AUGMENTED_OPERATOR[kind] = name;

/** By token kind: comparisons that are one token. */
export const COMPARISON_OPERATOR: (cmpop | undefined)[] = new Array<cmpop | undefined>(256).fill(undefined);
COMPARISON_OPERATOR[T.EQEQUAL] = 'Eq';
COMPARISON_OPERATOR[T.NOTEQUAL] = 'NotEq';
COMPARISON_OPERATOR[T.LESS] = 'Lt';
COMPARISON_OPERATOR[T.LESSEQUAL] = 'LtE';
COMPARISON_OPERATOR[T.GREATER] = 'Gt';
COMPARISON_OPERATOR[T.GREATEREQUAL] = 'GtE';
COMPARISON_OPERATOR[T.IN] = 'In';
COMPARISON_OPERATOR[T.IS] = 'Is';

/** By token kind: 1 for the first token of a comparison operator (`not` of `not in` included). */
export const STARTS_COMPARISON = new Uint8Array(256);
for (let kind = 0; kind < 256; kind++) if (COMPARISON_OPERATOR[kind] !== undefined) STARTS_COMPARISON[kind] = 1;
STARTS_COMPARISON[T.NOT] = 1;

export function unaryOperator(kind: number): unaryop {
  return kind === T.MINUS ? 'USub' : kind === T.PLUS ? 'UAdd' : 'Invert';
}

/** By token kind: 1 where an expression, starred or not, may begin with it. */
export const STARTS_EXPRESSION = new Uint8Array(256);
for (const kind of [
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.FSTRING_START,
  T.TSTRING_START,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.MINUS,
  T.PLUS,
  T.TILDE,
  T.ELLIPSIS,
  T.NOT,
  T.LAMBDA,
  T.AWAIT,
  T.NONE,
  T.TRUE,
  T.FALSE,
  T.STAR,
]) {
  STARTS_EXPRESSION[kind] = 1;
}
