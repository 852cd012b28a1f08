/**
 * When what is compiled: counts samples of running code, has types noted for a while, compiles calls and loops, and compiles
 * anew when guesses turn out wrong.
 */
import { InternalError } from '../base/assert.ts';
import {
  dictType,
  floatType,
  listType,
  thread,
  tupleType,
  warmUp,
  type JitHooks,
  type PyBaseException,
  type Value,
} from '../objects/core/index.ts';
import type { CompiledEntry, PyCode } from '../objects/function/index.ts';
import { PyFrame } from '../objects/frame/index.ts';
import { rangeIteratorType } from '../objects/range/index.ts';
import { op } from '../opcode/python-3.14.generated.ts';
import type { Kind, PlaceShape } from './abstract-value.ts';
import { callExits, loopExits, NOT_ENTERED, RAISED } from './activation.ts';
import { buildFlowGraph, type FlowGraph } from './flow-graph.ts';
import { helpersOf } from './helpers.ts';
import { NameCells } from './name-cells.ts';
import { BOOL, DICT, FLOAT, INT, isNoted, LIST, Profile, STR, TUPLE } from './profile.ts';
import { makeSource, type EntryShape } from './source.ts';
import { bodyOf } from './structure.ts';
import type { Surroundings } from './translator.ts';

export interface JitOptions {
  /** Samples after which types are noted, and after which code is compiled. */
  readonly profileAt: number;
  readonly compileAt: number;
  /** Every so many failed guesses of a code object it is compiled anew. */
  readonly failuresAllowed: number;
  /** How often one code object is compiled. */
  readonly compilationsAllowed: number;
  /** Told of each source; for `--dump=js`. */
  readonly onSource?: (source: string) => void;
  /** Failures of the compiler are thrown and not passed over. */
  readonly isStrict: boolean;
  /** Every so many guards fail as if the guess had been wrong; 0 for never. */
  readonly stressInterval: number;
}

export const DEFAULT_JIT_OPTIONS: JitOptions = {
  profileAt: 4,
  compileAt: 12,
  failuresAllowed: 5,
  compilationsAllowed: 24,
  isStrict: false,
  stressInterval: 0,
};

type LoopEntry = (frame: PyFrame) => number;
type Eval = (source: string) => unknown;

/** Functions of generators and coroutines have no compiled calls. */
const GENERATOR_FLAGS = 0x20 | 0x80 | 0x200;

/** What is known of one code object. */
class Compilation {
  profile: Profile | null = null;
  readonly failures = new Map<number, number>();
  failureCount = 0;
  compilations = 0;
  isCallTried = false;
  /** By instruction; null where the loop cannot be compiled. */
  readonly loops = new Map<number, LoopEntry | null>();
  readonly refusals = new Map<number, number>();
  /** Places whose kind at a loop was guessed wrong. */
  readonly mixedPlaces = new Set<string>();
}

export interface JitStatistics {
  calls: number;
  loops: number;
  failures: number;
  refused: number;
  milliseconds: number;
}

export class Jit implements JitHooks {
  readonly statistics: JitStatistics = { calls: 0, loops: 0, failures: 0, refused: 0, milliseconds: 0 };
  private readonly options: JitOptions;
  private readonly evaluate: Eval;
  private readonly cells = new NameCells();
  private helpers: Record<string, unknown> | null = null;
  private raised: PyBaseException | null = null;
  private count = 0;

  constructor(evaluate: Eval, options: JitOptions) {
    this.evaluate = evaluate;
    this.options = options;
  }

  profile(code: PyCode, instruction: number, stack: readonly (Value | undefined)[], sp: number): void {
    (code.compilation as Compilation | null)?.profile?.note(code, instruction, stack, sp);
  }

