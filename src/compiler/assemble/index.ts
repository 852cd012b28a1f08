/**
 * From the instruction sequence of a code unit to its code object: flow graph, passes, bytes.
 *
 * @cpython Python/compile.c optimize_and_assemble_code_unit (3.14), Python/assemble.c _PyAssemble_MakeCodeObject (3.14)
 */
import { CO_VARARGS, CO_VARKEYWORDS, CodeObject } from '../../code/code-object.ts';
import type { Constant } from '../../code/code-object.ts';
import { buildFlowGraph, lowerCodeUnit, optimizeCodeUnit } from '../cfg/index.ts';
import { translateJumpLabelsToTargets } from '../cfg/passes/translate-jump-labels-to-targets.ts';
import type { CfgObserver, FlowGraph, FrameSize } from '../cfg/index.ts';
import type { Instruction, BasicBlock } from '../cfg/flow-graph.ts';
import type { CompileUnitMetadata, InstructionSequence } from '../instruction-sequence.ts';
import { emitCode, emitExceptionTable, emitLocationTable } from './emit-tables.ts';
import { computeLocalsplus } from './localsplus.ts';
import { resolveJumpOffsets, resolveUnconditionalJumps } from './resolve-jumps.ts';

/** Optimizes and assembles one code unit. Its constants are taken from `metadata.u_consts`, which may grow. */
export function optimizeAndAssemble(
  metadata: CompileUnitMetadata,
  sequence: InstructionSequence,
  codeFlags: number,
  filename: string,
  observe?: CfgObserver,
): CodeObject {
  const graph = buildFlowGraph(sequence);
  const nlocals = metadata.u_varnames.size;
  const constants = optimizeCodeUnit(graph, metadata.u_consts, nlocals, parameterCount(metadata, codeFlags), observe);
  const frame = lowerCodeUnit(graph, metadata, codeFlags, observe);
  return makeCodeObject(metadata, graph, frame, constants, codeFlags, filename);
}

/**
 * Assembles instructions as they are, without the optimizing passes; for tests of the assembler.
 *
 * @cpython Python/compile.c _PyCompile_Assemble (3.14)
 */
export function assembleSequence(
  metadata: CompileUnitMetadata,
  sequence: InstructionSequence,
  filename: string,
): CodeObject {
  const graph = buildFlowGraph(sequence);
  translateJumpLabelsToTargets(graph);
  const frame = lowerCodeUnit(graph, metadata, 0);
  return makeCodeObject(metadata, graph, frame, metadata.u_consts.values, 0, filename);
}

function parameterCount(metadata: CompileUnitMetadata, codeFlags: number): number {
  return (
    metadata.u_posonlyargcount +
    metadata.u_argcount +
    metadata.u_kwonlyargcount +
    ((codeFlags & CO_VARARGS) !== 0 ? 1 : 0) +
    ((codeFlags & CO_VARKEYWORDS) !== 0 ? 1 : 0)
  );
}

/** All instructions in order; sets `firstIndex` of the blocks. */
function flatten(graph: FlowGraph): Instruction[] {
  const instructions: Instruction[] = [];
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.firstIndex = instructions.length;
    for (let i = 0; i < block.used; i++) instructions.push(block.instructions[i]!);
  }
  return instructions;
}

function makeCodeObject(
  metadata: CompileUnitMetadata,
  graph: FlowGraph,
  frame: FrameSize,
  constants: readonly Constant[],
  codeFlags: number,
  filename: string,
): CodeObject {
  const instructions = flatten(graph);
  resolveUnconditionalJumps(instructions);
  const codeUnits = resolveJumpOffsets(instructions);
  const localsplus = computeLocalsplus(metadata, codeFlags, frame.nlocalsplus);
  return new CodeObject({
    co_argcount: metadata.u_posonlyargcount + metadata.u_argcount,
    co_posonlyargcount: metadata.u_posonlyargcount,
    co_kwonlyargcount: metadata.u_kwonlyargcount,
    // A frame has room for one value at least, also where only a bare `raise` is run.
    co_stacksize: Math.max(frame.stackDepth, 1),
    co_flags: codeFlags,
    co_code: emitCode(instructions, codeUnits),
    co_consts: constants,
    co_names: Array.from(metadata.u_names.keys()),
    co_localsplusnames: localsplus.names,
    co_localspluskinds: localsplus.kinds,
    co_filename: filename,
    co_name: metadata.u_name,
    co_qualname: metadata.u_qualname,
    co_firstlineno: metadata.u_firstlineno,
    co_linetable: emitLocationTable(instructions, metadata.u_firstlineno),
    co_exceptiontable: emitExceptionTable(instructions, codeUnits),
  });
}
