/**
 * A host that touches nothing outside: files in memory, streams collected or given, a clock that the caller may own.
 *
 * It uses only what every JavaScript platform has.
 */
import { HostError, type Host } from '../contract.ts';
import { LINUX_ERRNO } from '../errno.ts';
import { MemoryFileSystem } from './file-system.ts';

/** What a memory host starts from. */
export interface MemoryHostOptions {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Contents of files by absolute path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What standard input gives. */
  readonly input?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly cwd?: string;
  /** Nanoseconds since the epoch; the default is the platform's clock. */
  readonly timeNs?: () => bigint;
  /** Called with what is written to standard output and to standard error; otherwise that is collected. */
  readonly writeOutput?: (bytes: Uint8Array) => void;
  readonly writeErrors?: (bytes: Uint8Array) => void;
  readonly random?: (size: number) => Uint8Array;
  readonly evalSource?: (source: string) => unknown;
}

/** Thrown by `exit` of a memory host, which has no process to end. */
export class MemoryHostExit {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

/** A memory host, with access to its insides. */
export interface MemoryHost extends Host {
  readonly fs: MemoryFileSystem;
  /** What has been written to standard output so far, as UTF-8. */
  outputText(): string;
  errorText(): string;
}

/** UTF-8 of text. Lone surrogates become U+FFFD, as with `TextEncoder`. */
function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A pseudo-random generator for where the platform has no better: xorshift32. Not fit for secrets. */
function weakRandom(size: number): Uint8Array {
  let state = (Date.now() ^ 0x9e3779b9) | 1;
  return Uint8Array.from({ length: size }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

function platformRandom(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const { crypto } = globalThis as { crypto?: { getRandomValues(bytes: Uint8Array): void } };
  if (crypto === undefined) return weakRandom(size);
  for (let i = 0; i < size; i += 65536) crypto.getRandomValues(bytes.subarray(i, i + 65536));
  return bytes;
}

/** Collects bytes written to a stream. */
class Collector {
  private readonly chunks: Uint8Array[] = [];
  readonly write = (bytes: Uint8Array): void => {
    this.chunks.push(bytes.slice());
  };
  text(): string {
    const decoder = new TextDecoder();
    return this.chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  }
}

/** Makes a host in memory. */
export function createMemoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const timeNs = options.timeNs ?? ((): bigint => BigInt(Date.now()) * 1_000_000n);
  const output = new Collector();
  const errors = new Collector();
  let input = typeof options.input === 'string' ? encodeUtf8(options.input) : (options.input ?? new Uint8Array(0));
  const isTerminal = options.isTerminal ?? false;
  const fs = new MemoryFileSystem(timeNs, {
    read(length) {
      const chunk = input.subarray(0, length);
      input = input.subarray(length);
      return chunk;
    },
    writeOutput: options.writeOutput ?? output.write,
    writeErrors: options.writeErrors ?? errors.write,
    isTerminal,
  });
  for (const [path, content] of Object.entries(options.files ?? {}))
    fs.writeFile(path, typeof content === 'string' ? encodeUtf8(content) : content);
  if (options.cwd !== undefined) fs.chdir(options.cwd);
  const variables = new Map(Object.entries(options.env ?? {}));
  return {
    platform: 'linux',
    separator: '/',
    errno: LINUX_ERRNO,
    fs,
    clock: {
      timeNs,
      monotonicNs: timeNs,
      processTimeNs: timeNs,
      sleep(milliseconds) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
      },
    },
    env: {
      get: (name) => variables.get(name),
      set: (name, value) => void variables.set(name, value),
      delete: (name) => void variables.delete(name),
      entries: () => [...variables],
    },
    argv: options.argv ?? [],
    executable: '',
    pid: 1,
    parentPid: 0,
    cpuCount: 1,
    uid: 0,
    gid: 0,
    uname: { sysname: 'Linux', nodename: 'localhost', release: '0', version: '0', machine: 'wasm32' },
    cwd: () => fs.cwd(),
    chdir: (path) => fs.chdir(path),
    random: options.random ?? platformRandom,
    exit(code) {
      throw new MemoryHostExit(code);
    },
    kill() {
      throw new HostError('ENOSYS');
    },
    terminalSize(fd) {
      if (!fs.isatty(fd)) throw new HostError('ENOTTY');
      return { columns: 80, lines: 24 };
    },
    ...(options.evalSource && { evalSource: options.evalSource }),
    outputText: () => output.text(),
    errorText: () => errors.text(),
  };
}
