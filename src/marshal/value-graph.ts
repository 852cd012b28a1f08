/**
 * Any value as a graph of objects, for `marshal.dumps` at run time.
 *
 * Objects are the same where they are the same JavaScript object; equal strings and numbers count as one object.
 */
import type { WideString } from '../base/constant.ts';
import type { CodeObject } from '../code/code-object.ts';
import { CompilationIdentity } from './compilation-identity.ts';
import { MarshalError } from './marshal-error.ts';
import type { MarshalValue } from './marshal-value.ts';
import { fresh, isStaticText, type ContainerNode, type ObjectNode } from './object-graph.ts';

export interface ValueGraphOptions {
  readonly allowCode: boolean;
  readonly isInterned: (text: string) => boolean;
}

/** Builds the graph of one value. */
export class ValueGraph {
  private readonly options: ValueGraphOptions;
  private readonly byObject = new Map<object, ObjectNode>();
  private readonly byKey = new Map<string, ObjectNode>();
  /** Containers whose parts are still to be built: a stack of our own, as the host's is small. */
  private readonly pending: { readonly node: ContainerNode; readonly parts: readonly MarshalValue[] }[] = [];

  constructor(options: ValueGraphOptions) {
    this.options = options;
  }

  /** @throws MarshalError at a code object where none is allowed */
  build(value: MarshalValue): ObjectNode {
    const root = this.node(value);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop())
      for (const part of next.parts) next.node.items.push(this.node(part));
    return root;
  }

  private node(value: MarshalValue): ObjectNode {
    switch (typeof value) {
      case 'string':
        return this.keyed(`s${value}`, () => this.text(value));
      case 'number':
      case 'bigint':
        return this.keyed(`i${value}`, () => fresh.int(value));
      case 'boolean':
        return fresh.singleton(value ? 'true' : 'false');
    }
    if (value === null) return fresh.singleton('none');
    const known = this.byObject.get(value);
    return known ?? this.make(value);
  }

  private make(value: Exclude<MarshalValue, string | number | bigint | boolean | null>): ObjectNode {
    switch (value.kind) {
      case 'ellipsis':
      case 'stop-iteration':
        return fresh.singleton(value.kind);
      case 'wide':
        return this.keep(value, this.text(value));
      case 'float':
        return this.keep(value, fresh.float(value));
      case 'complex':
        return this.keep(value, fresh.complex(value));
      case 'bytes':
        if (value.bytes.length > 1) return this.keep(value, fresh.bytes(value.bytes));
        return this.keyed(`b${value.bytes.join()}`, () => fresh.bytes(value.bytes, true));
      case 'tuple':
        if (value.items.length === 0) return this.keyed('()', () => fresh.container('tuple', []));
        return this.container(value, 'tuple', value.items);
      case 'list':
      case 'set':
      case 'frozenset':
        return this.container(value, value.kind, value.items);
      case 'slice':
        return this.container(value, 'slice', [value.start, value.stop, value.step]);
      case 'dict':
        return this.container(value, 'dict', value.entries.flat());
      case 'code':
        return this.code(value);
    }
  }

  private keyed(key: string, make: () => ObjectNode): ObjectNode {
    let node = this.byKey.get(key);
    if (node === undefined) this.byKey.set(key, (node = make()));
    return node;
  }

  private keep(value: object, node: ObjectNode): ObjectNode {
    this.byObject.set(value, node);
    return node;
  }

  private text(text: string | WideString): ObjectNode {
    if (isStaticText(text)) return fresh.text(text, true);
    return fresh.text(text, typeof text === 'string' && this.options.isInterned(text));
  }

  /** The node is known before its parts are, which may lead back to it. */
  private container(value: object, kind: ContainerNode['kind'], parts: readonly MarshalValue[]): ObjectNode {
    const node = fresh.container(kind, []);
    node.isStatic = false;
    this.keep(value, node);
    this.pending.push({ node, parts });
    return node;
  }

  private code(code: CodeObject): ObjectNode {
    if (!this.options.allowCode) throw new MarshalError('ValueError', 'marshalling code objects is disallowed');
    return this.keep(code, new CompilationIdentity().build(code));
  }
}
