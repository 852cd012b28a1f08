/**
 * `_testlimitedcapi`: what CPython's own tests use to do what code of the limited C API does.
 *
 * @cpython Modules/_testlimitedcapi
 */
import {
  asHostString,
  call,
  getAttr,
  getAttrOrUndefined,
  getItem,
  indexError,
  indexNumber,
  length,
  nativeFunction,
  PyBytes,
  setItem,
  strFromUtf16,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { None } from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';

/** The index as the C API takes it: negative ones count from the end once. */
function sequenceIndex(object: Value, index: Value): number {
  const at = indexNumber(index);
  if (at >= 0) return at;
  const fromStart = at + length(object);
  // A sequence would take what is negative still from its end, again.
  if (fromStart < 0) throw indexError(`${typeName(object)} index out of range`);
  return fromStart;
}

function nameOf(value: Value): string {
  if (value instanceof PyBytes) return new TextDecoder().decode(value.bytes);
  throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/** A codec's incremental coder. */
function incremental(part: 'incrementalencoder' | 'incrementaldecoder') {
  return nativeFunction('($module, encoding, errors=None, /)', (encoding: Value, errors: Value | undefined) => {
    const codecs = currentInterpreter().importModule('codecs');
    const info = call(getAttr(codecs, 'lookup'), [strFromUtf16(asHostString(encoding))]);
    return call(getAttr(info, part), errors === undefined || errors === None ? [] : [errors]);
  });
}

export const testlimitedcapiModule = defineModule('_testlimitedcapi', {
  functions: {
    sequence_getitem: nativeFunction('($module, object, index, /)', (object: Value, index: Value) =>
      getItem(object, sequenceIndex(object, index)),
    ),
    sequence_setitem: nativeFunction(
      '($module, object, index, value, /)',
      (object: Value, index: Value, value: Value) => {
        setItem(object, sequenceIndex(object, index), value);
        return 0;
      },
    ),
    sequence_delitem: nativeFunction('($module, object, index, /)', (object: Value, index: Value) => {
      setItem(object, sequenceIndex(object, index), undefined);
      return 0;
    }),
    object_hasattrstring: nativeFunction('($module, object, name, /)', (object: Value, name: Value) =>
      getAttrOrUndefined(object, nameOf(name)) === undefined ? 0 : 1,
    ),
    call_vectorcall: nativeFunction('($module, callable, /)', (callable: Value) =>
      call(callable, ['foo', 'bar'], ['baz']),
    ),
    call_vectorcall_method: nativeFunction('($module, object, /)', (object: Value) =>
      call(getAttr(object, 'f'), ['foo', 'bar'], ['baz']),
    ),
    codec_incrementalencoder: incremental('incrementalencoder'),
    codec_incrementaldecoder: incremental('incrementaldecoder'),
  },
});
