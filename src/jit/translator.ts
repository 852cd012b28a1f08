/**
 * Translates one block at a time: keeps what is known of every place, the statements so far, guards and exits.
 *
 * Instructions are in `operations.ts` and the files beside it. Each begins with `begin`, which remembers the state before it:
 * a guard that fails and an exception both find the frame as it was before the instruction.
 */
import { None, PyFloat, type Value } from '../objects/core/index.ts';
import type { PyCode } from '../objects/function/index.ts';
import {
  boxed,
  placeValue,
  shapeOf,
  UNBOUND,
  type AbstractValue,
  type PlaceShape,
  type Shape,
} from './abstract-value.ts';
import type { Profile } from './profile.ts';

/** Where compiled code may be left, and what the frame is like there. */
export interface Site {
  readonly ip: number;
  /** Depth of the stack before the instruction, and after what a call takes from it. */
  readonly depth: number;
  readonly after: number;
  /** The instruction calls `__init__`; the instance follows the stack. */
  readonly isInit: boolean;
}

/** What translation needs to know of the world; see compilation.ts. */
export interface Surroundings {
  readonly code: PyCode;
  readonly profile: Profile | null;
  readonly isLoopEntry: boolean;
  /** Module code whose names are globals. */
  readonly isModule: boolean;
  /** Guards call `stress()`, which now and then says that they fail. */
  readonly isStressed: boolean;
  /** Whether guesses may still be made at an instruction: too many were wrong otherwise. */
  mayGuess(at: number): boolean;
  /** Whether code is left where the profile has nothing, to be compiled anew once it has. */
  readonly mayLeaveUnseen: boolean;
  /** The cell that follows a global or builtin; `undefined` when it is not that simple. */
  globalCell(name: string): { readonly value: Value | undefined } | undefined;
  /** The cell that follows a name in a module's dict. */
  moduleCell(module: Value, name: string): { readonly value: Value | undefined } | undefined;
}

/** Where control goes at the end of a block. */
export interface Edge {
  readonly target: number;
  readonly state: readonly AbstractValue[];
  readonly before: readonly string[];
}

export type Ending =
  | { readonly kind: 'left' }
  | { readonly kind: 'jump'; readonly edge: Edge }
  | { readonly kind: 'branch'; readonly condition: string; readonly yes: Edge; readonly no: Edge };

/** Constants and sites of one compiled function, shared by its blocks. */
export class Tables {
  readonly constants: unknown[] = [];
  readonly sites: Site[] = [];
  /** Text of the frame's values by site, for the catch block. */
  readonly caught = new Map<string, number[]>();
  private readonly names = new Map<unknown, string>();
  private readonly siteIndex = new Map<string, number>();
  temporaries = 0;

  constant(value: unknown): string {
    let name = this.names.get(value);
    if (name === undefined) {
      name = `k${this.constants.length}`;
      this.constants.push(value);
      this.names.set(value, name);
    }
    return name;
  }

  site(site: Site, text: string): number {
    const key = `${site.ip},${site.depth},${site.after},${site.isInit}:${text}`;
    let index = this.siteIndex.get(key);
    if (index === undefined) {
      index = this.sites.length;
      this.sites.push(site);
      this.siteIndex.set(key, index);
    }
    return index;
  }

  noteCaught(index: number, text: string): void {
    const found = this.caught.get(text);
    if (found === undefined) this.caught.set(text, [index]);
    else if (!found.includes(index)) found.push(index);
  }
}

export class Translator {
  readonly around: Surroundings;
  readonly tables: Tables;
  readonly code: PyCode;
  /** Locals, then the stack. */
  places: AbstractValue[];
  lines: string[] = [];
  at = 0;
  ending: Ending | null = null;
  private before: AbstractValue[] = [];
  private temporaryCount = 0;
  /** Facts about heap objects that hold until Python code may run. */
  private facts = new Set<string>();

  constructor(around: Surroundings, tables: Tables, shape: Shape) {
    this.around = around;
    this.tables = tables;
    this.code = around.code;
    this.places = shape.map((place: PlaceShape, i) => placeValue(i, place));
  }

  get depth(): number {
    return this.places.length - this.code.nlocalsplus;
  }

  /** Starts an instruction. */
  begin(at: number): void {
    this.at = at;
    this.before = this.places.slice();
  }

  push(value: AbstractValue): void {
    this.places.push(value);
  }

  pop(): AbstractValue {
    return this.places.pop() ?? UNBOUND;
  }

  /** The value that is `n` below the top. */
  top(n = 0): AbstractValue {
    return this.places[this.places.length - 1 - n] ?? UNBOUND;
  }

  temporary(): string {
    const index = this.temporaryCount++;
    if (index >= this.tables.temporaries) this.tables.temporaries = index + 1;
    return `t${index}`;
  }

  line(text: string): void {
    this.lines.push(text);
  }

  /** A temporary with the value of an expression. */
  set(expression: string): string {
    const name = this.temporary();
    this.line(`${name} = ${expression};`);
    return name;
  }

