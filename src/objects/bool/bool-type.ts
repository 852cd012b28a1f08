/** The behaviour of `bool`: an int that prints as a word. @cpython Objects/boolobject.c */
import {
  boolType,
  excTypes,
  intType,
  isTrue,
  typeError,
  typeSpec,
  warn,
  type BinarySlot,
  type Value,
} from '../core/index.ts';
import { intInvert } from '../int/int-arithmetic.ts';
import { BOOL_DOC } from './bool-docs.ts';

/** Bits of two bools are a bool; anything else is for int. */
function bits(operation: (a: boolean, b: boolean) => boolean, intSlot: 'nb_and' | 'nb_or' | 'nb_xor'): BinarySlot {
  return (left, right) =>
    typeof left === 'boolean' && typeof right === 'boolean' ? operation(left, right) : intType[intSlot]!(left, right);
}

const INVERT_WARNING =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

export const boolSpec = typeSpec(boolType, {
  doc: BOOL_DOC,
  call1: isTrue,
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError('bool() takes no keyword arguments');
      if (args.length > 1) throw typeError(`bool expected at most 1 argument, got ${args.length}`);
      return args.length === 1 && isTrue(args[0]!);
    },
    tp_repr: (self: Value) => (self === true ? 'True' : 'False'),
    nb_invert: (self) => {
      warn(excTypes.DeprecationWarning, INVERT_WARNING);
      return intInvert(self === true ? 1 : 0);
    },
    nb_and: bits((a, b) => a && b, 'nb_and'),
    nb_or: bits((a, b) => a || b, 'nb_or'),
    nb_xor: bits((a, b) => a !== b, 'nb_xor'),
  },
});
