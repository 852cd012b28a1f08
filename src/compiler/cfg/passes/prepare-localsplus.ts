/**
 * Lays out the fast locals, cells and free variables in one array: inserts the instructions that set them up at the
 * start, and renumbers the cell and free variables from their own numbering to that of the array. A parameter that is
 * also a cell keeps the parameter's place.
 *
 * @cpython Python/flowgraph.c prepare_localsplus (3.14)
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from '../../../code/code-object.ts';
import { op } from '../../../opcode/index.ts';
import { Location, NO_LOCATION } from '../../location.ts';
import type { CompileUnitMetadata } from '../../instruction-sequence.ts';
import { Instruction } from '../flow-graph.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Returns the length of the array of locals. */
export function prepareLocalsplus(graph: FlowGraph, metadata: CompileUnitMetadata, codeFlags: number): number {
  const nlocals = metadata.u_varnames.size;
  const ncells = metadata.u_cellvars.size;
  const nfree = metadata.u_freevars.size;
  const places = placesOfCells(metadata);
  insertPrefixInstructions(graph.entry, metadata, places, codeFlags);
  const dropped = closeGaps(places, nlocals);
  if (places.length > 0) fixCellOffsets(graph, places);
  return nlocals + ncells + nfree - dropped;
}

/**
 * Place by number of cell or free variable, with gaps where a cell is a local.
 *
 * @cpython Python/flowgraph.c build_cellfixedoffsets (3.14)
 */
function placesOfCells(metadata: CompileUnitMetadata): Int32Array {
  const nlocals = metadata.u_varnames.size;
  const places = new Int32Array(metadata.u_cellvars.size + metadata.u_freevars.size);
  for (let i = 0; i < places.length; i++) places[i] = nlocals + i;
  for (const [name, cell] of metadata.u_cellvars) {
    const local = metadata.u_varnames.get(name);
    if (local !== undefined) places[cell] = local;
  }
  return places;
}

/** @cpython Python/flowgraph.c insert_prefix_instructions (3.14) */
function insertPrefixInstructions(
  entry: BasicBlock,
  metadata: CompileUnitMetadata,
  places: Int32Array,
  codeFlags: number,
): void {
  if ((codeFlags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) {
    // RETURN_GENERATOR pushes on the frame that is left; the value that POP_TOP drops is sent by the first resumption.
    const line = metadata.u_firstlineno;
    const loc = new Location(line, line, -1, -1);
    entry.insert(0, new Instruction(op.RETURN_GENERATOR, 0, loc));
    entry.insert(1, new Instruction(op.POP_TOP, 0, loc));
  }
  const ncells = metadata.u_cellvars.size;
  if (ncells > 0) {
    const cells: number[] = [];
    for (let cell = 0; cell < ncells; cell++) cells.push(cell);
    cells.sort((a, b) => places[a]! - places[b]!);
    for (let i = 0; i < ncells; i++) entry.insert(i, new Instruction(op.MAKE_CELL, cells[i]!, NO_LOCATION));
  }
  if (metadata.u_freevars.size > 0)
    entry.insert(0, new Instruction(op.COPY_FREE_VARS, metadata.u_freevars.size, NO_LOCATION));
}

/** Moves places down over the gaps; returns how many there were. */
function closeGaps(places: Int32Array, nlocals: number): number {
  let dropped = 0;
  for (let i = 0; i < places.length; i++) {
    if (places[i] === i + nlocals) places[i] = places[i]! - dropped;
    else dropped++;
  }
  return dropped;
}

/** @cpython Python/flowgraph.c fix_cell_offsets (3.14) */
function fixCellOffsets(graph: FlowGraph, places: Int32Array): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      switch (instruction.opcode) {
        case op.MAKE_CELL:
        case op.LOAD_CLOSURE:
        case op.LOAD_DEREF:
        case op.STORE_DEREF:
        case op.DELETE_DEREF:
        case op.LOAD_FROM_DICT_OR_DEREF:
          instruction.oparg = places[instruction.oparg]!;
          break;
      }
    }
  }
}
