/// <reference types="node" />
/** Node as a host: process, clocks, randomness, child processes. */
import type { ChildProcess } from 'node:child_process';
import type { Hash } from 'node:crypto';
import type {
  Host,
  HostClock,
  HostCommand,
  HostCommandResult,
  HostEnvironment,
  HostHash,
  HostProcess,
} from '../contract.ts';
import { PLATFORM_ERRNO, hostError, translated } from './errors.ts';
import { NodeFileSystem } from './file-system.ts';
import { createSignals } from './signals.ts';
import { sleepMilliseconds } from './open-files.ts';
import { fs } from './node-modules.ts';

/** How far the system clock may run off before the clock is set anew. */
const CLOCK_TOLERANCE_NS = 2_000_000n;

class NodeClock implements HostClock {
  /** Epoch time of the monotonic clock's zero: `Date.now()` alone has milliseconds only. */
  private epochNs = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();

  timeNs(): bigint {
    const monotonic = process.hrtime.bigint();
    const coarse = BigInt(Date.now()) * 1_000_000n;
    const drift = this.epochNs + monotonic - coarse;
    if (drift > CLOCK_TOLERANCE_NS || drift < -CLOCK_TOLERANCE_NS) this.epochNs = coarse - monotonic;
    return this.epochNs + monotonic;
  }

  monotonicNs(): bigint {
    return process.hrtime.bigint();
  }

  processTimeNs(): bigint {
    const usage = process.cpuUsage();
    return BigInt(usage.user + usage.system) * 1000n;
  }

  sleep(milliseconds: number): void {
    sleepMilliseconds(milliseconds);
  }
}

/** Node's `crypto` is not loaded where the system gives the bytes: loading it takes a third of a start. */
const KERNEL_RANDOM = '/dev/urandom';

function randomBytes(size: number): Uint8Array {
  if (process.platform !== 'win32') {
    const bytes = new Uint8Array(size);
    try {
      const fd = fs.openSync(KERNEL_RANDOM, 'r');
      try {
        if (fs.readSync(fd, bytes, 0, size, null) === size) return bytes;
      } finally {
        fs.closeSync(fd);
      }
    } catch {
      // No such device here, or not so many bytes at once.
    }
  }
  return new Uint8Array(process.getBuiltinModule('node:crypto').randomBytes(size));
}

const environment: HostEnvironment = {
  get: (name) => process.env[name],
  set(name, value) {
    process.env[name] = value;
  },
  delete(name) {
    delete process.env[name];
  },
  entries: () => Object.entries(process.env) as [string, string][],
};

function platformName(): string {
  return process.platform === 'sunos' ? 'sunos5' : process.platform;
}

function runCommand(command: HostCommand): HostCommandResult {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const result = spawnSync(command.file, command.args.slice(1), {
    argv0: command.args[0],
    cwd: command.cwd,
    env: command.env ? Object.fromEntries(command.env) : process.env,
    input: command.input,
    timeout: command.timeoutMilliseconds,
    maxBuffer: Infinity,
    stdio: [
      command.input === undefined ? 'inherit' : 'pipe',
      command.captureOutput ? 'pipe' : 'inherit',
      command.captureErrors ? 'pipe' : 'inherit',
    ],
  });
  const code = (result.error as NodeJS.ErrnoException | undefined)?.code;
  const timedOut = code === 'ETIMEDOUT';
  if (code !== undefined && !timedOut) throw hostError(code in PLATFORM_ERRNO ? code : 'EIO');
  const signal = result.signal === null ? 0 : process.getBuiltinModule('node:os').constants.signals[result.signal];
  return {
    pid: result.pid,
    status: result.status ?? -signal,
    output: result.stdout ?? new Uint8Array(),
    errors: result.stderr ?? new Uint8Array(),
    timedOut,
  };
}

/** Places in `/proc/<pid>/stat` after the name: state and wait status. */
const STATE_FIELD = 0;
const EXIT_CODE_FIELD = 49;

/**
 * A process started without waiting. Node reaps it when its event loop turns, which it does not while Python runs; until
 * then Linux shows it as a zombie, with the status that `waitpid` would give.
 */
class NodeProcess implements HostProcess {
  readonly pid: number;
  private readonly child: ChildProcess;
  private status: number | undefined;

  constructor(child: ChildProcess) {
    this.child = child;
    this.pid = child.pid!;
  }

  poll(): number | undefined {
    if (this.status === undefined) this.status = this.read();
    return this.status;
  }

