/** Hashes of tuples and frozensets: those of 64-bit CPython, as `hash()` gives them there. */
import { beforeAll, expect, it } from 'vitest';
import { PyFloat, PyTuple, type Value } from '../../../src/objects/core/index.ts';
import { installBuiltinTypes } from '../../../src/objects/install.ts';
import { frozenSetOf } from '../../../src/objects/set/index.ts';
import { hashItems } from '../../../src/objects/tuple/index.ts';

beforeAll(installBuiltinTypes);

const TUPLES: readonly (readonly [items: readonly Value[], hash: bigint])[] = [
  [[], 5740354900026072187n],
  [[0], -8753497827991233192n],
  [[-1], 8078679518589016365n],
  [[1, 2], -3550055125485641917n],
  [[2, 1], 6794810172467074373n],
  [[new PyTuple([1, 2]), new PyTuple([3, new PyTuple([4])])], 2083564274323420879n],
  [[1180591620717411303424n, -1180591620717411303424n], 48863518202185075n],
  [[true, new PyFloat(1.5), new PyFloat(0.1)], -1911152602236923035n],
  [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19], -9217304902224717415n],
  [[2305843009213693951n, 2305843009213693952n, -4503599627370496], -760571394872803578n],
];

const FROZENSETS: readonly (readonly [elements: readonly Value[], hash: bigint])[] = [
  [[], 133146708735736n],
  [[1], -558064481276695278n],
  [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3895031357313128696n],
  [[-1, 1180591620717411303424n], -5538490020596840296n],
  [[new PyTuple([1, 2]), new PyTuple([3])], 2855237445256340422n],
  [[new PyFloat(0.5), new PyFloat(1e300)], 2261850400700811364n],
];

it('hashes tuples as CPython does', () => {
  for (const [items, hash] of TUPLES) expect(BigInt(hashItems(items))).toBe(hash);
});

it('hashes frozensets as CPython does', () => {
  for (const [elements, hash] of FROZENSETS) expect(BigInt(frozenSetOf(elements).hash)).toBe(hash);
});