  sample(frame: PyFrame): PyBaseException | null {
    const { code } = frame;
    const t = thread;
    if (t.compiledLimit < 0 || t.traceFunction !== null || t.profileFunction !== null || t.monitoring !== null)
      return null;
    // The names of a class body, or of code that `exec` runs with a namespace of its own, are not looked at.
    if (frame.locals !== null && frame.locals !== frame.globals) return null;
    const { extra } = frame;
    if (extra !== null && (extra.isExposed || extra.trace !== null)) return null;
    const known = (code.compilation ??= new Compilation()) as Compilation;
    const heat = ++code.heat;
    if (heat < this.options.profileAt) return null;
    if (heat === this.options.profileAt) {
      known.profile ??= new Profile(code);
      code.startProfile(isNoted);
      return null;
    }
    if (heat < this.options.compileAt) return null;
    if (heat === this.options.compileAt) code.removeInstrumentation();
    if (!known.isCallTried && code.isOptimized && (code.flags & GENERATOR_FLAGS) === 0) {
      known.isCallTried = true;
      code.entry = this.compileCall(code, known, frame);
    }
    if (frame.ip === 0 || code.plainOps[frame.ip] === undefined) return null;
    return this.runLoop(code, known, frame);
  }

  private runLoop(code: PyCode, known: Compilation, frame: PyFrame): PyBaseException | null {
    const at = frame.ip;
    let loop = known.loops.get(at);
    if (loop === undefined) {
      if (known.compilations >= this.options.compilationsAllowed) return null;
      loop = this.compileLoop(code, known, frame);
      known.loops.set(at, loop);
    }
    if (loop === null) return null;
    const t = thread;
    const outer = t.compiledAt;
    t.compiledAt = t.nativeDepth;
    t.runsCompiled = true;
    try {
      switch (loop(frame)) {
        case RAISED: {
          const { raised } = this;
          this.raised = null;
          t.nextInterval = 1;
          return raised;
        }
        case NOT_ENTERED:
          this.refuse(known, at, frame);
          return null;
        default:
          // It is to be entered again soon.
          t.nextInterval = 1;
          return null;
      }
    } finally {
      t.compiledAt = outer;
      t.runsCompiled = false;
    }
  }

  /** What a frame holds is not what compiled loop code was made for. */
  private refuse(known: Compilation, at: number, frame: PyFrame): void {
    const count = (known.refusals.get(at) ?? 0) + 1;
    known.refusals.set(at, count);
    const expected = this.expectedAt.get(known.loops.get(at)!);
    expected?.forEach((place, i) => {
      if (place.kind !== 'any' && kindOf(frame.localsplus[i]) !== place.kind) known.mixedPlaces.add(`${at},${i}`);
    });
    known.loops.delete(at);
  }

  private readonly expectedAt = new WeakMap<LoopEntry, EntryShape>();

  private fail(known: Compilation, code: PyCode, ip: number, isUnseen: boolean): void {
    this.statistics.failures++;
    if (!isUnseen) known.failures.set(ip, (known.failures.get(ip) ?? 0) + 1);
    // What was not seen is seen soon: one more time may be chance, but not two.
    known.failureCount += isUnseen ? this.options.failuresAllowed / 2 : 1;
    if (known.failureCount < this.options.failuresAllowed) return;
    known.failureCount = 0;
    code.entry = null;
    known.loops.clear();
    known.isCallTried = known.compilations >= this.options.compilationsAllowed;
    if (known.isCallTried) return;
    // Types are noted from now on, so that the next call is seen from its beginning.
    code.heat = Math.min(code.heat, this.options.profileAt);
    known.profile ??= new Profile(code);
    code.startProfile(isNoted);
  }

  private surroundings(code: PyCode, known: Compilation, frame: PyFrame, isLoopEntry: boolean): Surroundings {
    const { globals, builtins } = frame;
    return {
      code,
      profile: known.profile,
      isLoopEntry,
      isModule: frame.locals === globals,
      isStressed: this.options.stressInterval > 0,
      mayGuess: (at) => this.options.stressInterval > 0 || !known.failures.has(at),
      mayLeaveUnseen: known.compilations <= this.options.compilationsAllowed / 2,
      globalCell: (name) => this.cells.global(globals, builtins, name),
      moduleCell: (module, name) => this.cells.module(module, name),
    };
  }

  private compileCall(code: PyCode, known: Compilation, frame: PyFrame): CompiledEntry | null {
    const profile = known.profile;
    const expected: PlaceShape[] = [];
    for (let i = 0; i < code.nlocalsplus; i++) {
      if (i >= code.parameterCount) expected.push({ kind: 'unbound' });
      else {
        const kind = known.failures.has(0) ? undefined : KINDS.get(profile?.parameters[i] ?? 0);
        expected.push({ kind: kind ?? 'any' });
      }
    }
    return this.compile(code, known, frame, 0, expected, false) as CompiledEntry | null;
  }

