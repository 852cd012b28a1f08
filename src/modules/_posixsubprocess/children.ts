/**
 * Child processes.
 *
 * A child on the standard streams of this process runs beside it where the host can do that. Any other a JavaScript host
 * runs to its end in one go: one on files when it is started; one that is connected to the parent by a pipe waits until its
 * output or its end is asked for: by then the parent has written the input. What the parent writes after that, the child
 * never sees. Numbers of processes are given out here: the real one is not known before the child has run.
 *
 * @cpython Modules/_posixsubprocess.c child_exec
 */
import { HostError, type Host, type HostCommand, type HostProcess } from '../../host/contract.ts';
import { concatenate } from '../../host/read-all.ts';
import { currentInterpreter, scheduler } from '../../runtime/index.ts';

/** What is run, and the descriptors that are its standard streams; -1 are the parent's own. */
export interface ChildCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string | null;
  readonly env: readonly (readonly [string, string])[] | null;
  readonly stdin: number;
  readonly stdout: number;
  readonly stderr: number;
}

interface Child {
  readonly pid: number;
  /** null once it has run. */
  command: ChildCommand | null;
  /** As `waitpid` gives it, once it has run. */
  waitStatus: number;
  /**
   * The streams of a child that was ended for taking too long. The parent, who gave it that time, is to see it still
   * running and its streams open, until it is sent a signal or waited for.
   */
  heldOpen: ChildCommand | null;
  /** A child that really runs beside this process. */
  process: HostProcess | null;
}

interface ChildTable {
  readonly children: Map<number, Child>;
  lastPid: number;
}

const STATE = Symbol('children');
const SIGKILL = 9;
const EXIT_NOT_RUN = 127;
/** What the forked process of CPython ends with when it cannot run the program. */
const EXIT_NO_EXEC = 255;

const host = (): Host => currentInterpreter().host;

function childTable(): ChildTable {
  return currentInterpreter().state(STATE, () => ({ children: new Map<number, Child>(), lastPid: host().pid }));
}

/** Whether a descriptor is the end of a pipe within this process. */
function isOwnPipe(fd: number): boolean {
  return fd >= 0 && host().fs.pipeStatus(fd) !== undefined;
}

/** Starts a child. The descriptors stay the caller's. @returns its number @throws HostError */
export function startChild(command: ChildCommand): number {
  const table = childTable();
  const { fs, startCommand } = host();
  if (startCommand !== undefined && [command.stdin, command.stdout, command.stderr].every((fd) => fd < 0)) {
    const { file, args, cwd, env } = command;
    const process = startCommand({ file, args, ...(cwd === null ? {} : { cwd }), ...(env === null ? {} : { env }) });
    table.children.set(process.pid, { pid: process.pid, command: null, waitStatus: 0, heldOpen: null, process });
    return process.pid;
  }
  const child: Child = { pid: ++table.lastPid, command, waitStatus: 0, heldOpen: null, process: null };
  if (![command.stdin, command.stdout, command.stderr].some(isOwnPipe)) {
    runChild(child, undefined);
  } else {
    const kept = new Map<number, number>([[-1, -1]]);
    const keep = (fd: number): number => {
      if (!kept.has(fd)) kept.set(fd, fs.dup(fd));
      return kept.get(fd)!;
    };
    child.command = {
      ...command,
      stdin: keep(command.stdin),
      stdout: keep(command.stdout),
      stderr: keep(command.stderr),
    };
  }
  table.children.set(child.pid, child);
  return child.pid;
}

/** A child that ended before it could run its program. */
export function failedChild(): number {
  const table = childTable();
  const pid = ++table.lastPid;
  table.children.set(pid, { pid, command: null, waitStatus: EXIT_NO_EXEC << 8, heldOpen: null, process: null });
  return pid;
}

/** Has a read from this pipe, when nothing is there, run the child. */
export function runWhenRead(pid: number, fd: number): void {
  if (fd < 0) return;
  host().fs.whenPipeIsDry(fd, () => {
    const child = childTable().children.get(pid);
    if (child !== undefined) runDeferred(child, undefined);
  });
}

/** Reads; a pipe of which the writer, still open, would have to be waited for is at its end. */
function readSome(fd: number, buffer: Uint8Array): number {
  try {
    return host().fs.read(fd, buffer, 0, buffer.length);
  } catch (error) {
    if (error instanceof HostError && error.code === 'EAGAIN') return 0;
    throw error;
  }
}

function readRest(fd: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const buffer = new Uint8Array(64 * 1024);
  for (;;) {
    const count = readSome(fd, buffer);
    if (count === 0) break;
    pieces.push(buffer.slice(0, count));
  }
  return concatenate(pieces);
}