  pushAny(expression: string): void {
    this.push({ kind: 'any', code: this.set(expression) });
  }

  /** Pushes the value of an expression that may raise. */
  pushAnyThrowing(expression: string): void {
    this.throwing();
    this.pushAny(expression);
  }

  constant(value: unknown): string {
    return this.tables.constant(value);
  }

  /** An abstract value for a constant. */
  literal(value: Value): AbstractValue {
    switch (typeof value) {
      case 'number':
        return { kind: 'int', code: value < 0 ? `(${value})` : String(value), bound: Math.abs(value) };
      case 'boolean':
        return { kind: 'bool', code: String(value) };
      case 'string':
        return { kind: 'str', code: this.constant(value) };
      case 'bigint':
        return { kind: 'any', code: this.constant(value) };
      default:
        if (value === None) return { kind: 'none', code: 'None' };
        if (value instanceof PyFloat && Object.getPrototypeOf(value) === PyFloat.prototype) {
          const number = value.value;
          const isPlain = Number.isFinite(number) && !Object.is(number, -0);
          return {
            kind: 'float',
            code: isPlain ? (number < 0 ? `(${number})` : String(number)) : this.constant(number),
            extra: this.constant(value),
          };
        }
        return { kind: 'any', code: this.constant(value), expected: value };
    }
  }

  private frameText(places: readonly AbstractValue[], instance: string | null): string {
    const values = places.map(boxed);
    if (instance !== null) values.push(instance);
    return `[${values.join(', ')}]`;
  }

  private siteHere(after: number, instance: string | null, text: string): number {
    const depth = this.before.length - this.code.nlocalsplus;
    return this.tables.site({ ip: this.at, depth, after, isInit: instance !== null }, text);
  }

  /** A statement that leaves because a guess was wrong. */
  fail(): string {
    const text = this.frameText(this.before, null);
    return `{ ip = -1; return failed(${this.siteHere(0, null, '')}, self, ${text}); }`;
  }

  /** A statement that goes on in the interpreter with this instruction, as planned. */
  leaveHere(): string {
    const text = this.frameText(this.before, null);
    return `{ ip = -1; return left(${this.siteHere(0, null, '')}, self, ${text}); }`;
  }

  /** Ends the block here: the interpreter goes on. */
  leave(isFailure = false): void {
    this.line(isFailure ? this.fail() : this.leaveHere());
    this.ending = { kind: 'left' };
  }

  /** Whether the instruction was never run while types were noted. */
  get isUnseen(): boolean {
    const { profile, mayLeaveUnseen } = this.around;
    return mayLeaveUnseen && profile !== null && profile.kinds(this.at, 0) === 0;
  }

  /** Ends the block here, where the interpreter has never been. */
  leaveUnseen(): void {
    const text = this.frameText(this.before, null);
    this.line(`{ ip = -1; return unseen(${this.siteHere(0, null, '')}, self, ${text}); }`);
    this.ending = { kind: 'left' };
  }

  /** Leaves when the condition holds. */
  guard(condition: string): void {
    this.line(`if (${condition}${this.around.isStressed ? ' || stress()' : ''}) ${this.fail()}`);
  }

  get mayGuess(): boolean {
    return this.around.mayGuess(this.at);
  }

  kinds(operand: number): number {
    return this.around.profile === null ? 0 : this.around.profile.kinds(this.at, operand);
  }

  /**
   * To be called before a statement that may raise or run Python code.
   *
   * @param taken how many places of the stack a call takes, @param instance the object whose `__init__` is called
   */
  throwing(taken = 0, instance: string | null = null): void {
    const text = this.frameText(this.before, instance);
    const depth = this.before.length - this.code.nlocalsplus;
    const site = this.siteHere(depth - taken, instance, text);
    this.tables.noteCaught(site, text);
    this.line(this.around.isLoopEntry ? `ip = ${site}; self.ip = ${this.at + 1};` : `ip = ${site};`);
    this.facts.clear();
  }

  /** An expression that may raise, in a temporary. */
  throwingSet(expression: string): string {
    this.throwing();
    return this.set(expression);
  }

  hasFact(fact: string): boolean {
    return this.facts.has(fact);
  }

  addFact(fact: string): void {
    this.facts.add(fact);
  }

  /** Something about the value of an expression has become known: so it is wherever it stands. */
  refine(code: string, value: AbstractValue): void {
    for (let i = 0; i < this.places.length; i++) {
      const place = this.places[i]!;
      if (place.code === code && place.kind === 'any') this.places[i] = value;
    }
  }

  edge(target: number, before: readonly string[] = [], state: readonly AbstractValue[] = this.places): Edge {
    return { target, state: state.slice(), before };
  }

  jump(target: number): void {
    this.ending = { kind: 'jump', edge: this.edge(target) };
  }
}

/** The shape of a state. */
export function shapeOfState(state: readonly AbstractValue[]): Shape {
  return state.map(shapeOf);
}
