/** Instruction lists as plain data, made into graphs here and into the oracle's instruction sequences there. */
import * as base from '../../src/base/constant.ts';
import type { Constant } from '../../src/code/code-object.ts';
import { buildFlowGraph, optimizeCodeUnit, verifyFlowGraph } from '../../src/compiler/cfg/index.ts';
import type { CfgObserver, FlowGraph } from '../../src/compiler/cfg/index.ts';
import type { BasicBlock } from '../../src/compiler/cfg/flow-graph.ts';
import { calculateStackDepth } from '../../src/compiler/cfg/passes/calculate-stack-depth.ts';
import { optimizeLoadFast } from '../../src/compiler/cfg/passes/optimize-load-fast.ts';
import { ConstantCache, ConstantTable } from '../../src/compiler/constant-table.ts';
import { InstructionSequence, Location, NO_LOCATION } from '../../src/compiler/instruction-sequence.ts';
import { hasArg, hasTarget, OPCODES } from '../../src/opcode/index.ts';
import { runInOracle } from '../support/oracle.mjs';

/** Opcode name, oparg (for jumps the index of the target), location. */
export type ListedInstruction = [
  name: string,
  oparg: number,
  line: number,
  endLine: number,
  column: number,
  end: number,
];

/** Constants are given as Python expressions. */
export interface InstructionList {
  readonly instructions: readonly ListedInstruction[];
  readonly constants: readonly string[];
  readonly nlocals: number;
}

/** What an optimizer made: lines such as `LOAD_CONST (1, 2) @3,3,0,4`. */
export type Optimized = string[];

const OPCODE_BY_NAME = new Map(OPCODES.map(({ name, opcode }) => [name, opcode]));
const NAME_BY_OPCODE = new Map(OPCODES.map(({ name, opcode }) => [opcode, name]));

export function opcodeNamed(name: string): number {
  const opcode = OPCODE_BY_NAME.get(name);
  if (opcode === undefined) throw new Error(`no opcode ${name}`);
  return opcode;
}

const PYTHON_HELPERS = `
import struct

def is_number(value):
    return isinstance(value, (int, float, complex))

def show(value):
    """Text that tells all constants apart, type by type and bit by bit."""
    if isinstance(value, float):
        return 'f' + (struct.pack('>d', value).hex() if value == value else 'nan')
    if isinstance(value, complex):
        return 'c(%s,%s)' % (show(value.real), show(value.imag))
    if isinstance(value, str):
        return 's' + ','.join(str(ord(char)) for char in value)
    if isinstance(value, bytes):
        return 'b' + value.hex()
    if isinstance(value, tuple):
        return '(' + ' '.join(map(show, value)) + ')'
    if isinstance(value, frozenset):
        return '{' + ' '.join(sorted(map(show, value))) + '}'
    if isinstance(value, slice):
        return 'slice' + show((value.start, value.stop, value.step))
    return repr(value)

def data(value):
    """A constant as tagged data for the host."""
    if value is None or isinstance(value, bool): return ['none' if value is None else 'bool', value]
    if value is ...: return ['ellipsis']
    if isinstance(value, int): return ['int', str(value)]
    if isinstance(value, float): return ['float', value]
    if isinstance(value, complex): return ['complex', value.real, value.imag]
    if isinstance(value, str): return ['str', [ord(char) for char in value]]
    if isinstance(value, bytes): return ['bytes', list(value)]
    if isinstance(value, tuple): return ['tuple', [data(item) for item in value]]
    if isinstance(value, slice): return ['slice', [data(value.start), data(value.stop), data(value.step)]]
    if isinstance(value, frozenset): return ['frozenset', [data(item) for item in value]]
    raise TypeError(value)
`;

/** Optimizes lists in the oracle. */
export async function optimizeInOracle(lists: readonly InstructionList[]): Promise<Optimized[]> {
  const requests = lists.map(({ instructions, constants, nlocals }) => ({
    instructions: instructions.map(([name, ...rest]) => [opcodeNamed(name), hasTarget(opcodeNamed(name)), ...rest]),
    constants,
    nlocals,
  }));
  const results: [(number | string | null)[]][] = await runInOracle(
    `${PYTHON_HELPERS}
import _testinternalcapi, opcode

def optimize(request):
    sequence = _testinternalcapi.new_instruction_sequence()
    labels = {}
    for op, has_target, arg, *_ in request['instructions']:
        if has_target and arg not in labels:
            labels[arg] = sequence.new_label()
    for i, (op, has_target, arg, line, end_line, column, end_column) in enumerate(request['instructions']):
        if i in labels:
            sequence.use_label(labels[i])
        sequence.addop(op, labels[arg] if has_target else arg, line, end_line, column, end_column)
    constants = [eval(text) for text in request['constants']]
    optimized = _testinternalcapi.optimize_cfg(sequence, constants, request['nlocals'])
    return [[op, show(constants[arg]) if op == opcode.opmap['LOAD_CONST'] else arg, *location]
            for op, arg, *location in optimized.get_instructions()]
[optimize(request) for request in requests]
`,
    { requests },
  );
  return results.map((instructions) =>
    instructions.map(([opcode, oparg, ...location]) => {
      const name = NAME_BY_OPCODE.get(opcode as number)!;
      return `${name} ${oparg ?? ''} @${location.join()}`;
    }),
  );
}

