/** Symbol tables and instruction sequences as text, for looking at them. */
import { OPCODES } from '../opcode/python-3.14.generated.ts';
import * as flags from '../symtable/index.ts';
import type { CompileUnitMetadata, InstructionSequence } from './instruction-sequence.ts';
import { hasTarget } from '../opcode/index.ts';

const BLOCK_NAMES = ['function', 'class', 'module', 'annotation', 'type alias', 'type parameters', 'type variable'];
const SCOPE_NAMES = ['', 'local', 'global explicit', 'global implicit', 'free', 'cell'];
const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [flags.DEF_GLOBAL, 'global'],
  [flags.DEF_LOCAL, 'assigned'],
  [flags.DEF_PARAM, 'parameter'],
  [flags.DEF_NONLOCAL, 'nonlocal'],
  [flags.USE, 'used'],
  [flags.DEF_FREE_CLASS, 'free in class'],
  [flags.DEF_IMPORT, 'imported'],
  [flags.DEF_ANNOT, 'annotated'],
  [flags.DEF_COMP_ITER, 'comprehension target'],
  [flags.DEF_TYPE_PARAM, 'type parameter'],
  [flags.DEF_COMP_CELL, 'comprehension cell'],
];

function dumpEntry(entry: flags.SymtableEntry, indent: string): string {
  let text = `${indent}${BLOCK_NAMES[entry.type]} ${entry.name}, line ${entry.range.lineno}\n`;
  for (const [name, symbol] of entry.symbols) {
    const facts = FLAG_NAMES.filter(([flag]) => symbol & flag).map(([, label]) => label);
    text += `${indent}  ${name}: ${SCOPE_NAMES[flags.symbolToScope(symbol)]} (${facts.join(', ')})\n`;
  }
  for (const child of entry.children) text += dumpEntry(child, indent + '    ');
  return text;
}

/** Symbol tables, a line for each block and each name. */
export function dumpSymtable(symtable: flags.Symtable): string {
  return dumpEntry(symtable.top, '');
}

/** Instructions with their lines; jump targets are labels, `L3:`. */
export function dumpInstructionSequence(metadata: CompileUnitMetadata, sequence: InstructionSequence): string {
  const names = new Map(OPCODES.map(({ opcode, name, flags: opcodeFlags }) => [opcode, { name, opcodeFlags }]));
  const labels = new Map<number, number[]>();
  sequence.labelMap?.forEach((position, label) => {
    if (position >= 0) labels.set(position, [...(labels.get(position) ?? []), label]);
  });
  let text = `${metadata.u_qualname}:\n`;
  let line = 0;
  sequence.instructions.forEach(({ opcode, oparg, loc }, i) => {
    for (const label of labels.get(i) ?? []) text += `  L${label}:\n`;
    const known = names.get(opcode);
    const lineText = loc.lineno === line ? '' : String(loc.lineno);
    line = loc.lineno;
    const hasArgument = known?.opcodeFlags.includes('a') ?? false;
    const argument = hasTarget(opcode) ? `L${oparg}` : hasArgument ? String(oparg) : '';
    text += `${lineText.padStart(6)}  ${(known?.name ?? String(opcode)).padEnd(26)} ${argument}`.trimEnd() + '\n';
  });
  for (const label of labels.get(sequence.instructions.length) ?? []) text += `  L${label}:\n`;
  return text;
}
