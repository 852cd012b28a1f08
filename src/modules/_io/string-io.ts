/** `StringIO`: a text stream in memory. @cpython Modules/_io/stringio.c */
import {
  None,
  PyDict,
  PyTuple,
  allocate,
  argumentBinder,
  asInt,
  asText,
  codePointsOf,
  index,
  instanceDict,
  method,
  reprHost,
  strFromCodePoints,
  strFromUtf16,
  textLength,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  valueError,
  osError,
  type DictOwner,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { concatText, joinTexts, repeatText, sliceText } from '../../objects/str/text.ts';
import { sizeArgument } from './io-base.ts';
import { PyIOBase, concreteStreamType, textIOBaseType } from './io-types.ts';
import { NewlineTranslator } from './newline-decoder.ts';

export class PyStringIO extends PyIOBase {
  /** Text appended at the end that is not yet joined to `text`. */
  parts: Text[] = [];
  partsLength = 0;
  text: Text = '';
  position = 0;
  isOpen = true;
  /** null: universal newlines with translation. */
  newline: string | null = '\n';
  translator: NewlineTranslator | null = null;
}

export const stringIOType = concreteStreamType('StringIO', textIOBaseType, PyStringIO);
const bind = argumentBinder('StringIO', "(initial_value='', newline='\\n')");

function open(self: Value): PyStringIO {
  const stream = self as PyStringIO;
  if (!stream.isOpen) throw valueError('I/O operation on closed file');
  return stream;
}

/** The whole text, with what was appended. */
function join(stream: PyStringIO): Text {
  if (stream.parts.length > 0) {
    stream.text = joinTexts('', [stream.text, ...stream.parts]);
    stream.parts = [];
    stream.partsLength = 0;
  }
  return stream.text;
}

const size = (stream: PyStringIO): number => textLength(stream.text) + stream.partsLength;

function writeText(stream: PyStringIO, given: Text): void {
  let text = stream.translator === null ? given : stream.translator.push(given, true);
  if (stream.newline === '\r' || stream.newline === '\r\n') {
    text =
      typeof text === 'string'
        ? text.replaceAll('\n', stream.newline)
        : strFromCodePoints(
            [...codePointsOf(text)].flatMap((point) =>
              point === 10 ? [...stream.newline!].map((char) => char.charCodeAt(0)) : [point],
            ),
          );
  }
  const length = textLength(text);
  const total = size(stream);
  if (stream.position === total) {
    stream.parts.push(text);
    stream.partsLength += length;
  } else {
    const current = join(stream);
    const head =
      stream.position > total
        ? concatText(current, repeatText('\0', stream.position - total))
        : sliceText(current, 0, stream.position);
    const tailStart = Math.min(stream.position + length, total);
    stream.text = joinTexts('', [head, text, sliceText(current, tailStart, total)]);
  }
  stream.position += length;
}

function take(stream: PyStringIO, end: number): Text {
  const text = join(stream);
  const piece = sliceText(text, Math.min(stream.position, textLength(text)), end);
  stream.position = Math.max(stream.position, end);
  return piece;
}

function read(self: Value, given?: Value): Value {
  const stream = open(self);
  const count = sizeArgument(given);
  const total = size(stream);
  return take(stream, count < 0 ? total : Math.min(total, stream.position + count));
}

function lineEnd(stream: PyStringIO, text: Text, from: number): number {
  const { newline } = stream;
  const points = typeof text === 'string' ? null : text.codePoints;
  const find = (code: number): number =>
    points === null ? (text as string).indexOf(String.fromCharCode(code), from) : points.indexOf(code, from);
  const at = (i: number): number => (points === null ? (text as string).charCodeAt(i) : points[i]!);
  const length = textLength(text);
  if (newline === '') {
    const lf = find(10);
    const cr = find(13);
    if (cr >= 0 && (lf < 0 || cr < lf)) return cr + 1 < length && at(cr + 1) === 10 ? cr + 2 : cr + 1;
    return lf < 0 ? length : lf + 1;
  }
  if (newline === '\r\n') {
    for (let i = from; i + 1 < length; i++) if (at(i) === 13 && at(i + 1) === 10) return i + 2;
    return length;
  }
  const found = find(newline === '\r' ? 13 : 10);
  return found < 0 ? length : found + 1;
}

function readline(stream: PyStringIO, limit: number): Text {
  const text = join(stream);
  if (stream.position >= textLength(text)) return '';
  let end = lineEnd(stream, text, stream.position);
  if (limit >= 0) end = Math.min(end, stream.position + limit);
  return take(stream, end);
}

function seek(self: Value, target: Value, whence?: Value): Value {
  const stream = open(self);
  const origin = whence === undefined ? 0 : Number(index(whence));
  let position = Number(index(target));
  if (origin < 0 || origin > 2) throw valueError(`Invalid whence (${origin}, should be 0, 1 or 2)`);
  if (position < 0 && origin === 0) throw valueError(`Negative seek position ${position}`);
  if (origin !== 0 && position !== 0) throw osError2("Can't do nonzero cur-relative seeks");
  if (origin === 1) position = stream.position;
  else if (origin === 2) position = size(stream);
  stream.position = position;
  return position;
}

function osError2(message: string): Value {
  const error = osError(0, message);
  error.args = new PyTuple([strFromUtf16(message)]);
  error.fields = null;
  return error;
}

function init(stream: PyStringIO, initial: Value | undefined, newlineValue: Value | undefined): void {
  let newline: string | null = '\n';
  if (newlineValue !== undefined) {
    if (newlineValue === None) newline = null;
    else {
      const text = asText(newlineValue);
      if (text === undefined)
        throw typeError(`StringIO() argument 'newline' must be str or None, not ${typeName(newlineValue)}`);
      newline = textToHost(text);
    }
  }
  if (newline !== null && !['', '\n', '\r', '\r\n'].includes(newline)) {
    throw valueError(`illegal newline value: ${reprHost(strFromUtf16(newline))}`);
  }
  stream.newline = newline;
  stream.translator = newline === null || newline === '' ? new NewlineTranslator(newline === null) : null;
  stream.text = '';
  stream.parts = [];
  stream.partsLength = 0;
  stream.position = 0;
  stream.isOpen = true;
  if (initial !== undefined && initial !== None) {
    const text = asText(initial);
    if (text === undefined) throw typeError(`initial_value must be str or None, not ${typeName(initial)}`);
    writeText(stream, text);
    stream.position = 0;
  }
}

export const stringIOSpec = typeSpec(stringIOType, {
  doc: 'Text I/O implementation using an in-memory buffer.',
  slots: {
    tp_new: (type) => allocate<[], PyStringIO>(type),
    tp_init: (self, args, kwnames) => {
      const [initial, newline] = bind(args, kwnames) as [Value?, Value?];
      init(self as PyStringIO, initial, newline);
    },
    tp_iter: (self) => open(self),
    tp_iternext: (self) => {
      const line = readline(open(self), -1);
      return line === '' ? undefined : line;
    },
  },
  methods: {
    read: method('($self, size=-1, /)', read, 'Read at most size characters, returned as a string.'),
    readline: method(
      '($self, size=-1, /)',
      (self: Value, limit?: Value) => readline(open(self), sizeArgument(limit)),
      'Read until newline or EOF.',
    ),
    write: method(
      '($self, s, /)',
      (self: Value, value: Value) => {
        const stream = open(self);
        const text = asText(value);
        if (text === undefined) throw typeError(`string argument expected, got '${typeName(value)}'`);
        if (text !== '') writeText(stream, text);
        return textLength(text);
      },
      'Write string to file.',
    ),
    getvalue: method('($self, /)', (self: Value) => join(open(self)), 'Retrieve the entire contents of the object.'),
    tell: method('($self, /)', (self: Value) => open(self).position, 'Tell the current file position.'),
    seek: method('($self, pos, whence=0, /)', seek, 'Change stream position.'),
    truncate: method(
      '($self, pos=None, /)',
      (self: Value, position?: Value) => {
        const stream = open(self);
        const to = position === undefined || position === None ? stream.position : Number(index(position));
        if (to < 0) throw valueError(`Negative size value ${to}`);
        if (to < size(stream)) stream.text = sliceText(join(stream), 0, to);
        return to;
      },
      'Truncate size to pos.',
    ),
    close: method(
      '($self, /)',
      (self: Value) => {
        const stream = self as PyStringIO;
        stream.isOpen = false;
        stream.isBaseClosed = true;
        stream.text = '';
        stream.parts = [];
      },
      'Close the IO object.',
    ),
    seekable: method('($self, /)', (self: Value) => open(self).isOpen),
    readable: method('($self, /)', (self: Value) => open(self).isOpen),
    writable: method('($self, /)', (self: Value) => open(self).isOpen),
    __getstate__: method('($self, /)', (self: Value) => {
      const stream = open(self);
      const newline = stream.newline === null ? None : strFromUtf16(stream.newline);
      const dict = instanceDict(stream as DictOwner);
      return new PyTuple([join(stream), newline, stream.position, dict.size > 0 ? dict.copy() : None]);
    }),
    __setstate__: method('($self, state, /)', (self: Value, state: Value) => {
      if (!(state instanceof PyTuple) || state.items.length < 4) {
        throw typeError(`${typeName(self)}.__setstate__ argument should be 4-tuple, got ${typeName(state)}`);
      }
      const stream = open(self);
      const [value, newline, position, dict] = state.items as [Value, Value, Value, Value];
      if (asText(value) === undefined) throw typeError(`initial_value must be str or None, not ${typeName(value)}`);
      if (asInt(position) === undefined)
        throw typeError(`third item of state must be an integer, got ${typeName(position)}`);
      if (Number(index(position)) < 0) throw valueError('position value cannot be negative');
      if (dict !== None && !(dict instanceof PyDict))
        throw typeError(`fourth item of state should be a dict, got a ${typeName(dict)}`);
      init(stream, None, newline);
      stream.text = asText(value) ?? '';
      stream.position = Number(index(position));
      if (dict instanceof PyDict) instanceDict(stream as DictOwner).update(dict);
    }),
  },
  getset: {
    closed: { get: (self) => !(self as PyStringIO).isOpen },
    newlines: { get: (self) => open(self).translator?.newlines ?? None },
    line_buffering: { get: (self) => open(self).isOpen && false },
  },
});
