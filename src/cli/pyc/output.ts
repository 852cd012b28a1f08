/** What the `pyc` command prints, and what it says of files that are bad. */
import { DisassemblyError } from '../../dis/index.ts';
import { HostError, type Host } from '../../host/contract.ts';
import { MarshalError } from '../../marshal/index.ts';
import { PycError } from '../../pyc/index.ts';
import type { ParsedOptions } from './options.ts';

/** Bytes gathered before they are written: a write for every line would take most of the time. */
const BUFFER_SIZE = 1 << 16;

/** Buffered output on one descriptor. */
export class Output {
  private readonly host: Host;
  private readonly fd: 1 | 2;
  private readonly parts: string[] = [];
  private length = 0;

  constructor(host: Host, fd: 1 | 2) {
    this.host = host;
    this.fd = fd;
  }

  write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    if (this.length >= BUFFER_SIZE) this.flush();
  }

  /** @throws HostError, `EPIPE` where the reader has gone */
  flush(): void {
    if (this.length === 0) return;
    const text = this.parts.join('');
    this.parts.length = 0;
    this.length = 0;
    this.host.fs.write(this.fd, new TextEncoder().encode(text));
  }
}

/** What is wrong with a file, in one line. Our own mistakes are thrown on. */
export function complaint(error: unknown): string {
  if (error instanceof HostError) return error.message;
  if (error instanceof PycError || error instanceof MarshalError) return `${error.message} (at byte ${error.offset})`;
  if (error instanceof DisassemblyError) {
    return error.offset < 0 ? error.message : `${error.message} (at byte ${error.offset} of its code)`;
  }
  throw error;
}

/** Whether to colour: as `--color` says, else on a terminal unless `NO_COLOR` is set. */
export function wantsColor(host: Host, options: ParsedOptions): boolean {
  const choice = options.values.get('color') ?? 'auto';
  if (choice !== 'auto') return choice === 'always';
  return host.fs.isatty(1) && (host.env.get('NO_COLOR') ?? '') === '' && host.env.get('TERM') !== 'dumb';
}

const RESET = '\x1b[0m';
const CYAN = '\x1b[36m';
const YELLOW = '\x1b[33m';
const BOLD_BLUE = '\x1b[1;34m';
const GREEN = '\x1b[32m';
const MAGENTA = '\x1b[35m';
const RED = '\x1b[31m';

/** Line number and the like, mark or label, offset, opcode name, argument, meaning. */
const ROW = /^( *[\d?:-]*)( +)(>>|L\d+:)?( *\d* +)([A-Z<][\w+<>]*)( *)(-?\d*L?)( \(.*\))?$/s;

/** A disassembly with colours. */
export function colorDisassembly(text: string): string {
  return text.replace(/[^\n]+/g, (line) => {
    if (/^(?:Disassembly of|ExceptionTable:)/.test(line)) return MAGENTA + line + RESET;
    const match = ROW.exec(line);
    if (match === null) return line;
    const [, place, gap, mark = '', offset, name, space, argument, meaning = ''] = match;
    const colored = (color: string, part: string): string => (part.trim() === '' ? part : color + part + RESET);
    return [
      colored(CYAN, place!),
      gap,
      colored(YELLOW, mark),
      offset,
      colored(BOLD_BLUE, name!),
      space,
      argument,
      colored(GREEN, meaning),
    ].join('');
  });
}

/** A text of differences with colours. */
export function colorDiff(text: string): string {
  return text.replace(/^ +([-+]) .*$/gm, (line, sign: string) => (sign === '-' ? RED : GREEN) + line + RESET);
}
