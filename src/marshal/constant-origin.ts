/**
 * Where a constant came from, read back from the bytecode that uses it.
 *
 * Three facts that decide on the identity of strings do not show in the constants themselves: strings that were
 * identifiers in the source, a `%` made by folding a format, and the scopes that the compiler makes for annotations.
 */
import type { CodeObject } from '../code/code-object.ts';
import { parseLocationTable, type LocationRange } from '../code/location-table.ts';
import { CACHE_ENTRIES, op } from '../opcode/index.ts';

interface Instruction {
  readonly offset: number;
  readonly opcode: number;
  readonly oparg: number;
}

/** Instructions of a code object, without caches and prefixes. */
function* instructionsOf(code: Uint8Array): Generator<Instruction> {
  let prefix = 0;
  for (let offset = 0; offset + 1 < code.length; offset += 2) {
    const opcode = code[offset]!;
    const oparg = (prefix << 8) | code[offset + 1]!;
    if (opcode === op.EXTENDED_ARG) {
      prefix = oparg;
      continue;
    }
    yield { offset, opcode, oparg };
    prefix = 0;
    offset += 2 * (CACHE_ENTRIES[opcode] ?? 0);
  }
}

/**
 * Indices of constants whose strings are identifiers of the source: keyword names, from-lists, attribute names of
 * class patterns and of `__static_attributes__`, names of type parameters.
 */
export function findIdentifierConstants(code: CodeObject): Set<number> {
  const found = new Set<number>();
  let loaded = -1;
  for (const { opcode, oparg } of instructionsOf(code.co_code)) {
    if (opcode === op.LOAD_CONST) {
      loaded = oparg;
      continue;
    }
    if (loaded >= 0) {
      const isNames =
        opcode === op.CALL_KW ||
        opcode === op.IMPORT_NAME ||
        opcode === op.MATCH_CLASS ||
        opcode === op.CALL_INTRINSIC_1 ||
        (opcode === op.STORE_NAME && code.co_names[oparg] === '__static_attributes__');
      if (isNames) found.add(loaded);
    }
    loaded = -1;
  }
  return found;
}

function isSameLocation(a: LocationRange | undefined, b: LocationRange | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.line === b.line && a.endLine === b.endLine && a.column === b.column && a.endColumn === b.endColumn;
}

/**
 * Index of a constant `'%'` that stems from folding `'…%%…' % x`, or -1. Such a string is a new object, where all other
 * strings of one character are singletons. The compiler gives it no location, so it has the one of the instruction
 * before it, while the text between the fields of an f-string has its own.
 *
 * @cpython Python/ast_preprocess.c parse_literal (3.14)
 */
export function findFreshPercent(code: CodeObject): number {
  const percent = code.co_consts.indexOf('%');
  if (percent < 0) return -1;
  const locations = parseLocationTable(code.co_linetable, code.co_firstlineno);
  let range = 0;
  const locationAt = (offset: number): LocationRange | undefined => {
    while (range < locations.length && locations[range]!.end <= offset) range++;
    return locations[range];
  };
  let previous: LocationRange | undefined;
  for (const { offset, opcode, oparg } of instructionsOf(code.co_code)) {
    const location = locationAt(offset);
    if (opcode === op.LOAD_CONST && oparg === percent) return isSameLocation(previous, location) ? percent : -1;
    previous = location;
  }
  return -1;
}

/**
 * Whether this is an `__annotate__` function made by the compiler: it gives its parameter another name when it is done,
 * in a tuple of its own. It begins by refusing the formats it does not know.
 *
 * @cpython Python/codegen.c codegen_leave_annotations_scope (3.14)
 */
export function isAnnotateScope(code: CodeObject): boolean {
  if (code.co_name !== '__annotate__' || code.co_localsplusnames[0] !== 'format') return false;
  let count = 0;
  for (const { opcode } of instructionsOf(code.co_code)) {
    if (opcode === op.LOAD_COMMON_CONSTANT) return true;
    if (++count > 12) break;
  }
  return false;
}
