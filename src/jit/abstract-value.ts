/**
 * What is known of a value while code is translated: its kind and the JavaScript expression that gives it.
 *
 * A place is a local or a place of the stack. Between blocks each place has its value in JavaScript variables named after
 * it; `Shape` says which ones and of what kind:
 *
 * | kind | variables |
 * |---|---|
 * | float | `f3`: the raw number |
 * | maybe-float | `f3`, and `b3` tells whether the local is bound |
 * | range | `n3` next item, `e3` end; the step is known |
 * | items | `v3` list or tuple, `x3` index of the next item |
 * | range-iterator | `v3`: an iterator of a range of safe integers |
 * | unbound | none |
 * | all others | `v3`: the Python object |
 */

export type Kind =
  | 'any'
  | 'int'
  | 'float'
  | 'maybe-float'
  | 'bool'
  | 'str'
  | 'none'
  | 'list'
  | 'tuple'
  | 'dict'
  | 'cell'
  | 'range'
  | 'items'
  | 'range-iterator'
  | 'unbound';

export interface AbstractValue {
  readonly kind: Kind;
  /** A pure expression that means the same to the end of the block; of floats the raw number. */
  readonly code: string;
  /** Of floats: the object, if there is one already. Of ranges the end, of items the index, of maybe-floats the flag. */
  readonly extra?: string;
  /** Step of a range. */
  readonly step?: number;
  /** Bound of the absolute value of an int. */
  readonly bound?: number;
  /** A value that it is expected to be: callables, modules, classes. The expression still gives what it is. */
  readonly expected?: unknown;
  /** Functions one of which it is. */
  readonly candidates?: readonly object[];
  /** In the place below a call's arguments: it is the object whose method is called, or may be NULL. */
  readonly isSelf?: boolean;
  readonly isMaybeNull?: boolean;
}

export interface PlaceShape {
  readonly kind: Kind;
  readonly step?: number | undefined;
}

/** Kinds of all locals and of the stack, where a block begins. */
export type Shape = readonly PlaceShape[];

export const UNBOUND: AbstractValue = { kind: 'unbound', code: 'u' };

const ANY: PlaceShape = { kind: 'any' };

/** What holds for values of either shape. */
export function joinPlaces(a: PlaceShape, b: PlaceShape): PlaceShape {
  if (a.kind === b.kind && a.step === b.step) return a;
  const kinds = [a.kind, b.kind];
  if (kinds.every((kind) => kind === 'float' || kind === 'maybe-float' || kind === 'unbound'))
    return { kind: 'maybe-float' };
  return ANY;
}

export function shapeOf(value: AbstractValue): PlaceShape {
  return value.kind === 'range' ? { kind: 'range', step: value.step } : { kind: value.kind };
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((place, i) => place.kind === b[i]!.kind && place.step === b[i]!.step);
}

/** The value that stands in a place's own variables. */
export function placeValue(index: number, shape: PlaceShape): AbstractValue {
  switch (shape.kind) {
    case 'float':
      return { kind: 'float', code: `f${index}` };
    case 'maybe-float':
      return { kind: 'maybe-float', code: `f${index}`, extra: `b${index}` };
    case 'range':
      return { kind: 'range', code: `n${index}`, extra: `e${index}`, step: shape.step! };
    case 'items':
      return { kind: 'items', code: `v${index}`, extra: `x${index}` };
    case 'unbound':
      return UNBOUND;
    default:
      return { kind: shape.kind, code: `v${index}` };
  }
}

/** An expression for the Python object (`undefined` when unbound), wherever it is needed as such. */
export function boxed(value: AbstractValue): string {
  switch (value.kind) {
    case 'float':
      return value.extra ?? `new PyFloat(${value.code})`;
    case 'maybe-float':
      return `(${value.extra} ? new PyFloat(${value.code}) : u)`;
    case 'range':
      return `rangeIterator(${value.code}, ${value.extra}, ${value.step})`;
    case 'items':
      return `itemsIterator(${value.code}, ${value.extra})`;
    default:
      return value.code;
  }
}

/** Assignments that bring a value into a place's own variables. */
export function movesTo(index: number, shape: PlaceShape, value: AbstractValue): [string, string][] {
  switch (shape.kind) {
    case 'float':
      return [[`f${index}`, value.code]];
    case 'maybe-float':
      if (value.kind === 'unbound') return [[`b${index}`, 'false']];
      return [
        [`f${index}`, value.code],
        [`b${index}`, value.kind === 'maybe-float' ? value.extra! : 'true'],
      ];
    case 'range':
      return [
        [`n${index}`, value.code],
        [`e${index}`, value.extra!],
      ];
    case 'items':
      return [
        [`v${index}`, value.code],
        [`x${index}`, value.extra!],
      ];
    case 'unbound':
      return [];
    default:
      return [[`v${index}`, boxed(value)]];
  }
}
