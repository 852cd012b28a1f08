/**
 * How two code objects differ, of the same version or not: field by field, with instructions and nested code objects
 * aligned.
 *
 * Instructions correspond when name and meaning are the same, and jumps when they go to the same label, so that a difference
 * at the beginning does not make all the rest differ.
 */
import { isCode, localsOf, pythonOf, type AnyCode, type AnyConstant } from '../code/foreign-code.ts';
import { ConstantText, describeBytecode, prettyFlags, type DescribedInstruction } from '../dis/index.ts';
import { align } from './align.ts';
import { lineTableName } from './code-fields.ts';

/** An instruction that one side has only, or a neighbour that both have. */
export interface InstructionChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly offset: number;
  readonly text: string;
}

/** One difference. */
export interface Difference {
  /** Names of the code objects from the outermost, as in `<module>.C.f`. */
  readonly path: string;
  /** A field such as `co_names`; `code` where a whole nested code object is on one side only. */
  readonly field: string;
  /** Values as text; `undefined` where there is none. */
  readonly a: string | undefined;
  readonly b: string | undefined;
  /** For `co_code`: what changed, in order, with a few neighbours. */
  readonly instructions?: readonly InstructionChange[];
}

export interface DiffOptions {
  /** Leaves `co_filename` alone. */
  readonly ignoreFilename?: boolean;
  /** Leaves line numbers and columns alone. */
  readonly ignoreLines?: boolean;
}

/** Instructions shown before and after a change. */
const CONTEXT = 2;
/** Code objects that one comparison goes through. */
const MAX_PAIRS = 100_000;

/** What must be the same for two instructions to correspond. */
function instructionKeys(instructions: readonly DescribedInstruction[]): string[] {
  const labels = new Map<number, number>();
  for (const { offset, isJumpTarget } of instructions) if (isJumpTarget) labels.set(offset, labels.size);
  return instructions.map(({ name, argument, meaning, target }) => {
    if (target !== null) return `${name} to ${labels.get(target) ?? target}`;
    // Addresses are made up, and which index a name has is another field's difference.
    if (meaning !== '') return `${name} ${meaning.replace(/ at 0x[0-9a-f]+/, '')}`;
    return argument === null ? name : `${name} ${argument}`;
  });
}

function instructionText({ name, argument, meaning }: DescribedInstruction): string {
  if (argument === null) return name;
  return meaning === '' ? `${name} ${argument}` : `${name} ${argument} (${meaning})`;
}

/** The changed instructions with their neighbours; empty where all correspond. */
function changesOf(a: AnyCode, b: AnyCode, textA: ConstantText, textB: ConstantText): InstructionChange[] {
  const left = describeBytecode(a, textA).instructions;
  const right = describeBytecode(b, textB).instructions;
  const runs = align(instructionKeys(left), instructionKeys(right));
  if (runs.every(({ kind }) => kind === 'same')) return [];
  const changes: InstructionChange[] = [];
  const show = (kind: InstructionChange['kind'], from: readonly DescribedInstruction[], start: number, end: number) => {
    for (const instruction of from.slice(start, end))
      changes.push({ kind, offset: instruction.offset, text: instructionText(instruction) });
  };
  for (const [i, run] of runs.entries()) {
    if (run.kind === 'removed') show('removed', left, run.a, run.a + run.length);
    else if (run.kind === 'added') show('added', right, run.b, run.b + run.length);
    else {
      const head = i === 0 ? 0 : Math.min(CONTEXT, run.length);
      const tail = i === runs.length - 1 ? 0 : Math.min(CONTEXT, run.length - head);
      show('same', left, run.a, run.a + head);
      show('same', left, run.a + run.length - tail, run.a + run.length);
    }
  }
  return changes;
}

function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Compares two code objects and what is nested in them. */
class Comparison {
  readonly differences: Difference[] = [];
  private readonly options: DiffOptions;
  private readonly constantsA: ConstantText;
  private readonly constantsB: ConstantText;
  private readonly isOneVersion: boolean;
  private readonly seen = new Map<AnyCode, Set<AnyCode>>();
  private pairs = 0;

  constructor(a: AnyCode, b: AnyCode, options: DiffOptions) {
    this.options = options;
    this.constantsA = new ConstantText(pythonOf(a), true);
    this.constantsB = new ConstantText(pythonOf(b), true);
    this.isOneVersion = pythonOf(a) === pythonOf(b);
  }

  private add(path: string, field: string, a: string | undefined, b: string | undefined): void {
    if (a !== b) this.differences.push({ path, field, a, b });
  }

  compare(a: AnyCode, b: AnyCode, path: string): void {
    if (this.seen.get(a)?.has(b) || this.pairs++ > MAX_PAIRS) return;
    this.seen.set(a, (this.seen.get(a) ?? new Set()).add(b));
    this.numbers(a, b, path);
    this.names(path, 'co_names', a.co_names, b.co_names);
    this.names(path, 'co_varnames', a.co_varnames, b.co_varnames);
    this.names(path, 'co_cellvars', a.co_cellvars, b.co_cellvars);
    this.names(path, 'co_freevars', a.co_freevars, b.co_freevars);
    this.constants(a, b, path);
    this.instructions(a, b, path);
    if (this.isOneVersion) this.tables(a, b, path);
    this.nested(a, b, path);
  }

