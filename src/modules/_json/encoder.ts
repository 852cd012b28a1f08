/**
 * `make_encoder`: the type of the JSON encoder. The writing itself is in writer.ts.
 *
 * @cpython Modules/_json.c encoder_new, encoder_call
 */
import {
  None,
  PyBuiltinFunction,
  PyDict,
  PyObject,
  PyTuple,
  argumentBinder,
  asText,
  excTypes,
  indexNumber,
  isTrue,
  makeBuiltinType,
  objectType,
  typeError,
  typeName,
  typeSpec,
  withNativeLevels,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { ENCODER_DOC } from './json-docs.ts';
import { encodeAsciiString, encodeString } from './strings.ts';
import { Writer, type WriterOptions } from './writer.ts';

/** A native encoder of strings that needs no call. */
type StringEncoder = (text: Text) => Text;

export class PyJsonEncoder extends PyObject {
  readonly options: WriterOptions;
  constructor(options: WriterOptions) {
    super();
    this.options = options;
  }
}
export const encoderType = makeBuiltinType('_json.Encoder', objectType, PyJsonEncoder);

/** The native form of an encoder function that is one of this module's own. */
function nativeEncoder(encoder: Value): StringEncoder | null {
  if (!(encoder instanceof PyBuiltinFunction) || encoder.module !== '_json') return null;
  return encoder.name === 'encode_basestring_ascii'
    ? encodeAsciiString
    : encoder.name === 'encode_basestring'
      ? encodeString
      : null;
}

const bindNew = argumentBinder(
  'make_encoder',
  '($type, /, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
);
const bindCall = argumentBinder('_iterencode', '($self, /, obj, _current_indent_level)');

function separator(value: Value, position: number): Text {
  const text = asText(value);
  if (text === undefined) throw typeError(`make_encoder() argument ${position} must be str, not ${typeName(value)}`);
  return text;
}

export const encoderSpec = typeSpec(encoderType, {
  doc: ENCODER_DOC,
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [markers, defaultFunction, encoder, indent, key, item, sortKeys, skipKeys, allowNan] = bindNew(
        args,
        kwnames,
      ) as [Value, Value, Value, Value, Value, Value, Value, Value, Value];
      const keySeparator = separator(key, 5);
      const itemSeparator = separator(item, 6);
      if (markers !== None && !(markers instanceof PyDict)) {
        throw typeError(`make_encoder() argument 1 must be dict or None, not ${typeName(markers)}`);
      }
      if (indent !== None) separator(indent, 4);
      return new PyJsonEncoder({
        markers,
        defaultFunction,
        encoder,
        indent,
        keySeparator,
        itemSeparator,
        sortKeys: isTrue(sortKeys),
        skipKeys: isTrue(skipKeys),
        allowNan: isTrue(allowNan),
        fastEncode: nativeEncoder(encoder),
      });
    },
    tp_call: (self, args, kwnames) => {
      const [object, level] = bindCall(args, kwnames) as [Value, Value];
      const writer = new Writer((self as PyJsonEncoder).options);
      const start = indexNumber(level, excTypes.OverflowError);
      withNativeLevels(' while encoding a JSON object', () => writer.write(object, start));
      return new PyTuple([writer.finish()]);
    },
  },
  members: {
    markers: { get: (self) => (self as PyJsonEncoder).options.markers, doc: 'markers' },
    default: { get: (self) => (self as PyJsonEncoder).options.defaultFunction, doc: 'default' },
    encoder: { get: (self) => (self as PyJsonEncoder).options.encoder, doc: 'encoder' },
    indent: { get: (self) => (self as PyJsonEncoder).options.indent, doc: 'indent' },
    key_separator: { get: (self) => (self as PyJsonEncoder).options.keySeparator, doc: 'key_separator' },
    item_separator: { get: (self) => (self as PyJsonEncoder).options.itemSeparator, doc: 'item_separator' },
    sort_keys: { get: (self) => (self as PyJsonEncoder).options.sortKeys, doc: 'sort_keys' },
    skipkeys: { get: (self) => (self as PyJsonEncoder).options.skipKeys, doc: 'skipkeys' },
  },
});
