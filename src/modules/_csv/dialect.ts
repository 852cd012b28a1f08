/** `_csv.Dialect`: the parameters of a format, and the registry of named ones. @cpython Modules/_csv.c dialect_new */
import {
  None,
  PyDict,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  allocate,
  argumentBinder,
  asInt,
  asText,
  excTypes,
  getAttrOrUndefined,
  isPyException,
  isTrue,
  makeBuiltinType,
  objectType,
  rawMethod,
  textLength,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  type Kwnames,
  type PyType,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { codePointAt, codePointsOf, textFromCodePoint } from '../../objects/str/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { moduleException } from '../module-exception.ts';
import { DIALECT_DOC } from './csv-docs.ts';

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;
export const QUOTE_STRINGS = 4;
export const QUOTE_NOTNULL = 5;

/** `_csv.Error`. */
export const csvError = moduleException('_csv', 'Error', [excTypes.Exception]);

/** A code point that is not set. */
export const NOT_SET = -1;

export interface DialectParameters {
  readonly delimiter: number;
  readonly doublequote: boolean;
  readonly escapechar: number;
  readonly lineterminator: Text;
  readonly quotechar: number;
  readonly quoting: number;
  readonly skipinitialspace: boolean;
  readonly strict: boolean;
}

export class PyDialect extends PyObject {
  readonly parameters: DialectParameters;
  constructor(parameters: DialectParameters) {
    super();
    this.parameters = parameters;
  }
}
export const dialectType = makeBuiltinType('_csv.Dialect', objectType, PyDialect, Py_TPFLAGS_BASETYPE);

/** What the module keeps for an interpreter. */
export interface CsvState {
  readonly dialects: PyDict;
  fieldLimit: number;
}

const stateKey = Symbol('_csv');

export function csvState(): CsvState {
  return currentInterpreter().state(stateKey, () => ({ dialects: new PyDict(), fieldLimit: 128 * 1024 }));
}

/** A registered dialect. @throws Error */
export function registeredDialect(name: Value): Value {
  const dialect = csvState().dialects.get(name);
  if (dialect === undefined) throw csvError.error('unknown dialect');
  return dialect;
}

function character(name: string, value: Value | undefined, fallback: number, isNoneAllowed: boolean): number {
  if (value === undefined) return fallback;
  if (isNoneAllowed && value === None) return NOT_SET;
  const wanted = `"${name}" must be a unicode character${isNoneAllowed ? ' or None' : ''}, not`;
  const text = asText(value);
  if (text === undefined) throw typeError(`${wanted} ${typeName(value)}`);
  if (textLength(text) !== 1) throw typeError(`${wanted} a string of length ${textLength(text)}`);
  return codePointAt(text, 0);
}

function quotingStyle(value: Value | undefined): number {
  if (value === undefined) return QUOTE_MINIMAL;
  const number = asInt(value);
  if (number === undefined || typeof value === 'boolean')
    throw typeError(`"quoting" must be an integer, not ${typeName(value)}`);
  if (number < 0 || number > QUOTE_NOTNULL) throw typeError('bad "quoting" value');
  return Number(number);
}

function terminator(value: Value | undefined): Text {
  if (value === undefined) return '\r\n';
  const text = asText(value);
  if (text === undefined) throw typeError(`"lineterminator" must be a string, not ${typeName(value)}`);
  return text;
}

/** @throws ValueError for parameters that cannot go together */
function validate(parameters: DialectParameters): void {
  const { delimiter, escapechar, quotechar, skipinitialspace } = parameters;
  const named = [
    ['delimiter', delimiter],
    ['escapechar', escapechar],
    ['quotechar', quotechar],
  ] as const;
  for (const [name, char] of named) {
    if (char === 10 || char === 13 || (char === 32 && skipinitialspace && name !== 'delimiter'))
      throw valueError(`bad ${name} value`);
  }
  for (const [i, k] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const [a, b] = [named[i], named[k]];
    if (a[1] === b[1] && a[1] !== NOT_SET) throw valueError(`bad ${a[0]} or ${b[0]} value`);
  }
  const ending = codePointsOf(parameters.lineterminator);
  for (const [name, char] of named) {
    if (char !== NOT_SET && ending.includes(char)) throw valueError(`bad ${name} or lineterminator value`);
  }
}

const PARAMETER_NAMES: readonly string[] = [
  'dialect',
  'delimiter',
  'doublequote',
  'escapechar',
  'lineterminator',
  'quotechar',
  'quoting',
  'skipinitialspace',
  'strict',
];
const bindNew = argumentBinder(
  'this function',
  '($type, /, dialect=None, delimiter=None, doublequote=None, escapechar=None, lineterminator=None, quotechar=None, quoting=None, skipinitialspace=None, strict=None)',
);

function attribute(dialect: Value, name: string): Value | undefined {
  try {
    return getAttrOrUndefined(dialect, name);
  } catch (error) {
    // CPython goes on with the default, whatever the attribute raised.
    if (isPyException(error)) return undefined;
    throw error;
  }
}

/** `Dialect(dialect, **parameters)`. */
export function makeDialect(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const unknown = kwnames?.find((name) => !PARAMETER_NAMES.includes(name));
  if (unknown !== undefined) throw typeError(`this function got an unexpected keyword argument '${unknown}'`);
  const [given, ...own] = bindNew(args, kwnames) as (Value | undefined)[];
  let dialect = given === None ? undefined : given;
  if (dialect !== undefined && asText(dialect) !== undefined) dialect = registeredDialect(dialect);
  if (
    dialect instanceof PyDialect &&
    type === dialectType &&
    typeOf(dialect) === dialectType &&
    own.every((value) => value === undefined)
  ) {
    return dialect;
  }
  const [delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict] =
    PARAMETER_NAMES.slice(1).map((name, i) => own[i] ?? (dialect === undefined ? undefined : attribute(dialect, name)));
  const parameters: DialectParameters = {
    delimiter: character('delimiter', delimiter, 44, false),
    doublequote: doublequote === undefined || isTrue(doublequote),
    escapechar: character('escapechar', escapechar, NOT_SET, true),
    lineterminator: terminator(lineterminator),
    quotechar: character('quotechar', quotechar, 34, true),
    quoting: quotechar === None && quoting === undefined ? QUOTE_NONE : quotingStyle(quoting),
    skipinitialspace: skipinitialspace !== undefined && isTrue(skipinitialspace),
    strict: strict !== undefined && isTrue(strict),
  };
  if (parameters.quoting !== QUOTE_NONE && parameters.quotechar === NOT_SET) {
    throw typeError('quotechar must be set if quoting enabled');
  }
  validate(parameters);
  return allocate(type, parameters);
}

const shown = (char: number): Value => (char === NOT_SET ? None : textFromCodePoint(char));
const parametersOf = (self: Value): DialectParameters => (self as PyDialect).parameters;

function refusePickling(self: Value): Value {
  throw typeError(`cannot pickle '${typeOf(self).name}' instances`);
}

export const dialectSpec = typeSpec(dialectType, {
  doc: DIALECT_DOC,
  slots: { tp_new: makeDialect },
  methods: {
    __reduce__: rawMethod('raises an exception to avoid pickling', refusePickling),
    __reduce_ex__: rawMethod('raises an exception to avoid pickling', refusePickling),
  },
  members: {
    skipinitialspace: { get: (self) => parametersOf(self).skipinitialspace },
    doublequote: { get: (self) => parametersOf(self).doublequote },
    strict: { get: (self) => parametersOf(self).strict },
  },
  getset: {
    delimiter: { get: (self) => shown(parametersOf(self).delimiter) },
    escapechar: { get: (self) => shown(parametersOf(self).escapechar) },
    lineterminator: { get: (self) => parametersOf(self).lineterminator },
    quotechar: { get: (self) => shown(parametersOf(self).quotechar) },
    quoting: { get: (self) => parametersOf(self).quoting },
  },
});

/** The dialect of a reader or writer: `dialect` with parameters in its place. */
export function dialectFrom(dialect: Value | undefined, parameters: Map<string, Value>): PyDialect {
  const args = [...(dialect === undefined ? [] : [dialect]), ...parameters.values()];
  return makeDialect(dialectType, args, parameters.size === 0 ? null : [...parameters.keys()]) as PyDialect;
}
