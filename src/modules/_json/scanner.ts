/**
 * `make_scanner`: the JSON decoder.
 *
 * @cpython Modules/_json.c scan_once_unicode, _parse_object_unicode, _match_number_unicode
 */
import {
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  argumentBinder,
  asText,
  call1,
  excTypes,
  floatType,
  getAttr,
  indexNumber,
  intType,
  isTrue,
  makeBuiltinType,
  None,
  objectType,
  stopIteration,
  textLength,
  typeError,
  typeName,
  typeSpec,
  valueError,
  withNativeDepth,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { codePointAt, sliceText, startsWithAt } from '../../objects/str/index.ts';
import { SCANNER_DOC } from './json-docs.ts';
import { decodeError } from './errors.ts';
import { scanString } from './strings.ts';

export class PyJsonScanner extends PyObject {
  readonly strict: boolean;
  readonly objectHook: Value;
  readonly objectPairsHook: Value;
  readonly parseFloat: Value;
  readonly parseInt: Value;
  readonly parseConstant: Value;
  constructor(context: Value) {
    super();
    this.strict = isTrue(getAttr(context, 'strict'));
    this.objectHook = getAttr(context, 'object_hook');
    this.objectPairsHook = getAttr(context, 'object_pairs_hook');
    this.parseFloat = getAttr(context, 'parse_float');
    this.parseInt = getAttr(context, 'parse_int');
    this.parseConstant = getAttr(context, 'parse_constant');
  }
}
export const scannerType = makeBuiltinType('_json.Scanner', objectType, PyJsonScanner);

/** One run over a document: `end` is where the value that was read last ends. */
class Reader {
  readonly scanner: PyJsonScanner;
  readonly text: Text;
  readonly length: number;
  end = 0;

  constructor(scanner: PyJsonScanner, text: Text) {
    this.scanner = scanner;
    this.text = text;
    this.length = textLength(text);
  }

  /** The character at an index, -1 past the end. */
  private charAt(at: number): number {
    return at < this.length ? codePointAt(this.text, at) : -1;
  }

  private skipSpace(at: number): number {
    for (;;) {
      const char = this.charAt(at);
      if (char !== 32 && char !== 10 && char !== 13 && char !== 9) return at;
      at++;
    }
  }

  /** Reads the value at an index. @throws StopIteration when there is none, with the index */
  readValue(at: number): Value {
    const char = this.charAt(at);
    switch (char) {
      case 34: {
        const scanned = scanString(this.text, at + 1, this.scanner.strict);
        this.end = scanned.end;
        return scanned.text;
      }
      case 123:
        return withNativeDepth(' while decoding a JSON object from a unicode string', () => this.readObject(at + 1));
      case 91:
        return withNativeDepth(' while decoding a JSON array from a unicode string', () => this.readArray(at + 1));
      case 110:
        if (this.isWord(at, 'null')) return None;
        break;
      case 116:
        if (this.isWord(at, 'true')) return true;
        break;
      case 102:
        if (this.isWord(at, 'false')) return false;
        break;
      case 78:
        if (this.isWord(at, 'NaN')) return call1(this.scanner.parseConstant, 'NaN');
        break;
      case 73:
        if (this.isWord(at, 'Infinity')) return call1(this.scanner.parseConstant, 'Infinity');
        break;
      case 45:
        if (this.isWord(at, '-Infinity')) return call1(this.scanner.parseConstant, '-Infinity');
        break;
    }
    return this.readNumber(at);
  }

  /** Reads a value inside of an array or object. @throws JSONDecodeError */
  private readInner(at: number): Value {
    const char = this.charAt(at);
    if (char < 0) throw stopIteration(at);
    return this.readValue(at);
  }

  private isWord(at: number, word: string): boolean {
    if (!startsWithAt(this.text, word, at, this.length)) return false;
    this.end = at + word.length;
    return true;
  }

  private readNumber(start: number): Value {
    let at = start;
    const isDigit = (index: number): boolean => {
      const char = this.charAt(index);
      return char >= 48 && char <= 57;
    };
    if (this.charAt(at) === 45) at++;
    if (this.charAt(at) === 48) at++;
    else if (isDigit(at)) while (isDigit(at)) at++;
    else throw stopIteration(start);
    let isFloat = false;
    if (this.charAt(at) === 46 && isDigit(at + 1)) {
      isFloat = true;
      at += 2;
      while (isDigit(at)) at++;
    }
    if (this.charAt(at) === 101 || this.charAt(at) === 69) {
      let exponent = at + 1;
      if (this.charAt(exponent) === 43 || this.charAt(exponent) === 45) exponent++;
      if (isDigit(exponent)) {
        isFloat = true;
        at = exponent;
        while (isDigit(at)) at++;
      }
    }
    this.end = at;
    const text = sliceText(this.text, start, at) as string;
    if (isFloat)
      return this.scanner.parseFloat === floatType ? new PyFloat(Number(text)) : call1(this.scanner.parseFloat, text);
    if (this.scanner.parseInt === intType && text.length < 16) return Number(text) + 0;
    return call1(this.scanner.parseInt, text);
  }

  private readArray(start: number): Value {
    const items: Value[] = [];
    let at = this.skipSpace(start);
    if (this.charAt(at) === 93) {
      this.end = at + 1;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.readInner(at));
      at = this.skipSpace(this.end);
      const char = this.charAt(at);
      if (char === 93) break;
      if (char !== 44) throw decodeError("Expecting ',' delimiter", this.text, at);
      const comma = at;
      at = this.skipSpace(at + 1);
      if (this.charAt(at) === 93) throw decodeError('Illegal trailing comma before end of array', this.text, comma);
    }
    this.end = at + 1;
    return new PyList(items);
  }

  private readObject(start: number): Value {
    const hasPairsHook = this.scanner.objectPairsHook !== None;
    const pairs: Value[] = [];
    const dict = new PyDict();
    let at = this.skipSpace(start);
    if (this.charAt(at) !== 125) {
      for (;;) {
        if (this.charAt(at) !== 34) {
          throw decodeError('Expecting property name enclosed in double quotes', this.text, at);
        }
        const key = scanString(this.text, at + 1, this.scanner.strict);
        at = this.skipSpace(key.end);
        if (this.charAt(at) !== 58) throw decodeError("Expecting ':' delimiter", this.text, at);
        const value = this.readInner(this.skipSpace(at + 1));
        if (hasPairsHook) pairs.push(new PyTuple([key.text, value]));
        else dict.set(key.text, value);
        at = this.skipSpace(this.end);
        const char = this.charAt(at);
        if (char === 125) break;
        if (char !== 44) throw decodeError("Expecting ',' delimiter", this.text, at);
        const comma = at;
        at = this.skipSpace(at + 1);
        if (this.charAt(at) === 125) throw decodeError('Illegal trailing comma before end of object', this.text, comma);
      }
    }
    const end = at + 1;
    let result: Value = dict;
    if (hasPairsHook) result = call1(this.scanner.objectPairsHook, new PyList(pairs));
    else if (this.scanner.objectHook !== None) result = call1(this.scanner.objectHook, dict);
    this.end = end;
    return result;
  }
}

