/** Code objects and other values as marshal data. */
import { CodeObject } from '../code/code-object.ts';
import { CompilationIdentity } from './compilation-identity.ts';
import { Emitter } from './emit.ts';
import type { MarshalValue } from './marshal-value.ts';
import { countReferences, type ObjectNode } from './object-graph.ts';
import { StoredCode, StoredIdentity } from './stored-identity.ts';
import { MARSHAL_VERSION } from './type-codes.ts';
import { ValueGraph } from './value-graph.ts';

/** How a value is written. */
export interface DumpOptions {
  /** Version of the format, 0 to 5. */
  readonly version?: number;
  /** False refuses code objects, as `marshal.dumps(…, allow_code=False)`. */
  readonly allowCode?: boolean;
  /** Whether a string is interned; by default none is. */
  readonly isInterned?: (text: string) => boolean;
}

/**
 * The code object of a module as CPython writes it into a `.pyc` after compiling it, to the byte; one that was read from a
 * file and not changed since, as it stood there.
 *
 * @throws MarshalError when code objects or constants nest too deeply
 */
export function writeModule(code: CodeObject, version = MARSHAL_VERSION): Uint8Array {
  if (code instanceof StoredCode && version === MARSHAL_VERSION) {
    const stored = new StoredIdentity(code.record).build(code);
    if (stored !== undefined) return emitGraph(stored, version);
  }
  const root = new CompilationIdentity().build(code);
  countReferences(root);
  // Whoever writes a module holds its code.
  root.references += 2;
  return emitGraph(root, version);
}

function emitGraph(root: ObjectNode, version: number): Uint8Array {
  const emitter = new Emitter(version);
  emitter.emit(root);
  return emitter.toBytes();
}

/** Any value, as `marshal.dumps` writes it. @throws MarshalError */
export function dumps(value: MarshalValue, options: DumpOptions = {}): Uint8Array {
  const { version = MARSHAL_VERSION, allowCode = true } = options;
  if (value instanceof CodeObject && allowCode) return writeModule(value, version);
  const root = new ValueGraph({ allowCode, isInterned: options.isInterned ?? ((): boolean => false) }).build(value);
  countReferences(root);
  // The caller holds it too.
  root.references += 1;
  const emitter = new Emitter(version);
  emitter.emit(root);
  return emitter.toBytes();
}
