/**
 * Meanings of instruction arguments.
 *
 * @cpython Include/internal/pycore_intrinsics.h, pycore_opcode_utils.h, Include/opcode.h (3.14)
 */
import type { cmpop, operator } from '../../ast/nodes.generated.ts';

// CALL_INTRINSIC_1
export const INTRINSIC_PRINT = 1;
export const INTRINSIC_IMPORT_STAR = 2;
export const INTRINSIC_STOPITERATION_ERROR = 3;
export const INTRINSIC_ASYNC_GEN_WRAP = 4;
export const INTRINSIC_UNARY_POSITIVE = 5;
export const INTRINSIC_LIST_TO_TUPLE = 6;
export const INTRINSIC_TYPEVAR = 7;
export const INTRINSIC_PARAMSPEC = 8;
export const INTRINSIC_TYPEVARTUPLE = 9;
export const INTRINSIC_SUBSCRIPT_GENERIC = 10;
export const INTRINSIC_TYPEALIAS = 11;
// CALL_INTRINSIC_2
export const INTRINSIC_PREP_RERAISE_STAR = 1;
export const INTRINSIC_TYPEVAR_WITH_BOUND = 2;
export const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3;
export const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4;
export const INTRINSIC_SET_TYPEPARAM_DEFAULT = 5;
// RESUME
export const RESUME_AFTER_YIELD = 1;
export const RESUME_AFTER_YIELD_FROM = 2;
export const RESUME_AFTER_AWAIT = 3;
// SET_FUNCTION_ATTRIBUTE
export const MAKE_FUNCTION_DEFAULTS = 1;
export const MAKE_FUNCTION_KWDEFAULTS = 2;
export const MAKE_FUNCTION_ANNOTATIONS = 4;
export const MAKE_FUNCTION_CLOSURE = 8;
export const MAKE_FUNCTION_ANNOTATE = 16;
// LOAD_COMMON_CONSTANT
export const CONSTANT_ASSERTIONERROR = 0;
export const CONSTANT_NOTIMPLEMENTEDERROR = 1;
export const CONSTANT_BUILTIN_TUPLE = 2;
export const CONSTANT_BUILTIN_ALL = 3;
export const CONSTANT_BUILTIN_ANY = 4;
// LOAD_SPECIAL
export const SPECIAL___ENTER__ = 0;
export const SPECIAL___EXIT__ = 1;
export const SPECIAL___AENTER__ = 2;
export const SPECIAL___AEXIT__ = 3;

/** From this many operands on, sequences are built piece by piece instead of on the stack. */
export const STACK_USE_GUIDELINE = 30;

/** BINARY_OP arguments; `INPLACE` is added for augmented assignments. */
export const NB: Readonly<Record<operator, number>> = {
  Add: 0,
  BitAnd: 1,
  FloorDiv: 2,
  LShift: 3,
  MatMult: 4,
  Mult: 5,
  Mod: 6,
  BitOr: 7,
  Pow: 8,
  RShift: 9,
  Sub: 10,
  Div: 11,
  BitXor: 12,
};
export const NB_SUBTRACT = 10;
export const NB_INPLACE = 13;
export const NB_SUBSCR = 26;

/** COMPARE_OP arguments: the comparison above bit 5, the mask that specialised instructions use in the low four. */
export const COMPARE: Readonly<Partial<Record<cmpop, number>>> = {
  Lt: (0 << 5) | 2,
  LtE: (1 << 5) | 10,
  Eq: (2 << 5) | 8,
  NotEq: (3 << 5) | 7,
  Gt: (4 << 5) | 4,
  GtE: (5 << 5) | 12,
};

/** FORMAT conversions by the character after `!`. */
export const CONVERSIONS: Readonly<Record<number, number>> = { 115: 1, 114: 2, 97: 3 };
