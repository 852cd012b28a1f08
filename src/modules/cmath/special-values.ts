/**
 * Values of complex functions where a part is infinite or NaN, as C's Annex G fixes them.
 *
 * Rows by the real part, columns by the imaginary one: -inf, negative, -0, 0, positive, inf, NaN. `i` is infinity, `n` NaN, `q h t p`
 * are 1 to 4 quarters of pi, `E` a domain error, `.` both parts finite (not looked up).
 *
 * @cpython Modules/cmathmodule.c
 */
import { PyComplex } from '../../objects/core/index.ts';

const TABLES = {
  acos: 't,i p,i p,i p,-i p,-i t,-i n,i h,i . . . . h,-i n,n h,i . . . . h,-i h,n h,i . . . . h,-i h,n h,i . . . . h,-i n,n q,i 0,i 0,i 0,-i 0,-i q,-i n,i n,i n,n n,n n,n n,n n,-i n,n',
  acosh:
    'i,-t i,-p i,-p i,p i,p i,t i,n i,-h . . . . i,h n,n i,-h . . . . i,h n,h i,-h . . . . i,h n,h i,-h . . . . i,h n,n i,-q i,-0 i,-0 i,0 i,0 i,q i,n i,n n,n n,n n,n n,n i,n n,n',
  asinh:
    '-i,-q -i,-0 -i,-0 -i,0 -i,0 -i,q -i,n -i,-h . . . . -i,h n,n -i,-h . . . . -i,h n,n i,-h . . . . i,h n,n i,-h . . . . i,h n,n i,-q i,-0 i,-0 i,0 i,0 i,q i,n i,n n,n n,-0 n,0 n,n i,n n,n',
  atanh:
    '-0,-h -0,-h -0,-h -0,h -0,h -0,h -0,n -0,-h . . . . -0,h n,n -0,-h . . . . -0,h -0,n 0,-h . . . . 0,h 0,n 0,-h . . . . 0,h n,n 0,-h 0,-h 0,-h 0,h 0,h 0,h 0,n 0,-h n,n n,n n,n n,n 0,h n,n',
  cosh: 'E -i,i i,0 i,-0 -i,-i E i,n E . . . . E n,n E . . . . E n,0 E . . . . E n,0 E . . . . E n,n E -i,-i i,-0 i,0 -i,i E i,n n,n n,n n,0 n,0 n,n n,n n,n',
  exp: '0,0 -0,-0 0,-0 0,0 -0,0 0,0 0,0 E . . . . E n,n E . . . . E n,n E . . . . E n,n E . . . . E n,n E -i,-i i,-0 i,0 -i,i E i,n n,n n,n n,-0 n,0 n,n n,n n,n',
  log: 'i,-t i,-p i,-p i,p i,p i,t i,n i,-h . . . . i,h n,n i,-h . . . . i,h n,n i,-h . . . . i,h n,n i,-h . . . . i,h n,n i,-q i,-0 i,-0 i,0 i,0 i,q i,n i,n n,n n,n n,n n,n i,n n,n',
  sinh: 'E i,-i -i,-0 -i,0 i,i E i,n E . . . . E n,n E . . . . E 0,n E . . . . E 0,n E . . . . E n,n E -i,-i i,-0 i,0 -i,i E i,n n,n n,n n,-0 n,0 n,n n,n n,n',
  sqrt: 'i,-i 0,-i 0,-i 0,i 0,i i,i n,i i,-i . . . . i,i n,n i,-i . . . . i,i n,n i,-i . . . . i,i n,n i,-i . . . . i,i n,n i,-i i,-0 i,-0 i,0 i,0 i,i i,n i,-i n,n n,n n,n n,n i,i n,n',
  tanh: '-1,0 -1,0 -1,-0 -1,0 -1,-0 -1,0 -1,0 E . . . . E n,n E . . . . E -0,n E . . . . E 0,n E . . . . E n,n 1,0 1,0 1,-0 1,0 1,-0 1,0 1,0 n,n n,n n,-0 n,0 n,n n,n n,n',
  rect: 'E i,i -i,0 -i,-0 i,-i E i,n E . . . . E n,n 0,0 . . . . 0,0 0,0 0,0 . . . . 0,0 0,0 E . . . . E n,n E -i,-i i,-0 i,0 -i,i E i,n n,n n,n n,0 n,0 n,n n,n n,n',
} as const;

export type SpecialFunction = keyof typeof TABLES;

const SYMBOLS: Readonly<Record<string, number>> = {
  '0': 0,
  '1': 1,
  i: Infinity,
  n: NaN,
  q: Math.PI / 4,
  h: Math.PI / 2,
  t: (3 * Math.PI) / 4,
  p: Math.PI,
};

function kind(x: number): number {
  if (x !== x) return 6;
  if (x === Infinity) return 5;
  if (x === -Infinity) return 0;
  if (x === 0) return Object.is(x, -0) ? 2 : 3;
  return x < 0 ? 1 : 4;
}

function symbolValue(symbol: string): number {
  return symbol.startsWith('-') ? -SYMBOLS[symbol[1]!]! : SYMBOLS[symbol]!;
}

/** The value at a point that is not finite; `undefined` for a domain error. */
export function specialValue(name: SpecialFunction, real: number, imag: number): PyComplex | undefined {
  const entry = TABLES[name].split(' ')[kind(real) * 7 + kind(imag)]!;
  if (entry === 'E') return undefined;
  const [realSymbol, imagSymbol] = entry.split(',') as [string, string];
  return new PyComplex(symbolValue(realSymbol), symbolValue(imagSymbol));
}
