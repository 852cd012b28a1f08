/**
 * Signals: the exception classes of the module, and which of them a set of conditions raises.
 *
 * @cpython Modules/_decimal/_decimal.c signal_map, cond_map, dec_addstatus
 */
import type { PyType } from '../../objects/core/index.ts';
import {
  PyDict,
  PyList,
  PyTuple,
  call,
  excTypes,
  keyError,
  newException,
  typeType,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FLOAT_OPERATION,
  IEEE_INVALID,
  INEXACT,
  INVALID_CONTEXT,
  INVALID_OPERATION,
  OVERFLOW,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
} from './number.ts';

export interface Signal {
  readonly name: string;
  readonly flag: number;
  readonly type: PyType;
}

/** The exception classes of an interpreter. */
export interface Signals {
  /** All classes, by name. */
  readonly types: ReadonlyMap<string, PyType>;
  /** What contexts have flags and traps for, in order. */
  readonly signals: readonly Signal[];
  /** The kinds of invalid operation. */
  readonly conditions: readonly Signal[];
}

const SIGNAL_FLAGS: readonly (readonly [string, number])[] = [
  ['InvalidOperation', IEEE_INVALID],
  ['FloatOperation', FLOAT_OPERATION],
  ['DivisionByZero', DIVISION_BY_ZERO],
  ['Overflow', OVERFLOW],
  ['Underflow', UNDERFLOW],
  ['Subnormal', SUBNORMAL],
  ['Inexact', INEXACT],
  ['Rounded', ROUNDED],
  ['Clamped', CLAMPED],
];
const CONDITION_FLAGS: readonly (readonly [string, number])[] = [
  ['InvalidOperation', INVALID_OPERATION],
  ['ConversionSyntax', CONVERSION_SYNTAX],
  ['DivisionImpossible', DIVISION_IMPOSSIBLE],
  ['DivisionUndefined', DIVISION_UNDEFINED],
  ['InvalidContext', INVALID_CONTEXT],
];

function makeSignals(): Signals {
  const types = new Map<string, PyType>();
  const make = (name: string, ...bases: readonly (string | PyType)[]): void => {
    const namespace = new PyDict();
    namespace.setStr('__module__', 'decimal');
    const baseTypes = bases.map((base) => (typeof base === 'string' ? types.get(base)! : base));
    types.set(name, call(typeType, [name, new PyTuple(baseTypes), namespace]) as PyType);
  };
  make('DecimalException', excTypes.ArithmeticError!);
  for (const name of ['Clamped', 'InvalidOperation', 'Inexact', 'Rounded', 'Subnormal']) make(name, 'DecimalException');
  make('DivisionByZero', 'DecimalException', excTypes.ZeroDivisionError!);
  make('Overflow', 'Inexact', 'Rounded');
  make('Underflow', 'Inexact', 'Rounded', 'Subnormal');
  make('FloatOperation', 'DecimalException', excTypes.TypeError!);
  for (const name of ['ConversionSyntax', 'DivisionImpossible', 'InvalidContext']) make(name, 'InvalidOperation');
  make('DivisionUndefined', 'InvalidOperation', excTypes.ZeroDivisionError!);
  const named = (table: typeof SIGNAL_FLAGS): Signal[] =>
    table.map(([name, flag]) => ({ name, flag, type: types.get(name)! }));
  return { types, signals: named(SIGNAL_FLAGS), conditions: named(CONDITION_FLAGS) };
}

const SIGNALS = Symbol('_decimal.signals');

/** The signals of the running interpreter. */
export function allSignals(): Signals {
  return currentInterpreter().state(SIGNALS, makeSignals);
}

const VALID_SIGNALS =
  'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';

/** The bits of a signal's class. @throws KeyError for another value */
export function flagOf(type: Value): number {
  const found = allSignals().signals.find((signal) => signal.type === type);
  if (found === undefined) throw newException(excTypes.KeyError, VALID_SIGNALS);
  return found.flag;
}

/** The bits of a list of signals. @throws TypeError, ValueError as CPython */
export function flagsFromList(list: PyList): number {
  const { signals, conditions } = allSignals();
  let flags = 0;
  for (const item of list.items) {
    const found = signals.find((signal) => signal.type === item) ?? conditions.find((signal) => signal.type === item);
    if (found === undefined) throw newException(excTypes.KeyError, VALID_SIGNALS);
    flags |= found.flag;
  }
  return flags;
}

/** As libmpdec lists them: by the lowest of their bits. */
const SHOWN_ORDER: readonly (readonly [string, number])[] = [
  ['Clamped', CLAMPED],
  ['InvalidOperation', IEEE_INVALID],
  ['DivisionByZero', DIVISION_BY_ZERO],
  ['Inexact', INEXACT],
  ['FloatOperation', FLOAT_OPERATION],
  ['Overflow', OVERFLOW],
  ['Rounded', ROUNDED],
  ['Subnormal', SUBNORMAL],
  ['Underflow', UNDERFLOW],
];

/** The names of the signals that are set, as shown by `repr`. */
export function signalNames(flags: number): string {
  const names = SHOWN_ORDER.filter(([, flag]) => (flags & flag) !== 0).map(([name]) => name);
  return `[${names.join(', ')}]`;
}

/** The classes of the signals that are set. */
export function signalTypes(flags: number): PyList {
  return new PyList(
    allSignals()
      .signals.filter((signal) => (flags & signal.flag) !== 0)
      .map((signal) => signal.type),
  );
}

/** The exception for conditions that are trapped. */
export function trapped(flags: number): Value {
  const { signals, conditions } = allSignals();
  const first = signals.find((signal) => (flags & signal.flag) !== 0);
  if (first === undefined) return keyError('signal');
  const all = [...conditions, ...signals.slice(1)].filter((signal) => (flags & signal.flag) !== 0);
  return newException(first.type, new PyList(all.map((signal) => signal.type)));
}
