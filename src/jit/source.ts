/**
 * The JavaScript source of a code object: finds the shape of every block's beginning, then prints all blocks.
 *
 * Only checked identifiers, numbers that were numbers and indices of constants get into the source: every name that the
 * code object brings is a constant (`k3`), or an attribute that `attributes.ts` has checked to be an identifier.
 */
import type { PyCode } from '../objects/function/index.ts';
import { joinPlaces, movesTo, sameShape, type AbstractValue, type PlaceShape, type Shape } from './abstract-value.ts';
import { asKind } from './arithmetic.ts';
import type { FlowGraph } from './flow-graph.ts';
import { HELPER_NAMES } from './helpers.ts';
import { translateBlock } from './operations.ts';
import { printStructured } from './structure.ts';
import { shapeOfState, Tables, Translator, type Edge, type Surroundings } from './translator.ts';

export interface Source {
  readonly text: string;
  readonly tables: Tables;
}

/** How often shapes are gone over before the code is given up. */
const MOST_ROUNDS = 2000;

/** Places of the frame at the entry, with the kinds that are expected there. */
export type EntryShape = readonly PlaceShape[];

class Writer {
  readonly lines: string[] = [];
  private indent = 2;
  line(text: string): void {
    if (text.startsWith('}')) this.indent--;
    this.lines.push('  '.repeat(Math.min(this.indent, 20)) + text);
    if (text.endsWith('{')) this.indent++;
  }
}

/** Assignments of one edge, in an order in which none overwrites what another still needs. */
function printMoves(state: readonly AbstractValue[], shape: Shape, line: (text: string) => void): void {
  const moves = state.flatMap((value, i) => movesTo(i, shape[i]!, value)).filter(([to, from]) => to !== from);
  const targets = new Set(moves.map(([to]) => to));
  const saved = new Map<string, string>();
  const done: [string, string][] = [];
  for (const [i, [to, from]] of moves.entries()) {
    const isNeeded = moves.some(([, other], j) => j > i && new RegExp(`\\b${to}\\b`).test(other));
    if (isNeeded && !saved.has(to)) saved.set(to, `m${saved.size}`);
    done.push([to, from]);
  }
  for (const [to, name] of saved) line(`${name} = ${to};`);
  const written = new Set<string>();
  for (const [to, from] of done) {
    const text = from.replace(/\b[vfbnex]\d+\b/g, (name) =>
      written.has(name) && targets.has(name) ? (saved.get(name) ?? name) : name,
    );
    line(`${to} = ${text};`);
    written.add(to);
  }
}

/** Shapes of all blocks' beginnings: the least that holds for all ways there. */
function findShapes(around: Surroundings, graph: FlowGraph, entry: Shape): Map<number, Shape> | undefined {
  const shapes = new Map<number, Shape>([[graph.entry, entry]]);
  const pending = new Set([graph.entry]);
  const scratch = new Tables();
  for (let round = 0; pending.size > 0; round++) {
    if (round > MOST_ROUNDS) return undefined;
    const start = [...pending].sort((a, b) => graph.blocks.get(a)!.order - graph.blocks.get(b)!.order)[0]!;
    pending.delete(start);
    const e = new Translator(around, scratch, shapes.get(start)!);
    translateBlock(e, graph.blocks.get(start)!);
    for (const edge of edgesOf(e)) {
      const found = shapeOfState(edge.state);
      const known = shapes.get(edge.target);
      if (known !== undefined && known.length !== found.length) return undefined;
      const joined = known === undefined ? found : known.map((place, i) => joinPlaces(place, found[i]!));
      if (known !== undefined && sameShape(known, joined)) continue;
      shapes.set(edge.target, joined);
      pending.add(edge.target);
    }
  }
  return shapes;
}

function edgesOf(e: Translator): readonly Edge[] {
  const { ending } = e;
  if (ending === null || ending.kind === 'left') return [];
  return ending.kind === 'jump' ? [ending.edge] : [ending.yes, ending.no];
}

function identifier(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : 'anonymous';
}

/**
 * Translates a code object from an entry on.
 *
 * @param expected kinds of what the frame holds at the entry
 * @param label names the source for tools
 */
