/** `_json`: the accelerators of `json`. @cpython Modules/_json.c */
import {
  PyTuple,
  excTypes,
  indexNumber,
  isTrue,
  rawFunction,
  asText,
  argumentBinder,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/documented.ts';
import { defineModule } from '../define-module.ts';
import { JSON_DOC, JSON_DOCS } from './json-docs.ts';
import { encoderSpec, encoderType } from './encoder.ts';
import { scannerSpec, scannerType } from './scanner.ts';
import { encodeAsciiString, encodeString, scanString, stringArgument } from './strings.ts';

const bindScanString = argumentBinder('scanstring', '(string, end, strict=True, /)');

export const jsonModule = defineModule('_json', {
  doc: JSON_DOC,
  hiddenTypes: [scannerSpec, encoderSpec],
  functions: {
    ...documentedFunctions(JSON_DOCS, {
      encode_basestring_ascii: (value: Value) => encodeAsciiString(stringArgument(value)),
      encode_basestring: (value: Value) => encodeString(stringArgument(value)),
    }),
    scanstring: rawFunction(JSON_DOCS.scanstring[1], (args, kwnames) => {
      const [string, end, strict] = bindScanString(args, kwnames) as [Value, Value, Value?];
      const at = indexNumber(end, excTypes.OverflowError);
      const text = asText(string);
      if (text === undefined) throw typeError(`first argument must be a string, not ${typeName(string)}`);
      const scanned = scanString(text, at, strict === undefined || isTrue(strict));
      return new PyTuple([scanned.text, scanned.end]);
    }),
  },
  constants: () => ({ make_scanner: scannerType, make_encoder: encoderType }),
});
