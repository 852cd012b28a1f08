/**
 * Reads pickles: a function for each opcode.
 *
 * @cpython Modules/_pickle.c load and load_…
 */
import {
  asInt,
  asText,
  call,
  callMethod,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  getItem,
  isInstanceOf,
  isTrue,
  iterNext,
  matches,
  None,
  PyByteArray,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  overflowError,
  reprHost,
  setAttr,
  setItem,
  strFromUtf16,
  strHost,
  strType,
  textToHost,
  toArray,
  tupleType,
  typeName,
  typeOf,
  typeType,
  valueError,
  floatType,
  attributeError,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { intFromBytes } from '../../objects/int/index.ts';
import { memoryviewOf } from '../../objects/memoryview/index.ts';
import { frozenSetOf, PySet, setType } from '../../objects/set/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { audit } from '../sys/sys.ts';
import { unpicklingError } from './errors.ts';
import { importedModule, lookUp, resolvePath, translatedName } from './globals.ts';
import * as op from './opcodes.ts';
import type { PyUnpickler } from './py-unpickler.ts';

type Load = (self: PyUnpickler) => void;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const plain = new TextDecoder('latin1');

function decodeUtf8(bytes: Uint8Array): Value {
  try {
    return strFromUtf16(utf8.decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return callMethod(new PyBytes(bytes.slice()), 'decode', 'utf-8', 'surrogatepass');
  }
}

const u16 = (self: PyUnpickler): number => {
  const at = self.input.take(2);
  return self.input.view.getUint16(at, true);
};
const u32 = (self: PyUnpickler): number => {
  const at = self.input.take(4);
  return self.input.view.getUint32(at, true);
};
const i32 = (self: PyUnpickler): number => {
  const at = self.input.take(4);
  return self.input.view.getInt32(at, true);
};
/** A length of eight bytes. @throws UnpicklingError for more than there can be */
const u64 = (self: PyUnpickler, what: string): number => {
  const at = self.input.take(8);
  const size = self.input.view.getBigUint64(at, true);
  if (size > 0x7fff_ffff_ffff_ffffn)
    throw unpicklingError.error(`${what} exceeds system's maximum size of 9223372036854775807 bytes`);
  return Number(size);
};

const push = (self: PyUnpickler, value: Value): void => {
  self.stack.push(value);
};

/** An int from a line of text. @throws ValueError */
function intOfLine(line: Uint8Array): Value {
  return call(typeOf(0), [new PyBytes(line.slice())]);
}

function lineText(self: PyUnpickler): string {
  return plain.decode(self.input.line());
}

/** A name from a line of UTF-8. @throws UnicodeDecodeError */
function nameLine(self: PyUnpickler): string {
  return textToHost(asText(callMethod(new PyBytes(self.input.line().slice()), 'decode', 'utf-8'))!);
}

function loadInt(self: PyUnpickler): void {
  const line = self.input.line();
  const text = plain.decode(line);
  if (text === '00' || text === '01') push(self, text === '01');
  else if (text === '') throw unpicklingError.error('pickle data was truncated');
  else push(self, intOfLine(line));
}

function loadLong(self: PyUnpickler): void {
  const line = self.input.line();
  push(self, intOfLine(line.at(-1) === 0x4c ? line.subarray(0, -1) : line));
}

function pushLong(self: PyUnpickler, size: number): void {
  if (size < 0) throw unpicklingError.error('LONG pickle has negative byte count');
  push(self, intFromBytes(self.input.read(size), true, true));
}

/** A `str` of Python 2, as text or bytes. */
function pushOldString(self: PyUnpickler, bytes: Uint8Array): void {
  const object = new PyBytes(bytes);
  push(self, self.encoding === 'bytes' ? object : callMethod(object, 'decode', self.encoding, self.errors));
}

function loadString(self: PyUnpickler): void {
  const line = self.input.line();
  const quote = line[0];
  if (line.length < 2 || quote !== line.at(-1) || (quote !== 0x27 && quote !== 0x22))
    throw unpicklingError.error('the STRING opcode argument must be quoted');
  const codecs = currentInterpreter().importModule('codecs');
  const decoded = call(getAttr(codecs, 'escape_decode'), [new PyBytes(line.slice(1, -1))]);
  pushOldString(self, (getItem(decoded, 0) as PyBytes).bytes);
}

function loadBinString(self: PyUnpickler): void {
  const size = i32(self);
  if (size < 0) throw unpicklingError.error('BINSTRING pickle has negative byte count');
  pushOldString(self, self.input.read(size));
}

function pushText(self: PyUnpickler, size: number): void {
  const at = self.input.take(size);
  push(self, decodeUtf8(self.input.bytes.subarray(at, at + size)));
}

function loadFloat(self: PyUnpickler): void {
  push(self, call(floatType, [strFromUtf16(lineText(self))]));
}

function loadBinFloat(self: PyUnpickler): void {
  const at = self.input.take(8);
  push(self, new PyFloat(self.input.view.getFloat64(at)));
}

function loadShortTuple(self: PyUnpickler, count: number): void {
  if (self.stack.length - count < self.fence) throw self.underflow();
  push(self, new PyTuple(self.stack.splice(self.stack.length - count)));
}

function loadDict(self: PyUnpickler): void {
  const items = self.popMark();
  if (items.length % 2 !== 0) throw unpicklingError.error('odd number of items for DICT');
  const dict = new PyDict();
  for (let i = 0; i < items.length; i += 2) dict.set(items[i]!, items[i + 1]!);
  push(self, dict);
}

/** An instance of a class of the old kind, or made as one. */
function instantiate(cls: Value, args: Value[]): Value {
  const isPlain =
    args.length === 0 && isInstanceOf(cls, typeType) && getAttrOrUndefined(cls, '__getinitargs__') === undefined;
  return isPlain ? callMethod(cls, '__new__', cls) : call(cls, args);
}

function loadObject(self: PyUnpickler): void {
  const [cls, ...args] = self.popMark();
  if (cls === undefined) throw self.underflow();
  push(self, instantiate(cls, args));
}

function loadInstance(self: PyUnpickler): void {
  const module = lineText(self);
  const cls = findClass(self, strFromUtf16(module), strFromUtf16(lineText(self)));
  push(self, instantiate(cls, self.popMark()));
}

function requireClass(cls: Value, opcode: string): PyType {
  if (!isInstanceOf(cls, typeType))
    throw unpicklingError.error(`${opcode} class argument must be a type, not ${typeName(cls)}`);
  if ((cls as PyType).tp_new === undefined)
    throw unpicklingError.error(`${opcode} class argument '${(cls as PyType).name}' doesn't have __new__`);
  return cls as PyType;
}

function loadNewObject(self: PyUnpickler): void {
  const args = self.pop();
  const cls = requireClass(self.pop(), 'NEWOBJ');
  if (!isInstanceOf(args, tupleType))
    throw unpicklingError.error(`NEWOBJ expected an arg tuple, got ${typeName(args)}`);
  push(self, cls.tp_new!(cls, (args as PyTuple).items, null));
}

function loadNewObjectEx(self: PyUnpickler): void {
  const keywords = self.pop();
  const args = self.pop();
  const cls = requireClass(self.pop(), 'NEWOBJ_EX');
  if (!isInstanceOf(args, tupleType))
    throw unpicklingError.error(`NEWOBJ_EX args argument must be a tuple, not ${typeName(args)}`);
  if (!(keywords instanceof PyDict))
    throw unpicklingError.error(`NEWOBJ_EX kwargs argument must be a dict, not ${typeName(keywords)}`);
  const names = toArray(keywords).map((name) => textToHost(asText(name)!));
  const values = [...keywords.values()];
  push(self, cls.tp_new!(cls, [...(args as PyTuple).items, ...values], names.length === 0 ? null : names));
}

/** What `find_class` of the type does. */
export function findGlobal(self: PyUnpickler, module: Value, name: Value): Value {
  audit('pickle.find_class', [module, name]);
  let names: [string, string] = [strHost(module), strHost(name)];
  if (self.protocol < 3 && self.usesOldNames) names = translatedName(...names, false);
  const [moduleName, attribute] = names;
  const found = importedModule(moduleName);
  if (self.protocol < 4) return getAttr(found, attribute);
  try {
    return resolvePath(found, attribute.split('.'));
  } catch (error) {
    if (!attribute.includes('.') || !matches(error, excTypes.AttributeError)) throw error;
    throw attributeError(`Can't resolve path ${reprHost(strFromUtf16(attribute))} on module ${reprHost(found)}`);
  }
}

function findClass(self: PyUnpickler, module: Value, name: Value): Value {
  return self.findClass === null ? findGlobal(self, module, name) : call(self.findClass, [module, name]);
}

function loadGlobal(self: PyUnpickler): void {
  const module = nameLine(self);
  push(self, findClass(self, strFromUtf16(module), strFromUtf16(nameLine(self))));
}

function loadStackGlobal(self: PyUnpickler): void {
  const name = self.pop();
  const module = self.pop();
  if (typeOf(name) !== strType || typeOf(module) !== strType) throw unpicklingError.error('STACK_GLOBAL requires str');
  push(self, findClass(self, module, name));
}

function loadExtension(self: PyUnpickler, code: number): void {
  if (code <= 0) throw unpicklingError.error('EXT specifies code <= 0');
  const copyreg = currentInterpreter().importModule('copyreg');
  const cache = getAttr(copyreg, '_extension_cache');
  const cached = lookUp('copyreg', '_extension_cache', code);
  if (cached !== undefined) {
    push(self, cached);
    return;
  }
  const key = lookUp('copyreg', '_inverted_registry', code);
  if (key === undefined) throw valueError(`unregistered extension code ${code}`);
  if (!(key instanceof PyTuple) || key.items.length !== 2)
    throw valueError(`_inverted_registry[${code}] isn't a 2-tuple of strings`);
  const object = findClass(self, key.items[0]!, key.items[1]!);
  setItem(cache, code, object);
  push(self, object);
}

function loadReduce(self: PyUnpickler): void {
  const args = self.pop();
  const func = self.pop();
  push(self, call(func, toArray(args)));
}

function loadPop(self: PyUnpickler): void {
  if (self.marks.length > 0 && self.marks.at(-1) === self.stack.length) {
    self.marks.pop();
    self.fence = self.marks.at(-1) ?? 0;
  } else self.pop();
}

function store(self: PyUnpickler, position: number): void {
  self.memo[position] = self.top();
}

function loadPut(self: PyUnpickler): void {
  const position = intOfLine(self.input.line());
  if (typeof position !== 'number' || position < 0) {
    if (Number(asInt(position)) < 0) throw valueError('negative PUT argument');
    throw overflowError('Python int too large to convert to C ssize_t');
  }
  store(self, position);
}

function loadGet(self: PyUnpickler): void {
  push(self, self.recall(Number(intOfLine(self.input.line()))));
}

function appendAll(self: PyUnpickler, items: Value[]): void {
  const list = self.top();
  if (list instanceof PyList && !typeOf(list).isHeapType) {
    for (const item of items) list.items.push(item);
    return;
  }
  const extend = getAttrOrUndefined(list, 'extend');
  if (extend !== undefined) {
    call(extend, [new PyList(items)]);
    return;
  }
  const append = getAttr(list, 'append');
  for (const item of items) call(append, [item]);
}

function setAll(self: PyUnpickler, items: Value[]): void {
  const dict = self.top();
  if (items.length % 2 !== 0) throw unpicklingError.error('odd number of items for SETITEMS');
  const isPlain = dict instanceof PyDict && !typeOf(dict).isHeapType;
  for (let i = 0; i < items.length; i += 2) {
    if (isPlain) dict.set(items[i]!, items[i + 1]!);
    else setItem(dict, items[i]!, items[i + 1]!);
  }
}

function addAll(self: PyUnpickler): void {
  const items = self.popMark();
  const set = self.top();
  if (isInstanceOf(set, setType)) {
    for (const item of items) (set as PySet).add(item);
    return;
  }
  const add = getAttr(set, 'add');
  for (const item of items) call(add, [item]);
}

/** Gives an object its state. */
function loadBuild(self: PyUnpickler): void {
  if (self.stack.length - 2 < self.fence) throw self.underflow();
  const state = self.pop();
  const object = self.top();
  const setState = getAttrOrUndefined(object, '__setstate__');
  if (setState !== undefined) {
    call(setState, [state]);
    return;
  }
  let fields: Value = state;
  let slots: Value | undefined;
  if (state instanceof PyTuple && state.items.length === 2) [fields, slots] = state.items as [Value, Value];
  if (fields !== None && isTrue(fields)) {
    if (!(fields instanceof PyDict)) throw unpicklingError.error('state is not a dictionary');
    const dict = getAttr(object, '__dict__');
    for (const [key, value] of fields.entries()) setItem(dict, key, value);
  }
  if (slots !== undefined && slots !== None) {
    if (!(slots instanceof PyDict)) throw unpicklingError.error('slot state is not a dictionary');
    for (const [key, value] of slots.entries()) setAttr(object, textToHost(asText(key)!), value);
  }
}

function persistentLoad(self: PyUnpickler, id: Value): void {
  if (self.persistentLoad === null)
    throw unpicklingError.error(
      'A load persistent id instruction was encountered, but no persistent_load function was specified.',
    );
  push(self, call(self.persistentLoad, [id]));
}

function loadPersistent(self: PyUnpickler): void {
  const line = self.input.line();
  if (line.some((byte) => byte >= 0x80))
    throw unpicklingError.error('persistent IDs in protocol 0 must be ASCII strings');
  persistentLoad(self, strFromUtf16(plain.decode(line)));
}

function loadNextBuffer(self: PyUnpickler): void {
  if (self.buffers === null)
    throw unpicklingError.error('pickle stream refers to out-of-band data but no *buffers* argument was given');
  const buffer = iterNext(self.buffers);
  if (buffer === undefined) throw unpicklingError.error('not enough out-of-band buffers');
  push(self, buffer);
}

function loadReadonlyBuffer(self: PyUnpickler): void {
  const view = memoryviewOf(self.top());
  if (!isTrue(getAttr(view, 'readonly'))) self.setTop(callMethod(view, 'toreadonly'));
}

function loadProtocol(self: PyUnpickler): void {
  const protocol = self.input.byte();
  if (protocol > op.HIGHEST_PROTOCOL) throw valueError(`unsupported pickle protocol: ${protocol}`);
  self.protocol = protocol;
}

function loadByteArray(self: PyUnpickler): void {
  push(self, new PyByteArray(self.input.read(u64(self, 'BYTEARRAY8'))));
}

function unicodeLine(self: PyUnpickler): void {
  push(self, callMethod(new PyBytes(self.input.line().slice()), 'decode', 'raw-unicode-escape'));
}

const entries: readonly (readonly [opcode: number, load: Load])[] = [
  [op.MARK, (self) => self.mark()],
  [op.POP, loadPop],
  [op.POP_MARK, (self) => void self.popMark()],
  [op.DUP, (self) => push(self, self.top())],
  [op.FLOAT, loadFloat],
  [op.INT, loadInt],
  [op.BININT, (self) => push(self, i32(self))],
  [op.BININT1, (self) => push(self, self.input.byte())],
  [op.BININT2, (self) => push(self, u16(self))],
  [op.LONG, loadLong],
  [op.LONG1, (self) => pushLong(self, self.input.byte())],
  [op.LONG4, (self) => pushLong(self, i32(self))],
  [op.NONE, (self) => push(self, None)],
  [op.NEWTRUE, (self) => push(self, true)],
  [op.NEWFALSE, (self) => push(self, false)],
  [op.PERSID, loadPersistent],
  [op.BINPERSID, (self) => persistentLoad(self, self.pop())],
  [op.REDUCE, loadReduce],
  [op.STRING, loadString],
  [op.BINSTRING, loadBinString],
  [op.SHORT_BINSTRING, (self) => pushOldString(self, self.input.read(self.input.byte()))],
  [op.UNICODE, unicodeLine],
  [op.BINUNICODE, (self) => pushText(self, u32(self))],
  [op.SHORT_BINUNICODE, (self) => pushText(self, self.input.byte())],
  [op.BINUNICODE8, (self) => pushText(self, u64(self, 'BINUNICODE8'))],
  [op.APPEND, (self) => appendAll(self, [self.pop()])],
  [op.APPENDS, (self) => appendAll(self, self.popMark())],
  [op.BUILD, loadBuild],
  [op.GLOBAL, loadGlobal],
  [op.STACK_GLOBAL, loadStackGlobal],
  [op.DICT, loadDict],
  [op.EMPTY_DICT, (self) => push(self, new PyDict())],
  [op.SETITEM, (self) => setAll(self, [self.pop(), self.pop()].reverse())],
  [op.SETITEMS, (self) => setAll(self, self.popMark())],
  [op.GET, loadGet],
  [op.BINGET, (self) => push(self, self.recall(self.input.byte()))],
  [op.LONG_BINGET, (self) => push(self, self.recall(u32(self)))],
  [op.PUT, loadPut],
  [op.BINPUT, (self) => store(self, self.input.byte())],
  [op.LONG_BINPUT, (self) => store(self, u32(self))],
  [op.MEMOIZE, (self) => store(self, self.memo.length)],
  [op.INST, loadInstance],
  [op.OBJ, loadObject],
  [op.LIST, (self) => push(self, new PyList(self.popMark()))],
  [op.EMPTY_LIST, (self) => push(self, new PyList([]))],
  [op.TUPLE, (self) => push(self, new PyTuple(self.popMark()))],
  [op.EMPTY_TUPLE, (self) => push(self, new PyTuple([]))],
  [op.TUPLE1, (self) => loadShortTuple(self, 1)],
  [op.TUPLE2, (self) => loadShortTuple(self, 2)],
  [op.TUPLE3, (self) => loadShortTuple(self, 3)],
  [op.BINFLOAT, loadBinFloat],
  [op.BINBYTES, (self) => push(self, new PyBytes(self.input.read(u32(self))))],
  [op.SHORT_BINBYTES, (self) => push(self, new PyBytes(self.input.read(self.input.byte())))],
  [op.BINBYTES8, (self) => push(self, new PyBytes(self.input.read(u64(self, 'BINBYTES8'))))],
  [op.BYTEARRAY8, loadByteArray],
  [op.PROTO, loadProtocol],
  [op.NEWOBJ, loadNewObject],
  [op.NEWOBJ_EX, loadNewObjectEx],
  [op.EXT1, (self) => loadExtension(self, self.input.byte())],
  [op.EXT2, (self) => loadExtension(self, u16(self))],
  [op.EXT4, (self) => loadExtension(self, i32(self))],
  [op.EMPTY_SET, (self) => push(self, new PySet())],
  [op.ADDITEMS, addAll],
  [op.FROZENSET, (self) => push(self, frozenSetOf(self.popMark()))],
  [op.FRAME, (self) => self.input.loadFrame(u64(self, 'FRAME length'))],
  [op.NEXT_BUFFER, loadNextBuffer],
  [op.READONLY_BUFFER, loadReadonlyBuffer],
];

const LOADS: (Load | undefined)[] = new Array<Load | undefined>(256).fill(undefined);
for (const [opcode, load] of entries) LOADS[opcode] = load;

function invalidKey(opcode: number): Value {
  const isPrintable = opcode > 0x20 && opcode < 0x7f && opcode !== 0x27;
  const shown =
    isPrintable || opcode === 0x20 ? String.fromCharCode(opcode) : `\\x${opcode.toString(16).padStart(2, '0')}`;
  return unpicklingError.error(`invalid load key, '${shown}'.`);
}

/** Reads one object. @throws UnpicklingError, EOFError, and whatever reconstructing raises */
export function load(self: PyUnpickler): Value {
  self.stack = [];
  self.marks = [];
  self.fence = 0;
  self.protocol = 0;
  const { input } = self;
  for (;;) {
    const opcode = input.opcode();
    if (opcode === op.STOP) return self.pop();
    const step = LOADS[opcode];
    if (step === undefined) throw invalidKey(opcode);
    step(self);
  }
}
