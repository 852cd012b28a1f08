/**
 * `make_encoder`: the JSON encoder.
 *
 * @cpython Modules/_json.c encoder_listencode_obj, encoder_listencode_dict
 */
import {
  None,
  PyBuiltinFunction,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  argumentBinder,
  asInt,
  asText,
  call1,
  dictType,
  excTypes,
  identity,
  indexNumber,
  isTrue,
  makeBuiltinType,
  objectType,
  reprHost,
  toArray,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  withNativeDepth,
  callMethod,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { floatRepr } from '../../objects/float/float-text.ts';
import { intToDecimal } from '../../objects/int/int-text.ts';
import { TextBuilder } from '../../objects/str/index.ts';
import { ENCODER_DOC } from './json-docs.ts';
import { withNote } from './errors.ts';
import { encodeAsciiString, encodeString } from './strings.ts';

/** A native encoder of strings that needs no call. */
type StringEncoder = (text: Text) => Text;

export class PyJsonEncoder extends PyObject {
  readonly markers: Value;
  readonly defaultFunction: Value;
  readonly encoder: Value;
  readonly indent: Value;
  readonly keySeparator: Text;
  readonly itemSeparator: Text;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
  readonly fastEncode: StringEncoder | null;
  constructor(args: {
    markers: Value;
    defaultFunction: Value;
    encoder: Value;
    indent: Value;
    keySeparator: Text;
    itemSeparator: Text;
    sortKeys: boolean;
    skipKeys: boolean;
    allowNan: boolean;
    fastEncode: StringEncoder | null;
  }) {
    super();
    this.markers = args.markers;
    this.defaultFunction = args.defaultFunction;
    this.encoder = args.encoder;
    this.indent = args.indent;
    this.keySeparator = args.keySeparator;
    this.itemSeparator = args.itemSeparator;
    this.sortKeys = args.sortKeys;
    this.skipKeys = args.skipKeys;
    this.allowNan = args.allowNan;
    this.fastEncode = args.fastEncode;
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

/** One run of an encoder. */
class Writer {
  private readonly encoder: PyJsonEncoder;
  private readonly result = new TextBuilder();
  private readonly indent: Text | null;

  constructor(encoder: PyJsonEncoder) {
    this.encoder = encoder;
    this.indent = encoder.indent === None ? null : asText(encoder.indent)!;
  }

  finish(): Text {
    return this.result.finish();
  }

  private newLine(level: number): void {
    if (this.indent === null) return;
    this.result.addText('\n');
    for (let i = 0; i < level; i++) this.result.addText(this.indent);
  }

  private stringText(value: Value, text: Text): Text {
    if (this.encoder.fastEncode !== null) return this.encoder.fastEncode(text);
    const encoded = asText(call1(this.encoder.encoder, value));
    if (encoded === undefined) throw typeError(`encoder() must return a string, not ${typeName(value)}`);
    return encoded;
  }

  private floatText(value: PyFloat): string {
    const number = value.value;
    if (Number.isFinite(number)) return floatRepr(number);
    if (!this.encoder.allowNan) {
      throw valueError(`Out of range float values are not JSON compliant: ${reprHost(value)}`);
    }
    return number > 0 ? 'Infinity' : number < 0 ? '-Infinity' : 'NaN';
  }

  write(value: Value, level: number): void {
    if (value === None) this.result.addText('null');
    else if (value === true) this.result.addText('true');
    else if (value === false) this.result.addText('false');
    else {
      const text = asText(value);
      if (text !== undefined) {
        this.result.addText(this.stringText(value, text));
        return;
      }
      const int = asInt(value);
      if (int !== undefined) this.result.addText(intToDecimal(int));
      else if (value instanceof PyFloat) this.result.addText(this.floatText(value));
      else if (value instanceof PyList || value instanceof PyTuple) {
        withNativeDepth(' while encoding a JSON object', () => this.writeArray(value, level));
      } else if (value instanceof PyDict) {
        withNativeDepth(' while encoding a JSON object', () => this.writeObject(value, level));
      } else this.writeOther(value, level);
    }
  }

  /** Marks a container as being encoded, and runs. @throws ValueError when it already is */
  private marked(value: Value, run: () => void): void {
    const { markers } = this.encoder;
    if (!(markers instanceof PyDict)) {
      run();
      return;
    }
    const marker = identity(value);
    if (markers.has(marker)) throw valueError('Circular reference detected');
    markers.set(marker, value);
    run();
    markers.delete(marker);
  }

  private writeOther(value: Value, level: number): void {
    this.marked(value, () => {
      const replacement = call1(this.encoder.defaultFunction, value);
      try {
        withNativeDepth(' while encoding a JSON object', () => this.write(replacement, level));
      } catch (error) {
        throw withNote(error, `when serializing ${typeName(value)} object`);
      }
    });
  }

  private writeArray(value: PyList | PyTuple, level: number): void {
    if (value.items.length === 0) {
      this.result.addText('[]');
      return;
    }
    this.marked(value, () => {
      this.result.addText('[');
      this.newLine(level + 1);
      let i = 0;
      try {
        for (; i < value.items.length; i++) {
          if (i > 0) {
            this.result.addText(this.encoder.itemSeparator);
            this.newLine(level + 1);
          }
          this.write(value.items[i]!, level + 1);
        }
      } catch (error) {
        throw withNote(error, `when serializing ${typeName(value)} item ${i}`);
      }
      this.newLine(level);
      this.result.addText(']');
    });
  }

  /** The text of a key that is not a str, or null to leave the item out. @throws TypeError */
  private keyText(key: Value): string | null {
    if (key instanceof PyFloat) return this.floatText(key);
    if (key === true) return 'true';
    if (key === false) return 'false';
    if (key === None) return 'null';
    const int = asInt(key);
    if (int !== undefined) return intToDecimal(int);
    if (this.encoder.skipKeys) return null;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }

  private writeObject(dict: PyDict, level: number): void {
    if (dict.size === 0) {
      this.result.addText('{}');
      return;
    }
    this.marked(dict, () => {
      this.result.addText('{');
      let isFirst = true;
      for (const [key, value] of this.itemsOf(dict)) {
        const text = asText(key);
        const keyText = text ?? this.keyText(key);
        if (keyText === null) continue;
        if (!isFirst) this.result.addText(this.encoder.itemSeparator);
        isFirst = false;
        this.newLine(level + 1);
        this.result.addText(this.stringText(text === undefined ? keyText : key, keyText));
        this.result.addText(this.encoder.keySeparator);
        try {
          this.write(value, level + 1);
        } catch (error) {
          throw withNote(error, `when serializing ${typeName(dict)} item ${reprHost(key)}`);
        }
      }
      if (!isFirst) this.newLine(level);
      this.result.addText('}');
    });
  }

  private itemsOf(dict: PyDict): Iterable<readonly [Value, Value]> {
    const isExact = typeOf(dict) === dictType;
    if (isExact && !this.encoder.sortKeys) return [...dict.entries()];
    const items = isExact ? [...dict.entries()].map((entry) => new PyTuple(entry)) : toArray(callMethod(dict, 'items'));
    const sorted = this.encoder.sortKeys ? sortedItems(items) : items;
    return sorted.map((item) => {
      if (!(item instanceof PyTuple) || item.items.length !== 2) throw valueError('items must return 2-tuples');
      return item.items as readonly Value[] as readonly [Value, Value];
    });
  }
}

function sortedItems(items: Value[]): Value[] {
  const list = new PyList(items);
  callMethod(list, 'sort');
  return list.items;
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
      const writer = new Writer(self as PyJsonEncoder);
      writer.write(object, indexNumber(level, excTypes.OverflowError));
      return new PyTuple([writer.finish()]);
    },
  },
  members: {
    markers: { get: (self) => (self as PyJsonEncoder).markers, doc: 'markers' },
    default: { get: (self) => (self as PyJsonEncoder).defaultFunction, doc: 'default' },
    encoder: { get: (self) => (self as PyJsonEncoder).encoder, doc: 'encoder' },
    indent: { get: (self) => (self as PyJsonEncoder).indent, doc: 'indent' },
    key_separator: { get: (self) => (self as PyJsonEncoder).keySeparator, doc: 'key_separator' },
    item_separator: { get: (self) => (self as PyJsonEncoder).itemSeparator, doc: 'item_separator' },
    sort_keys: { get: (self) => (self as PyJsonEncoder).sortKeys, doc: 'sort_keys' },
    skipkeys: { get: (self) => (self as PyJsonEncoder).skipKeys, doc: 'skipkeys' },
  },
});
