/**
 * One run of the JSON decoder over a document.
 *
 * The document is read as a host string with one unit for each character: astral characters, which occur within strings
 * only, stand there as U+FFFF, and strings are cut out of the text itself. So all loops are over `charCodeAt`.
 *
 * @cpython Modules/_json.c scan_once_unicode, _parse_object_unicode, _match_number_unicode
 */
import {
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  call1,
  enterNative,
  floatType,
  intType,
  leaveNative,
  None,
  stopIteration,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { decodeError } from './errors.ts';
import { scanString } from './strings.ts';

/** What the decoder calls, and how strict it is. */
export interface ReaderOptions {
  readonly strict: boolean;
  readonly objectHook: Value;
  readonly objectPairsHook: Value;
  readonly parseFloat: Value;
  readonly parseInt: Value;
  readonly parseConstant: Value;
}

/** A host string with as many units as the text has characters. */
function unitsOf(text: Text): string {
  if (typeof text === 'string') return text;
  let units = '';
  const { codePoints } = text;
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i]!;
    units += String.fromCharCode(codePoint > 0xffff ? 0xffff : codePoint);
  }
  return units;
}

/** `end` is where the value that was read last ends. */
export class Reader {
  private readonly options: ReaderOptions;
  private readonly text: Text;
  private readonly units: string;
  end = 0;

  constructor(options: ReaderOptions, text: Text) {
    this.options = options;
    this.text = text;
    this.units = unitsOf(text);
  }

  private skipSpace(at: number): number {
    const units = this.units;
    for (;;) {
      const char = units.charCodeAt(at);
      if (char !== 32 && char !== 10 && char !== 13 && char !== 9) return at;
      at++;
    }
  }

  /** Reads the value at an index; run under `withNativeLevels`. @throws StopIteration when there is none, with the index */
  readValue(at: number): Value {
    switch (this.units.charCodeAt(at)) {
      case 34:
        return this.readString(at + 1);
      case 123: {
        enterNative(' while decoding a JSON object from a unicode string');
        const value = this.readObject(at + 1);
        leaveNative();
        return value;
      }
      case 91: {
        enterNative(' while decoding a JSON array from a unicode string');
        const value = this.readArray(at + 1);
        leaveNative();
        return value;
      }
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
        if (this.isWord(at, 'NaN')) return call1(this.options.parseConstant, 'NaN');
        break;
      case 73:
        if (this.isWord(at, 'Infinity')) return call1(this.options.parseConstant, 'Infinity');
        break;
      case 45:
        if (this.isWord(at, '-Infinity')) return call1(this.options.parseConstant, '-Infinity');
        break;
    }
    return this.readNumber(at);
  }

  private isWord(at: number, word: string): boolean {
    if (!this.units.startsWith(word, at)) return false;
    this.end = at + word.length;
    return true;
  }

  /** The string whose first character is at `start`. */
  private readString(start: number): Text {
    const { text } = this;
    if (typeof text === 'string') {
      // Without escapes it ends at the first quote.
      for (let at = start; ; at++) {
        const char = text.charCodeAt(at);
        if (char === 34) {
          this.end = at + 1;
          return text.substring(start, at);
        }
        if (char === 92 || char < 32 || char !== char) break;
      }
    }
    const scanned = scanString(text, start, this.options.strict);
    this.end = scanned.end;
    return scanned.text;
  }

  private readNumber(start: number): Value {
    const units = this.units;
    let at = start;
    let char = units.charCodeAt(at);
    if (char === 45) char = units.charCodeAt(++at);
    let int = 0;
    if (char === 48) char = units.charCodeAt(++at);
    else if (char >= 49 && char <= 57) {
      do {
        int = int * 10 + (char - 48);
        char = units.charCodeAt(++at);
      } while (char >= 48 && char <= 57);
    } else throw stopIteration(start);
    let isFloat = false;
    if (char === 46 && isDigit(units.charCodeAt(at + 1))) {
      isFloat = true;
      at++;
      do char = units.charCodeAt(++at);
      while (isDigit(char));
    }
    if (char === 101 || char === 69) {
      const sign = units.charCodeAt(at + 1);
      const exponent = sign === 43 || sign === 45 ? at + 2 : at + 1;
      if (isDigit(units.charCodeAt(exponent))) {
        isFloat = true;
        at = exponent;
        while (isDigit(units.charCodeAt(at))) at++;
      }
    }
    this.end = at;
    const { parseFloat, parseInt } = this.options;
    if (isFloat) {
      const text = units.substring(start, at);
      return parseFloat === floatType ? new PyFloat(Number(text)) : call1(parseFloat, text);
    }
    if (parseInt === intType && at - start < 16) return units.charCodeAt(start) === 45 ? 0 - int : int;
    return call1(parseInt, units.substring(start, at));
  }

  private readArray(start: number): Value {
    const units = this.units;
    const items: Value[] = [];
    let at = this.skipSpace(start);
    if (units.charCodeAt(at) === 93) {
      this.end = at + 1;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.readInner(at));
      at = this.skipSpace(this.end);
      const char = units.charCodeAt(at);
      if (char === 93) break;
      if (char !== 44) throw decodeError("Expecting ',' delimiter", this.text, at);
      const comma = at;
      at = this.skipSpace(at + 1);
      if (units.charCodeAt(at) === 93) {
        throw decodeError('Illegal trailing comma before end of array', this.text, comma);
      }
    }
    this.end = at + 1;
    return new PyList(items);
  }

  /** A value inside of an array or object. */
  private readInner(at: number): Value {
    if (at >= this.units.length) throw stopIteration(at);
    return this.readValue(at);
  }

  private readObject(start: number): Value {
    const units = this.units;
    const { objectHook, objectPairsHook } = this.options;
    const hasPairsHook = objectPairsHook !== None;
    const pairs: Value[] = [];
    const dict = new PyDict();
    let at = this.skipSpace(start);
    if (units.charCodeAt(at) !== 125) {
      for (;;) {
        if (units.charCodeAt(at) !== 34) {
          throw decodeError('Expecting property name enclosed in double quotes', this.text, at);
        }
        const key = this.readString(at + 1);
        at = this.skipSpace(this.end);
        if (units.charCodeAt(at) !== 58) throw decodeError("Expecting ':' delimiter", this.text, at);
        const value = this.readInner(this.skipSpace(at + 1));
        if (hasPairsHook) pairs.push(new PyTuple([key, value]));
        else dict.set(key, value);
        at = this.skipSpace(this.end);
        const char = units.charCodeAt(at);
        if (char === 125) break;
        if (char !== 44) throw decodeError("Expecting ',' delimiter", this.text, at);
        const comma = at;
        at = this.skipSpace(at + 1);
        if (units.charCodeAt(at) === 125) {
          throw decodeError('Illegal trailing comma before end of object', this.text, comma);
        }
      }
    }
    const end = at + 1;
    let result: Value = dict;
    if (hasPairsHook) result = call1(objectPairsHook, new PyList(pairs));
    else if (objectHook !== None) result = call1(objectHook, dict);
    this.end = end;
    return result;
  }
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}