  private compileLoop(code: PyCode, known: Compilation, frame: PyFrame): LoopEntry | null {
    const at = frame.ip;
    const expected: PlaceShape[] = [];
    for (let i = 0; i < frame.sp; i++) {
      const kind = known.mixedPlaces.has(`${at},${i}`) ? 'any' : kindOf(frame.localsplus[i]);
      expected.push({ kind });
    }
    const loop = this.compile(code, known, frame, at, expected, true) as LoopEntry | null;
    if (loop !== null) this.expectedAt.set(loop, expected);
    return loop;
  }

  private compile(
    code: PyCode,
    known: Compilation,
    frame: PyFrame,
    at: number,
    expected: EntryShape,
    isLoopEntry: boolean,
  ): unknown {
    const start = performance.now();
    // The program is warm: there may be little left for the interpreter to do.
    if (known.compilations++ === 0) warmUp();
    try {
      const graph = buildFlowGraph(code, at);
      if (graph === undefined || (isLoopEntry && yields(code, graph))) {
        this.statistics.refused++;
        return null;
      }
      const label = `${++this.count}/${code.name.replace(/[^A-Za-z0-9_]/g, '_')}`;
      const source = makeSource(this.surroundings(code, known, frame, isLoopEntry), graph, expected, label);
      if (source === undefined) {
        this.statistics.refused++;
        return null;
      }
      this.options.onSource?.(source.text);
      const make = this.evaluate(source.text) as (helpers: object, constants: readonly unknown[]) => unknown;
      const { sites, constants } = source.tables;
      const onFailure = (ip: number, isUnseen: boolean): void => this.fail(known, code, ip, isUnseen);
      const onRaise = (error: PyBaseException): void => {
        this.raised = error;
      };
      const exits = isLoopEntry
        ? loopExits(code, sites, onFailure, onRaise)
        : callExits(code, sites, frame.globals, onFailure);
      const standIn = new PyFrame(code, [], frame.globals, frame.builtins, frame.locals, frame.func);
      if (isLoopEntry) this.statistics.loops++;
      else this.statistics.calls++;
      this.helpers ??= helpersOf();
      let passed = 0;
      const stress = (): boolean => ++passed % this.options.stressInterval === 0;
      return make(
        { ...this.helpers, stress, ...exits, globals: frame.globals, builtins: frame.builtins, standIn },
        constants,
      );
    } catch (error) {
      if (this.options.isStrict || error instanceof InternalError) throw error;
      this.statistics.refused++;
      return null;
    } finally {
      this.statistics.milliseconds += performance.now() - start;
    }
  }
}

const KINDS: ReadonlyMap<number, Kind> = new Map([
  [INT, 'int'],
  [FLOAT, 'float'],
  [BOOL, 'bool'],
  [STR, 'str'],
  [LIST, 'list'],
  [TUPLE, 'tuple'],
  [DICT, 'dict'],
]);

/** The kind of a value in a frame. */
function kindOf(value: Value | undefined): Kind {
  switch (typeof value) {
    case 'number':
      return 'int';
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'object': {
      const type = value.ob_type;
      if (type === floatType) return 'float';
      if (type === listType) return 'list';
      if (type === tupleType) return 'tuple';
      if (type === rangeIteratorType) return 'range-iterator';
      return type === dictType ? 'dict' : 'any';
    }
    default:
      return 'any';
  }
}

/** Whether the loop at the entry suspends its generator: then compiled code would be left at each turn. */
function yields(code: PyCode, graph: FlowGraph): boolean {
  const header = graph.blocks.get(graph.entry)!;
  if (!header.isLoopHeader) return true;
  for (const start of [...bodyOf(graph, header), ...graph.blocks.keys()]) {
    const block = graph.blocks.get(start)!;
    for (let at = block.start; at < block.end; at++) {
      const operation = code.plainOps[at];
      if (operation === op.YIELD_VALUE || operation === op.SEND) return true;
    }
  }
  return false;
}
