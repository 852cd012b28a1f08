/** Disassembly of CPython 3.14 bytecode, as `dis` prints it. */
export { codeInfo, prettyFlags } from './code-info.ts';
export { DisassemblyError } from './constant-text.ts';
export { disassemble, type DisassembleOptions } from './disassemble.ts';
export { unpackInstructions, type Instruction } from './instructions.ts';
