/** Module `_random`. @cpython Modules/_randommodule.c */
import {
  None,
  PyFloat,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  allocate,
  asInt,
  hash,
  index,
  makeBuiltinType,
  memoryError,
  objectType,
  overflowError,
  typeError,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods, intAbsolute, normalizeBigInt, type Int } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { RANDOM_DOC, RANDOM_TYPE_DOC, RANDOM_TYPE_DOCS } from './docs.ts';
import { MersenneTwister } from './mersenne-twister.ts';

class PyRandom extends PyObject {
  readonly generator = new MersenneTwister();
}
const randomType = makeBuiltinType('_random.Random', objectType, PyRandom, Py_TPFLAGS_BASETYPE);

/** The 32-bit words of a magnitude, lowest first; at least one. */
function wordsOf(magnitude: Int): Uint32Array {
  if (magnitude <= 0xffffffff) return Uint32Array.of(Number(magnitude));
  const hex = magnitude.toString(16);
  const words = new Uint32Array(Math.ceil(hex.length / 8));
  for (let i = 0, end = hex.length; i < words.length; i++, end -= 8) {
    words[i] = parseInt(hex.slice(Math.max(0, end - 8), end), 16);
  }
  return words;
}

function seed(self: PyRandom, value: Value | undefined): void {
  if (value === undefined || value === None) {
    const bytes = currentInterpreter().host.random(624 * 4);
    self.generator.initializeByArray(new Uint32Array(bytes.slice().buffer, 0, 624));
    return;
  }
  const int = asInt(value);
  const magnitude = int === undefined ? normalizeBigInt(BigInt.asUintN(64, BigInt(hash(value)))) : intAbsolute(int);
  self.generator.initializeByArray(wordsOf(magnitude));
}

/** An int of `k` random bits. */
function getrandbits(self: PyRandom, kValue: Value): Value {
  const given = index(kValue);
  if (given < 0) throw valueError('Cannot convert negative int');
  // The largest bigint of V8.
  if (given > 2 ** 30) throw memoryError();
  let k = Number(given);
  if (k === 0) return 0;
  if (k <= 32) return self.generator.next() >>> (32 - k);
  const words: string[] = [];
  for (; k > 0; k -= 32) {
    const word = self.generator.next();
    words.push((k < 32 ? word >>> (32 - k) : word).toString(16).padStart(8, '0'));
  }
  return normalizeBigInt(BigInt(`0x${words.reverse().join('')}`));
}

function setstate(self: PyRandom, state: Value): void {
  if (!(state instanceof PyTuple)) throw typeError('state vector must be a tuple');
  const { generator } = self;
  const { items } = state;
  if (items.length !== generator.state.length + 1) throw valueError('state vector is the wrong size');
  const words = items.map((item) => {
    const int = asInt(item);
    if (int === undefined) throw typeError('an integer is required');
    return int;
  });
  const position = words.pop()!;
  for (const word of words) if (word < 0) throw overflowError("can't convert negative value to unsigned int");
  if (position < 0 || position > generator.state.length) throw valueError('invalid state');
  for (let i = 0; i < words.length; i++) generator.state[i] = Number(BigInt.asUintN(32, BigInt(words[i]!)));
  generator.index = Number(position);
}

export const randomSpec = typeSpec(randomType, {
  doc: RANDOM_TYPE_DOC,
  attributes: { __module__: () => '_random' },
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: (self, args, kwnames) => {
      if (
        kwnames !== null &&
        kwnames.length > 0 &&
        ((self as PyRandom).ob_type === randomType || (self as PyRandom).ob_type.tp_init === randomType.tp_init)
      ) {
        throw typeError('Random() takes no keyword arguments');
      }
      if (args.length > 1) throw typeError(`Random expected at most 1 argument, got ${args.length}`);
      seed(self as PyRandom, args[0]);
    },
  },
  methods: documentedMethods(RANDOM_TYPE_DOCS, {
    random: (self: PyRandom) => new PyFloat(self.generator.nextFloat()),
    seed,
    getrandbits,
    setstate,
    getstate: (self: PyRandom) => new PyTuple([...self.generator.state, self.generator.index]),
  }),
});

export const randomModule = defineModule('_random', { doc: RANDOM_DOC, types: [randomSpec] });
