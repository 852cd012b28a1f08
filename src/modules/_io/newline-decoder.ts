/** Newlines of text being read, and `IncrementalNewlineDecoder`. @cpython Modules/_io/textio.c */
import {
  None,
  PyBytes,
  PyObject,
  PyTuple,
  allocate,
  argumentBinder,
  asText,
  callMethod,
  index,
  isTrue,
  makeBuiltinType,
  method,
  objectType,
  typeError,
  typeName,
  typeSpec,
  Py_TPFLAGS_BASETYPE,
  strFromCodePoints,
  codePointsOf,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { concatText, sliceText } from '../../objects/str/text.ts';

export const SEEN_CR = 1;
export const SEEN_LF = 2;
export const SEEN_CRLF = 4;

/** Translates newlines over chunks: a CR at the end of a chunk waits for what comes next. */
export class NewlineTranslator {
  readonly translates: boolean;
  hasPendingCr = false;
  seen = 0;
  constructor(translates: boolean) {
    this.translates = translates;
  }

  push(chunk: Text, isFinal: boolean): Text {
    let text = chunk;
    if (this.hasPendingCr && (isFinal || text !== '')) {
      text = concatText('\r', text);
      this.hasPendingCr = false;
    }
    if (!isFinal && endsWithCr(text)) {
      text = sliceText(text, 0, typeof text === 'string' ? text.length - 1 : text.codePoints.length - 1);
      this.hasPendingCr = true;
    }
    return this.note(text);
  }

  private note(text: Text): Text {
    if (typeof text !== 'string') return this.noteWide(text);
    if (!text.includes('\r')) {
      if (text.includes('\n')) this.seen |= SEEN_LF;
      return text;
    }
    const withoutPairs = text.replaceAll('\r\n', '');
    if (withoutPairs.length !== text.length) this.seen |= SEEN_CRLF;
    if (withoutPairs.includes('\r')) this.seen |= SEEN_CR;
    if (withoutPairs.includes('\n')) this.seen |= SEEN_LF;
    return this.translates ? text.replace(/\r\n?/g, '\n') : text;
  }

  private noteWide(text: Text): Text {
    const points = codePointsOf(text);
    const result: number[] = [];
    for (let i = 0; i < points.length; i++) {
      const point = points[i]!;
      if (point === 13 && points[i + 1] === 10) {
        this.seen |= SEEN_CRLF;
        if (this.translates) result.push(10);
        else result.push(13, 10);
        i++;
      } else if (point === 13) {
        this.seen |= SEEN_CR;
        result.push(this.translates ? 10 : 13);
      } else {
        if (point === 10) this.seen |= SEEN_LF;
        result.push(point);
      }
    }
    return strFromCodePoints(result);
  }

  /** The value of `newlines`. */
  get newlines(): Value {
    const kinds: string[] = [];
    if (this.seen & SEEN_CR) kinds.push('\r');
    if (this.seen & SEEN_LF) kinds.push('\n');
    if (this.seen & SEEN_CRLF) kinds.push('\r\n');
    return kinds.length === 0 ? None : kinds.length === 1 ? kinds[0]! : new PyTuple(kinds);
  }

  reset(): void {
    this.hasPendingCr = false;
    this.seen = 0;
  }
}

function endsWithCr(text: Text): boolean {
  return typeof text === 'string' ? text.endsWith('\r') : text.codePoints.at(-1) === 13;
}

export class PyNewlineDecoder extends PyObject {
  decoder: Value = None;
  errors: Value = 'strict';
  translator = new NewlineTranslator(false);
}
export const newlineDecoderType = makeBuiltinType(
  '_io.IncrementalNewlineDecoder',
  objectType,
  PyNewlineDecoder,
  Py_TPFLAGS_BASETYPE,
);
const bind = argumentBinder('IncrementalNewlineDecoder', "(decoder, translate, errors='strict')");

export const newlineDecoderSpec = typeSpec(newlineDecoderType, {
  doc: 'Codec used when reading a file in universal newlines mode.',
  slots: {
    tp_new: (type) => allocate<[], PyNewlineDecoder>(type),
    tp_init: (self, args, kwnames) => {
      const [decoder, translate, errors] = bind(args, kwnames) as [Value, Value, Value?];
      const object = self as PyNewlineDecoder;
      object.decoder = decoder;
      object.translator = new NewlineTranslator(isTrue(translate));
      object.errors = errors ?? 'strict';
    },
  },
  methods: {
    decode: method('($self, /, input, final=False)', (self: PyNewlineDecoder, input: Value, final?: Value) => {
      const isFinal = final !== undefined && isTrue(final);
      const output = self.decoder === None ? input : callMethod(self.decoder, 'decode', input, isFinal);
      const text = asText(output);
      if (text === undefined) throw typeError(`decoder should return a string result, not '${typeName(output)}'`);
      return self.translator.push(text, isFinal);
    }),
    getstate: method('($self, /)', (self: PyNewlineDecoder) => {
      let buffer: Value = new PyBytes(new Uint8Array(0));
      let flag = 0n;
      if (self.decoder !== None) {
        const state = callMethod(self.decoder, 'getstate');
        if (!(state instanceof PyTuple)) throw typeError('illegal decoder state');
        buffer = state.items[0]!;
        flag = BigInt(index(state.items[1]!));
      }
      return new PyTuple([buffer, Number((flag << 1n) | (self.translator.hasPendingCr ? 1n : 0n))]);
    }),
    setstate: method('($self, state, /)', (self: PyNewlineDecoder, state: Value) => {
      if (!(state instanceof PyTuple)) throw typeError('state argument must be a tuple');
      const flag = BigInt(index(state.items[1]!));
      self.translator.hasPendingCr = (flag & 1n) === 1n;
      if (self.decoder !== None)
        callMethod(self.decoder, 'setstate', new PyTuple([state.items[0]!, Number(flag >> 1n)]));
    }),
    reset: method('($self, /)', (self: PyNewlineDecoder) => {
      self.translator.reset();
      if (self.decoder !== None) callMethod(self.decoder, 'reset');
    }),
  },
  getset: { newlines: { get: (self) => (self as PyNewlineDecoder).translator.newlines } },
});
