/** `marshal`: reading and writing Python values in CPython's internal format. @cpython Python/marshal.c */
import {
  PyBytes,
  bufferBytes,
  callMethod,
  index,
  isTrue,
  nativeFunction,
  typeError,
  typeName,
  typeOf,
  type Value,
} from '../../objects/core/index.ts';
import { MARSHAL_VERSION, MarshalError, MarshalReader, dumps, loads } from '../../marshal/index.ts';
import { defineModule } from '../define-module.ts';
import { fromMarshal, marshalException, toMarshal } from './marshal-values.ts';

function withMarshalErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof MarshalError) throw marshalException(error);
    throw error;
  }
}

function dumpBytes(value: Value, version: Value | undefined, allowCode: Value | undefined): PyBytes {
  return withMarshalErrors(() => {
    const options = {
      version: version === undefined ? MARSHAL_VERSION : Number(index(version)),
      allowCode: allowCode === undefined || isTrue(allowCode),
    };
    return new PyBytes(dumps(toMarshal(value), options));
  });
}

/** Reads as much of a file as one object takes. */
function loadFile(file: Value, allowCode: Value | undefined): Value {
  const data = callMethod(file, 'read');
  if (typeOf(data).bf_getbuffer === undefined) {
    throw typeError(`file.read() returned not bytes but ${typeName(data)}`);
  }
  const bytes = bufferBytes(data);
  const reader = new MarshalReader(bytes, { allowCode: allowCode === undefined || isTrue(allowCode) });
  const value = withMarshalErrors(() => fromMarshal(reader.read()));
  const rest = bytes.length - reader.position;
  if (rest > 0) callMethod(file, 'seek', -rest, 1);
  return value;
}

export const marshalModule = defineModule('marshal', {
  doc: 'This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.',
  functions: {
    dump: nativeFunction(
      '($module, value, file, version=5, /, *, allow_code=True)',
      (value: Value, file: Value, version: Value | undefined, allowCode: Value | undefined) =>
        callMethod(file, 'write', dumpBytes(value, version, allowCode)),
      'Write the value on the open file.',
    ),
    load: nativeFunction(
      '($module, file, /, *, allow_code=True)',
      loadFile,
      'Read one value from the open file and return it.',
    ),
    dumps: nativeFunction(
      '($module, value, version=5, /, *, allow_code=True)',
      dumpBytes,
      'Return the bytes object that would be written to a file by dump(value, file).',
    ),
    loads: nativeFunction(
      '($module, bytes, /, *, allow_code=True)',
      (bytes: Value, allowCode: Value | undefined) => {
        if (typeOf(bytes).bf_getbuffer === undefined) {
          throw typeError(`a bytes-like object is required, not '${typeName(bytes)}'`);
        }
        return withMarshalErrors(() =>
          fromMarshal(loads(bufferBytes(bytes), { allowCode: allowCode === undefined || isTrue(allowCode) })),
        );
      },
      'Convert the bytes-like object to a value.',
    ),
  },
  constants: () => ({ version: MARSHAL_VERSION }),
});
