/**
 * How each version of CPython lays out a code object in marshal data: numbers first, then objects, with the first line
 * number between them.
 *
 * @cpython Python/marshal.c r_object, TYPE_CODE (1.0 to 3.15)
 */

/** A number of a code object. */
export type NumberField =
  'co_argcount' | 'co_posonlyargcount' | 'co_kwonlyargcount' | 'co_nlocals' | 'co_stacksize' | 'co_flags';

/** An object that is part of a code object. */
export type PartField =
  | 'co_code'
  | 'co_consts'
  | 'co_names'
  | 'co_varnames'
  | 'co_freevars'
  | 'co_cellvars'
  | 'co_localsplusnames'
  | 'co_localspluskinds'
  | 'co_filename'
  | 'co_name'
  | 'co_qualname'
  | 'co_linetable'
  | 'co_exceptiontable';

export interface CodeLayout {
  /** First version (major × 100 + minor) with this layout. */
  readonly since: number;
  /** Bytes of a number, the first line number among them. */
  readonly numberSize: 2 | 4;
  readonly numbers: readonly NumberField[];
  readonly parts: readonly PartField[];
  /** The part that the first line number stands before. */
  readonly lineBefore?: PartField;
}

const OLDEST: readonly PartField[] = ['co_code', 'co_consts', 'co_names', 'co_filename', 'co_name'];
const WITH_LOCALS: readonly PartField[] = ['co_code', 'co_consts', 'co_names', 'co_varnames', 'co_filename', 'co_name'];
const WITH_CELLS: readonly PartField[] = [
  'co_code',
  'co_consts',
  'co_names',
  'co_varnames',
  'co_freevars',
  'co_cellvars',
  'co_filename',
  'co_name',
  'co_linetable',
];

/** Every layout there was, newest first. */
const LAYOUTS: readonly CodeLayout[] = [
  {
    since: 311,
    numberSize: 4,
    numbers: ['co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_stacksize', 'co_flags'],
    parts: [
      'co_code',
      'co_consts',
      'co_names',
      'co_localsplusnames',
      'co_localspluskinds',
      'co_filename',
      'co_name',
      'co_qualname',
      'co_linetable',
      'co_exceptiontable',
    ],
    lineBefore: 'co_linetable',
  },
  {
    since: 308,
    numberSize: 4,
    numbers: ['co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags'],
    parts: WITH_CELLS,
    lineBefore: 'co_linetable',
  },
  {
    since: 300,
    numberSize: 4,
    numbers: ['co_argcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags'],
    parts: WITH_CELLS,
    lineBefore: 'co_linetable',
  },
  {
    since: 203,
    numberSize: 4,
    numbers: ['co_argcount', 'co_nlocals', 'co_stacksize', 'co_flags'],
    parts: WITH_CELLS,
    lineBefore: 'co_linetable',
  },
  {
    since: 201,
    numberSize: 2,
    numbers: ['co_argcount', 'co_nlocals', 'co_stacksize', 'co_flags'],
    parts: WITH_CELLS,
    lineBefore: 'co_linetable',
  },
  {
    since: 105,
    numberSize: 2,
    numbers: ['co_argcount', 'co_nlocals', 'co_stacksize', 'co_flags'],
    parts: [...WITH_LOCALS, 'co_linetable'],
    lineBefore: 'co_linetable',
  },
  { since: 103, numberSize: 2, numbers: ['co_argcount', 'co_nlocals', 'co_flags'], parts: WITH_LOCALS },
  { since: 0, numberSize: 2, numbers: [], parts: OLDEST },
];

/** The layout that a version (major × 100 + minor) uses. */
export function codeLayout(python: number): CodeLayout {
  return LAYOUTS.find(({ since }) => python >= since)!;
}
