/**
 * What marshal can carry, as host data: constants, code objects, and four types that only marshal knows.
 *
 * A cycle can only lead through a list, a dict, a set or (in hostile data) a tuple; constants of code never have one.
 */
import type {
  EllipsisConstant,
  FrozenSetConstant,
  LiteralConstant,
  SliceConstant,
  TupleConstant,
} from '../base/constant.ts';
import type { CodeObject } from '../code/code-object.ts';

export class MarshalList {
  readonly kind = 'list';
  readonly items: MarshalValue[];
  constructor(items: MarshalValue[]) {
    this.items = items;
  }
}

export class MarshalDict {
  readonly kind = 'dict';
  /** Keys and values in order of insertion; keys may repeat, the last one counts. */
  readonly entries: [MarshalValue, MarshalValue][];
  constructor(entries: [MarshalValue, MarshalValue][]) {
    this.entries = entries;
  }
}

export class MarshalSet {
  readonly kind = 'set';
  readonly items: MarshalValue[];
  constructor(items: MarshalValue[]) {
    this.items = items;
  }
}

/** The class `StopIteration`, which marshal has a code for. */
export class MarshalStopIteration {
  readonly kind = 'stop-iteration';
}
export const STOP_ITERATION = new MarshalStopIteration();

export type MarshalValue =
  | LiteralConstant
  | EllipsisConstant
  | CodeObject
  | TupleConstant<MarshalValue>
  | FrozenSetConstant<MarshalValue>
  | SliceConstant<MarshalValue>
  | MarshalList
  | MarshalDict
  | MarshalSet
  | MarshalStopIteration;
