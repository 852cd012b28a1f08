/** The object that writes pickles. @cpython Modules/_pickle.c PicklerObject */
import { PyObject, type Value } from '../../objects/core/index.ts';
import { DEFAULT_PROTOCOL } from './opcodes.ts';
import { PickleOutput } from './output.ts';

/** Writes an object; the flag says whether the program is asked for a persistent id first. */
export type Save = (self: PyPickler, object: Value, mayBePersistent?: boolean) => void;

export class PyPickler extends PyObject {
  private readonly saveObject: Save;
  output = new PickleOutput(null);
  /** The file's `write`; null until `__init__` ran, undefined where bytes are wanted. */
  write: Value | null | undefined = null;
  /** Index of each object that was written; by identity, which for equal strings and numbers is equality. */
  memo = new Map<Value, number>();
  protocol = DEFAULT_PROTOCOL;
  isBinary = true;
  fast = 0;
  /** Names are written as Python 2 knows them. */
  usesOldNames = false;
  dispatchTable: Value | null = null;
  bufferCallback: Value | null = null;
  /** What a program assigned to `persistent_id`. */
  assignedPersistentId: Value | null = null;
  /** While dumping: how persistent ids and reductions are asked for, null where the class has no own way. */
  persistentId: Value | null = null;
  reducerOverride: Value | null = null;
  /** In fast mode, in which nothing is remembered: containers that are being written, and how deep. */
  fastContainers = new Set<Value>();

  constructor(saveObject: Save) {
    super();
    this.saveObject = saveObject;
  }

  /** Writes an object. */
  save(object: Value): void {
    this.saveObject(this, object);
  }
}
