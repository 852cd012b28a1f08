/**
 * Constants of a code unit, numbered, and the cache that makes equal constants of a whole compilation one object.
 *
 * Two constants are the same when type and value are: `0`, `0.0`, `-0.0`, `False` and `0j` are five constants, inside
 * tuples too. Code objects are compared by value: a `finally` body is generated twice and its lambdas are shared.
 *
 * @cpython Objects/codeobject.c _PyCode_ConstantKey (3.14), Python/compile.c merge_consts_recursive (3.14)
 */
import { FrozenSetConstant, TupleConstant } from '../base/constant.ts';
import type { CodeObject, Constant } from '../code/code-object.ts';

/** A value that is equal, as a `Map` key, for equal constants only. Strings have their own map. */
type ConstantKey = string | number | bigint | boolean | null | object;

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

/** @cpython Objects/codeobject.c code_richcompare (3.14) */
function sameCode(a: CodeObject, b: CodeObject, cache: ConstantCache): boolean {
  return (
    a.co_name === b.co_name &&
    a.co_argcount === b.co_argcount &&
    a.co_posonlyargcount === b.co_posonlyargcount &&
    a.co_kwonlyargcount === b.co_kwonlyargcount &&
    a.co_flags === b.co_flags &&
    a.co_firstlineno === b.co_firstlineno &&
    sameBytes(a.co_linetable, b.co_linetable) &&
    sameBytes(a.co_code, b.co_code) &&
    sameBytes(a.co_exceptiontable, b.co_exceptiontable) &&
    sameNames(a.co_names, b.co_names) &&
    sameNames(a.co_localsplusnames, b.co_localsplusnames) &&
    a.co_consts.length === b.co_consts.length &&
    a.co_consts.every((constant, i) => Object.is(cache.key(constant), cache.key(b.co_consts[i]!)))
  );
}

/** One object for each constant of a compilation (a module with everything nested in it). */
export class ConstantCache {
  private readonly canonical = new Map<ConstantKey, Constant>();
  private readonly codesByLine = new Map<number, CodeObject[]>();
  private readonly canonicalCodes = new Map<CodeObject, CodeObject>();
  private readonly objectIds = new Map<object, number>();

  /** The first code object equal to this one. */
  private canonicalCode(code: CodeObject): CodeObject {
    const known = this.canonicalCodes.get(code);
    if (known !== undefined) return known;
    let canonical = code;
    const sameLine = this.codesByLine.get(code.co_firstlineno);
    if (sameLine === undefined) {
      this.codesByLine.set(code.co_firstlineno, [code]);
    } else {
      const twin = sameLine.find((other) => sameCode(code, other, this));
      if (twin !== undefined) canonical = twin;
      else sameLine.push(code);
    }
    this.canonicalCodes.set(code, canonical);
    return canonical;
  }

  /** The key of a constant: equal (as `Map` keys are) for equal constants. Text keys start with their type's letter. */
  key(constant: Constant): ConstantKey {
    if (typeof constant === 'string') return 's' + constant;
    if (constant === null || typeof constant !== 'object') return constant;
    switch (constant.kind) {
      case 'float':
        // Not a number is not equal to itself: only the same object is the same constant.
        return Number.isNaN(constant.value) ? constant : 'f' + floatKey(constant.value);
      case 'complex':
        if (Number.isNaN(constant.real) || Number.isNaN(constant.imag)) return constant;
        return 'c' + floatKey(constant.real) + ',' + floatKey(constant.imag);
      case 'bytes':
        return 'b' + constant.bytes.join();
      case 'wide':
        return 'w' + constant.codePoints.join();
      case 'tuple':
        return '(' + this.itemKeys(constant.items).join('') + ')';
      case 'frozenset':
        return '{' + this.itemKeys(constant.items).sort().join('') + '}';
      case 'slice':
        return '[' + this.itemKeys([constant.start, constant.stop, constant.step]).join('') + ']';
      case 'code':
        return this.canonicalCode(constant);
      case 'ellipsis':
        return constant;
    }
  }

  /** The keys of items as text, each with its length, so that they can be joined. */
  private itemKeys(items: readonly Constant[]): string[] {
    return items.map((item) => {
      const key = this.key(item);
      let part: string;
      if (typeof key === 'string') part = key;
      else if (typeof key === 'object' && key !== null) part = 'o' + this.objectId(key);
      else part = 'v' + String(key);
      return part.length + ':' + part;
    });
  }

  private objectId(object: object): number {
    let id = this.objectIds.get(object);
    if (id === undefined) {
      id = this.objectIds.size;
      this.objectIds.set(object, id);
    }
    return id;
  }

  /** The one object that stands for this constant. */
  merge(constant: Constant): Constant {
    if (constant === null || typeof constant !== 'object') return constant;
    const key = this.key(constant);
    const known = this.canonical.get(key);
    if (known !== undefined) return known;
    let merged: Constant = constant;
    if (constant.kind === 'tuple') {
      const items = this.mergeItems(constant.items);
      if (items !== null) merged = new TupleConstant(items);
    } else if (constant.kind === 'frozenset') {
      const items = this.mergeItems(constant.items);
      if (items !== null) merged = new FrozenSetConstant(items);
    } else if (constant.kind === 'code') merged = key as CodeObject;
    this.canonical.set(key, merged);
    return merged;
  }

  /** The items' canonical objects, or null if they are that already. */
  private mergeItems(items: readonly Constant[]): Constant[] | null {
    const merged = items.map((item) => this.merge(item));
    return merged.some((item, i) => item !== items[i]) ? merged : null;
  }
}

/** The constants of one code unit in the order in which they were first used. */
export class ConstantTable {
  readonly values: Constant[] = [];
  private readonly cache: ConstantCache;
  private readonly strings = new Map<string, number>();
  private readonly others = new Map<ConstantKey, number>();

  constructor(cache: ConstantCache) {
    this.cache = cache;
  }

  /** The index of a constant, which is appended if there is no equal one. */
  add(constant: Constant): number {
    if (typeof constant === 'string') {
      let index = this.strings.get(constant);
      if (index === undefined) {
        index = this.values.length;
        this.strings.set(constant, index);
        this.values.push(constant);
      }
      return index;
    }
    const key = this.cache.key(constant);
    let index = this.others.get(key);
    if (index === undefined) {
      index = this.values.length;
      this.others.set(key, index);
      this.values.push(this.cache.merge(constant));
    }
    return index;
  }
}
