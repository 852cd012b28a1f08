/**
 * What Taipan asks of the place it runs in: files, clocks, randomness, standard streams, environment.
 *
 * Everything is synchronous, as Python is. Paths and names are JavaScript strings in well-formed UTF-16; a byte of a
 * file name that is not UTF-8 stands as a lone surrogate U+DC80…U+DCFF (Python's `surrogateescape`). File descriptors
 * are numbers as in POSIX: the lowest free one is given out first, 0 to 2 are the standard streams.
 *
 * Everything that fails throws a `HostError`; nothing else may leave a host.
 */
import { LINUX_ERRNO, errorText } from './errno.ts';

/** A failed request to the host, with the platform's errno. Becomes Python's `OSError`; never seen by Python as such. */
export class HostError {
  readonly kind = 'host-error';
  readonly errno: number;
  /** The symbolic name, such as `ENOENT`. */
  readonly code: string;
  /** The `strerror` text. */
  readonly message: string;
  constructor(code: string, errno = LINUX_ERRNO[code] ?? LINUX_ERRNO['EIO']!, message = errorText(code)) {
    this.code = code;
    this.errno = errno;
    this.message = message;
  }
}

/** What a directory entry or a file is. */
export type FileKind = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'character' | 'block' | 'unknown';

/** The result of `stat`. Times are nanoseconds since the epoch. */
export interface HostStat {
  readonly dev: bigint;
  readonly ino: bigint;
  /** File type and permission bits as in POSIX. */
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: bigint;
  readonly size: number;
  readonly blksize: number;
  readonly blocks: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly birthtimeNs: bigint;
}

export interface HostDirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** Type bits of a `mode`. */
export const S_IFMT = 0o170000;
export const S_IFDIR = 0o040000;
export const S_IFREG = 0o100000;
export const S_IFLNK = 0o120000;
export const S_IFCHR = 0o020000;
export const S_IFBLK = 0o060000;
export const S_IFIFO = 0o010000;
export const S_IFSOCK = 0o140000;

/** One end of a pipe within this process. */
export interface HostPipeStatus {
  readonly isWriter: boolean;
  /** Bytes written and not yet read. */
  readonly available: number;
  readonly isReaderOpen: boolean;
  readonly isWriterOpen: boolean;
}

/** `access` modes. */
export const F_OK = 0;
export const X_OK = 1;
export const W_OK = 2;
export const R_OK = 4;

/** `lseek` origins. */
export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;

/** Flags of `open`; the numbers are the platform's. */
export interface OpenFlags {
  readonly O_RDONLY: number;
  readonly O_WRONLY: number;
  readonly O_RDWR: number;
  readonly O_CREAT: number;
  readonly O_EXCL: number;
  readonly O_TRUNC: number;
  readonly O_APPEND: number;
  readonly [name: string]: number;
}

