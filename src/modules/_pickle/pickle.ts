/** `_pickle`: objects as bytes and back, quicker than the library's `pickle.py`. @cpython Modules/_pickle.c */
import { nativeFunction, None, type Value } from '../../objects/core/index.ts';
import { defineModule } from '../define-module.ts';
import { DUMP_DOC, DUMPS_DOC, LOAD_DOC, LOADS_DOC } from './docs.ts';
import { pickleError, picklingError, unpicklingError } from './errors.ts';
import { pickleBytes, pickleFile } from './input.ts';
import { pickleBufferSpec } from './pickle-buffer.ts';
import {
  configurePickler,
  dumpWith,
  newPickler,
  picklePlainly,
  picklerMemoSpec,
  picklerSpec,
  writeMethodOf,
} from './pickler.ts';
import { PyUnpickler } from './py-unpickler.ts';
import { configureUnpickler, loadFrom, unpicklerMemoSpec, unpicklerSpec } from './unpickler.ts';

type Optional = Value | undefined;

function dump(object: Value, file: Value, protocol: Optional, fixImports: Optional, bufferCallback: Optional): Value {
  const pickler = newPickler(null as never);
  configurePickler(pickler, protocol, fixImports, bufferCallback);
  pickler.write = writeMethodOf(file);
  dumpWith(pickler, object);
  return None;
}

function load(file: Value, fixImports: Optional, encoding: Optional, errors: Optional, buffers: Optional): Value {
  const unpickler = new PyUnpickler();
  unpickler.file = pickleFile(file);
  configureUnpickler(unpickler, fixImports, encoding, errors, buffers);
  return loadFrom(unpickler, new Uint8Array(), unpickler.file);
}

function loads(data: Value, fixImports: Optional, encoding: Optional, errors: Optional, buffers: Optional): Value {
  const unpickler = new PyUnpickler();
  configureUnpickler(unpickler, fixImports, encoding, errors, buffers);
  return loadFrom(unpickler, pickleBytes(data), null);
}

const READING = "fix_imports=True, encoding='ASCII', errors='strict', buffers=()";

export const pickleModule = defineModule('_pickle', {
  doc: 'Optimized C implementation for the Python pickle module.',
  types: [picklerSpec, unpicklerSpec, pickleBufferSpec],
  hiddenTypes: [picklerMemoSpec, unpicklerMemoSpec],
  functions: {
    dump: nativeFunction(
      '($module, /, obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)',
      dump,
      DUMP_DOC,
    ),
    dumps: nativeFunction(
      '($module, /, obj, protocol=None, *, fix_imports=True, buffer_callback=None)',
      picklePlainly,
      DUMPS_DOC,
    ),
    load: nativeFunction(`($module, /, file, *, ${READING})`, load, LOAD_DOC),
    loads: nativeFunction(`($module, data, /, *, ${READING})`, loads, LOADS_DOC),
  },
  constants: () => ({
    PickleError: pickleError.type(),
    PicklingError: picklingError.type(),
    UnpicklingError: unpicklingError.type(),
  }),
});
