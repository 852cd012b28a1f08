/** Module `_struct`. @cpython Modules/_struct.c */
import {
  PyBUF_WRITABLE,
  PyBytes,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  allocate,
  argumentBinder,
  asText,
  bufferBytes,
  excTypes,
  getBuffer,
  index,
  indexNumber,
  isPyException,
  makeBuiltinType,
  memoryError,
  method,
  objectType,
  releaseBuffer,
  reprHost,
  runtimeError,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  unicodeEncodeError,
  type Kwnames,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions, documentedMethods, latin1, type Int } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { STRUCT_DOC, STRUCT_DOCS, STRUCT_TYPE_DOC, STRUCT_TYPE_DOCS } from './docs.ts';
import { compileFormat, type CompiledFormat } from './format.ts';
import { packInto, structError, unpackFrom } from './pack.ts';

const CACHE_LIMIT = 100;
const CACHE = Symbol('_struct cache');
const cache = (): Map<string, CompiledFormat> =>
  currentInterpreter().state(CACHE, () => new Map<string, CompiledFormat>());

/** The text of a format argument. @throws TypeError, UnicodeEncodeError */
function formatText(value: Value): string {
  const text = asText(value);
  let host: string;
  if (text !== undefined) host = textToHost(text);
  else if (value instanceof PyBytes) {
    host = latin1(value.bytes).replace(/[\x80-\xff]/g, (char) => String.fromCharCode(0xdc00 + char.charCodeAt(0)));
  } else throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(value)}`);
  const at = host.search(/[^\x00-\x7f]/);
  if (at >= 0) throw unicodeEncodeError('ascii', strFromUtf16(host), at, at + 1, 'ordinal not in range(128)');
  return host;
}

/** A format compiled, from the cache if it was used lately. */
function compiled(value: Value): CompiledFormat {
  if (value instanceof PyStruct) return value.compiled();
  const formats = cache();
  if (typeof value === 'string') {
    const known = formats.get(value);
    if (known !== undefined) return known;
  }
  const text = formatText(value);
  let format = formats.get(text);
  if (format === undefined) {
    format = compileFormat(text, structError);
    if (formats.size >= CACHE_LIMIT) formats.clear();
    formats.set(text, format);
  }
  return format;
}

class PyStruct extends PyObject {
  format: CompiledFormat | null = null;
  compiled(): CompiledFormat {
    if (this.format === null) throw runtimeError('Struct object is not initialized');
    return this.format;
  }
}
const structType = makeBuiltinType('_struct.Struct', objectType, PyStruct, Py_TPFLAGS_BASETYPE);

function pack(format: CompiledFormat, values: readonly Value[]): Value {
  if (values.length !== format.length) {
    throw structError.error(`pack expected ${format.length} items for packing (got ${values.length})`);
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(format.size);
  } catch {
    throw memoryError();
  }
  packInto(bytes, 0, format, values);
  return new PyBytes(bytes);
}

/** An offset, exactly: messages show it. @throws when it does not fit a C size */
function offsetArgument(value: Value, overflow: PyType): Int {
  indexNumber(value, overflow);
  return index(value);
}

function packAt(format: CompiledFormat, args: readonly Value[]): void {
  if (args.length === 0) throw structError.error('pack_into expected buffer argument');
  if (args.length === 1) throw structError.error('pack_into expected offset argument');
  const values = args.slice(2);
  if (values.length !== format.length) {
    throw structError.error(`pack_into expected ${format.length} items for packing (got ${values.length})`);
  }
  const target = args[0]!;
  const buffer = writableBuffer(target);
  try {
    let given = offsetArgument(args[1]!, excTypes.IndexError);
    let offset = Number(given);
    const { size } = format;
    if (offset < 0) {
      if (offset + size > 0) throw structError.error(`no space to pack ${size} bytes at offset ${offset}`);
      if (offset + buffer.len < 0)
        throw structError.error(`offset ${offset} out of range for ${buffer.len}-byte buffer`);
      offset += buffer.len;
      given = offset;
    }
    if (buffer.len - offset < size) {
      throw structError.error(
        `pack_into requires a buffer of at least ${BigInt(given) + BigInt(size)} bytes for packing ${size} bytes at offset ${given} (actual buffer size is ${buffer.len})`,
      );
    }
    packInto(buffer.bytes, buffer.offset + offset, format, values);
  } finally {
    releaseBuffer(target, buffer);
  }
}

function writableBuffer(target: Value) {
  try {
    if (typeOf(target).bf_getbuffer !== undefined) {
      const buffer = getBuffer(target, PyBUF_WRITABLE);
      if (!buffer.readonly) return buffer;
      releaseBuffer(target, buffer);
    }
  } catch (error) {
    if (!isPyException(error)) throw error;
  }
  throw typeError(`argument must be read-write bytes-like object, not ${typeName(target)}`);
}

function unpack(format: CompiledFormat, source: Value): Value {
  const bytes = bufferBytes(source);
  if (bytes.length !== format.size) throw structError.error(`unpack requires a buffer of ${format.size} bytes`);
  return unpackFrom(bytes, 0, format);
}

function unpackAt(format: CompiledFormat, source: Value, offsetValue: Value | undefined): Value {
  const bytes = bufferBytes(source);
  let given = offsetValue === undefined ? 0 : offsetArgument(offsetValue, excTypes.OverflowError);
  let offset = Number(given);
  const { size } = format;
  if (offset < 0) {
    if (offset + size > 0) throw structError.error(`not enough data to unpack ${size} bytes at offset ${offset}`);
    if (offset + bytes.length < 0)
      throw structError.error(`offset ${offset} out of range for ${bytes.length}-byte buffer`);
    offset += bytes.length;
    given = offset;
  }
  if (bytes.length - offset < size) {
    throw structError.error(
      `unpack_from requires a buffer of at least ${BigInt(given) + BigInt(size)} bytes for unpacking ${size} bytes at offset ${given} (actual buffer size is ${bytes.length})`,
    );
  }
  return unpackFrom(bytes, offset, format);
}

class PyUnpackIterator extends PyObject {
  readonly format: CompiledFormat;
  readonly bytes: Uint8Array;
  offset = 0;
  constructor(format: CompiledFormat, bytes: Uint8Array) {
    super();
    this.format = format;
    this.bytes = bytes;
  }
}
const unpackIteratorType = makeBuiltinType(
  '_struct.unpack_iterator',
  objectType,
  PyUnpackIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

const unpackIteratorSpec = typeSpec(unpackIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyUnpackIterator;
      if (iterator.offset >= iterator.bytes.length) return undefined;
      const values = unpackFrom(iterator.bytes, iterator.offset, iterator.format);
      iterator.offset += iterator.format.size;
      return values;
    },
  },
  methods: {
    __length_hint__: method('($self, /)', (self: PyUnpackIterator) =>
      Math.floor((self.bytes.length - self.offset) / self.format.size),
    ),
  },
});

function iterUnpack(format: CompiledFormat, source: Value): Value {
  if (format.size === 0) throw structError.error('cannot iteratively unpack with a struct of length 0');
  const bytes = bufferBytes(source);
  if (bytes.length % format.size !== 0) {
    throw structError.error(`iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
  }
  return new PyUnpackIterator(format, bytes);
}

