/**
 * The `str` type: construction, operators, subscripts, comparison.
 *
 * @cpython Objects/unicodeobject.c
 */
import {
  NotImplemented,
  PyByteArray,
  PyBytes,
  PySlice,
  PyStr,
  Py_EQ,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  allocate,
  argumentBinder,
  asText,
  comparePrimitives,
  excTypes,
  hasIndex,
  indexError,
  indexNumber,
  overflowError,
  str,
  strType,
  textLength,
  textsAreEqual,
  typeError,
  typeName,
  typeSpec,
  type CompareOp,
  type Kwnames,
  type PyType,
  type Text,
  type Value,
} from '../core/index.ts';
import { sliceRange, repeatCount } from '../list/sequence-index.ts';
import { decodeBytes } from '../codecs/encode-decode.ts';
import { bufferBytesOrUndefined } from '../bytes/buffer-access.ts';
import { formatPercent } from './percent.ts';
import { STR_DOC } from './str-docs.ts';
import { strMethods } from './str-methods.ts';
import { strIterator } from './str-iterator.ts';
import { hashText } from './text-hash.ts';
import { reprOfText } from './text-repr.ts';
import { repeatChecked } from './layout.ts';
import { findText } from './text-search.ts';
import { characterAt, compareTexts, concatText, stepText } from './text.ts';
import { textOf } from './text-arguments.ts';

const bindNew = argumentBinder('str', "($type, /, object='', encoding='utf-8', errors='strict')");

function codecArgument(value: Value | undefined, name: string): Text | undefined {
  if (value === undefined) return undefined;
  const text = asText(value);
  if (text === undefined) throw typeError(`str() argument '${name}' must be str, not ${typeName(value)}`);
  return text;
}

/** `str(object, encoding, errors)`. */
function strNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames === null && args.length > 3) throw typeError(`str expected at most 3 arguments, got ${args.length}`);
  const [object, encodingValue, errorsValue] = bindNew(args, kwnames) as [Value?, Value?, Value?];
  const encoding = codecArgument(encodingValue, 'encoding');
  const errors = codecArgument(errorsValue, 'errors');
  let result: Value;
  if (object === undefined) result = '';
  else if (encoding === undefined && errors === undefined) result = str(object);
  else result = decodeObject(object, encoding, errors);
  return type === strType ? result : allocate(type, textOf(result));
}

/** @cpython PyUnicode_FromEncodedObject */
function decodeObject(object: Value, encoding: Text | undefined, errors: Text | undefined): Text {
  if (asText(object) !== undefined) throw typeError('decoding str is not supported');
  if (object instanceof PyBytes) return decodeBytes(object.bytes, encoding, errors);
  if (object instanceof PyByteArray) return decodeBytes(object.bytes.subarray(0, object.length), encoding, errors);
  const bytes = bufferBytesOrUndefined(object);
  if (bytes === undefined) throw typeError(`decoding to str: need a bytes-like object, ${typeName(object)} found`);
  return decodeBytes(bytes, encoding, errors);
}

function strCompare(left: Value, right: Value, op: CompareOp): Value {
  if (typeof left === 'string' && typeof right === 'string') return comparePrimitives(left, right, op);
  const a = asText(left);
  const b = asText(right);
  if (a === undefined || b === undefined) return NotImplemented;
  if (op === Py_EQ) return textsAreEqual(a, b);
  if (op === Py_NE) return !textsAreEqual(a, b);
  const order = compareTexts(a, b);
  return op === Py_LT ? order < 0 : op === Py_LE ? order <= 0 : op === Py_GT ? order > 0 : order >= 0;
}

function strSubscript(self: Value, key: Value): Value {
  const text = textOf(self);
  if (key instanceof PySlice) {
    const range = sliceRange(key, () => textLength(text));
    return stepText(text, range.start, range.step, range.count);
  }
  let at: number;
  if (typeof key === 'number') at = key;
  else {
    if (!hasIndex(key)) throw typeError(`string indices must be integers, not '${typeName(key)}'`);
    at = indexNumber(key, excTypes.IndexError);
  }
  const length = textLength(text);
  if (at < 0) at += length;
  if (at < 0 || at >= length) throw indexError('string index out of range');
  return characterAt(text, at);
}

/** Longest text that concatenation makes; JavaScript strings hold no more. */
const MAX_LENGTH = 2 ** 29 - 25;

function strConcat(left: Value, right: Value): Value {
  const b = asText(right);
  if (b === undefined) throw typeError(`can only concatenate str (not "${typeName(right)}") to str`);
  const a = textOf(left);
  if (textLength(a) + textLength(b) > MAX_LENGTH) throw overflowError('strings are too large to concat');
  return concatText(a, b);
}

/** `str.__str__`: the exact str of a subclass instance. */
function strStr(self: Value): Value {
  return self instanceof PyStr ? self.value : self;
}

export const strSpec = typeSpec(strType, {
  doc: STR_DOC,
  call1: str,
  slots: {
    tp_new: strNew,
    tp_repr: (self) => reprOfText(textOf(self)),
    tp_str: strStr,
    tp_hash: (self) => hashText(textOf(self)),
    tp_richcompare: strCompare,
    tp_iter: strIterator,
    sq_length: (self) => textLength(textOf(self)),
    sq_contains: (self, item) => {
      const part = asText(item);
      if (part === undefined) throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
      const text = textOf(self);
      return typeof text === 'string' && typeof part === 'string'
        ? text.includes(part)
        : findText(text, part, 0, textLength(text)) >= 0;
    },
    sq_concat: strConcat,
    sq_repeat: (self, count) => repeatChecked(textOf(self), repeatCount(count)),
    mp_subscript: strSubscript,
    nb_remainder: (left, right) => (asText(left) === undefined ? NotImplemented : formatPercent(textOf(left), right)),
  },
  methods: strMethods,
});
