/** `.pyc` files: headers, names, versions, reading and writing. */
export { CACHE_TAG, CachePathError, cacheFromSource, sourceFromCache, type CachePathOptions } from './cache-path.ts';
export {
  HEADER_SIZE,
  MAGIC_BYTES,
  PycError,
  headerMtime,
  headerSize,
  readHeader,
  sourceHash,
  writeHeader,
  type PycHeader,
  type PycValidation,
} from './header.ts';
export { bytecodeVersion, describePyc, headerSizeOf, identify, versionOfMagic, type PythonVersion } from './magic.ts';
export {
  IrregularFileError,
  assertReplaceable,
  cacheMode,
  makeDirectories,
  readPyc,
  writeAtomic,
  writePyc,
  type Pyc,
} from './pyc-file.ts';