  private numbers(a: AnyCode, b: AnyCode, path: string): void {
    const { ignoreFilename = false, ignoreLines = false } = this.options;
    this.add(path, 'co_name', a.co_name, b.co_name);
    if (this.isOneVersion) this.add(path, 'co_qualname', a.co_qualname, b.co_qualname);
    if (!ignoreFilename) this.add(path, 'co_filename', a.co_filename, b.co_filename);
    const numbers: [field: string, a: number, b: number][] = [
      ['co_argcount', a.co_argcount, b.co_argcount],
      ['co_posonlyargcount', a.co_posonlyargcount, b.co_posonlyargcount],
      ['co_kwonlyargcount', a.co_kwonlyargcount, b.co_kwonlyargcount],
      ['co_nlocals', localsOf(a), localsOf(b)],
      ['co_stacksize', a.co_stacksize, b.co_stacksize],
    ];
    if (!ignoreLines) numbers.push(['co_firstlineno', a.co_firstlineno, b.co_firstlineno]);
    for (const [field, left, right] of numbers) this.add(path, field, String(left), String(right));
    this.add(path, 'co_flags', prettyFlags(a.co_flags), prettyFlags(b.co_flags));
  }

  private names(path: string, field: string, a: readonly string[], b: readonly string[]): void {
    this.add(path, field, a.join(', '), b.join(', '));
  }

  /** Constants other than code objects, by position; the code objects are compared by themselves. */
  private constants(a: AnyCode, b: AnyCode, path: string): void {
    const text = (constants: ConstantText, constant: AnyConstant | undefined): string | undefined => {
      if (constant === undefined) return undefined;
      return isCode(constant) ? `<code object ${constant.co_name}>` : constants.repr(constant);
    };
    const length = Math.max(a.co_consts.length, b.co_consts.length);
    for (let i = 0; i < length; i++)
      this.add(path, `co_consts[${i}]`, text(this.constantsA, a.co_consts[i]), text(this.constantsB, b.co_consts[i]));
  }

  private instructions(a: AnyCode, b: AnyCode, path: string): void {
    if (this.isOneVersion && bytesEqual(a.co_code, b.co_code)) return;
    const instructions = changesOf(a, b, this.constantsA, this.constantsB);
    if (instructions.length === 0 && !this.isOneVersion) return;
    const size = (code: AnyCode): string => `${code.co_code.length} bytes`;
    this.differences.push({ path, field: 'co_code', a: size(a), b: size(b), instructions });
  }

  private tables(a: AnyCode, b: AnyCode, path: string): void {
    const describe = (left: Uint8Array, right: Uint8Array, field: string): void => {
      if (bytesEqual(left, right)) return;
      const at = left.findIndex((byte, i) => byte !== right[i]);
      const where = `other from byte ${at < 0 ? left.length : at} on`;
      this.differences.push({ path, field, a: `${left.length} bytes`, b: `${right.length} bytes, ${where}` });
    };
    if (!this.options.ignoreLines) describe(a.co_linetable, b.co_linetable, lineTableName(pythonOf(a)));
    describe(a.co_exceptiontable, b.co_exceptiontable, 'co_exceptiontable');
    if (a.co_localsplusnames.length === b.co_localsplusnames.length)
      describe(a.co_localspluskinds, b.co_localspluskinds, 'co_localspluskinds');
  }

  private nested(a: AnyCode, b: AnyCode, path: string): void {
    const codes = (code: AnyCode): AnyCode[] => (code.co_consts as readonly AnyConstant[]).filter(isCode);
    const left = codes(a);
    const right = codes(b);
    const name = (code: AnyCode): string => code.co_name;
    for (const run of align(left.map(name), right.map(name))) {
      for (let i = 0; i < run.length; i++) {
        const first = left[run.a + i];
        const second = right[run.b + i];
        if (run.kind === 'same') this.compare(first!, second!, `${path}.${first!.co_name}`);
        else if (run.kind === 'removed') this.add(`${path}.${first!.co_name}`, 'code', 'there', undefined);
        else this.add(`${path}.${second!.co_name}`, 'code', undefined, 'there');
      }
    }
  }
}

/**
 * The differences between two code objects and all that is nested in them; empty when they are the same.
 *
 * Across versions only what both know of is compared: not the tables of lines and exceptions.
 *
 * @throws DisassemblyError for bytecode that cannot be shown
 */
export function diff(a: AnyCode, b: AnyCode, options: DiffOptions = {}): Difference[] {
  const comparison = new Comparison(a, b, options);
  comparison.compare(a, b, a.co_name);
  return comparison.differences;
}

/** Differences as lines to be read. */
export function diffText(differences: readonly Difference[]): string {
  const lines: string[] = [];
  let path: string | undefined;
  for (const difference of differences) {
    if (difference.path !== path) lines.push((path = difference.path));
    const { field, a, b, instructions } = difference;
    if (a === undefined) lines.push(`  + ${field}: ${b}`);
    else if (b === undefined) lines.push(`  - ${field}: ${a}`);
    else lines.push(`  ${field}: ${a} -> ${b}`);
    if (instructions?.length === 0) lines.push('      jumps or inline caches only');
    for (const { kind, offset, text } of instructions ?? [])
      lines.push(`    ${kind === 'same' ? ' ' : kind === 'removed' ? '-' : '+'} ${String(offset).padStart(5)} ${text}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
