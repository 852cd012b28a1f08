/**
 * The slots of a type: what operators, builtins and the VM call. Named as in CPython's `PyTypeObject`; where CPython has
 * two slots for one dunder (`sq_length`/`mp_length`, `sq_item`/`mp_subscript`) there is one here.
 *
 * Conventions
 * - `undefined` for "no result": `tp_getattro` returns it for "no such attribute" (the caller raises the standard
 *   AttributeError), `tp_iternext` for exhaustion. A `tp_iternext` never throws StopIteration: to end with a value it
 *   calls `setPendingStop(exception)` and returns `undefined`.
 * - Binary slots get the operands in source order, whichever type they are called for, and return `NotImplemented`.
 * - `args` holds positional values, then the values of `kwnames` (CPython's vectorcall). Callees do not keep or change it.
 * - Setters and item assignment delete when the value is `undefined`.
 */
import type { Value } from './value.ts';
import type { PyType } from './py-type.ts';
import type { PyBuffer } from './buffer.ts';

/** Keyword names of a call, or null when there are none. */
export type Kwnames = readonly string[] | null;

export type UnarySlot = (self: Value) => Value;
export type BinarySlot = (left: Value, right: Value) => Value;

/** Comparison operators as CPython numbers them. */
export const Py_LT = 0;
export const Py_LE = 1;
export const Py_EQ = 2;
export const Py_NE = 3;
export const Py_GT = 4;
export const Py_GE = 5;
export type CompareOp = 0 | 1 | 2 | 3 | 4 | 5;

export interface TypeSlots {
  tp_new: ((type: PyType, args: readonly Value[], kwnames: Kwnames) => Value) | undefined;
  tp_init: ((self: Value, args: readonly Value[], kwnames: Kwnames) => void) | undefined;
  tp_call: ((self: Value, args: readonly Value[], kwnames: Kwnames) => Value) | undefined;
  tp_repr: UnarySlot | undefined;
  tp_str: UnarySlot | undefined;
  /** Python's hash: a 64-bit signed integer, never -1. `null`: unhashable (`__hash__ = None`). */
  tp_hash: ((self: Value) => number | bigint) | null | undefined;
  tp_richcompare: ((left: Value, right: Value, op: CompareOp) => Value) | undefined;
  tp_getattro: ((self: Value, name: string) => Value | undefined) | undefined;
  tp_setattro: ((self: Value, name: string, value: Value | undefined) => void) | undefined;
  tp_iter: UnarySlot | undefined;
  tp_iternext: ((self: Value) => Value | undefined) | undefined;
  tp_descr_get: ((descr: Value, object: Value | undefined, type: PyType | undefined) => Value) | undefined;
  tp_descr_set: ((descr: Value, object: Value, value: Value | undefined) => void) | undefined;
  tp_finalize: ((self: Value) => void) | undefined;

  am_await: UnarySlot | undefined;
  am_aiter: UnarySlot | undefined;
  am_anext: UnarySlot | undefined;

  sq_length: ((self: Value) => number) | undefined;
  sq_contains: ((self: Value, item: Value) => boolean) | undefined;
  sq_concat: BinarySlot | undefined;
  sq_inplace_concat: BinarySlot | undefined;
  /** Repetition; the count is an int. */
  sq_repeat: ((self: Value, count: Value) => Value) | undefined;
  sq_inplace_repeat: ((self: Value, count: Value) => Value) | undefined;
  mp_subscript: BinarySlot | undefined;
  mp_ass_subscript: ((self: Value, key: Value, value: Value | undefined) => void) | undefined;

  nb_bool: ((self: Value) => boolean) | undefined;
  nb_int: UnarySlot | undefined;
  nb_float: UnarySlot | undefined;
  nb_index: UnarySlot | undefined;
  nb_negative: UnarySlot | undefined;
  nb_positive: UnarySlot | undefined;
  nb_absolute: UnarySlot | undefined;
  nb_invert: UnarySlot | undefined;
  nb_power: ((base: Value, exponent: Value, modulus: Value) => Value) | undefined;
  nb_inplace_power: ((base: Value, exponent: Value, modulus: Value) => Value) | undefined;
  nb_add: BinarySlot | undefined;
  nb_subtract: BinarySlot | undefined;
  nb_multiply: BinarySlot | undefined;
  nb_remainder: BinarySlot | undefined;
  nb_divmod: BinarySlot | undefined;
  nb_lshift: BinarySlot | undefined;
  nb_rshift: BinarySlot | undefined;
  nb_and: BinarySlot | undefined;
  nb_xor: BinarySlot | undefined;
  nb_or: BinarySlot | undefined;
  nb_floor_divide: BinarySlot | undefined;
  nb_true_divide: BinarySlot | undefined;
  nb_matrix_multiply: BinarySlot | undefined;
  nb_inplace_add: BinarySlot | undefined;
  nb_inplace_subtract: BinarySlot | undefined;
  nb_inplace_multiply: BinarySlot | undefined;
  nb_inplace_remainder: BinarySlot | undefined;
  nb_inplace_lshift: BinarySlot | undefined;
  nb_inplace_rshift: BinarySlot | undefined;
  nb_inplace_and: BinarySlot | undefined;
  nb_inplace_xor: BinarySlot | undefined;
  nb_inplace_or: BinarySlot | undefined;
  nb_inplace_floor_divide: BinarySlot | undefined;
  nb_inplace_true_divide: BinarySlot | undefined;
  nb_inplace_matrix_multiply: BinarySlot | undefined;

  /** @cpython Include/cpython/object.h PyBufferProcs */
  bf_getbuffer: ((self: Value, flags: number) => PyBuffer) | undefined;
  bf_releasebuffer: ((self: Value, buffer: PyBuffer) => void) | undefined;
}

export type SlotName = keyof TypeSlots;
