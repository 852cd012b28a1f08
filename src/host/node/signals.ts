/**
 * Signals that arrive while the program runs.
 *
 * Node tells of signals in its event loop, which a running program never enters. libuv's signal handler writes what arrived
 * into a pipe of the process: a worker thread reads that pipe, and has the main thread call a function in the middle of what
 * it is doing, through the inspector protocol. Neither costs the program anything until a signal arrives.
 */
import type { Worker } from 'node:worker_threads';
import type { HostSignals } from '../contract.ts';
import { sleepCell } from './open-files.ts';
import { fs } from './node-modules.ts';

/** Where the worker's messages find the function that notes a signal. */
const KEY = 'taipan.signal';
/** libuv's `uv__signal_msg_t`: a pointer, the number, padding. */
const MESSAGE_SIZE = 16;
const NUMBER_OFFSET = 8;
const O_ACCMODE = 3;
const O_NONBLOCK = 0o4000;

const WORKER = `
const { workerData: { fd, sleepCell, deliveries, key, pause }, parentPort } = require('node:worker_threads');
const fs = require('node:fs');
const messages = Buffer.alloc(${MESSAGE_SIZE} * 16);
function deliver(number) {
  const { Session } = require('node:inspector');
  const session = new Session();
  Atomics.add(deliveries, 0, 1);
  session.connectToMainThread();
  const expression = 'globalThis[Symbol.for(' + JSON.stringify(key) + ')](' + number + ')';
  session.post('Runtime.evaluate', { expression }, () => {
    session.disconnect();
    Atomics.sub(deliveries, 0, 1);
  });
  Atomics.notify(sleepCell, 0);
}
function poll() {
  let size = 0;
  try {
    size = fs.readSync(fd, messages, 0, messages.length, null);
  } catch (error) {
    if (error.code !== 'EAGAIN') return;
  }
  for (let at = 0; at < size; at += ${MESSAGE_SIZE}) deliver(messages.readInt32LE(at + ${NUMBER_OFFSET}));
  setTimeout(poll, pause);
}
let timer;
parentPort.on('message', ({ first, interval, number }) => {
  clearTimeout(timer);
  const fire = () => {
    process.kill(process.pid, number);
    if (interval > 0) timer = setTimeout(fire, interval);
  };
  if (first > 0) timer = setTimeout(fire, first);
});
poll();
`;

/** How often the worker looks, in milliseconds. */
const PAUSE = 10;

/** How long the end of the process waits for signals that are being told of, in milliseconds. */
const LONGEST_DELIVERY = 200;

const signalNumbers = (): Record<NodeJS.Signals, number> => process.getBuiltinModule('node:os').constants.signals;

function nameOf(number: number): NodeJS.Signals | undefined {
  for (const [name, each] of Object.entries(signalNumbers())) if (each === number) return name as NodeJS.Signals;
  return undefined;
}

/** Pipes with both ends in this process that do not block: [reading end, writing end]. */
function ownPipes(): [number, number][] {
  const ends = new Map<string, { read?: number; write?: number }>();
  for (const entry of fs.readdirSync('/proc/self/fd')) {
    const fd = Number(entry);
    let target: string;
    let flags: number;
    try {
      target = fs.readlinkSync(`/proc/self/fd/${entry}`);
      flags = Number.parseInt(
        /flags:\s*(\d+)/.exec(fs.readFileSync(`/proc/self/fdinfo/${entry}`, 'latin1'))?.[1] ?? '0',
        8,
      );
    } catch {
      // Closed since the directory was read: the descriptor of that directory itself.
      continue;
    }
    if (fd < 3 || !target.startsWith('pipe:') || (flags & O_NONBLOCK) === 0) continue;
    const pipe = ends.get(target) ?? {};
    if ((flags & O_ACCMODE) === 0) pipe.read = fd;
    else pipe.write = fd;
    ends.set(target, pipe);
  }
  return [...ends.values()].flatMap(({ read, write }) =>
    read === undefined || write === undefined ? [] : [[read, write] as [number, number]],
  );
}

/** The reading end of libuv's pipe: the one in which a signal that we send ourselves appears. */
function findSignalPipe(): number | undefined {
  const probe = signalNumbers().SIGURG;
  process.on('SIGURG', () => undefined);
  const pipes = ownPipes();
  process.kill(process.pid, probe);
  const message = Buffer.alloc(MESSAGE_SIZE);
  for (const [read, write] of pipes) {
    let size: number;
    try {
      size = fs.readSync(read, message, 0, MESSAGE_SIZE, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') continue;
      throw error;
    }
    if (size === MESSAGE_SIZE && message.readInt32LE(NUMBER_OFFSET) === probe) return read;
    // Somebody else's: put it back.
    fs.writeSync(write, message, 0, size);
  }
  return undefined;
}

/** Makes the watch of a process; there is one at most. */
export function createSignals(): HostSignals {
  let worker: Worker | undefined;
  let isImpossible = process.platform !== 'linux';
  const watched = new Map<number, () => void>();
  /** Signals that the worker is telling of. */
  const deliveries = new Int32Array(new SharedArrayBuffer(4));

  /** Starts the worker, once. */
  const start = (arrived: (number: number) => void): boolean => {
    if (worker !== undefined || isImpossible) return !isImpossible;
    const fd = findSignalPipe();
    if (fd === undefined) {
      isImpossible = true;
      return false;
    }
    Object.defineProperty(globalThis, Symbol.for(KEY), { value: arrived, configurable: true });
    // Loaded when needed: it would take time of every start.
    const threads = process.getBuiltinModule('node:worker_threads');
    worker = new threads.Worker(WORKER, {
      eval: true,
      workerData: { fd, sleepCell, deliveries, key: KEY, pause: PAUSE },
      // It starts sooner without a copy of the environment and with little memory.
      env: threads.SHARE_ENV,
      execArgv: [],
      trackUnmanagedFds: false,
      resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
    });
    worker.unref();
    return true;
  };

  return {
    get isWatching() {
      return worker !== undefined;
    },
    settle() {
      // Node complains of inspector sessions that are there when the process ends. They come and go at each turn of a loop.
      const end = Date.now() + LONGEST_DELIVERY;
      while (Atomics.load(deliveries, 0) > 0 && Date.now() < end);
    },
    watch(number, arrived) {
      const name = nameOf(number);
      if (name === undefined || !start(arrived)) return false;
      if (!watched.has(number)) {
        const listener = (): void => arrived(number);
        watched.set(number, listener);
        process.on(name, listener);
      }
      return true;
    },
    unwatch(number) {
      const listener = watched.get(number);
      if (listener === undefined) return;
      watched.delete(number);
      process.removeListener(nameOf(number)!, listener);
    },
    setTimer(number, first, interval) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      worker?.postMessage({ first, interval, number });
    },
  };
}