const bindInit = argumentBinder('Struct', '(format)');

/** Arguments of a function that takes none by name. */
function positional(name: string, args: readonly Value[], kwnames: Kwnames): readonly Value[] {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${name}() takes no keyword arguments`);
  return args;
}

const structSpec = typeSpec(structType, {
  doc: STRUCT_TYPE_DOC,
  attributes: { __module__: () => '_struct' },
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: (self, args, kwnames) => {
      const [format] = bindInit(args, kwnames) as [Value];
      (self as PyStruct).format = compileFormat(formatText(format), structError);
    },
    tp_repr: (self) => strFromUtf16(`${typeOf(self).name}(${reprHost((self as PyStruct).compiled().text)})`),
  },
  methods: documentedMethods(STRUCT_TYPE_DOCS, {
    pack: ((self: PyStruct, args: readonly Value[], kwnames: Kwnames) =>
      pack(self.compiled(), positional('Struct.pack', args, kwnames))) as never,
    pack_into: ((self: PyStruct, args: readonly Value[], kwnames: Kwnames) =>
      packAt(self.compiled(), positional('Struct.pack_into', args, kwnames))) as never,
    unpack: (self: PyStruct, source: Value) => unpack(self.compiled(), source),
    unpack_from: (self: PyStruct, source: Value, offset: Value | undefined) =>
      unpackAt(self.compiled(), source, offset),
    iter_unpack: (self: PyStruct, source: Value) => iterUnpack(self.compiled(), source),
    __sizeof__: (self: PyStruct) => 56 + 32 * (self.compiled().items.length + 1),
  }),
  getset: {
    format: { get: (self) => (self as PyStruct).compiled().text, doc: STRUCT_TYPE_DOCS.format[1] },
    size: { get: (self) => (self as PyStruct).compiled().size, doc: STRUCT_TYPE_DOCS.size[1] },
  },
});

export const structModule = defineModule('_struct', {
  doc: STRUCT_DOC,
  types: [structSpec],
  hiddenTypes: [unpackIteratorSpec],
  functions: documentedFunctions(STRUCT_DOCS, {
    _clearcache: () => cache().clear(),
    calcsize: (format: Value) => compiled(format).size,
    pack: ((args: readonly Value[], kwnames: Kwnames) => {
      const [format, ...values] = positional('_struct.pack', args, kwnames);
      if (format === undefined) throw typeError('missing format argument');
      return pack(compiled(format), values);
    }) as never,
    pack_into: ((args: readonly Value[], kwnames: Kwnames) => {
      const [format, ...rest] = positional('_struct.pack_into', args, kwnames);
      if (format === undefined) throw typeError('missing format argument');
      packAt(compiled(format), rest);
    }) as never,
    unpack: (format: Value, source: Value) => unpack(compiled(format), source),
    unpack_from: (format: Value, source: Value, offset: Value | undefined) =>
      unpackAt(compiled(format), source, offset),
    iter_unpack: (format: Value, source: Value) => iterUnpack(compiled(format), source),
  }),
  constants: () => ({ error: structError.type() }),
});
