/** The fields of a code object as text, the same as `dis.code_info` gives. @cpython Lib/dis.py _format_code_info (3.14) */
import { localsOf, pythonOf, type AnyCode } from '../code/foreign-code.ts';
import { ConstantText } from './constant-text.ts';

const FLAG_NAMES: Readonly<Record<number, string>> = {
  1: 'OPTIMIZED',
  2: 'NEWLOCALS',
  4: 'VARARGS',
  8: 'VARKEYWORDS',
  16: 'NESTED',
  32: 'GENERATOR',
  64: 'NOFREE',
  128: 'COROUTINE',
  256: 'ITERABLE_COROUTINE',
  512: 'ASYNC_GENERATOR',
  0x4000000: 'HAS_DOCSTRING',
  0x8000000: 'METHOD',
};

/** Names of the bits of `co_flags`; unknown ones as numbers. */
export function prettyFlags(flags: number): string {
  if (flags === 0) return '0x0';
  const names: string[] = [];
  for (let bit = 0; bit < 32; bit++) {
    const flag = 2 ** bit;
    if (Math.floor(flags / flag) % 2 === 1) names.push(FLAG_NAMES[flag] ?? `0x${flag.toString(16)}`);
  }
  return names.join(', ');
}

/** The fields of a code object; no newline at the end. @throws DisassemblyError */
export function codeInfo(code: AnyCode): string {
  const constants = new ConstantText(pythonOf(code));
  const lines = [
    `Name:              ${code.co_name}`,
    `Filename:          ${code.co_filename}`,
    `Argument count:    ${code.co_argcount}`,
    `Positional-only arguments: ${code.co_posonlyargcount}`,
    `Kw-only arguments: ${code.co_kwonlyargcount}`,
    `Number of locals:  ${localsOf(code)}`,
    `Stack size:        ${code.co_stacksize}`,
    `Flags:             ${prettyFlags(code.co_flags)}`,
  ];
  const list = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push(`${title}:`, ...items.map((item, i) => `${String(i).padStart(4)}: ${item}`));
  };
  list(
    'Constants',
    code.co_consts.map((constant) => constants.repr(constant)),
  );
  list('Names', code.co_names);
  list('Variable names', code.co_varnames);
  list('Free variables', code.co_freevars);
  list('Cell variables', code.co_cellvars);
  return lines.join('\n');
}
