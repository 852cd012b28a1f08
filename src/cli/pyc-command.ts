/** The `pyc` command: looks into `.pyc` files. */
import { isCode, type AnyCode } from '../code/foreign-code.ts';
import { codeInfo, disassemble, DisassemblyError } from '../dis/index.ts';
import { HostError, type Host } from '../host/contract.ts';
import { MarshalError } from '../marshal/index.ts';
import { PycError, describePyc, readHeader, readPyc, type PycHeader } from '../pyc/index.ts';

const USAGE = `usage: pyc identify FILE...
       pyc show FILE...
       pyc dis [-C] [-O] [-P] FILE...

  identify   say which Python made a file
  show       print the header and the fields of every code object
  dis        print the bytecode as \`python -m dis\` does
    -C, --show-caches      inline caches too
    -O, --show-offsets     offsets of instructions
    -P, --show-positions   line and column ranges instead of line numbers
`;

/** A mistake in the arguments. */
class UsageError extends Error {}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function readFile(host: Host, path: string): Uint8Array {
  const fd = host.fs.open(path, host.fs.flags.O_RDONLY, 0);
  try {
    const chunks: Uint8Array[] = [];
    for (;;) {
      const chunk = new Uint8Array(65536);
      const count = host.fs.read(fd, chunk, 0, chunk.length);
      if (count === 0) return concatenate(chunks);
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    host.fs.close(fd);
  }
}

function write(host: Host, fd: 1 | 2, text: string): void {
  host.fs.write(fd, new TextEncoder().encode(text));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headerText({ python, validation }: PycHeader): string {
  const unicode = python.isUnicodeMode ? ', -U' : '';
  const lines = [`Magic number:      ${python.magic} (${python.implementation} ${python.version}${unicode})`];
  if (validation.kind === 'timestamp') {
    const time = new Date(validation.mtime * 1000).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
    lines.push('Checked by:        time and size of the source', `Source time:       ${validation.mtime} (${time})`);
    if (validation.sourceSize !== undefined) lines.push(`Source size:       ${validation.sourceSize}`);
  } else {
    const isChecked = validation.kind === 'checked-hash';
    lines.push(`Checked by:        ${isChecked ? 'hash of the source' : 'nothing (unchecked hash)'}`);
    lines.push(`Source hash:       ${hex(validation.sourceHash)}`);
  }
  return lines.join('\n') + '\n';
}

/** The fields of a code object and of all that are nested in it. */
function codeText(code: AnyCode): string {
  let text = `\n${codeInfo(code)}\n`;
  for (const constant of code.co_consts) if (isCode(constant)) text += codeText(constant);
  return text;
}

function show(bytes: Uint8Array): string {
  const header = readHeader(bytes);
  const text = headerText(header);
  return text + codeText(readPyc(bytes).code);
}

/** What is wrong with a file, in one line. Our own mistakes are thrown on. */
function complaint(error: unknown): string {
  if (error instanceof HostError) return error.message;
  if (error instanceof PycError || error instanceof DisassemblyError) return error.message;
  if (error instanceof MarshalError) return `${error.message} (at byte ${error.offset})`;
  throw error;
}

const DIS_OPTIONS: Readonly<Record<string, 'showCaches' | 'showOffsets' | 'showPositions'>> = {
  '-C': 'showCaches',
  '--show-caches': 'showCaches',
  '-O': 'showOffsets',
  '--show-offsets': 'showOffsets',
  '-P': 'showPositions',
  '--show-positions': 'showPositions',
};

function parseArguments(args: readonly string[]): {
  files: string[];
  run: (path: string, bytes: Uint8Array) => string;
} {
  const [command, ...rest] = args;
  const files: string[] = [];
  const options: { -readonly [K in 'showCaches' | 'showOffsets' | 'showPositions']?: true } = {};
  let areOptionsOver = false;
  for (const arg of rest) {
    if (areOptionsOver || !arg.startsWith('-') || arg === '-') files.push(arg);
    else if (arg === '--') areOptionsOver = true;
    else if (command === 'dis' && arg in DIS_OPTIONS) options[DIS_OPTIONS[arg]!] = true;
    else throw new UsageError(`unknown option ${arg}`);
  }
  if (command === undefined) throw new UsageError('a command is needed');
  const commands: Record<string, (path: string, bytes: Uint8Array) => string> = {
    identify: (path, bytes) => `${path}: ${describePyc(bytes)}\n`,
    show: (path, bytes) => (files.length > 1 ? `${path}:\n` : '') + show(bytes),
    dis: (_path, bytes) => disassemble(readPyc(bytes).code, options),
  };
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run === undefined) throw new UsageError(`unknown command ${command}`);
  if (files.length === 0) throw new UsageError('a file is needed');
  return { files, run };
}

/** Runs the command; returns the exit status: 0, 1 where a file was bad, 2 for a mistake in the arguments. */
export function runPycCommand(host: Host): number {
  if (host.argv.some((arg) => arg === '-h' || arg === '--help')) {
    write(host, 1, USAGE);
    return 0;
  }
  let status = 0;
  try {
    const { files, run } = parseArguments(host.argv);
    for (const path of files) {
      let text: string;
      try {
        text = run(path, readFile(host, path));
      } catch (error) {
        write(host, 2, `pyc: ${path}: ${complaint(error)}\n`);
        status = 1;
        continue;
      }
      write(host, 1, text);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      write(host, 2, `pyc: ${error.message}\n${USAGE}`);
      return 2;
    }
    // The reader of our output has gone, as with `pyc dis FILE | head`.
    if (error instanceof HostError && error.code === 'EPIPE') return 1;
    throw error;
  }
  return status;
}
