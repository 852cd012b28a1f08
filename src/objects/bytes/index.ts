/** The `bytes` and `bytearray` types, and access to buffers. */
export { bytesSpec, compareResult, concatBytes, repeatBytes } from './bytes.ts';
export { appendBytes, bytearraySpec, resizeByteArray } from './bytearray.ts';
export {
  bytearrayIteratorSpec,
  bytearrayIteratorType,
  bytesIteratorSpec,
  bytesIteratorType,
  PyByteArrayIterator,
  PyBytesIterator,
} from './byte-iterators.ts';
export {
  bufferBytesOrUndefined,
  bytesArgument,
  copyOfBuffer,
  getBuffer,
  hasBuffer,
  isContiguous,
  packBuffer,
  plainBuffer,
  releaseBuffer,
} from './buffer-access.ts';
export { byteArgument, bytesOf, type ByteString } from './byte-methods.ts';
export { reprOfBytes } from './bytes-repr.ts';
export { bytesFromHex, hexOfBytes } from './hex.ts';
export { compareBytes, countBytes, findBytes, findLastBytes, joinBytes } from './byte-search.ts';
