/**
 * Literal constants as plain host data: what the parser, the compiler, marshal and `dis` share.
 *
 * Nothing here knows of the object model, so that making, reading and showing bytecode loads no VM. The VM turns a
 * constant into a runtime value once, when a code object first runs.
 *
 * | Python | here |
 * |---|---|
 * | None, True, False, Ellipsis | `null`, `true`, `false`, `ELLIPSIS` |
 * | int | `number` while it is a safe integer, else `bigint`; never `-0`, never a small `bigint` |
 * | str | `string` where every UTF-16 unit is one code point (lone surrogates included), else `WideString` |
 * | float, complex, bytes, tuple, frozenset, slice | the classes below |
 */

export class EllipsisConstant {
  readonly kind = 'ellipsis';
}
export const ELLIPSIS = new EllipsisConstant();

/** Text with at least one code point above U+FFFF. */
export class WideString {
  readonly kind = 'wide';
  readonly codePoints: Uint32Array;
  constructor(codePoints: Uint32Array) {
    this.codePoints = codePoints;
  }
}

export class FloatConstant {
  readonly kind = 'float';
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class ComplexConstant {
  readonly kind = 'complex';
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number) {
    this.real = real;
    this.imag = imag;
  }
}

export class BytesConstant {
  readonly kind = 'bytes';
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export class TupleConstant<T = LiteralConstant> {
  readonly kind = 'tuple';
  readonly items: readonly T[];
  constructor(items: readonly T[]) {
    this.items = items;
  }
}

export class FrozenSetConstant<T = LiteralConstant> {
  readonly kind = 'frozenset';
  readonly items: readonly T[];
  constructor(items: readonly T[]) {
    this.items = items;
  }
}

export class SliceConstant<T = LiteralConstant> {
  readonly kind = 'slice';
  readonly start: T;
  readonly stop: T;
  readonly step: T;
  constructor(start: T, stop: T, step: T) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** A constant that can stand in source or come out of constant folding. */
export type LiteralConstant =
  | null
  | boolean
  | number
  | bigint
  | string
  | EllipsisConstant
  | WideString
  | FloatConstant
  | ComplexConstant
  | BytesConstant
  | TupleConstant
  | FrozenSetConstant
  | SliceConstant;

/** The text of code points: a `string` where it can be one, else a `WideString`. */
export function textFromCodePoints(codePoints: Uint32Array): string | WideString {
  let text = '';
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i]!;
    if (codePoint > 0xffff) return new WideString(codePoints);
    text += String.fromCharCode(codePoint);
  }
  return text;
}

/** The text of well-formed UTF-16 (source text, identifiers): surrogate pairs become single code points. */
export function textFromUtf16(text: string): string | WideString {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text)
    ? new WideString(Uint32Array.from(Array.from(text, (char) => char.codePointAt(0)!)))
    : text;
}

/** An int constant: `number` while safe, else `bigint`. */
export function normalizeInt(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}
