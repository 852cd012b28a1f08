/** The library for working with `.pyc` files: no compiler, no virtual machine. */
export * from '../base/constant.ts';
export { CodeObject, type CodeFields, type Constant } from '../code/code-object.ts';
export {
  ForeignCode,
  LongConstant,
  isCode,
  pythonOf,
  type AnyCode,
  type AnyConstant,
  type ForeignCodeFields,
  type ForeignConstant,
} from '../code/foreign-code.ts';
export { findExceptionHandler, parseExceptionTable, type ExceptionTableEntry } from '../code/exception-table.ts';
export { codeUnitPositions, lineAt, lineRanges, type LineRange, type LocationRange } from '../code/location-table.ts';
export * from '../dis/index.ts';
export * from '../marshal/index.ts';
export {
  CACHE_TAG,
  CachePathError,
  HEADER_SIZE,
  MAGIC_BYTES,
  PycError,
  bytecodeVersion,
  cacheFromSource,
  codeData,
  codeFields,
  describePyc,
  diff,
  diffText,
  headerMtime,
  headerSize,
  identificationText,
  identify,
  identifyFile,
  nameClaims,
  readHeader,
  readPyc,
  sourceFromCache,
  sourceHash,
  verify,
  versionOfMagic,
  walkCodes,
  writeHeader,
  writePyc,
  type CachePathOptions,
  type DiffOptions,
  type Difference,
  type Finding,
  type Identification,
  type InstructionChange,
  type NameClaims,
  type Pyc,
  type PycHeader,
  type PycValidation,
  type PythonVersion,
  type VerifySource,
} from '../pyc/index.ts';
export { opcodeTable, tabulatedVersions, type CacheField, type OpcodeTable } from '../opcode/index.ts';
