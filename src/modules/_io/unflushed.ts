/**
 * Streams that hold bytes not yet written. In CPython a file that nothing refers to any more is closed at once; here its
 * bytes are written when the program looks at that file again, or when it ends.
 */
import type { PyObject } from '../../objects/core/index.ts';
import { callMethod, isPyException, thread, withinBudget } from '../../objects/core/index.ts';
import type { HostStat } from '../../host/contract.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { reachableObjects } from '../gc/reachability.ts';

/** A stream with a buffer. */
export interface UnflushedStream extends PyObject {
  /** Whether it is among the unflushed streams. */
  isNoted: boolean;
  /** What the host says of the file under it; `undefined` when that is no file. */
  fileStat(): HostStat | null | undefined;
}

const STATE = Symbol('_io.unflushed');

/** The streams, behind a function: they are not to be found on the way from the interpreter to what is reachable. */
function unflushed(): Set<UnflushedStream> {
  return currentInterpreter().state(STATE, () => {
    const streams = new Set<UnflushedStream>();
    return () => streams;
  })();
}

/** Remembers a stream that has bytes to write. */
export function noteUnflushed(stream: UnflushedStream): void {
  stream.isNoted = true;
  unflushed().add(stream);
}

/** Forgets a stream that has none. */
export function noteFlushed(stream: UnflushedStream): void {
  stream.isNoted = false;
  unflushed().delete(stream);
}

function closeAll(streams: readonly UnflushedStream[], method: 'close' | 'flush'): void {
  for (const stream of streams) {
    if (!stream.isNoted) continue;
    noteFlushed(stream);
    try {
      callMethod(stream, method);
    } catch (error) {
      if (!isPyException(error)) throw error;
      thread.interp.unraisable(error, 'Exception ignored while finalizing file', stream);
    }
  }
}

/** The newest first: a text stream comes before the binary one that it writes to. */
const newestFirst = (): UnflushedStream[] => [...unflushed()].reverse();

/**
 * Closes the streams on a file that nothing refers to. Where finding that out has taken too long already, all streams on
 * the file are flushed: who has one still sees its bytes in the file earlier than in CPython.
 *
 * @param stat the file; null for any file
 * @returns whether there were some, so that what is known of the file is out of date
 */
export function closeAbandoned(stat: HostStat | null): boolean {
  if (unflushed().size === 0) return false;
  const streams = newestFirst().filter((stream) => {
    const its = stream.fileStat();
    return stat === null
      ? its !== undefined
      : its !== undefined && its !== null && its.ino === stat.ino && its.dev === stat.dev;
  });
  if (streams.length === 0) return false;
  let isChanged = true;
  const isWithin = withinBudget(() => {
    const alive = reachableObjects();
    const abandoned = streams.filter((stream) => !alive.has(stream));
    closeAll(abandoned, 'close');
    isChanged = abandoned.length > 0;
    return alive.size;
  });
  if (!isWithin) closeAll(streams, 'flush');
  return isChanged;
}

/** Writes what is left, at the end of the program. */
export function flushAtExit(): void {
  closeAll(newestFirst(), 'flush');
}
