/** Disassembly of every CPython's bytecode, as its own `dis` prints it. */
export { codeInfo, prettyFlags } from './code-info.ts';
export { ConstantText } from './constant-text.ts';
export { describeBytecode, type DescribedBytecode, type DescribedInstruction } from './describe.ts';
export { DisassemblyError } from './disassembly-error.ts';
export { disassemble, type DisassembleOptions } from './disassemble.ts';
export { unpackInstructions, type Instruction } from './instructions.ts';