  private read(): number | undefined {
    let line: string;
    try {
      line = fs.readFileSync(`/proc/${this.pid}/stat`, 'latin1');
    } catch {
      const { exitCode, signalCode } = this.child;
      return signalCode === null
        ? (exitCode ?? 0) << 8
        : process.getBuiltinModule('node:os').constants.signals[signalCode];
    }
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[STATE_FIELD] === 'Z' ? Number(fields[EXIT_CODE_FIELD]) : undefined;
  }
}

function startCommand(command: Pick<HostCommand, 'file' | 'args' | 'cwd' | 'env'>): HostProcess {
  const { spawn } = process.getBuiltinModule('node:child_process');
  const child = spawn(command.file, command.args.slice(1), {
    argv0: command.args[0]!,
    cwd: command.cwd,
    env: command.env ? Object.fromEntries(command.env) : process.env,
    stdio: 'inherit',
  });
  // The reason comes as an event, for which nobody waits.
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw hostError('ENOEXEC');
  return new NodeProcess(child);
}

class NodeHash implements HostHash {
  private readonly hash: Hash;
  constructor(hash: Hash) {
    this.hash = hash;
  }
  update(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }
  digest(): Uint8Array {
    return new Uint8Array(this.hash.copy().digest());
  }
  copy(): HostHash {
    return new NodeHash(this.hash.copy());
  }
}

function createHash(algorithm: string): HostHash | undefined {
  try {
    return new NodeHash(process.getBuiltinModule('node:crypto').createHash(algorithm));
  } catch {
    // OpenSSL may be built, or told, not to have it.
    return undefined;
  }
}

const BODY = Symbol.for('taipan.interruptible-body');

/**
 * Node stops synchronous JavaScript on SIGINT only while a `vm` script runs, from a thread of its own; a listener would
 * wait for the event loop, which Python code never returns to.
 */
function runInterruptible<T>(body: () => T): { interrupted: false; value: T } | { interrupted: true } {
  const { Script } = process.getBuiltinModule('node:vm');
  const script = new Script(`globalThis[Symbol.for('taipan.interruptible-body')]()`, {
    filename: 'taipan:interruptible',
  });
  const slot = globalThis as unknown as Record<symbol, unknown>;
  const outer = slot[BODY];
  slot[BODY] = body;
  try {
    return { interrupted: false, value: script.runInThisContext({ breakOnSigint: true, displayErrors: false }) as T };
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED')
      return { interrupted: true };
    throw error;
  } finally {
    slot[BODY] = outer;
  }
}

function terminalSize(fd: number): { columns: number; lines: number } {
  const tty = process.getBuiltinModule('node:tty');
  if (!tty.isatty(fd)) throw hostError('ENOTTY');
  const stream = tty.isatty(1) ? process.stdout : process.stderr;
  if (!stream.isTTY) throw hostError('ENOTTY');
  return { columns: stream.columns, lines: stream.rows };
}

/** What differs between two programs on the same Node. */
export interface NodeHostOptions {
  /** Arguments after the name of the program. */
  readonly argv?: readonly string[];
  /** What `sys.executable` says. */
  readonly executable?: string;
}

/** The host for this Node process. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  const signals = createSignals();
  return {
    platform: platformName(),
    separator: process.platform === 'win32' ? '\\' : '/',
    errno: PLATFORM_ERRNO,
    fs: new NodeFileSystem(),
    clock: new NodeClock(),
    env: environment,
    argv: options.argv ?? process.argv.slice(2),
    executable: options.executable ?? '',
    pid: process.pid,
    parentPid: process.ppid,
    get cpuCount() {
      return process.getBuiltinModule('node:os').availableParallelism();
    },
    get uid() {
      return process.getuid?.() ?? 0;
    },
    get gid() {
      return process.getgid?.() ?? 0;
    },
    get uname() {
      const os = process.getBuiltinModule('node:os');
      return {
        sysname: os.type(),
        nodename: os.hostname(),
        release: os.release(),
        version: os.version(),
        machine: os.machine(),
      };
    },
    cwd: () => translated(() => process.cwd()),
    chdir: (path) => translated(() => process.chdir(path)),
    random: randomBytes,
    exit(code) {
      signals.settle();
      process.exit(code);
    },
    signals,
    kill(pid, signal) {
      translated(() => process.kill(pid, signal));
    },
    terminalSize,
    // oxlint-disable-next-line no-eval -- what this member is for
    evalSource: (source) => (0, eval)(source) as unknown,
    ...(process.platform === 'linux' ? { startCommand } : {}),
    runCommand,
    createHash,
    runInterruptible,
  };
}
