/**
 * Writes objects of the types that pickles know; what others give of themselves is in `save-reduce.ts`.
 *
 * @cpython Modules/_pickle.c save and save_…
 */
import type { PyByteArray, PyDict } from '../../objects/core/index.ts';
import {
  call,
  callMethod,
  excTypes,
  getAttr,
  getItem,
  isTrue,
  isPyException,
  lookupSpecial,
  matches,
  None,
  NotImplemented,
  PyBytes,
  PyFloat,
  PyList,
  PyTuple,
  ellipsisType,
  noneType,
  notImplementedType,
  Ellipsis,
  isInstanceOf,
  iterate,
  reprHost,
  runtimeError,
  textToHost,
  toArray,
  typeName,
  typeOf,
  typeType,
  valueError,
  withNativeDepth,
  asText,
  bytesType,
  bytearrayType,
  dictType,
  listType,
  strType,
  tupleType,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { intToBytes } from '../../objects/int/index.ts';
import { functionType } from '../../objects/function/py-function.ts';
import { frozensetType, setType, type PyAnySet } from '../../objects/set/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { isContiguous } from '../../objects/bytes/buffer-access.ts';
import { fullTypeName, noting, picklingError } from './errors.ts';
import { lookUp } from './globals.ts';
import * as op from './opcodes.ts';
import { FRAME_SIZE_TARGET } from './output.ts';
import { bufferOf, PyPickleBuffer } from './pickle-buffer.ts';
import type { PyPickler } from './py-pickler.ts';
import { batchAppends, batches, batchSetItems, saveItem } from './batches.ts';
import { memoize, writeGet } from './memo.ts';
import { saveGlobal } from './save-global.ts';
import { saveReduce } from './save-reduce.ts';

/** Containers may be so deep in one another before fast mode looks for cycles. */
const FAST_NESTING_LIMIT = 50;

const encoder = new TextEncoder();

function utf8Of(text: Text): Uint8Array {
  const host = textToHost(text);
  if (/\p{Surrogate}/u.test(host)) return (callMethod(text, 'encode', 'utf-8', 'surrogatepass') as PyBytes).bytes;
  return encoder.encode(host);
}

function saveInt(self: PyPickler, value: number | bigint): void {
  const { output } = self;
  if (typeof value === 'number' && value >= -0x80000000 && value <= 0x7fffffff) {
    if (!self.isBinary) output.line(op.INT, String(value));
    else if (value >= 0 && value <= 0xff) output.short(op.BININT1, value);
    else if (value >= 0 && value <= 0xffff) output.half(op.BININT2, value);
    else output.word(op.BININT, value);
    return;
  }
  if (self.protocol < 2) {
    output.line(op.LONG, `${reprHost(value)}L`);
    return;
  }
  const magnitude = value < 0 ? -BigInt(value) : BigInt(value);
  let bytes = intToBytes(value, (magnitude.toString(2).length >> 3) + 1, true, true);
  const last = bytes.length - 1;
  if (value < 0 && last > 0 && bytes[last] === 0xff && (bytes[last - 1]! & 0x80) !== 0) bytes = bytes.subarray(0, last);
  if (bytes.length < 256) output.short(op.LONG1, bytes.length);
  else output.word(op.LONG4, bytes.length);
  output.raw(bytes);
}

/** An opcode and the length of what follows. */
function header(opcode: number, size: number, width: 1 | 4 | 8): Uint8Array {
  const bytes = new Uint8Array(1 + width);
  bytes[0] = opcode;
  const view = new DataView(bytes.buffer);
  if (width === 1) bytes[1] = size;
  else if (width === 4) view.setUint32(1, size, true);
  else view.setBigUint64(1, BigInt(size), true);
  return bytes;
}

function saveText(self: PyPickler, text: Text): void {
  if (self.isBinary) {
    const bytes = utf8Of(text);
    const size = bytes.length;
    if (size <= 0xff && self.protocol >= 4) {
      self.output.short(op.SHORT_BINUNICODE, size);
      self.output.raw(bytes);
    } else if (size < FRAME_SIZE_TARGET) {
      self.output.word(op.BINUNICODE, size);
      self.output.raw(bytes);
    } else self.output.largeBytes(header(op.BINUNICODE, size, 4), bytes);
  } else {
    self.output.byte(op.UNICODE);
    self.output.raw(rawUnicodeEscape(text));
    self.output.byte(0x0a);
  }
  memoize(self, text);
}

/** Text on one line. @cpython raw_unicode_escape */
function rawUnicodeEscape(text: Text): Uint8Array {
  let escaped: Value = text;
  for (const [char, escape] of [
    ['\\', '\\u005c'],
    ['\0', '\\u0000'],
    ['\n', '\\u000a'],
    ['\r', '\\u000d'],
    ['\x1a', '\\u001a'],
  ] as const)
    escaped = callMethod(escaped, 'replace', char, escape);
  return (callMethod(escaped, 'encode', 'raw-unicode-escape') as PyBytes).bytes;
}

function saveBytes(self: PyPickler, object: Value, bytes: Uint8Array): void {
  if (self.protocol < 3) {
    if (bytes.length === 0) saveReduce(self, new PyTuple([bytesType, new PyTuple([])]), object);
    else {
      const text = callMethod(object, 'decode', 'latin1');
      const encode = getAttr(currentInterpreter().importModule('codecs'), 'encode');
      saveReduce(self, new PyTuple([encode, new PyTuple([text, 'latin1'])]), object);
    }
    return;
  }
  writeBytes(self, bytes);
  memoize(self, object);
}

function writeBytes(self: PyPickler, bytes: Uint8Array): void {
  if (bytes.length <= 0xff) {
    self.output.short(op.SHORT_BINBYTES, bytes.length);
    self.output.raw(bytes);
  } else self.output.largeBytes(header(op.BINBYTES, bytes.length, 4), bytes);
}

function saveByteArray(self: PyPickler, object: PyByteArray): void {
  const bytes = object.bytes.subarray(0, object.length);
  if (self.protocol < 5) {
    const args = bytes.length === 0 ? [] : [new PyBytes(bytes.slice())];
    saveReduce(self, new PyTuple([bytearrayType, new PyTuple(args)]), object);
    return;
  }
  self.output.largeBytes(header(op.BYTEARRAY8, bytes.length, 8), bytes);
  memoize(self, object);
}

function savePickleBuffer(self: PyPickler, object: PyPickleBuffer): void {
  if (self.protocol < 5) throw picklingError.error('PickleBuffer can only be pickled with protocol >= 5');
  const buffer = bufferOf(object);
  if (!isContiguous(buffer))
    throw picklingError.error('PickleBuffer can not be pickled when pointing to a non-contiguous buffer');
  const isInBand = self.bufferCallback === null || isTrue(call(self.bufferCallback, [object]));
  if (!isInBand) {
    self.output.byte(op.NEXT_BUFFER);
    if (buffer.readonly) self.output.byte(op.READONLY_BUFFER);
    return;
  }
  const bytes = buffer.bytes.subarray(buffer.offset, buffer.offset + buffer.len);
  if (buffer.readonly) writeBytes(self, bytes);
  else self.output.largeBytes(header(op.BYTEARRAY8, bytes.length, 8), bytes);
  memoize(self, object);
}

function saveTuple(self: PyPickler, object: PyTuple): void {
  const { output, memo } = self;
  const { items } = object;
  const count = items.length;
  if (count === 0) {
    if (self.isBinary) output.byte(op.EMPTY_TUPLE);
    else output.short(op.MARK, op.TUPLE);
    return;
  }
  const isShort = count <= 3 && self.protocol >= 2;
  if (!isShort) output.byte(op.MARK);
  for (let i = 0; i < count; i++) saveItem(self, items[i]!, object, i);
  // A tuple that contains itself was written with its items: what lies on the stack is thrown away.
  const index = memo.get(object);
  if (index !== undefined) {
    if (isShort) for (let i = 0; i < count; i++) output.byte(op.POP);
    else if (self.isBinary) output.byte(op.POP_MARK);
    else for (let i = 0; i <= count; i++) output.byte(op.POP);
    writeGet(self, index);
    return;
  }
  output.byte(isShort ? op.TUPLE1 + count - 1 : op.TUPLE);
  memoize(self, object);
}

/** Runs what writes a container; in fast mode, in which nothing is remembered, looks out for cycles. */
function withFastCheck(self: PyPickler, object: Value, run: () => void): void {
  if (self.fast === 0) {
    run();
    return;
  }
  const containers = self.fastContainers;
  if (containers.size >= FAST_NESTING_LIMIT && containers.has(object))
    throw valueError(
      `fast mode: can't pickle cyclic objects including object type ${typeName(object)} at ${reprHost(object)}`,
    );
  const isNew = !containers.has(object);
  containers.add(object);
  try {
    run();
  } finally {
    if (isNew) containers.delete(object);
  }
}

function* dictEntries(dict: PyDict): Iterable<readonly [Value, Value]> {
  const { size } = dict;
  for (const entry of dict.entries()) {
    yield entry;
    if (dict.size !== size) throw runtimeError('dictionary changed size during iteration');
  }
}

function* listItems(list: PyList): Iterable<Value> {
  for (let i = 0; i < list.items.length; i++) yield list.items[i]!;
}

function saveSet(self: PyPickler, object: PyAnySet): void {
  const { output } = self;
  const note = () => `when serializing ${fullTypeName(object)} element`;
  if (self.protocol < 4) {
    saveReduce(self, new PyTuple([setType, new PyTuple([new PyList(toArray(object))])]), object);
    return;
  }
  output.byte(op.EMPTY_SET);
  memoize(self, object);
  for (const batch of batches(iterate(object))) {
    output.byte(op.MARK);
    noting(() => batch.forEach((item) => save(self, item)), note);
    output.byte(op.ADDITEMS);
  }
}

function saveFrozenSet(self: PyPickler, object: PyAnySet): void {
  const { output } = self;
  if (self.protocol < 4) {
    saveReduce(self, new PyTuple([frozensetType, new PyTuple([new PyList(toArray(object))])]), object);
    return;
  }
  output.byte(op.MARK);
  noting(
    () => toArray(object).forEach((item) => save(self, item)),
    () => `when serializing ${fullTypeName(object)} element`,
  );
  const index = self.memo.get(object);
  if (index !== undefined) {
    output.byte(op.POP_MARK);
    writeGet(self, index);
    return;
  }
  output.byte(op.FROZENSET);
  memoize(self, object);
}

/** Writes types; those of the singletons have no name anywhere. */
function saveType(self: PyPickler, object: Value): void {
  const singleton =
    object === noneType
      ? None
      : object === notImplementedType
        ? NotImplemented
        : object === ellipsisType
          ? Ellipsis
          : undefined;
  if (singleton === undefined) saveGlobal(self, object, undefined);
  else saveReduce(self, new PyTuple([typeType, new PyTuple([singleton])]), object);
}

/** Writes what the program gives for an object instead. False when it gives nothing. */
function savePersistent(self: PyPickler, object: Value): boolean {
  const id = call(self.persistentId!, [object]);
  if (id === None) return false;
  if (self.isBinary) {
    save(self, id, false);
    self.output.byte(op.BINPERSID);
    return true;
  }
  const text = textToHost(asText(callMethod(id, '__str__'))!);
  // eslint-disable-next-line no-control-regex -- ASCII is what is asked for
  if (!/^[\0-\x7f]*$/.test(text)) throw picklingError.error('persistent IDs in protocol 0 must be ASCII strings');
  self.output.line(op.PERSID, text);
  return true;
}

/** Writes an object. @param mayBePersistent whether the program is asked for a persistent id first */
export function save(self: PyPickler, object: Value, mayBePersistent = true): void {
  self.output.boundary();
  if (mayBePersistent && self.persistentId !== null && savePersistent(self, object)) return;
  if (typeof object === 'number' || typeof object === 'bigint') {
    saveInt(self, object);
    return;
  }
  if (typeof object === 'boolean') {
    if (self.protocol >= 2) self.output.byte(object ? op.NEWTRUE : op.NEWFALSE);
    else self.output.line(op.INT, object ? '01' : '00');
    return;
  }
  if (object === None) {
    self.output.byte(op.NONE);
    return;
  }
  const type = typeOf(object);
  if (object instanceof PyFloat && type.name === 'float' && !type.isHeapType) {
    if (self.isBinary) self.output.float(op.BINFLOAT, object.value);
    else self.output.line(op.FLOAT, reprHost(object));
    return;
  }
  const index = self.memo.get(object);
  if (index !== undefined) {
    writeGet(self, index);
    return;
  }
  if (type === strType) saveText(self, object as Text);
  else if (type === bytesType) saveBytes(self, object, (object as PyBytes).bytes);
  else withNativeDepth(' while pickling an object', () => saveOther(self, object));
}

/** Writes what is not atomic. */
function saveOther(self: PyPickler, object: Value): void {
  const type = typeOf(object);
  switch (type) {
    case dictType:
      withFastCheck(self, object, () => {
        if (self.isBinary) self.output.byte(op.EMPTY_DICT);
        else self.output.short(op.MARK, op.DICT);
        memoize(self, object);
        batchSetItems(self, dictEntries(object as PyDict), object);
      });
      return;
    case listType:
      withFastCheck(self, object, () => {
        if (self.isBinary) self.output.byte(op.EMPTY_LIST);
        else self.output.short(op.MARK, op.LIST);
        memoize(self, object);
        batchAppends(self, listItems(object as PyList), object);
      });
      return;
    case tupleType:
      saveTuple(self, object as PyTuple);
      return;
    case setType:
      saveSet(self, object as PyAnySet);
      return;
    case frozensetType:
      saveFrozenSet(self, object as PyAnySet);
      return;
    case bytearrayType:
      saveByteArray(self, object as PyByteArray);
      return;
  }
  if (object instanceof PyPickleBuffer) {
    savePickleBuffer(self, object);
    return;
  }
  const reduced = reductionOf(self, object);
  if (reduced === undefined) return;
  if (asText(reduced) !== undefined) {
    saveGlobal(self, object, textToHost(asText(reduced)!));
    return;
  }
  noting(
    () => {
      if (!isInstanceOf(reduced, tupleType))
        throw picklingError.error(`__reduce__ must return a string or tuple, not ${fullTypeName(reduced)}`);
      withFastCheck(self, object, () => saveReduce(self, reduced as PyTuple, object));
    },
    () => `when serializing ${fullTypeName(object)} object`,
  );
}

/** What an object is reduced to; undefined when it has been written already, as a global. */
function reductionOf(self: PyPickler, object: Value): Value | undefined {
  const type = typeOf(object);
  if (self.reducerOverride !== null) {
    const reduced = call(self.reducerOverride, [object]);
    if (reduced !== NotImplemented) return reduced;
  }
  if (type === typeType) {
    saveType(self, object);
    return undefined;
  }
  if (type === functionType) {
    saveGlobal(self, object, undefined);
    return undefined;
  }
  const reduce = self.dispatchTable === null ? lookUp('copyreg', 'dispatch_table', type) : ownReduction(self, type);
  if (reduce !== undefined) return call(reduce, [object]);
  if (type.isSubtype(typeType)) {
    saveGlobal(self, object, undefined);
    return undefined;
  }
  const reduceEx = lookupSpecial(object, '__reduce_ex__') ?? undefined;
  if (reduceEx !== undefined) return call(getAttr(object, '__reduce_ex__'), [self.protocol]);
  return call(getAttr(object, '__reduce__'), []);
}

function ownReduction(self: PyPickler, type: Value): Value | undefined {
  try {
    return getItem(self.dispatchTable!, type);
  } catch (error) {
    if (isPyException(error) && matches(error, excTypes.LookupError)) return undefined;
    throw error;
  }
}
