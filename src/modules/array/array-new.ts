/** Making arrays. @cpython Modules/arraymodule.c array_new, array_iter_extend */
import {
  PyByteArray,
  PyBytes,
  PyList,
  PyTuple,
  allocate,
  asText,
  bufferBytes,
  codePointsOf,
  excTypes,
  getIter,
  iterNext,
  textLength,
  typeError,
  typeName,
  valueError,
  warn,
  type Kwnames,
  type PyType,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { itemKind, type ItemKind } from './item-kinds.ts';
import { PyArray, arrayType } from './py-array.ts';

/** A typecode argument. @throws TypeError */
export function typecodeArgument(value: Value, what: string): string {
  const text = asText(value);
  if (text === undefined) throw typeError(`${what} must be a unicode character, not ${typeName(value)}`);
  if (textLength(text) !== 1) {
    throw typeError(`${what} must be a unicode character, not a string of length ${textLength(text)}`);
  }
  return typeof text === 'string' ? text : '';
}

/** The memory of text as items of a text array. */
export function textMemory(text: Text): Uint8Array {
  const codePoints = codePointsOf(text);
  const bytes = new Uint8Array(codePoints.length * 4);
  const view = new DataView(bytes.buffer);
  codePoints.forEach((codePoint, i) => view.setUint32(i * 4, codePoint, true));
  return bytes;
}

/** Appends the items of any iterable. */
export function extendFromIterable(array: PyArray, iterable: Value): void {
  const iterator = getIter(iterable);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) array.append(item);
}

/** Appends machine values. @throws ValueError */
export function appendBytes(array: PyArray, bytes: Uint8Array): void {
  if (bytes.length % array.kind.itemSize !== 0) throw valueError('bytes length not a multiple of item size');
  array.replace(array.length, array.length, bytes);
}

function checkInitializer(typecode: string, isText: boolean, initializer: Value): void {
  if (isText) return;
  if (asText(initializer) !== undefined) {
    throw typeError(`cannot use a str to initialize an array with typecode '${typecode}'`);
  }
  if (initializer instanceof PyArray && initializer.kind.isText) {
    throw typeError(`cannot use a unicode array to initialize an array with typecode '${typecode}'`);
  }
}

/** The items that an array begins with, and an iterable whose items are to follow. */
function fill(array: PyArray, kind: ItemKind, initializer: Value): void {
  const text = asText(initializer);
  if (initializer instanceof PyList || initializer instanceof PyTuple) {
    for (let i = 0; i < initializer.items.length; i++) array.append(initializer.items[i]!);
  } else if (initializer instanceof PyBytes || initializer instanceof PyByteArray) {
    appendBytes(array, bufferBytes(initializer));
  } else if (text !== undefined) appendBytes(array, textMemory(text));
  else if (initializer instanceof PyArray && initializer.kind === kind) array.replace(0, 0, initializer.memory());
  else extendFromIterable(array, initializer);
}

/** `array.array(typecode, initializer)`. */
export function newArray(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames !== null && kwnames.length > 0 && (type === arrayType || type.tp_init === arrayType.tp_init)) {
    throw typeError('array.array() takes no keyword arguments');
  }
  const given = args.length - (kwnames?.length ?? 0);
  if (given < 1) throw typeError('array() takes at least 1 argument (0 given)');
  if (given > 2) throw typeError(`array() takes at most 2 arguments (${given} given)`);
  const typecode = typecodeArgument(args[0]!, 'array() argument 1');
  const initializer = given === 2 ? args[1]! : undefined;
  if (typecode === 'u') {
    warn(excTypes.DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16");
  }
  const kind = itemKind(typecode);
  if (initializer !== undefined) checkInitializer(typecode, kind?.isText ?? false, initializer);
  if (kind === undefined) {
    if (initializer !== undefined && !isPlainInitializer(initializer)) getIter(initializer);
    throw valueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)');
  }
  const array = allocate<[ItemKind, Uint8Array], PyArray>(type, kind, new Uint8Array(0));
  if (initializer !== undefined) fill(array, kind, initializer);
  return array;
}

function isPlainInitializer(value: Value): boolean {
  return (
    value instanceof PyList || value instanceof PyTuple || value instanceof PyBytes || value instanceof PyByteArray
  );
}