export function makeSource(
  around: Surroundings,
  graph: FlowGraph,
  expected: EntryShape,
  label: string,
): Source | undefined {
  const { code, isLoopEntry } = around;
  const tables = new Tables();
  const writer = new Writer();
  // At the entry all places hold objects; checks of their kinds come first.
  const raw = new Translator(
    around,
    tables,
    expected.map((place) => ({ kind: place.kind === 'unbound' ? 'unbound' : 'any' })),
  );
  raw.begin(graph.entry);
  const checks: string[] = [];
  expected.forEach((place, i) => {
    if (place.kind === 'any' || place.kind === 'unbound') return;
    const known = asKind(raw, raw.places[i]!, place.kind);
    raw.places[i] = known;
  });
  for (const text of raw.lines)
    checks.push(isLoopEntry ? text.replace(/\{ ip = -1; return failed\(.*$/, 'return 2;') : text);
  const shapes = findShapes(around, graph, shapeOfState(raw.places));
  if (shapes === undefined) return undefined;
  const entryShape = shapes.get(graph.entry)!;
  printMoves(raw.places, entryShape, (text) => checks.push(text));
  for (const text of checks) writer.line(text);

  printStructured(graph, {
    line: (text) => writer.line(text),
    printBlock(block, go) {
      const shape = shapes.get(block.start);
      if (shape === undefined) return;
      const e = new Translator(around, tables, shape);
      translateBlock(e, block);
      for (const text of e.lines) writer.line(text);
      const follow = (edge: Edge): void => {
        for (const text of edge.before) writer.line(text);
        printMoves(edge.state, shapes.get(edge.target)!, (text) => writer.line(text));
        go(edge.target);
      };
      const ending = e.ending!;
      if (ending.kind === 'jump') follow(ending.edge);
      else if (ending.kind === 'branch') {
        writer.line(`if (${ending.condition}) {`);
        follow(ending.yes);
        writer.line('} else {');
        follow(ending.no);
        writer.line('}');
      }
    },
  });
  return { text: wrap(code, around, tables, writer.lines, label), tables };
}

function wrap(code: PyCode, around: Surroundings, tables: Tables, body: readonly string[], label: string): string {
  const text = body.join('\n');
  const used = new Set(text.match(/\b[vfbnextm]\d+\b/g) ?? []);
  const parameters = around.isLoopEntry ? [] : Array.from({ length: code.parameterCount }, (_, i) => `v${i}`);
  const declared = [...used].filter((name) => !parameters.includes(name)).sort();
  // With a prefix, as Python's names may be JavaScript's keywords.
  const name = `py_${identifier(code.name)}${around.isLoopEntry ? '_loop' : ''}`;
  const lines: string[] = [
    '(function (helpers, constants) {',
    "'use strict';",
    `const { ${HELPER_NAMES.join(', ')} } = helpers;`,
  ];
  if (tables.constants.length > 0)
    lines.push(`const ${tables.constants.map((_, i) => `k${i} = constants[${i}]`).join(', ')};`);
  const entry = around.isLoopEntry ? '' : parameters.map((parameter) => `, ${parameter}`).join('');
  lines.push(`return function ${name}(self${entry}) {`);
  if (around.isLoopEntry) {
    const loads = declared
      .filter((variable) => variable.startsWith('v'))
      .map((variable) => `${variable} = values[${variable.slice(1)}]`);
    lines.push('  const values = self.localsplus;');
    if (loads.length > 0) lines.push(`  let ${loads.join(', ')};`);
  } else {
    lines.push(
      '  if (t.recursionDepth >= t.compiledLimit || t.evalBreaker || self.globals !== globals || self.builtins !== builtins)',
      `    return interpret(self, [${parameters.join(', ')}]);`,
      '  t.recursionDepth++;',
    );
  }
  const rest = declared.filter((variable) => !around.isLoopEntry || !variable.startsWith('v'));
  lines.push(`  let ${['ip = -1', ...rest].join(', ')};`);
  const isCaught = tables.caught.size > 0;
  if (isCaught) lines.push('  try {');
  lines.push(text);
  if (isCaught) {
    lines.push('  } catch (error) {', '    let frame;', '    switch (ip) {');
    for (const [frame, sites] of tables.caught)
      lines.push(`    ${sites.map((site) => `case ${site}: `).join('')}frame = ${frame}; break;`);
    lines.push('    default: throw error;', '    }', '    return caught(error, ip, self, frame);', '  }');
  }
  lines.push('};', '})', `//# sourceURL=taipan-jit:${label}`);
  return lines.join('\n');
}
