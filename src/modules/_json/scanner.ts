/**
 * `make_scanner`: the type of the JSON decoder. The reading itself is in reader.ts.
 *
 * @cpython Modules/_json.c scanner_new, scanner_call
 */
import {
  PyObject,
  PyTuple,
  argumentBinder,
  asText,
  excTypes,
  getAttr,
  indexNumber,
  isTrue,
  makeBuiltinType,
  noteWork,
  objectType,
  stopIteration,
  textLength,
  typeError,
  typeName,
  typeSpec,
  valueError,
  withNativeLevels,
  type Value,
} from '../../objects/core/index.ts';
import { SCANNER_DOC } from './json-docs.ts';
import { Reader } from './reader.ts';

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
      noteWork(1 + (textLength(text) >> 4));
      const value = withNativeLevels(' while decoding a JSON document', () => reader.readValue(at));
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
