/**
 * Values to be written, as a graph of objects with identity.
 *
 * Marshal writes an object once and refers to it after that, and whether an object may be referred to shows in its
 * first byte. CPython decides by reference counts; here every parent's slot is an edge, and the edges are counted.
 */
import type { ComplexConstant, FloatConstant, WideString } from '../base/constant.ts';
import type { CodeObject } from '../code/code-object.ts';

/** Objects without identity that are written as one byte. */
export type Singleton = 'none' | 'true' | 'false' | 'ellipsis' | 'stop-iteration';

interface NodeFields {
  /** Number of slots of other objects that hold this one. */
  references: number;
  /** One object in the whole process, never freed: always numbered. */
  isStatic: boolean;
}

export interface SingletonNode extends NodeFields {
  readonly kind: 'singleton';
  readonly value: Singleton;
}
export interface IntNode extends NodeFields {
  readonly kind: 'int';
  readonly value: number | bigint;
}
export interface FloatNode extends NodeFields {
  readonly kind: 'float';
  readonly value: FloatConstant;
}
export interface ComplexNode extends NodeFields {
  readonly kind: 'complex';
  readonly value: ComplexConstant;
}
export interface TextNode extends NodeFields {
  readonly kind: 'text';
  readonly value: string | WideString;
  isInterned: boolean;
}
export interface BytesNode extends NodeFields {
  readonly kind: 'bytes';
  readonly value: Uint8Array;
}
/** Tuple, list, set, frozenset, slice, or dict as keys and values by turns. */
export interface ContainerNode extends NodeFields {
  readonly kind: 'tuple' | 'list' | 'set' | 'frozenset' | 'slice' | 'dict';
  readonly items: ObjectNode[];
}
export interface CodeNode extends NodeFields {
  readonly kind: 'code';
  readonly value: CodeObject;
  readonly code: ObjectNode;
  readonly consts: ObjectNode;
  readonly names: ObjectNode;
  readonly localsplusnames: ObjectNode;
  readonly localspluskinds: ObjectNode;
  readonly filename: ObjectNode;
  readonly name: ObjectNode;
  readonly qualname: ObjectNode;
  readonly linetable: ObjectNode;
  readonly exceptiontable: ObjectNode;
}

export type ObjectNode =
  SingletonNode | IntNode | FloatNode | ComplexNode | TextNode | BytesNode | ContainerNode | CodeNode;

/** The objects that a node holds, in the order of writing. */
export function partsOf(node: ObjectNode): readonly ObjectNode[] {
  switch (node.kind) {
    case 'code':
      return [
        node.code,
        node.consts,
        node.names,
        node.localsplusnames,
        node.localspluskinds,
        node.filename,
        node.name,
        node.qualname,
        node.linetable,
        node.exceptiontable,
      ];
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
    case 'slice':
    case 'dict':
      return node.items;
    default:
      return [];
  }
}

/** Counts the slots that hold each object below `root`. An element of a set is also held while sets are sorted. */
export function countReferences(root: ObjectNode): void {
  const pending: ObjectNode[] = [root];
  const seen = new Set<ObjectNode>(pending);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const isSet = node.kind === 'frozenset' || node.kind === 'set';
    for (const part of partsOf(node)) {
      part.references += isSet ? 2 : 1;
      if (seen.has(part)) continue;
      seen.add(part);
      pending.push(part);
    }
  }
}

/** Makes nodes that no other node is. */
export const fresh = {
  singleton: (value: Singleton): SingletonNode => ({ kind: 'singleton', value, references: 0, isStatic: true }),
  int: (value: number | bigint): IntNode => ({
    kind: 'int',
    value,
    references: 0,
    isStatic: typeof value === 'number' && value >= -5 && value <= 256,
  }),
  float: (value: FloatConstant): FloatNode => ({ kind: 'float', value, references: 0, isStatic: false }),
  complex: (value: ComplexConstant): ComplexNode => ({
    kind: 'complex',
    value,
    references: 0,
    isStatic: false,
  }),
  text: (value: string | WideString, isInterned = false): TextNode => ({
    kind: 'text',
    value,
    isInterned,
    references: 0,
    isStatic: false,
  }),
  bytes: (value: Uint8Array, isStatic = false): BytesNode => ({
    kind: 'bytes',
    value,
    references: 0,
    isStatic,
  }),
  container: (kind: ContainerNode['kind'], items: ObjectNode[]): ContainerNode => ({
    kind,
    items,
    references: 0,
    isStatic: kind === 'tuple' && items.length === 0,
  }),
};

/** Whether a string is its own interned singleton: empty, or one Latin-1 character. */
export function isStaticText(value: string | WideString): value is string {
  return typeof value === 'string' && (value.length === 0 || (value.length === 1 && value.charCodeAt(0) < 256));
}
