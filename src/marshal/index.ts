/** Marshal, CPython's format for code objects and plain values: reading, and writing to the byte. */
export { MarshalError, type MarshalErrorKind } from './marshal-error.ts';
export {
  MarshalDict,
  MarshalList,
  MarshalSet,
  MarshalStopIteration,
  STOP_ITERATION,
  type MarshalValue,
} from './marshal-value.ts';
export { MarshalReader, loads, readModule, type ReadOptions } from './read.ts';
export { ForeignReader, readForeignModule } from './read-foreign.ts';
export { readStoredModule } from './stored-identity.ts';
export { MARSHAL_VERSION, MAX_MARSHAL_STACK_DEPTH } from './type-codes.ts';
export { dumps, writeModule, type DumpOptions } from './write.ts';