/** The constants that Python expressions stand for, evaluated by the oracle. */
export async function constantsFromOracle(expressions: readonly string[]): Promise<Constant[]> {
  const tagged: Tagged[] = await runInOracle(`${PYTHON_HELPERS}\n[data(eval(text)) for text in expressions]`, {
    expressions,
  });
  return tagged.map(fromTagged);
}

type Tagged = [tag: string, ...rest: unknown[]];

function fromTagged([tag, first, second]: Tagged): Constant {
  switch (tag) {
    case 'none':
      return null;
    case 'bool':
      return first as boolean;
    case 'ellipsis':
      return base.ELLIPSIS;
    case 'int':
      return base.normalizeInt(BigInt(first as string));
    case 'float':
      return new base.FloatConstant(first as number);
    case 'complex':
      return new base.ComplexConstant(first as number, second as number);
    case 'str':
      return base.textFromCodePoints(Uint32Array.from(first as number[]));
    case 'bytes':
      return new base.BytesConstant(Uint8Array.from(first as number[]));
    case 'tuple':
      return new base.TupleConstant<Constant>((first as Tagged[]).map(fromTagged));
    case 'frozenset':
      return new base.FrozenSetConstant<Constant>((first as Tagged[]).map(fromTagged));
    case 'slice': {
      const [start, stop, step] = (first as Tagged[]).map(fromTagged);
      return new base.SliceConstant<Constant>(start!, stop!, step!);
    }
    default:
      throw new Error(tag);
  }
}

function hex(value: number): string {
  if (Number.isNaN(value)) return 'fnan';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return 'f' + view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** The same text as the oracle's `show`. */
export function show(constant: Constant): string {
  if (constant === null) return 'None';
  switch (typeof constant) {
    case 'boolean':
      return constant ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(constant);
    case 'string':
      return 's' + Array.from({ length: constant.length }, (_, i) => constant.charCodeAt(i)).join();
  }
  switch (constant.kind) {
    case 'ellipsis':
      return 'Ellipsis';
    case 'wide':
      return 's' + constant.codePoints.join();
    case 'float':
      return hex(constant.value);
    case 'complex':
      return `c(${hex(constant.real)},${hex(constant.imag)})`;
    case 'bytes':
      return 'b' + Array.from(constant.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'tuple':
      return `(${constant.items.map(show).join(' ')})`;
    case 'frozenset':
      return `{${constant.items.map(show).sort().join(' ')}}`;
    case 'slice':
      return `slice(${[constant.start, constant.stop, constant.step].map(show).join(' ')})`;
    case 'code':
      return `<code ${constant.co_name}>`;
  }
}

/** A graph of the list, with its constants. */
export function graphOf(list: InstructionList, constants: readonly Constant[]): [FlowGraph, ConstantTable] {
  const sequence = new InstructionSequence();
  for (const [name, oparg, line, endLine, column, end] of list.instructions) {
    const loc = line === -1 ? NO_LOCATION : new Location(line, endLine, column, end);
    sequence.addOp(opcodeNamed(name), oparg, loc);
  }
  const table = new ConstantTable(new ConstantCache());
  for (const constant of constants) table.add(constant);
  return [buildFlowGraph(sequence), table];
}

const verify: CfgObserver = (pass, graph) =>
  verifyFlowGraph(graph, pass, { hasTargets: pass !== 'build', isNormalized: false });

/** Optimizes a list here, and checks the graph after each pass. */
export function optimizeHere(list: InstructionList, constants: readonly Constant[]): Optimized {
  const [graph, table] = graphOf(list, constants);
  const used = optimizeCodeUnit(graph, table, list.nlocals, 0, verify);
  calculateStackDepth(graph);
  optimizeLoadFast(graph);
  return listed(graph, used);
}

function listed(graph: FlowGraph, constants: readonly Constant[]): Optimized {
  let index = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.firstIndex = index;
    index += block.used;
  }
  const lines: string[] = [];
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (const { opcode, oparg, target, loc } of block.instructions.slice(0, block.used)) {
      const name = NAME_BY_OPCODE.get(opcode)!;
      const argument = hasTarget(opcode) ? target!.firstIndex : hasArg(opcode) ? oparg : '';
      const location = [loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset].join();
      lines.push(`${name} ${name === 'LOAD_CONST' ? show(constants[oparg]!) : argument} @${location}`);
    }
  }
  return lines;
}
