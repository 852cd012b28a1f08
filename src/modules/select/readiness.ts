/**
 * Which descriptors can be read from and written to without waiting.
 *
 * Files and terminals always can. Pipes and sockets within this process can when there is something in them; while there
 * is not, only another thread or a child process that has not run yet can change that.
 */
import { HostError } from '../../host/contract.ts';
import { osError, type PyBaseException } from '../../objects/core/index.ts';
import { currentInterpreter, scheduler, withHost } from '../../runtime/index.ts';
import { hasRunningChildren, runWaitingChildren } from '../_posixsubprocess/index.ts';

/** How much of the time for waiting a child gets: what it wrote is to be read before that time is over. */
const CHILD_SHARE = 0.8;
/** How often processes are looked at, in milliseconds. */
const LOOK_INTERVAL = 5;

export interface Readiness {
  readonly isReadable: boolean;
  readonly isWritable: boolean;
  /** The other end was closed. */
  readonly isHungUp: boolean;
  /** Writing would fail. */
  readonly isBroken: boolean;
}

const ALWAYS: Readiness = { isReadable: true, isWritable: true, isHungUp: false, isBroken: false };

/** How descriptors stand that are neither files nor pipes, by number. */
const SOURCES = Symbol('select');

/** The descriptors of sockets, each with a function that tells how it stands. */
export function readinessSources(): Map<number, () => Readiness> {
  return currentInterpreter().state(SOURCES, () => new Map<number, () => Readiness>());
}

/** How a descriptor stands; `undefined` when there is no such descriptor. */
export function readinessOf(fd: number): Readiness | undefined {
  const source = readinessSources().get(fd);
  if (source !== undefined) return source();
  const { fs } = currentInterpreter().host;
  try {
    const pipe = fs.pipeStatus(fd);
    if (pipe === undefined) {
      fs.fstat(fd);
      return ALWAYS;
    }
    if (pipe.isWriter) return { isReadable: false, isWritable: true, isHungUp: false, isBroken: !pipe.isReaderOpen };
    return { isReadable: pipe.available > 0, isWritable: false, isHungUp: !pipe.isWriterOpen, isBroken: false };
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/**
 * Waits until `check` finds something; other threads run meanwhile.
 *
 * @param timeout milliseconds; null is without end
 * @throws OSError EDEADLK when nothing can ever become ready
 */
export function waitUntilReady<T>(timeout: number | null, check: () => T[]): T[] {
  let ready = check();
  if (ready.length > 0) return ready;
  const threads = scheduler();
  const { clock } = currentInterpreter().host;
  const start = clock.monotonicNs();
  for (;;) {
    threads.runOthers(() => (ready = check()).length > 0);
    if (ready.length > 0) return ready;
    const elapsed = Number(clock.monotonicNs() - start) / 1e6;
    const remaining = timeout === null ? Infinity : Math.max(0, timeout - elapsed);
    const outcome = runWaitingChildren(timeout === null ? undefined : remaining * CHILD_SHARE);
    if (outcome === 'late') return check();
    if (outcome === 'ended' && (ready = check()).length > 0) return ready;
    const outside = hasRunningChildren() ? LOOK_INTERVAL : Infinity;
    const pause = Math.min(remaining, threads.untilNextDeadline(), outside);
    if (pause === Infinity) {
      // Nobody will write any more: a child may not need what it was not given.
      if (runWaitingChildren(undefined, true) === 'none') throw deadlock();
      continue;
    }
    if (remaining === 0) return check();
    clock.sleep(pause);
  }
}

/** Lets other threads run until a pipe within this process has something to read or is at its end. */
export function waitForPipe(fd: number): void {
  const threads = scheduler();
  if (threads.others.length === 0) return;
  const { fs } = currentInterpreter().host;
  const isReady = (): boolean => {
    const pipe = fs.pipeStatus(fd);
    return pipe === undefined || pipe.isWriter || pipe.available > 0 || !pipe.isWriterOpen;
  };
  if (withHost(isReady)) return;
  if (runWaitingChildren(undefined) === 'none' || !isReady()) threads.wait(isReady, -1);
}

/** What waiting for an event that cannot come gives. */
export function deadlock(): PyBaseException {
  return osError(currentInterpreter().host.errno['EDEADLK'] ?? 35, 'Resource deadlock avoided');
}
