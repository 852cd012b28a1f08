/**
 * The bytes that open an object in marshal data.
 *
 * ```
 *   7   6……0
 *  ┌───┬─────┐
 *  │ R │ code│   R = FLAG_REF: the object gets the next number, by which `r` refers to it
 *  └───┴─────┘
 * ```
 *
 * @cpython Python/marshal.c (3.14)
 */

export const FLAG_REF = 0x80;

export const TYPE_NULL = 0x30; // 0
export const TYPE_NONE = 0x4e; // N
export const TYPE_FALSE = 0x46; // F
export const TYPE_TRUE = 0x54; // T
export const TYPE_STOPITER = 0x53; // S
export const TYPE_ELLIPSIS = 0x2e; // .
export const TYPE_INT = 0x69; // i
export const TYPE_INT64 = 0x49; // I, written by Python 2 only
export const TYPE_FLOAT = 0x66; // f
export const TYPE_BINARY_FLOAT = 0x67; // g
export const TYPE_COMPLEX = 0x78; // x
export const TYPE_BINARY_COMPLEX = 0x79; // y
export const TYPE_LONG = 0x6c; // l
export const TYPE_STRING = 0x73; // s: bytes
export const TYPE_INTERNED = 0x74; // t
export const TYPE_REF = 0x72; // r
export const TYPE_TUPLE = 0x28; // (
export const TYPE_LIST = 0x5b; // [
export const TYPE_DICT = 0x7b; // {
export const TYPE_CODE = 0x63; // c
export const TYPE_UNICODE = 0x75; // u
export const TYPE_SET = 0x3c; // <
export const TYPE_FROZENSET = 0x3e; // >
export const TYPE_SLICE = 0x3a; // :
export const TYPE_FROZENDICT = 0x7d; // }, in 3.15
export const TYPE_STRING_REFERENCE = 0x52; // R: an interned string again, in Python 2
export const TYPE_OLD_CODE = 0x43; // C, before 1.3
export const TYPE_ASCII = 0x61; // a
export const TYPE_ASCII_INTERNED = 0x41; // A
export const TYPE_SMALL_TUPLE = 0x29; // )
export const TYPE_SHORT_ASCII = 0x7a; // z
export const TYPE_SHORT_ASCII_INTERNED = 0x5a; // Z

/** How deep objects may nest, in either direction. */
export const MAX_MARSHAL_STACK_DEPTH = 2000;

/** The version that CPython 3.14 writes. */
export const MARSHAL_VERSION = 5;
