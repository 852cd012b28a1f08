/**
 * Random instruction lists that keep the stack in order, as a compiler's do: expressions, assignments, branches, loops,
 * handlers. The same seed gives the same list.
 */
import type { InstructionList, ListedInstruction } from './instruction-list.ts';

const CONSTANTS = [
  ...['None', 'True', 'False', '...', '0', '1', '2', '3', '255', '256', '-1', '-7', '10**20', '2**64', '-(2**70)'],
  ...['1.5', '-0.0', '0.0', '-2.5', '1e308', 'float("inf")', '2j', '1+2j', '""', '"a"', '"spam"', '"h\\U0001F600x"'],
  ...['b""', 'b"xy"', '()', '(1, 2)', '(1, (2, "x"))', 'slice(1, None)', 'slice(None, None, -1)', '("a",)*100'],
];

/** `/` and `**` of floats and complex numbers are left to the tests of folding, where their last bits are looked at. */
const BINARY_OPARGS = [0, 1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 26];

interface LoopLabels {
  readonly top: number;
  readonly end: number;
}

/** A random list for a seed. */
export function randomInstructionList(seed: number): InstructionList {
  return new RandomCode(seed).make();
}

class RandomCode {
  private state: number;
  private readonly code: [name: string, oparg: number, isLabel: boolean, location: [number, number, number, number]][] =
    [];
  private readonly positions = new Map<number, number>();
  private labels = 0;
  private line = 1;
  private readonly constants: string[] = [];
  private readonly nlocals: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761) >>> 0 || 1;
    this.nlocals = this.pick([1, 2, 3, 6, 20, 70]);
    for (let n = 1 + this.below(10); n > 0; n--) this.constantIndex(this.pick(CONSTANTS));
  }

  make(): InstructionList {
    this.emit('RESUME', 0);
    this.block(0, null);
    this.block(0, null);
    this.emit('LOAD_CONST', this.constantIndex('None'));
    this.emit('RETURN_VALUE', 0);
    const instructions = this.code.map(([name, oparg, isLabel, location]): ListedInstruction => {
      return [name, isLabel ? this.positions.get(oparg)! : oparg, ...location];
    });
    return { instructions, constants: this.constants, nlocals: this.nlocals };
  }

  /** Uniform in [0, 1): xorshift32. */
  private random(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return this.state / 2 ** 32;
  }

  private below(n: number): number {
    return Math.floor(this.random() * n);
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  private location(): [number, number, number, number] {
    if (this.chance(0.12)) return [-1, -1, -1, -1];
    if (this.chance(0.3)) this.line += this.below(3);
    if (this.chance(0.03)) this.line = Math.max(1, this.line - 2);
    const column = this.below(130);
    return [this.line, this.line + (this.chance(0.05) ? 1 : 0), column, column + this.below(20)];
  }

  private emit(name: string, oparg = 0): void {
    this.code.push([name, oparg, false, this.location()]);
  }

  private jump(name: string, label: number): void {
    this.code.push([name, label, true, this.location()]);
  }

  private newLabel(): number {
    return this.labels++;
  }

  private use(label: number): void {
    this.positions.set(label, this.code.length);
  }

  private constantIndex(text: string): number {
    const index = this.constants.indexOf(text);
    return index < 0 ? this.constants.push(text) - 1 : index;
  }

  private local(): number {
    return this.below(this.nlocals);
  }

  private constant(): void {
    if (this.chance(0.15)) this.emit('LOAD_SMALL_INT', this.below(256));
    else this.emit('LOAD_CONST', this.below(this.constants.length));
  }

  private constantOr(probability: number, depth: number): void {
    if (this.chance(probability)) this.constant();
    else this.expression(depth);
  }

  private expression(depth: number): void {
    const r = this.random();
    if (depth > 3 || r < 0.25) this.constant();
    else if (r < 0.45) this.emit('LOAD_FAST', this.local());
    else if (r < 0.5) {
      this.emit('LOAD_GLOBAL', this.below(6) * 2);
      this.emit('PUSH_NULL');
      this.emit('CALL', 0);
    } else if (r < 0.6) {
      this.expression(depth + 1);
      this.expression(depth + 1);
      this.emit('BINARY_OP', this.pick(BINARY_OPARGS));
    } else if (r < 0.66) {
      this.expression(depth + 1);
      this.emit(this.pick(['UNARY_NOT', 'UNARY_NEGATIVE', 'UNARY_INVERT', 'TO_BOOL', 'NOP']));
    } else if (r < 0.73) this.display(depth);
    else if (r < 0.8) {
      this.expression(depth + 1);
      this.expression(depth + 1);
      this.emit(this.pick(['COMPARE_OP', 'IS_OP', 'CONTAINS_OP']), this.below(2));
      if (this.chance(0.5)) this.emit('TO_BOOL');
      if (this.chance(0.3)) this.emit('UNARY_NOT');
    } else if (r < 0.86) {
      const end = this.newLabel();
      this.expression(depth + 1);
      for (let n = 1 + this.below(2); n > 0; n--) {
        this.jump(this.pick(['JUMP_IF_FALSE', 'JUMP_IF_TRUE']), end);
        this.emit('POP_TOP');
        this.expression(depth + 1);
      }
      this.use(end);
    } else if (r < 0.9) {
      const otherwise = this.newLabel();
      const end = this.newLabel();
      this.condition(otherwise, depth + 1);
      this.expression(depth + 1);
      this.jump('JUMP', end);
      this.use(otherwise);
      this.expression(depth + 1);
      this.use(end);
    } else if (r < 0.93) {
      this.expression(depth + 1);
      const oparg = this.below(6);
      this.emit('LOAD_ATTR', oparg);
      if ((oparg & 1) !== 0) this.emit('CALL', 0);
    } else if (r < 0.96) {
      this.expression(depth + 1);
      this.emit('COPY', 1);
      this.emit('SWAP', 2);
      this.emit('POP_TOP');
    } else this.emit('LOAD_FAST_AND_CLEAR', this.local());
  }

  private display(depth: number): void {
    if (this.chance(0.2)) {
      this.emit('BUILD_LIST', 0);
      for (let n = 1 + this.below(4); n > 0; n--) {
        this.constantOr(0.9, depth + 1);
        this.emit('LIST_APPEND', 1);
      }
      this.emit('CALL_INTRINSIC_1', 6);
      return;
    }
    const size = this.below(5);
    for (let n = size; n > 0; n--) this.constantOr(0.7, depth + 1);
    this.emit(this.pick(['BUILD_TUPLE', 'BUILD_LIST', 'BUILD_SET']), size);
    if (this.chance(0.2)) this.emit('CALL_INTRINSIC_1', 5);
  }

  private condition(target: number, depth: number): void {
    this.expression(depth);
    if (this.chance(0.2)) {
      this.emit('LOAD_CONST', this.constantIndex('None'));
      this.emit('IS_OP', this.below(2));
    }
    if (this.chance(0.4)) this.emit('TO_BOOL');
    const jumps = ['POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE', 'POP_JUMP_IF_NONE', 'POP_JUMP_IF_NOT_NONE'];
    this.jump(this.pick(jumps), target);
  }

  private block(depth: number, loop: LoopLabels | null): void {
    for (let n = 1 + this.below(4); n > 0; n--) this.statement(depth, loop);
  }

  private statement(depth: number, loop: LoopLabels | null): void {
    const r = this.random();
    if (r < 0.3) {
      this.expression(0);
      this.emit('STORE_FAST', this.local());
    } else if (r < 0.36) {
      this.expression(0);
      this.emit('POP_TOP');
    } else if (r < 0.46) this.branch(depth, loop);
    else if (r < 0.52 && depth < 3) this.whileLoop(depth);
    else if (r < 0.58 && depth < 3) this.forLoop(depth);
    else if (r < 0.62 && loop !== null) this.jump('JUMP', this.chance(0.5) ? loop.top : loop.end);
    else if (r < 0.67) {
      this.expression(0);
      if (this.chance(0.6)) this.emit('RETURN_VALUE');
      else this.emit('RAISE_VARARGS', 1);
    } else if (r < 0.72) this.swaps();
    else if (r < 0.75) this.emit('DELETE_FAST', this.local());
    else if (r < 0.78) this.emit('NOP');
    else if (r < 0.86 && depth < 3) this.tryExcept(depth);
    else {
      this.expression(0);
      this.expression(0);
      this.emit('STORE_ATTR', 1);
    }
  }

  private branch(depth: number, loop: LoopLabels | null): void {
    const otherwise = this.newLabel();
    this.condition(otherwise, 0);
    this.block(depth + 1, loop);
    if (this.chance(0.5)) {
      const end = this.newLabel();
      this.jump(this.pick(['JUMP', 'JUMP_NO_INTERRUPT']), end);
      this.use(otherwise);
      this.block(depth + 1, loop);
      this.use(end);
    } else this.use(otherwise);
  }

  private whileLoop(depth: number): void {
    const loop = { top: this.newLabel(), end: this.newLabel() };
    this.use(loop.top);
    this.condition(loop.end, 0);
    this.block(depth + 1, loop);
    this.jump('JUMP', loop.top);
    this.use(loop.end);
  }

  private forLoop(depth: number): void {
    const top = this.newLabel();
    const end = this.newLabel();
    this.expression(0);
    // Iterating over a long constant list is folded from 3.14.3 on only; the oracle may be older.
    if (this.code[this.code.length - 1]![0] === 'CALL_INTRINSIC_1') this.emit('NOP');
    this.emit('GET_ITER');
    this.use(top);
    this.jump('FOR_ITER', end);
    this.emit('STORE_FAST', this.local());
    this.block(depth + 1, null);
    this.jump('JUMP', top);
    this.use(end);
    this.emit('END_FOR');
    this.emit('POP_ITER');
  }

  private swaps(): void {
    const count = this.pick([1, 2, 3, 3, 4]);
    for (let n = count; n > 0; n--) this.expression(2);
    if (count > 1) {
      if (this.chance(0.6)) {
        this.emit('BUILD_TUPLE', count);
        this.emit('UNPACK_SEQUENCE', count);
      } else for (let n = 1 + this.below(3); n > 0; n--) this.emit('SWAP', 1 + this.below(count));
    }
    for (let n = count; n > 0; n--) {
      if (this.chance(0.3)) this.emit('POP_TOP');
      else this.emit(this.pick(['STORE_FAST', 'STORE_FAST', 'STORE_FAST_MAYBE_NULL']), this.local());
    }
  }

  private tryExcept(depth: number): void {
    const [handler, cleanup, otherwise, end] = [this.newLabel(), this.newLabel(), this.newLabel(), this.newLabel()];
    this.jump('SETUP_FINALLY', handler!);
    this.block(depth + 1, null);
    this.emit('POP_BLOCK');
    this.jump(this.pick(['JUMP', 'JUMP_NO_INTERRUPT']), end!);
    this.use(handler!);
    this.jump('SETUP_CLEANUP', cleanup!);
    this.emit('PUSH_EXC_INFO');
    this.emit('LOAD_GLOBAL', 2);
    this.emit('CHECK_EXC_MATCH');
    this.jump('POP_JUMP_IF_FALSE', otherwise!);
    if (this.chance(0.5)) this.emit('STORE_FAST', this.local());
    else this.emit('POP_TOP');
    this.block(depth + 1, null);
    this.emit('POP_BLOCK');
    this.emit('POP_EXCEPT');
    this.jump('JUMP_NO_INTERRUPT', end!);
    this.use(otherwise!);
    this.emit('RERAISE', 0);
    this.use(cleanup!);
    this.emit('COPY', 3);
    this.emit('POP_EXCEPT');
    this.emit('RERAISE', 1);
    this.use(end!);
  }
}
