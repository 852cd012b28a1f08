/**
 * The type `code`.
 *
 * @cpython Objects/codeobject.c
 */
import { codeUnitPositions, lineRanges } from '../../code/location-table.ts';
import { op, OPCODES } from '../../opcode/python-3.14.generated.ts';
import {
  asHostString,
  attributeError,
  excTypes,
  hash,
  identityText,
  indexError,
  indexNumber,
  isEqual,
  is,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  objectType,
  overflowError,
  Py_EQ,
  Py_NE,
  PyBytes,
  PyFloat,
  PyComplex,
  PyObject,
  PyTuple,
  strFromUtf16,
  systemError,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  warn,
  asText,
  textToHost,
  type GetSet,
  type Kwnames,
  type Value,
} from '../core/index.ts';
import { makeCode, partsOf, type CodeParts } from './code-fields.ts';
import { codeType, PyCode } from './py-code.ts';

const asCode = (self: Value): PyCode => self as PyCode;
const names = (list: readonly string[]): PyTuple => new PyTuple(list.map(strFromUtf16));

/** Iterators of `co_lines()`, `co_positions()`, `co_branches()`. */
class PyCodeIterator extends PyObject {
  readonly values: Iterator<Value>;
  constructor(values: Iterator<Value>) {
    super();
    this.values = values;
  }
}
class PyPositionsIterator extends PyCodeIterator {}
const lineIteratorType = makeBuiltinType('line_iterator', objectType, PyCodeIterator);
const positionsIteratorType = makeBuiltinType('positions_iterator', objectType, PyPositionsIterator);

function nextOf(self: Value): Value | undefined {
  const step = (self as PyCodeIterator).values.next();
  return step.done === true ? undefined : step.value;
}
const iteratorBehaviour = { slots: { tp_iter: (self: Value) => self, tp_iternext: nextOf } };
export const lineIteratorSpec = typeSpec(lineIteratorType, iteratorBehaviour);
export const positionsIteratorSpec = typeSpec(positionsIteratorType, iteratorBehaviour);

function* lines(code: PyCode): Generator<Value> {
  for (const range of lineRanges(code.code.co_linetable, code.code.co_firstlineno)) {
    yield new PyTuple([range.start, range.end, range.line ?? None]);
  }
}

function* positions(code: PyCode): Generator<Value> {
  for (const range of codeUnitPositions(code.code.co_linetable, code.code.co_firstlineno)) {
    yield new PyTuple([range.line ?? None, range.endLine ?? None, range.column ?? None, range.endColumn ?? None]);
  }
}

const CACHES = new Map(OPCODES.map((info) => [info.opcode, info.caches]));
const BRANCHES: ReadonlySet<number> = new Set([
  op.POP_JUMP_IF_FALSE,
  op.POP_JUMP_IF_TRUE,
  op.POP_JUMP_IF_NONE,
  op.POP_JUMP_IF_NOT_NONE,
]);

/** Offsets of each branch: of the instruction, of where it goes on, of where it jumps to. @cpython branchesiter_next */
function* branches(code: PyCode): Generator<Value> {
  const bytes = code.code.co_code;
  let extended = 0;
  for (let offset = 0; offset < bytes.length;) {
    const opcode = bytes[offset]!;
    const arg = (extended << 8) | bytes[offset + 1]!;
    const next = offset + 2 + 2 * (CACHES.get(opcode) ?? 0);
    extended = opcode === op.EXTENDED_ARG ? arg : 0;
    if (opcode === op.FOR_ITER) yield new PyTuple([offset, next, next + 2 * arg + 4]);
    else if (BRANCHES.has(opcode)) yield new PyTuple([offset, next + 2, next + 2 * arg]);
    offset = next;
  }
}

/** The old line table. @cpython decode_linetable */
function lnotab(code: PyCode): PyBytes {
  const bytes: number[] = [];
  let line = code.code.co_firstlineno;
  let offset = 0;
  for (const range of lineRanges(code.code.co_linetable, code.code.co_firstlineno)) {
    if (range.line === undefined) continue;
    let lineDelta = range.line - line;
    if (lineDelta === 0) continue;
    let byteDelta = range.start - offset;
    for (; byteDelta > 255; byteDelta -= 255) bytes.push(255, 0);
    for (; lineDelta > 127; lineDelta -= 127) {
      bytes.push(byteDelta, 127);
      byteDelta = 0;
    }
    for (; lineDelta < -128; lineDelta += 128) {
      bytes.push(byteDelta, 0x80);
      byteDelta = 0;
    }
    bytes.push(byteDelta, lineDelta & 0xff);
    line = range.line;
    offset = range.start;
  }
  return new PyBytes(Uint8Array.from(bytes));
}

/** Equality of constants, types included. @cpython _PyCode_ConstantKey */
function constantsAreEqual(left: Value, right: Value): boolean {
  if (is(left, right)) return true;
  if (typeOf(left) !== typeOf(right)) return false;
  if (left instanceof PyFloat) return Object.is(left.value, (right as PyFloat).value);
  if (left instanceof PyComplex) {
    const other = right as PyComplex;
    return Object.is(left.real, other.real) && Object.is(left.imag, other.imag);
  }
  if (left instanceof PyTuple) {
    const items = (right as PyTuple).items;
    return left.items.length === items.length && left.items.every((item, i) => constantsAreEqual(item, items[i]!));
  }
  return isEqual(left, right);
}

function bytesAreEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

function codesAreEqual(a: PyCode, b: PyCode): boolean {
  const left = a.code;
  const right = b.code;
  const listsAreEqual = (x: readonly string[], y: readonly string[]): boolean =>
    x.length === y.length && x.every((name, i) => name === y[i]);
  return (
    left.co_name === right.co_name &&
    left.co_argcount === right.co_argcount &&
    left.co_posonlyargcount === right.co_posonlyargcount &&
    left.co_kwonlyargcount === right.co_kwonlyargcount &&
    left.co_flags === right.co_flags &&
    left.co_firstlineno === right.co_firstlineno &&
    bytesAreEqual(left.co_code, right.co_code) &&
    a.consts.length === b.consts.length &&
    a.consts.every((value, i) => constantsAreEqual(value, b.consts[i]!)) &&
    listsAreEqual(left.co_names, right.co_names) &&
    listsAreEqual(left.co_localsplusnames, right.co_localsplusnames) &&
    bytesAreEqual(left.co_linetable, right.co_linetable) &&
    bytesAreEqual(left.co_exceptiontable, right.co_exceptiontable)
  );
}

/** `_varname_from_oparg`. */
function varname(self: PyCode, oparg: Value): Value {
  const name = self.code.co_localsplusnames[indexNumber(oparg)];
  if (name === undefined) throw indexError('tuple index out of range');
  return strFromUtf16(name);
}

// --- code(…) and replace() -------------------------------------------------------------------------------------------

const MAX_INT = 2 ** 31 - 1;

function asInt(value: Value): number {
  const number = indexNumber(value, excTypes.OverflowError);
  if (number > MAX_INT || number < -MAX_INT - 1) {
    throw overflowError(`signed integer is ${number > 0 ? 'greater than maximum' : 'less than minimum'}`);
  }
  return number;
}

type Converter = (value: Value, owner: string, label: string) => unknown;

const integer: Converter = (value, _owner, label) => {
  const number = asInt(value);
  if (number < 0 && label !== "'co_firstlineno'" && label !== '14') {
    throw valueError(`${label.startsWith("'") ? label.slice(1, -1) : 'code: argument'} must be a positive integer`);
  }
  return number;
};
const bytes: Converter = (value, owner, label) => {
  if (!(value instanceof PyBytes)) throw typeError(`${owner} argument ${label} must be bytes, not ${typeName(value)}`);
  return value.bytes;
};
const text: Converter = (value, owner, label) => {
  if (asText(value) === undefined) throw typeError(`${owner} argument ${label} must be str, not ${typeName(value)}`);
  return asHostString(value);
};
function tupleItems(value: Value, owner: string, label: string): readonly Value[] {
  if (!(value instanceof PyTuple)) throw typeError(`${owner} argument ${label} must be tuple, not ${typeName(value)}`);
  return value.items;
}
const tuple: Converter = tupleItems;
const nameTuple: Converter = (value, owner, label) =>
  tupleItems(value, owner, label).map((item) => {
    const name = asText(item);
    if (name === undefined)
      throw owner === 'replace()'
        ? systemError('non-string found in code slot')
        : typeError(`name tuples must contain only strings, not '${typeName(item)}'`);
    return textToHost(name);
  });

/** The parts in the order of `code(…)`, with their conversion. */
const FIELDS: readonly (readonly [keyof CodeParts, string, Converter])[] = [
  ['argcount', 'co_argcount', integer],
  ['posonlyargcount', 'co_posonlyargcount', integer],
  ['kwonlyargcount', 'co_kwonlyargcount', integer],
  ['nlocals', 'co_nlocals', integer],
  ['stacksize', 'co_stacksize', integer],
  ['flags', 'co_flags', integer],
  ['code', 'co_code', bytes],
  ['consts', 'co_consts', tuple],
  ['names', 'co_names', nameTuple],
  ['varnames', 'co_varnames', nameTuple],
  ['filename', 'co_filename', text],
  ['name', 'co_name', text],
  ['qualname', 'co_qualname', text],
  ['firstlineno', 'co_firstlineno', integer],
  ['linetable', 'co_linetable', bytes],
  ['exceptiontable', 'co_exceptiontable', bytes],
  ['freevars', 'co_freevars', nameTuple],
  ['cellvars', 'co_cellvars', nameTuple],
];
const REQUIRED = 16;

function newCode(args: readonly Value[], kwnames: Kwnames): PyCode {
  if (kwnames !== null) throw typeError('code() takes no keyword arguments');
  if (args.length < REQUIRED) throw typeError(`code expected at least ${REQUIRED} arguments, got ${args.length}`);
  if (args.length > FIELDS.length)
    throw typeError(`code expected at most ${FIELDS.length} arguments, got ${args.length}`);
  const parts: Record<string, unknown> = { freevars: [], cellvars: [] };
  args.forEach((value, i) => {
    const [field, , convert] = FIELDS[i]!;
    parts[field] = convert(value, 'code()', `${i + 1}`);
  });
  return makeCode(parts as unknown as CodeParts);
}

