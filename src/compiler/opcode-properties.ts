/**
 * Properties of opcodes that the compiler asks for, as tables indexed by opcode.
 *
 * @cpython Include/internal/pycore_opcode_metadata.h, pycore_opcode_utils.h (3.14)
 */
import { OPCODES } from '../opcode/python-3.14.generated.ts';

const HAS_ARG = 1;
const HAS_TARGET = 2;

const properties: Uint8Array = makeProperties();

function makeProperties(): Uint8Array {
  const table = new Uint8Array(512);
  for (const { opcode, flags } of OPCODES) {
    let bits = 0;
    if (flags.includes('a')) bits |= HAS_ARG;
    if (flags.includes('j') || flags.includes('e')) bits |= HAS_TARGET;
    table[opcode] = bits;
  }
  return table;
}

/** True when an instruction's oparg is a label: jumps and the exception block setups. */
export function hasTarget(opcode: number): boolean {
  return (properties[opcode]! & HAS_TARGET) !== 0;
}

/** True when an instruction has an argument. */
export function hasArgument(opcode: number): boolean {
  return (properties[opcode]! & HAS_ARG) !== 0;
}
