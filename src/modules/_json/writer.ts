/**
 * One run of the JSON encoder over an object.
 *
 * Containers that are being written are known by a host set; the dict of markers, which Python code can see, gets them
 * only while Python code runs.
 *
 * @cpython Modules/_json.c encoder_listencode_obj, encoder_listencode_list, encoder_listencode_dict
 */
import {
  None,
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  asInt,
  asText,
  call1,
  callMethod,
  dictType,
  enterNative,
  identity,
  leaveNative,
  noteWork,
  reprHost,
  toArray,
  typeError,
  typeName,
  typeOf,
  valueError,
  type PyObject,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { floatRepr } from '../../objects/float/float-text.ts';
import { intToDecimal } from '../../objects/int/int-text.ts';
import { TextBuilder } from '../../objects/str/index.ts';
import { withNote } from './errors.ts';

/** What the encoder was made with. */
export interface WriterOptions {
  readonly markers: Value;
  readonly defaultFunction: Value;
  readonly encoder: Value;
  readonly indent: Value;
  readonly keySeparator: Text;
  readonly itemSeparator: Text;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
  /** A native encoder of strings that needs no call. */
  readonly fastEncode: ((text: Text) => Text) | null;
}

const WHERE = ' while encoding a JSON object';

export class Writer {
  private readonly options: WriterOptions;
  private readonly result = new TextBuilder();
  private readonly indent: Text | null;
  private readonly markers: PyDict | null;
  /** The containers that are being written, outermost first. */
  private readonly open = new Set<PyObject>();
  /** How many of them are in `markers` now. */
  private marked = 0;

  constructor(options: WriterOptions) {
    this.options = options;
    this.indent = options.indent === None ? null : asText(options.indent)!;
    this.markers = options.markers instanceof PyDict ? options.markers : null;
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
    const { fastEncode, encoder } = this.options;
    if (fastEncode !== null) return fastEncode(text);
    const encoded = asText(this.callPython(encoder, value));
    if (encoded === undefined) throw typeError(`encoder() must return a string, not ${typeName(value)}`);
    return encoded;
  }

  private floatText(value: PyFloat): string {
    const number = value.value;
    if (Number.isFinite(number)) return floatRepr(number);
    if (!this.options.allowNan) {
      throw valueError(`Out of range float values are not JSON compliant: ${reprHost(value)}`);
    }
    return number > 0 ? 'Infinity' : number < 0 ? '-Infinity' : 'NaN';
  }

  /** Writes a value; run under `withNativeLevels`. */
  write(value: Value, level: number): void {
    switch (typeof value) {
      case 'string':
        this.result.addText(this.stringText(value, value));
        return;
      case 'number':
        this.result.addText(String(value));
        return;
      case 'boolean':
        this.result.addText(value ? 'true' : 'false');
        return;
      case 'bigint':
        this.result.addText(intToDecimal(value));
        return;
      default:
        if (value === None) this.result.addText('null');
        else if (value instanceof PyDict) {
          enterNative(WHERE);
          this.writeObject(value, level);
          leaveNative();
        } else if (value instanceof PyList || value instanceof PyTuple) {
          enterNative(WHERE);
          this.writeArray(value, level);
          leaveNative();
        } else if (value instanceof PyFloat) this.result.addText(this.floatText(value));
        else this.writeInstance(value, level);
    }
  }

  /** Writes an instance of a subclass of str or int, or what `default` makes of an object. */
  private writeInstance(value: PyObject, level: number): void {
    const text = asText(value);
    if (text !== undefined) {
      this.result.addText(this.stringText(value, text));
      return;
    }
    const int = asInt(value);
    if (int !== undefined) {
      this.result.addText(intToDecimal(int));
      return;
    }
    this.enter(value);
    const replacement = this.callPython(this.options.defaultFunction, value);
    try {
      enterNative(WHERE);
      this.write(replacement, level);
      leaveNative();
    } catch (error) {
      throw withNote(error, `when serializing ${typeName(value)} object`);
    }
    this.leave(value);
  }

  /** Marks a container as being written. @throws ValueError when it already is */
  private enter(value: PyObject): void {
    if (this.markers === null) return;
    if (this.open.has(value) || (this.markers.size > 0 && this.markers.has(identity(value)))) {
      throw valueError('Circular reference detected');
    }
    this.open.add(value);
  }

  private leave(value: PyObject): void {
    this.open.delete(value);
  }

  /** Calls a Python function, which may look at the markers. */
  private callPython(callable: Value, argument: Value): Value {
    const { markers } = this;
    if (markers === null) return call1(callable, argument);
    const before = this.marked;
    const added = [...this.open].slice(before);
    for (const container of added) markers.set(identity(container), container);
    this.marked = before + added.length;
    const result = call1(callable, argument);
    this.marked = before;
    for (const container of added) markers.delete(identity(container));
    return result;
  }

  private writeArray(value: PyList | PyTuple, level: number): void {
    const { items } = value;
    if (items.length === 0) {
      this.result.addText('[]');
      return;
    }
    noteWork(1);
    this.enter(value);
    this.result.addText('[');
    this.newLine(level + 1);
    let i = 0;
    try {
      for (; i < items.length; i++) {
        if (i > 0) {
          this.result.addText(this.options.itemSeparator);
          this.newLine(level + 1);
        }
        this.write(items[i]!, level + 1);
      }
    } catch (error) {
      throw withNote(error, `when serializing ${typeName(value)} item ${i}`);
    }
    this.newLine(level);
    this.result.addText(']');
    this.leave(value);
  }

  /** The text of a key that is not a str, or null to leave the item out. @throws TypeError */
  private keyText(key: Value): string | null {
    if (key instanceof PyFloat) return this.floatText(key);
    if (key === true) return 'true';
    if (key === false) return 'false';
    if (key === None) return 'null';
    const int = asInt(key);
    if (int !== undefined) return intToDecimal(int);
    if (this.options.skipKeys) return null;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }

  private writeObject(dict: PyDict, level: number): void {
    if (dict.size === 0) {
      this.result.addText('{}');
      return;
    }
    noteWork(1);
    this.enter(dict);
    this.result.addText('{');
    let isFirst = true;
    const items = this.itemsOf(dict);
    for (let i = 0; i < items.length; i += 2) {
      const key = items[i]!;
      const text = asText(key);
      const keyText = text ?? this.keyText(key);
      if (keyText === null) continue;
      if (!isFirst) this.result.addText(this.options.itemSeparator);
      isFirst = false;
      this.newLine(level + 1);
      this.result.addText(this.stringText(text === undefined ? keyText : key, keyText));
      this.result.addText(this.options.keySeparator);
      try {
        this.write(items[i + 1]!, level + 1);
      } catch (error) {
        throw withNote(error, `when serializing ${typeName(dict)} item ${reprHost(key)}`);
      }
    }
    if (!isFirst) this.newLine(level);
    this.result.addText('}');
    this.leave(dict);
  }

  /** Keys and values in turns, as they are now. */
  private itemsOf(dict: PyDict): Value[] {
    const isExact = typeOf(dict) === dictType;
    const { sortKeys } = this.options;
    if (isExact && !sortKeys) return dict.flatEntries();
    let items = isExact ? pairsOf(dict.flatEntries()) : toArray(callMethod(dict, 'items'));
    if (sortKeys) items = sortedItems(items);
    return items.flatMap((item) => {
      if (!(item instanceof PyTuple) || item.items.length !== 2) throw valueError('items must return 2-tuples');
      return item.items;
    });
  }
}

function pairsOf(flat: readonly Value[]): PyTuple[] {
  const pairs: PyTuple[] = [];
  for (let i = 0; i < flat.length; i += 2) pairs.push(new PyTuple([flat[i]!, flat[i + 1]!]));
  return pairs;
}

function sortedItems(items: Value[]): Value[] {
  const list = new PyList(items);
  callMethod(list, 'sort');
  return list.items;
}
