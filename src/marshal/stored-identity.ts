/**
 * Which objects of a file were one and the same, so that writing what was read gives the same bytes.
 *
 * For code fresh from the compiler `CompilationIdentity` works that out. In a few files of CPython's it cannot: there the
 * process that made the file had interned a class's qualified name before. What was read therefore remembers the type bytes
 * and references that it came with; they are used as long as they fit.
 */
import { CodeObject, type Constant } from '../code/code-object.ts';
import type { WideString } from '../base/constant.ts';
import { MarshalError } from './marshal-error.ts';
import { fresh, type CodeNode, type ObjectNode, type Singleton } from './object-graph.ts';
import { MarshalReader, type Started } from './read.ts';
import type { MarshalValue } from './marshal-value.ts';
import * as t from './type-codes.ts';

/** How the objects of a file were written, in order. */
interface IdentityRecord {
  /** Type bytes, with their flags. */
  readonly types: number[];
  /** What each `r` referred to. */
  readonly references: number[];
}

/** The code object of a module that was read from a file, with what only the file says. */
export class StoredCode extends CodeObject {
  readonly record: IdentityRecord;
  constructor(code: CodeObject, record: IdentityRecord) {
    super(code);
    this.record = record;
  }
}

/** Reads as `MarshalReader`, and takes notes. */
class RecordingReader extends MarshalReader {
  readonly record: IdentityRecord = { types: [], references: [] };

  protected override readStart(): MarshalValue | undefined | Started {
    const at = this.offset;
    if (at < this.bytes.length) {
      const type = this.bytes[at]!;
      this.record.types.push(type);
      if ((type & ~t.FLAG_REF) === t.TYPE_REF && at + 5 <= this.bytes.length)
        this.record.references.push(this.view.getInt32(at + 1, true));
    }
    return super.readStart();
  }
}

/** As `readModule`, for what may be written again. @throws MarshalError */
export function readStoredModule(bytes: Uint8Array, offset = 0): StoredCode {
  const reader = new RecordingReader(bytes, { offset });
  const value = reader.read();
  if (!(value instanceof CodeObject)) throw new MarshalError('TypeError', 'not a code object', offset);
  return new StoredCode(value, reader.record);
}

const INTERNED_TYPES: readonly number[] = [t.TYPE_INTERNED, t.TYPE_ASCII_INTERNED, t.TYPE_SHORT_ASCII_INTERNED];

/** What makes two slots hold the same: the host's object for containers and bytes, else the value. */
type Source = object | string | number | bigint;

/** Builds the graph of a stored code object. */
export class StoredIdentity {
  private readonly record: IdentityRecord;
  private readonly numbered: { readonly node: ObjectNode; readonly source: Source }[] = [];
  private at = 0;
  private reference = 0;
  /** False once the record is found not to be of this code. */
  private fits = true;

  constructor(record: IdentityRecord) {
    this.record = record;
  }

  /** The graph, or `undefined` where the record does not fit: the code was changed since. */
  build(code: CodeObject): ObjectNode | undefined {
    const root = this.code(code);
    return this.fits && this.at === this.record.types.length ? root : undefined;
  }

  private mismatch(): ObjectNode {
    this.fits = false;
    return fresh.singleton('none');
  }

  /** The object of the next type byte: one from before, or one that `make` makes. */
  private next(source: Source, make: (type: number) => ObjectNode, fill?: (node: ObjectNode) => void): ObjectNode {
    if (!this.fits || this.at >= this.record.types.length) return this.mismatch();
    const byte = this.record.types[this.at++]!;
    const type = byte & ~t.FLAG_REF;
    if (type === t.TYPE_REF) {
      const known = this.numbered[this.record.references[this.reference++]!];
      return known !== undefined && known.source === source ? known.node : this.mismatch();
    }
    const node = make(type);
    node.isStatic = (byte & t.FLAG_REF) !== 0;
    // Numbered before its parts are.
    if (node.isStatic) this.numbered.push({ node, source });
    fill?.(node);
    return node;
  }

  private singleton(value: Singleton): ObjectNode {
    if (!this.fits || this.at++ >= this.record.types.length) return this.mismatch();
    return fresh.singleton(value);
  }

  private text(value: string | WideString): ObjectNode {
    return this.next(value, (type) => fresh.text(value, INTERNED_TYPES.includes(type)));
  }

  private bytes(value: Uint8Array): ObjectNode {
    return this.next(value, () => fresh.bytes(value));
  }

  private container(
    kind: 'tuple' | 'frozenset' | 'slice',
    source: object,
    items: readonly (Constant | string)[],
  ): ObjectNode {
    const parts: ObjectNode[] = [];
    const fill = (): void => {
      for (const item of items) parts.push(this.constant(item));
    };
    return this.next(source, () => fresh.container(kind, parts), fill);
  }

  private constant(value: Constant): ObjectNode {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'number':
      case 'bigint':
        return this.next(value, () => fresh.int(value));
      case 'boolean':
        return this.singleton(value ? 'true' : 'false');
      default:
    }
    if (value === null) return this.singleton('none');
    switch (value.kind) {
      case 'ellipsis':
        return this.singleton('ellipsis');
      case 'wide':
        return this.text(value);
      case 'float':
        return this.next(value, () => fresh.float(value));
      case 'complex':
        return this.next(value, () => fresh.complex(value));
      case 'bytes':
        return this.bytes(value.bytes);
      case 'tuple':
        return this.container('tuple', value.items, value.items);
      case 'frozenset':
        return this.container('frozenset', value, value.items);
      case 'slice':
        return this.container('slice', value, [value.start, value.stop, value.step]);
      case 'code':
        return this.code(value);
    }
  }

  private code(code: CodeObject): ObjectNode {
    const node: { -readonly [K in keyof CodeNode]?: CodeNode[K] } = {
      kind: 'code',
      value: code,
      references: 0,
      isStatic: false,
    };
    const fill = (): void => {
      node.code = this.bytes(code.co_code);
      node.consts = this.container('tuple', code.co_consts, code.co_consts);
      node.names = this.container('tuple', code.co_names, code.co_names);
      node.localsplusnames = this.container('tuple', code.co_localsplusnames, code.co_localsplusnames);
      node.localspluskinds = this.bytes(code.co_localspluskinds);
      node.filename = this.text(code.co_filename);
      node.name = this.text(code.co_name);
      node.qualname = this.text(code.co_qualname);
      node.linetable = this.bytes(code.co_linetable);
      node.exceptiontable = this.bytes(code.co_exceptiontable);
    };
    return this.next(code, () => node as CodeNode, fill);
  }
}
