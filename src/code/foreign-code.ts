/**
 * `ForeignCode`: the code object of any CPython other than 3.14, as plain host data.
 *
 * It has all the fields that any version has; those that its own version lacks are empty or zero, and lists that a version
 * derives from others are derived on reading. The machine never runs one.
 */
import type { FrozenSetConstant, LiteralConstant, SliceConstant, TupleConstant } from '../base/constant.ts';
import type { CodeFields, CodeObject } from './code-object.ts';

/** A `long` of Python 1 and 2, whose repr ends in `L`; an `int` of these is a plain number. */
export class LongConstant {
  readonly kind = 'long';
  readonly value: number | bigint;
  constructor(value: number | bigint) {
    this.value = value;
  }
}

/** What `co_consts` may hold. A `str` of Python 1 and 2 is a `BytesConstant`, a `unicode` a string. */
export type ForeignConstant =
  | LiteralConstant
  | LongConstant
  | ForeignCode
  | TupleConstant<ForeignConstant>
  | FrozenSetConstant<ForeignConstant>
  | SliceConstant<ForeignConstant>;

/** The fields of 3.14 and those that older versions store; a version has not all of them. */
export interface ForeignCodeFields extends Omit<CodeFields, 'co_consts'> {
  /** The version that made it: major × 100 + minor, such as 207. */
  readonly python: number;
  // `co_argcount` from 1.3 on, `co_stacksize` and `co_firstlineno` from 1.5, `co_kwonlyargcount` from 3.0,
  // `co_posonlyargcount` from 3.8; `co_localsplusnames` and `co_localspluskinds`, `co_qualname` (else the name) and
  // `co_exceptiontable` from 3.11. `co_linetable` is in the version's own format: `co_lnotab` before 3.10, empty before 1.5.
  readonly co_nlocals: number;
  readonly co_consts: readonly ForeignConstant[];
  readonly co_varnames: readonly string[];
  readonly co_freevars: readonly string[];
  readonly co_cellvars: readonly string[];
}

export class ForeignCode implements ForeignCodeFields {
  readonly kind = 'foreign-code';
  readonly python: number;
  readonly co_argcount: number;
  readonly co_posonlyargcount: number;
  readonly co_kwonlyargcount: number;
  readonly co_nlocals: number;
  readonly co_stacksize: number;
  readonly co_flags: number;
  readonly co_code: Uint8Array;
  readonly co_consts: readonly ForeignConstant[];
  readonly co_names: readonly string[];
  readonly co_varnames: readonly string[];
  readonly co_freevars: readonly string[];
  readonly co_cellvars: readonly string[];
  readonly co_localsplusnames: readonly string[];
  readonly co_localspluskinds: Uint8Array;
  readonly co_filename: string;
  readonly co_name: string;
  readonly co_qualname: string;
  readonly co_firstlineno: number;
  readonly co_linetable: Uint8Array;
  readonly co_exceptiontable: Uint8Array;

  constructor(fields: ForeignCodeFields) {
    this.python = fields.python;
    this.co_argcount = fields.co_argcount;
    this.co_posonlyargcount = fields.co_posonlyargcount;
    this.co_kwonlyargcount = fields.co_kwonlyargcount;
    this.co_nlocals = fields.co_nlocals;
    this.co_stacksize = fields.co_stacksize;
    this.co_flags = fields.co_flags;
    this.co_code = fields.co_code;
    this.co_consts = fields.co_consts;
    this.co_names = fields.co_names;
    this.co_varnames = fields.co_varnames;
    this.co_freevars = fields.co_freevars;
    this.co_cellvars = fields.co_cellvars;
    this.co_localsplusnames = fields.co_localsplusnames;
    this.co_localspluskinds = fields.co_localspluskinds;
    this.co_filename = fields.co_filename;
    this.co_name = fields.co_name;
    this.co_qualname = fields.co_qualname;
    this.co_firstlineno = fields.co_firstlineno;
    this.co_linetable = fields.co_linetable;
    this.co_exceptiontable = fields.co_exceptiontable;
  }
}

/** A code object of any version. */
export type AnyCode = CodeObject | ForeignCode;

/** A constant of a code object of any version. */
export type AnyConstant =
  | LiteralConstant
  | LongConstant
  | AnyCode
  | TupleConstant<AnyConstant>
  | FrozenSetConstant<AnyConstant>
  | SliceConstant<AnyConstant>;

/** The version of a code object: major × 100 + minor. */
export function pythonOf(code: AnyCode): number {
  return code.kind === 'code' ? 314 : code.python;
}

/** Whether a constant is a code object. */
export function isCode(constant: AnyConstant): constant is AnyCode {
  if (constant === null || typeof constant !== 'object') return false;
  return constant.kind === 'code' || constant.kind === 'foreign-code';
}

/** Number of local variables. */
export function localsOf(code: AnyCode): number {
  return code.kind === 'code' ? code.co_varnames.length : code.co_nlocals;
}
