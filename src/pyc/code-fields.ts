/** The fields of a code object of any version, as text and as data, in the order that people read them. */
import { localsOf, pythonOf, type AnyCode, type AnyConstant } from '../code/foreign-code.ts';
import { ConstantText, describeBytecode, prettyFlags, type DescribedBytecode } from '../dis/index.ts';

/** First versions that have a field. */
const POSITIONAL_ONLY_SINCE = 308;
const KEYWORD_ONLY_SINCE = 300;
const STACK_SIZE_SINCE = 105;
const QUALNAME_SINCE = 311;
const EXCEPTION_TABLE_SINCE = 311;
const FREE_VARIABLES_SINCE = 201;

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The name of a table of lines, which changed. */
export function lineTableName(python: number): 'co_lnotab' | 'co_linetable' {
  return python >= 310 ? 'co_linetable' : 'co_lnotab';
}

/**
 * All fields that a code object's own version has, in order.
 *
 * @param constants shows constants; one for all of a module keeps the text of all of them within bounds
 * @throws DisassemblyError when the text would be absurdly long
 */
export function codeFields(
  code: AnyCode,
  constants = new ConstantText(pythonOf(code)),
): [name: string, value: number | string | readonly string[]][] {
  const python = pythonOf(code);
  const all: [since: number, name: string, value: number | string | readonly string[]][] = [
    [0, 'co_name', code.co_name],
    [QUALNAME_SINCE, 'co_qualname', code.co_qualname],
    [0, 'co_filename', code.co_filename],
    [STACK_SIZE_SINCE, 'co_firstlineno', code.co_firstlineno],
    [103, 'co_argcount', code.co_argcount],
    [POSITIONAL_ONLY_SINCE, 'co_posonlyargcount', code.co_posonlyargcount],
    [KEYWORD_ONLY_SINCE, 'co_kwonlyargcount', code.co_kwonlyargcount],
    [103, 'co_nlocals', localsOf(code)],
    [STACK_SIZE_SINCE, 'co_stacksize', code.co_stacksize],
    [103, 'co_flags', `0x${code.co_flags.toString(16)} (${prettyFlags(code.co_flags)})`],
    [0, 'co_consts', code.co_consts.map((constant: AnyConstant) => constants.repr(constant))],
    [0, 'co_names', code.co_names],
    [103, 'co_varnames', code.co_varnames],
    [FREE_VARIABLES_SINCE, 'co_cellvars', code.co_cellvars],
    [FREE_VARIABLES_SINCE, 'co_freevars', code.co_freevars],
    [0, 'co_code', hex(code.co_code)],
    [STACK_SIZE_SINCE, lineTableName(python), hex(code.co_linetable)],
    [EXCEPTION_TABLE_SINCE, 'co_exceptiontable', hex(code.co_exceptiontable)],
  ];
  return all.filter(([since]) => python >= since).map(([, name, value]) => [name, value]);
}

/** Codes that one listing may go through: a small hostile file can hold one many times over. */
const MAX_CODES = 200_000;

/** A code object and those nested in it, each once, in the order of the constants, with its path of names. */
export function walkCodes(code: AnyCode): { readonly code: AnyCode; readonly path: string; readonly depth: number }[] {
  const found: { code: AnyCode; path: string; depth: number }[] = [];
  const seen = new Set<AnyCode>([code]);
  const pending = [{ code, path: code.co_name, depth: 0 }];
  for (let next = pending.pop(); next !== undefined && found.length < MAX_CODES; next = pending.pop()) {
    found.push(next);
    const { path, depth } = next;
    const nested: typeof pending = [];
    for (const constant of next.code.co_consts) {
      if (constant === null || typeof constant !== 'object') continue;
      if ((constant.kind !== 'code' && constant.kind !== 'foreign-code') || seen.has(constant)) continue;
      seen.add(constant);
      nested.push({
        code: constant,
        path: depth === 0 ? constant.co_name : `${path}.${constant.co_name}`,
        depth: depth + 1,
      });
    }
    pending.push(...nested.reverse());
  }
  return found;
}

/** A code object with its bytecode, as data fit for JSON. @throws DisassemblyError */
export function codeData(
  code: AnyCode,
  constants = new ConstantText(pythonOf(code)),
): Record<string, unknown> & DescribedBytecode {
  return { ...Object.fromEntries(codeFields(code, constants)), ...describeBytecode(code, constants) };
}
