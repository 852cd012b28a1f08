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
export { codeData, codeFields, walkCodes } from './code-fields.ts';
export { diff, diffText, type DiffOptions, type Difference, type InstructionChange } from './diff.ts';
export {
  identificationText,
  identifyFile,
  nameClaims,
  timeText,
  type Identification,
  type NameClaims,
} from './identification.ts';
export { verify, type Finding, type VerifySource } from './verify.ts';