/** Writes output where it goes; a reader that has gone is no concern of the parent's. */
function deliver(fd: number, bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  try {
    host().fs.write(fd, bytes);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** Runs a child to its end, or until it is killed after so many milliseconds: then false. */
function runChild(child: Child, timeout: number | undefined): boolean {
  const command = child.command!;
  child.command = null;
  const run = host().runCommand;
  if (run === undefined) throw new HostError('ENOSYS');
  const isJoined = command.stderr >= 0 && command.stderr === command.stdout;
  const joined: Pick<HostCommand, 'file' | 'args'> = isJoined
    ? { file: '/bin/sh', args: ['sh', '-c', 'exec "$0" "$@" 2>&1', command.file, ...command.args.slice(1)] }
    : { file: command.file, args: command.args };
  const result = run({
    ...joined,
    ...(command.cwd === null ? {} : { cwd: command.cwd }),
    ...(command.env === null ? {} : { env: command.env }),
    ...(command.stdin < 0 ? {} : { input: readRest(command.stdin) }),
    captureOutput: command.stdout >= 0,
    captureErrors: command.stderr >= 0 && !isJoined,
    // Whoever does not wait at all gets a child that takes no time.
    ...(timeout === undefined || timeout <= 0 ? {} : { timeoutMilliseconds: Math.max(1, Math.floor(timeout)) }),
  });
  if (command.stdout >= 0) deliver(command.stdout, result.output);
  if (command.stderr >= 0 && !isJoined) deliver(command.stderr, result.errors);
  if (result.timedOut) child.waitStatus = SIGKILL;
  else child.waitStatus = result.status >= 0 ? result.status << 8 : -result.status;
  return !result.timedOut;
}

/** Runs a child that was put off; a failure to do so is its exit status. False when it was ended for taking too long. */
function runDeferred(child: Child, timeout: number | undefined): boolean {
  const { command } = child;
  if (command === null) return true;
  let isInTime = true;
  try {
    isInTime = runChild(child, timeout);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    child.waitStatus = EXIT_NOT_RUN << 8;
  }
  if (isInTime) closeStreams(command);
  else child.heldOpen = command;
  return isInTime;
}

function release(child: Child): void {
  if (child.heldOpen !== null) closeStreams(child.heldOpen);
  child.heldOpen = null;
}

function closeStreams(command: ChildCommand): void {
  for (const fd of new Set([command.stdin, command.stdout, command.stderr])) if (fd >= 0) host().fs.close(fd);
}

/** Whether the parent has written all of a child's input. */
function hasAllInput(command: ChildCommand): boolean {
  const status = command.stdin < 0 ? undefined : host().fs.pipeStatus(command.stdin);
  return status === undefined || !status.isWriterOpen;
}

/**
 * Runs the children that were put off and have all their input.
 *
 * @param timeout milliseconds for each, or `undefined`: what is still running then is ended
 * @param isForced also those whose input may not be complete
 * @returns none: there were none; ended: they ran to their end; late: one was killed for taking too long
 */
export function runWaitingChildren(timeout: number | undefined, isForced = false): 'none' | 'ended' | 'late' {
  let result: 'none' | 'ended' | 'late' = 'none';
  for (const child of childTable().children.values()) {
    if (child.command === null || !(isForced || hasAllInput(child.command))) continue;
    if (!runDeferred(child, timeout)) return 'late';
    result = 'ended';
  }
  return result;
}

/** Lets other threads write the rest of a child's input, if there are any. */
function waitForInput(child: Child, command: ChildCommand): void {
  const threads = scheduler();
  const isReady = (): boolean => child.command === null || hasAllInput(command);
  if (threads.current !== threads.main) threads.wait(isReady, -1);
  else threads.runOthers(isReady);
}

export interface Reaped {
  /** 0 when none has ended. */
  readonly pid: number;
  readonly status: number;
}

/**
 * Waits for a child's end.
 *
 * @param pid its number, or -1 for any
 * @param isNoHang come back at once when it is not known to have ended
 * @throws HostError ECHILD when there is no such child
 */
export function waitForChild(pid: number, isNoHang: boolean): Reaped {
  const { children } = childTable();
  const child = pid > 0 ? children.get(pid) : children.values().next().value;
  if (child === undefined) throw new HostError('ECHILD');
  const { command, process } = child;
  if (process !== null) {
    if (!isNoHang) scheduler().wait(() => process.poll() !== undefined, -1, true);
    const status = process.poll();
    if (status === undefined) return { pid: 0, status: 0 };
    child.waitStatus = status;
  }
  if (command !== null) {
    if (isNoHang && !hasAllInput(command)) return { pid: 0, status: 0 };
    if (!isNoHang) waitForInput(child, command);
    runDeferred(child, undefined);
  }
  if (child.heldOpen !== null && isNoHang) return { pid: 0, status: 0 };
  release(child);
  children.delete(child.pid);
  return { pid: child.pid, status: child.waitStatus };
}

/** Whether there are processes beside this one that nobody has waited for: some thread may be doing so. */
export function hasRunningChildren(): boolean {
  for (const child of childTable().children.values()) if (child.process !== null) return true;
  return false;
}

/** Sends a signal to a child, if it is one: a child that has not run yet never will. */
export function signalChild(pid: number, signal: number): boolean {
  const child = childTable().children.get(pid);
  if (child === undefined || child.process !== null) return false;
  if (signal === 0 || (child.command === null && child.heldOpen === null)) return true;
  if (child.command !== null) closeStreams(child.command);
  release(child);
  child.command = null;
  child.waitStatus = signal;
  return true;
}
