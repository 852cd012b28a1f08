/**
 * Formats of packed data, compiled: for each item its code, place and size.
 *
 * @cpython Modules/_struct.c prepare_s
 */
import type { ModuleException } from '../module-exception.ts';

/** How an item is read and written: integers by sign, everything else by its code. */
export const SIGNED_ITEM = 0;
export const UNSIGNED_ITEM = 1;
export const FLOAT64_ITEM = 2;
export const TEXT_ITEM = 3;
export const OTHER_ITEM = 4;

/** One run of equal items. */
export interface FormatItem {
  readonly code: string;
  readonly kind: number;
  /** What an integer item holds, of up to four bytes: at least `min`, less than `end`. */
  readonly min: number;
  readonly end: number;
  readonly offset: number;
  /** Of one item; of the whole field for `s` and `p`. */
  readonly size: number;
  readonly repeat: number;
}

export interface CompiledFormat {
  readonly text: string;
  readonly items: readonly FormatItem[];
  /** Number of values. */
  readonly length: number;
  /** In bytes. */
  readonly size: number;
  readonly isLittleEndian: boolean;
}

/** Sizes with standard layout. */
const STANDARD: Readonly<Record<string, number>> = {
  x: 1,
  b: 1,
  B: 1,
  c: 1,
  s: 1,
  p: 1,
  '?': 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  f: 4,
  d: 8,
  F: 8,
  D: 16,
};

/** Sizes of C types on 64-bit systems; the alignment is the size, of a part for complex numbers. */
const NATIVE: Readonly<Record<string, number>> = { ...STANDARD, l: 8, L: 8, n: 8, N: 8, P: 8 };

const SSIZE_MAX = 9223372036854775807;

function kindOf(code: string): number {
  if ('bhilqn'.includes(code)) return SIGNED_ITEM;
  if ('BHILQNP'.includes(code)) return UNSIGNED_ITEM;
  return code === 'd' ? FLOAT64_ITEM : OTHER_ITEM;
}

/** @param struct the module's exception @throws struct.error */
export function compileFormat(text: string, struct: ModuleException): CompiledFormat {
  if (text.includes('\0')) throw struct.error('embedded null character');
  let sizes = NATIVE;
  let isLittleEndian = true;
  let at = 0;
  switch (text[0]) {
    case '<':
    case '=':
      sizes = STANDARD;
      at = 1;
      break;
    case '>':
    case '!':
      sizes = STANDARD;
      isLittleEndian = false;
      at = 1;
      break;
    case '@':
      at = 1;
  }
  const isNative = sizes === NATIVE;
  const items: FormatItem[] = [];
  let length = 0;
  let size = 0;
  while (at < text.length) {
    let char = text[at++]!;
    if (/[\t-\r ]/.test(char)) continue;
    let repeat = 1;
    if (char >= '0' && char <= '9') {
      repeat = Number(char);
      for (;;) {
        if (at >= text.length) throw struct.error('repeat count given without format specifier');
        char = text[at++]!;
        if (char < '0' || char > '9') break;
        repeat = repeat * 10 + Number(char);
        if (repeat > SSIZE_MAX) throw struct.error('total struct size too long');
      }
    }
    const itemSize = Object.hasOwn(sizes, char) ? sizes[char]! : 0;
    if (itemSize === 0) throw struct.error('bad char in struct format');
    if (isNative) {
      const alignment = char === 'F' || char === 'D' ? itemSize / 2 : itemSize;
      size = Math.ceil(size / alignment) * alignment;
    }
    if (char === 's' || char === 'p') {
      items.push({ code: char, kind: TEXT_ITEM, min: 0, end: 0, offset: size, size: repeat, repeat: 1 });
      length++;
    } else if (char !== 'x' && repeat > 0) {
      const kind = kindOf(char);
      const span = 2 ** (itemSize * 8);
      const min = kind === SIGNED_ITEM ? -span / 2 : 0;
      items.push({ code: char, kind, min, end: min + span, offset: size, size: itemSize, repeat });
      length += repeat;
    }
    size += repeat * itemSize;
    if (size > SSIZE_MAX) throw struct.error('total struct size too long');
  }
  return { text, items, length, size, isLittleEndian };
}
