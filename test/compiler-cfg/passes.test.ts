// Pass tests: `passes/*.txt` hold a purpose, settings, the code that goes in and the graph that comes out after a pass.
// `UPDATE_PASS_TESTS=1 npx vitest run test/compiler-cfg/passes.test.ts` rewrites the outputs.
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Constant } from '../../src/code/code-object.ts';
import {
  CFG_PASSES,
  dumpFlowGraph,
  lowerCodeUnit,
  optimizeCodeUnit,
  verifyFlowGraph,
} from '../../src/compiler/cfg/index.ts';
import type { CfgObserver, CfgPass } from '../../src/compiler/cfg/index.ts';
import type { CompileUnitMetadata } from '../../src/compiler/instruction-sequence.ts';
import { hasTarget } from '../../src/opcode/index.ts';
import { graphOf, opcodeNamed } from './instruction-list.ts';
import type { ListedInstruction } from './instruction-list.ts';

const FOLDER = path.join(import.meta.dirname, 'passes');
const isUpdating = process.env['UPDATE_PASS_TESTS'] === '1';

interface PassTest {
  readonly head: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly code: string;
  readonly output: string;
}

/** A file has three parts with lines `---` between them: comments and settings, code, output. */
function readPassTest(text: string): PassTest {
  const [head, code, output = ''] = text.split(/^---\n/m);
  const settings = new Map<string, string>();
  for (const line of head!.split('\n')) {
    const match = /^(\w+): *(.*)$/.exec(line);
    if (match) settings.set(match[1]!, match[2]!);
  }
  return { head: head!, settings, code: code!, output };
}

function constantOf(text: string): Constant {
  const names: Readonly<Record<string, Constant>> = { None: null, True: true, False: false };
  return text in names ? names[text]! : (JSON.parse(text) as number | string);
}

/** Lines are `label:` and `line NAME [oparg or label]`, where the line is a number or `--`. */
function readCode(code: string): ListedInstruction[] {
  const labels = new Map<string, number>();
  const rows: string[][] = [];
  for (const line of code.split('\n')) {
    const words = line.trim().split(/ +/);
    if (words[0] === '') continue;
    if (words[0]!.endsWith(':')) labels.set(words[0]!.slice(0, -1), rows.length);
    else rows.push(words);
  }
  return rows.map(([line, name, argument = '0']): ListedInstruction => {
    const oparg = hasTarget(opcodeNamed(name!)) ? labels.get(argument)! : Number(argument);
    return line === '--' ? [name!, oparg, -1, -1, -1, -1] : [name!, oparg, Number(line), Number(line), 0, 1];
  });
}

function run(test: PassTest): string {
  const nlocals = Number(test.settings.get('locals') ?? 0);
  const constants = (test.settings.get('constants') ?? 'None').split(/, */).map(constantOf);
  const list = { instructions: readCode(test.code), constants: [], nlocals };
  const [graph, table] = graphOf(list, constants);
  const pass = test.settings.get('pass') as CfgPass;
  expect(CFG_PASSES).toContain(pass);
  let output = '';
  const observe: CfgObserver = (name, observed) => {
    const isNormalized = CFG_PASSES.indexOf(name) >= CFG_PASSES.indexOf('normalizeJumps');
    verifyFlowGraph(observed, name, { hasTargets: name !== 'build', isNormalized });
    if (name === pass) output = dumpFlowGraph(observed);
  };
  const names = (count: number): Map<string, number> =>
    new Map(Array.from({ length: count }, (_, i): [string, number] => [`v${i}`, i]));
  const metadata: CompileUnitMetadata = {
    u_name: 'f',
    u_qualname: 'f',
    u_consts: table,
    u_names: names(10),
    u_varnames: names(nlocals),
    u_cellvars: new Map(),
    u_freevars: new Map(),
    u_fasthidden: new Map(),
    u_argcount: 0,
    u_posonlyargcount: 0,
    u_kwonlyargcount: 0,
    u_firstlineno: 1,
  };
  optimizeCodeUnit(graph, table, nlocals, Number(test.settings.get('parameters') ?? 0), observe);
  lowerCodeUnit(graph, metadata, 0, observe);
  return output;
}

for (const file of fs.readdirSync(FOLDER).sort()) {
  it(file, () => {
    const test = readPassTest(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
    const output = run(test);
    if (isUpdating) fs.writeFileSync(path.join(FOLDER, file), `${test.head}---\n${test.code}---\n${output}`);
    else expect(output).toBe(test.output);
  });
}
