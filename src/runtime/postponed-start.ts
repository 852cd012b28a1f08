/**
 * A start that is put off until the program needs it.
 *
 * Bringing up importlib, `encodings` and `site` runs thousands of lines of Python that a program without imports never
 * uses. Where nothing in the surroundings of the process can make it matter when they run, they run on first need. Until
 * then the names that would show it are withheld from their namespaces, so that looking for them is the need: whoever does
 * not find a name there, shows a namespace as a whole, changes a module or imports asks `Interpreter.finishStart` first.
 * The work is done as at the start: without the frames, the exception in hand and the limits of the program.
 */
import { NEVER_WARM, thread, type PyDict, type Value } from '../objects/core/index.ts';

/** What a namespace did not show: its keys in order, and the values of those that were taken out. */
interface Withheld {
  readonly dict: PyDict;
  readonly order: readonly Value[];
  readonly values: ReadonlyMap<Value, Value>;
  readonly names: ReadonlySet<string>;
}

export class PostponedStart {
  private readonly work: () => void;
  private readonly startLimit: number;
  private readonly withheld: Withheld[] = [];
  private readonly followers: (() => void)[] = [];

  /** @param startLimit recursion limit for the work */
  constructor(work: () => void, startLimit: number) {
    this.work = work;
    this.startLimit = startLimit;
  }

  /** Takes names out of a namespace until the start is finished. */
  withhold(dict: PyDict, names: readonly string[]): void {
    const order = [...dict.keys()];
    const values = new Map<Value, Value>();
    for (const name of names) {
      const value = dict.deleteStr(name);
      if (value !== undefined) values.set(name, value);
    }
    this.withheld.push({ dict, order, values, names: new Set(names) });
  }

  /** Whether the name will be in that namespace once the start is finished. */
  withholds(dict: PyDict, name: string): boolean {
    for (const each of this.withheld) if (each.dict === dict) return each.names.has(name);
    return false;
  }

  /** What to do right after the start, in the order of the calls. */
  follow(action: () => void): void {
    this.followers.push(action);
  }

  /** Does all of it. @throws what the work throws */
  run(): void {
    const t = thread;
    const {
      currentFrame,
      handledException,
      recursionDepth,
      recursionLimit,
      nativeDepth,
      workUntilWarm,
      compiledAt,
      runsCompiled,
    } = t;
    t.currentFrame = null;
    t.handledException = null;
    t.recursionDepth = 0;
    t.recursionLimit = Math.max(recursionLimit, this.startLimit);
    t.nativeDepth = 0;
    t.compiledAt = -1;
    t.runsCompiled = false;
    t.workUntilWarm = NEVER_WARM;
    try {
      const own = this.withheld.flatMap(restore);
      this.work();
      for (const action of this.followers) action();
      for (const [dict, key, value] of own) dict.set(key, value);
    } finally {
      t.currentFrame = currentFrame;
      t.handledException = handledException;
      t.recursionDepth = recursionDepth;
      t.recursionLimit = recursionLimit;
      t.nativeDepth = nativeDepth;
      t.compiledAt = compiledAt;
      t.runsCompiled = runsCompiled;
      t.workUntilWarm = workUntilWarm;
    }
  }
}

/** Puts the names back in their places. @returns those that the program has meanwhile set itself, with its values */
function restore({ dict, order, values }: Withheld): [PyDict, Value, Value][] {
  const now = new Map(dict.entries());
  const own = [...values.keys()].filter((key) => now.has(key));
  const result = own.map((key): [PyDict, Value, Value] => [dict, key, now.get(key)!]);
  dict.clear();
  for (const key of order) {
    const value = now.get(key) ?? values.get(key);
    if (value !== undefined) dict.set(key, value);
    now.delete(key);
  }
  for (const [key, value] of now) dict.set(key, value);
  return result;
}