/** Files and directories. Every method throws `HostError`. */
export interface HostFileSystem {
  readonly flags: OpenFlags;
  open(path: string, flags: number, mode: number): number;
  close(fd: number): void;
  /** A name for the directory that a descriptor stands for, good while it is open. @throws HostError */
  directoryOf(fd: number): string;
  /** Reads up to `length` bytes into `buffer` at `offset`, at the descriptor's position; 0 is the end of file. */
  read(fd: number, buffer: Uint8Array, offset: number, length: number): number;
  /** Reads at a position of the file, leaving the descriptor's own alone. */
  pread(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  /** Writes all of the bytes (waiting where the descriptor would block) and returns their number. */
  write(fd: number, bytes: Uint8Array): number;
  /** Writes at a position of the file, leaving the descriptor's own alone. */
  pwrite(fd: number, bytes: Uint8Array, position: number): number;
  lseek(fd: number, offset: number, whence: number): number;
  ftruncate(fd: number, size: number): void;
  fsync(fd: number): void;
  isatty(fd: number): boolean;
  /** A second descriptor for the same open file (shared position). With `target`, that number is used (`dup2`). */
  dup(fd: number, target?: number): number;
  /** `[read end, write end]` of a pipe within this process. */
  pipe(): [number, number];
  /** Whether reading and writing wait; only pipes of `pipe()` heed it. */
  isBlocking(fd: number): boolean;
  setBlocking(fd: number, isBlocking: boolean): void;
  /** Whether a child process that is started gets the descriptor. */
  isInheritable(fd: number): boolean;
  setInheritable(fd: number, isInheritable: boolean): void;
  /** How a pipe of `pipe()` stands; `undefined` for any other descriptor. */
  pipeStatus(fd: number): HostPipeStatus | undefined;
  /**
   * Sets what to do, once, when a read from the pipe would have to wait for a writer: it may write to the pipe or close
   * its writing end. Ignored for descriptors that are no reading end of a pipe of `pipe()`.
   */
  whenPipeIsDry(fd: number, action: () => void): void;
  fstat(fd: number): HostStat;
  stat(path: string): HostStat;
  lstat(path: string): HostStat;
  /** As `stat`, with `undefined` instead of an error when it fails: the import system asks for many absent files. */
  tryStat(path: string): HostStat | undefined;
  readdir(path: string): HostDirectoryEntry[];
  mkdir(path: string, mode: number): void;
  rmdir(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
  link(existing: string, path: string): void;
  symlink(target: string, path: string): void;
  readlink(path: string): string;
  chmod(path: string, mode: number): void;
  fchmod(fd: number, mode: number): void;
  chown(path: string, uid: number, gid: number, followSymlinks: boolean): void;
  utimes(path: string, atimeNs: bigint, mtimeNs: bigint, followSymlinks: boolean): void;
  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void;
  truncate(path: string, size: number): void;
  access(path: string, mode: number): void;
  realpath(path: string): string;
  /** Sets the mask of new files' permissions and returns the old one. */
  umask(mask: number): number;
}

/** Clocks, in nanoseconds. */
export interface HostClock {
  /** Since the epoch. */
  timeNs(): bigint;
  monotonicNs(): bigint;
  /** CPU time of this process. */
  processTimeNs(): bigint;
  /** Blocks this thread. */
  sleep(milliseconds: number): void;
}

/** Environment variables. */
export interface HostEnvironment {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
  entries(): [string, string][];
}

/** A program to run to its end. Streams are inherited unless bytes are given or asked for. */
export interface HostCommand {
  readonly file: string;
  /** With `argv[0]`. */
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: readonly (readonly [string, string])[];
  readonly input?: Uint8Array;
  readonly captureOutput?: boolean;
  readonly captureErrors?: boolean;
  readonly timeoutMilliseconds?: number;
}

export interface HostCommandResult {
  readonly pid: number;
  /** Exit status, or minus the number of the signal that ended it. */
  readonly status: number;
  readonly output: Uint8Array;
  readonly errors: Uint8Array;
  readonly timedOut: boolean;
}

/** A program that runs beside this one. */
export interface HostProcess {
  readonly pid: number;
  /** How it ended, as `waitpid` says it: exit status times 256, or the number of a signal. `undefined` while it runs. */
  poll(): number | undefined;
}

/** A hash being computed by the host. */
export interface HostHash {
  update(bytes: Uint8Array): void;
  /** The digest of what came so far; more may come. */
  digest(): Uint8Array;
  copy(): HostHash;
}

/** Signals of the system that arrive while the program runs. */
export interface HostSignals {
  /** Whether any was watched: a process that did must be ended expressly. */
  readonly isWatching: boolean;
  /** Waits until none is being told of; for the end of the process. */
  settle(): void;
  /**
   * From now on `arrived` is called when the signal arrives, in the middle of whatever the program does; it may note it, no
   * more. A sleep ends early.
   *
   * @returns false where that cannot be done
   */
  watch(signal: number, arrived: (signal: number) => void): boolean;
  /** Lets the system do its default again. */
  unwatch(signal: number): void;
  /** Sends the process the signal after `first` milliseconds and then every `interval`; 0 for never. Needs a watch. */
  setTimer(signal: number, first: number, interval: number): void;
}

/** The place that Taipan runs in. */
export interface Host {
  /** Python's `sys.platform`. */
  readonly platform: string;
  /** Directory separator of paths. */
  readonly separator: '/' | '\\';
  /** Errno numbers of the platform, by name. */
  readonly errno: Readonly<Record<string, number>>;
  readonly fs: HostFileSystem;
  readonly clock: HostClock;
  readonly env: HostEnvironment;
  /** Arguments after the name of the program. */
  readonly argv: readonly string[];
  /** Absolute path of the program, or empty. */
  readonly executable: string;
  readonly pid: number;
  readonly parentPid: number;
  /** Number of usable processors. */
  readonly cpuCount: number;
  readonly uid: number;
  readonly gid: number;
  readonly uname: {
    readonly sysname: string;
    readonly nodename: string;
    readonly release: string;
    readonly version: string;
    readonly machine: string;
  };
  cwd(): string;
  chdir(path: string): void;
  /** Random bytes fit for secrets. */
  random(size: number): Uint8Array;
  /** Ends the process; what stands in Python's buffers must have been flushed. */
  exit(code: number): never;
  /** Undefined where there are none. */
  readonly signals?: HostSignals;
  /** Ends the process by a signal of its own, or throws `ENOSYS`. */
  kill(pid: number, signal: number): void;
  /** Columns and lines of the terminal behind a descriptor. @throws HostError where there is none. */
  terminalSize(fd: number): { readonly columns: number; readonly lines: number };
  /**
   * Evaluates JavaScript text as a classic script and returns its completion value. Absent where the platform forbids
   * it; Taipan then stays in its interpreter.
   */
  readonly evalSource?: (source: string) => unknown;
  /**
   * Starts a program on the standard streams of this one and does not wait for it. Absent where the host cannot tell how it
   * ended before this program does.
   */
  readonly startCommand?: (command: Pick<HostCommand, 'file' | 'args' | 'cwd' | 'env'>) => HostProcess;
  /** Runs a program and waits for its end. Absent where there are no processes. */
  readonly runCommand?: (command: HostCommand) => HostCommandResult;
  /**
   * Begins a hash (`md5`, `sha256`, `sha3-256`…), faster than JavaScript could; `undefined` for one that the host does not
   * have. Absent where there are none.
   */
  readonly createHash?: (algorithm: string) => HostHash | undefined;
  /**
   * Runs `body`, which an interrupt by the user (SIGINT) stops at an arbitrary point: without `catch` and `finally`
   * clauses of the body being run. Absent where that is not possible.
   */
  readonly runInterruptible?: <T>(
    body: () => T,
  ) => { readonly interrupted: false; readonly value: T } | { readonly interrupted: true };
}

/** Whether what was thrown is the host's error. */
export function isHostError(error: unknown): error is HostError {
  return error instanceof HostError;
}

/** The kind that the type bits of a mode say. */
export function fileKindOfMode(mode: number): FileKind {
  switch (mode & S_IFMT) {
    case S_IFREG:
      return 'file';
    case S_IFDIR:
      return 'directory';
    case S_IFLNK:
      return 'symlink';
    case S_IFIFO:
      return 'fifo';
    case S_IFSOCK:
      return 'socket';
    case S_IFCHR:
      return 'character';
    case S_IFBLK:
      return 'block';
    default:
      return 'unknown';
  }
}