const bindNew = argumentBinder('make_scanner', '($type, /, context)');
const bindCall = argumentBinder('scan_once', '($self, /, string, idx)');

export const scannerSpec = typeSpec(scannerType, {
  doc: SCANNER_DOC,
  slots: {
    tp_new: (_type, args, kwnames) => new PyJsonScanner(bindNew(args, kwnames)[0] as Value),
    tp_call: (self, args, kwnames) => {
      const [string, idx] = bindCall(args, kwnames) as [Value, Value];
      const at = indexNumber(idx, excTypes.OverflowError);
      const text = asText(string);
      if (text === undefined) throw typeError(`first argument must be a string, not ${typeName(string)}`);
      if (at < 0) throw valueError('idx cannot be negative');
      if (at >= textLength(text)) throw stopIteration(at);
      const reader = new Reader(self as PyJsonScanner, text);
      const value = reader.readValue(at);
      return new PyTuple([value, reader.end]);
    },
  },
  members: {
    strict: { get: (self) => (self as PyJsonScanner).strict, doc: 'strict' },
    object_hook: { get: (self) => (self as PyJsonScanner).objectHook, doc: 'object_hook' },
    object_pairs_hook: { get: (self) => (self as PyJsonScanner).objectPairsHook },
    parse_float: { get: (self) => (self as PyJsonScanner).parseFloat, doc: 'parse_float' },
    parse_int: { get: (self) => (self as PyJsonScanner).parseInt, doc: 'parse_int' },
    parse_constant: { get: (self) => (self as PyJsonScanner).parseConstant, doc: 'parse_constant' },
  },
});
