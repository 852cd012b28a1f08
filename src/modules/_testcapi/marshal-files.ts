/** Marshalling to and from C files. @cpython Modules/_testcapimodule.c pymarshal_* */
import {
  call,
  callMethod,
  eofError,
  getAttr,
  indexNumber,
  nativeFunction,
  None,
  PyBytes,
  PyTuple,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

/** Opens a file, hands it on, and closes it. */
function withFile(name: Value, mode: string, use: (file: Value) => Value): Value {
  const file = call(getAttr(currentInterpreter().importModule('io'), 'open'), [name, mode]);
  try {
    return use(file);
  } finally {
    callMethod(file, 'close');
  }
}

const marshal = (name: string): Value => getAttr(currentInterpreter().importModule('marshal'), name);

/** A little-endian number of so many bytes, and where the file stands then. @throws EOFError */
function readNumber(name: Value, size: 2 | 4): Value {
  return withFile(name, 'rb', (file) => {
    const { bytes } = callMethod(file, 'read', size) as PyBytes;
    if (bytes.length < size) throw eofError('EOF read where data expected');
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return new PyTuple([size === 2 ? view.getInt16(0, true) : view.getInt32(0, true), callMethod(file, 'tell')]);
  });
}

function readObject(name: Value): Value {
  return withFile(name, 'rb', (file) => new PyTuple([call(marshal('load'), [file]), callMethod(file, 'tell')]));
}

export const marshalFunctions: Record<string, NativeSpec> = {
  pymarshal_write_long_to_file: nativeFunction('($module, value, filename, version, /)', (value: Value, name: Value) =>
    withFile(name, 'wb', (file) => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setInt32(0, indexNumber(value), true);
      callMethod(file, 'write', new PyBytes(bytes));
      return None;
    }),
  ),
  pymarshal_write_object_to_file: nativeFunction(
    '($module, obj, filename, version, /)',
    (object: Value, name: Value, version: Value) =>
      withFile(name, 'wb', (file) => call(marshal('dump'), [object, file, version])),
  ),
  pymarshal_read_short_from_file: nativeFunction('($module, filename, /)', (name: Value) => readNumber(name, 2)),
  pymarshal_read_long_from_file: nativeFunction('($module, filename, /)', (name: Value) => readNumber(name, 4)),
  pymarshal_read_last_object_from_file: nativeFunction('($module, filename, /)', readObject),
  pymarshal_read_object_from_file: nativeFunction('($module, filename, /)', readObject),
};
