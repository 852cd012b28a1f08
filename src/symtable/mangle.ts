/** Private names: `__x` in class `C` is `_C__x`. */
import type { SymtableEntry } from './symtable-entry.ts';

/**
 * The name under which `name` is known inside class `privateName` (null outside of classes).
 *
 * @cpython Python/symtable.c _Py_Mangle (3.14)
 */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || name.charCodeAt(0) !== 95 || name.charCodeAt(1) !== 95) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  let start = 0;
  while (privateName.charCodeAt(start) === 95) start++;
  if (start === privateName.length) return name;
  return '_' + privateName.slice(start) + name;
}

/**
 * Like `mangle`; in the type parameter scope of a class only the type parameters are mangled.
 *
 * @cpython Python/symtable.c _Py_MaybeMangle (3.14)
 */
export function maybeMangle(privateName: string | null, entry: SymtableEntry, name: string): string {
  if (privateName === null) return name;
  if (entry.mangledNames !== null && !entry.mangledNames.has(name)) return name;
  return mangle(privateName, name);
}