function replace(self: PyCode, changes: ReadonlyMap<string, Value>): PyCode {
  const parts = partsOf(self) as unknown as Record<string, unknown>;
  for (const [key, value] of changes) {
    const entry = FIELDS.find(([, name]) => name === key);
    if (entry === undefined) throw typeError(`replace() got an unexpected keyword argument '${key}'`);
    parts[entry[0]] = entry[2](value, 'replace()', `'${key}'`);
  }
  if (changes.has('co_varnames') && !changes.has('co_nlocals')) parts.nlocals = (parts.varnames as string[]).length;
  return makeCode(parts as unknown as CodeParts);
}

const REPLACE_DOC = 'Return a copy of the code object with new values for the specified fields.';

function field(get: (code: PyCode) => Value): GetSet {
  return {
    get: (self) => get(asCode(self)),
    set() {
      throw attributeError('readonly attribute');
    },
  };
}

const codeBytes = new WeakMap<PyCode, PyBytes>();
function bytesOf(code: PyCode): PyBytes {
  let value = codeBytes.get(code);
  if (value === undefined) codeBytes.set(code, (value = new PyBytes(code.code.co_code)));
  return value;
}

export const codeSpec = typeSpec(codeType, {
  doc: `code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,
     flags, codestring, constants, names, varnames, filename, name,
     qualname, firstlineno, linetable, exceptiontable, freevars=(),
     cellvars=(), /)
--

Create a code object.  Not for the faint of heart.`,
  slots: {
    tp_new: (_type, args, kwnames) => newCode(args, kwnames),
    tp_repr: (self) => {
      const { co_name, co_filename, co_firstlineno } = asCode(self).code;
      const line = co_firstlineno === 0 ? -1 : co_firstlineno;
      return strFromUtf16(`<code object ${co_name} at ${identityText(self)}, file "${co_filename}", line ${line}>`);
    },
    tp_hash: (self) => {
      const code = asCode(self);
      return hash(
        new PyTuple([
          strFromUtf16(code.name),
          bytesOf(code),
          names(code.names),
          code.argcount,
          code.flags,
          code.code.co_firstlineno,
        ]),
      );
    },
    tp_richcompare: (left, right, op_) => {
      if ((op_ !== Py_EQ && op_ !== Py_NE) || !(left instanceof PyCode) || !(right instanceof PyCode))
        return NotImplemented;
      return (left === right || codesAreEqual(left, right)) === (op_ === Py_EQ);
    },
  },
  methods: {
    co_lines: method('($self, /)', (self: PyCode) => new PyCodeIterator(lines(self))),
    co_positions: method('($self, /)', (self: PyCode) => new PyPositionsIterator(positions(self))),
    co_branches: method('($self, /)', (self: PyCode) => new PyCodeIterator(branches(self))),
    replace: method('($self, /, **changes)', replace, REPLACE_DOC),
    __replace__: method('($self, /, **changes)', replace, 'The same as replace().'),
    _varname_from_oparg: method(
      '($self, /, oparg)',
      varname,
      `(internal-only) Return the local variable name for the given oparg.

WARNING: this method is for internal use only and may change or go
away.`,
    ),
  },
  members: {
    co_argcount: field((code) => code.argcount),
    co_posonlyargcount: field((code) => code.code.co_posonlyargcount),
    co_kwonlyargcount: field((code) => code.code.co_kwonlyargcount),
    co_stacksize: field((code) => code.code.co_stacksize),
    co_flags: field((code) => code.flags),
    co_nlocals: field((code) => code.code.co_varnames.length),
    co_consts: field((code) => new PyTuple(code.consts)),
    co_names: field((code) => names(code.names)),
    co_filename: field((code) => strFromUtf16(code.code.co_filename)),
    co_name: field((code) => strFromUtf16(code.name)),
    co_qualname: field((code) => strFromUtf16(code.qualname)),
    co_firstlineno: field((code) => code.code.co_firstlineno),
    co_linetable: field((code) => new PyBytes(code.code.co_linetable)),
    co_exceptiontable: field((code) => new PyBytes(code.code.co_exceptiontable)),
  },
  getset: {
    co_lnotab: {
      get: (self) => {
        warn(excTypes.DeprecationWarning, 'co_lnotab is deprecated, use co_lines instead.', 1);
        return lnotab(asCode(self));
      },
    },
    _co_code_adaptive: { get: (self) => bytesOf(asCode(self)) },
    co_varnames: { get: (self) => names(asCode(self).code.co_varnames) },
    co_cellvars: { get: (self) => names(asCode(self).code.co_cellvars) },
    co_freevars: { get: (self) => names(asCode(self).code.co_freevars) },
    co_code: { get: (self) => bytesOf(asCode(self)) },
  },
});
