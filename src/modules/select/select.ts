/**
 * `select`: `select()` and `poll` objects. There is no `epoll`, as on a system without it.
 *
 * @cpython Modules/selectmodule.c
 */
import {
  None,
  PyList,
  PyObject,
  PyTuple,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  asInt,
  asFloat,
  call0,
  excTypes,
  getAttrOrUndefined,
  hasIndex,
  index,
  keyError,
  makeBuiltinType,
  matches,
  objectType,
  osError,
  overflowError,
  toArray,
  typeError,
  typeSpec,
  valueError,
  waiting,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions, documentedMethods } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { FUNCTIONS, MODULE_DOC, POLL_METHODS } from './docs.ts';
import { readinessOf, waitUntilReady, type Readiness } from './readiness.ts';

const POLLIN = 1;
const POLLPRI = 2;
const POLLOUT = 4;
const POLLERR = 8;
const POLLHUP = 16;
const POLLNVAL = 32;
const POLLRDNORM = 64;
const POLLWRNORM = 256;
const FD_SETSIZE = 1024;
const MILLISECONDS = 1000;

/** A descriptor, or the one of an object with `fileno()`. @cpython PyObject_AsFileDescriptor */
function descriptorOf(value: Value): number {
  let int = asInt(value);
  if (int === undefined) {
    const fileno = getAttrOrUndefined(value, 'fileno');
    if (fileno === undefined) throw typeError('argument must be an int, or have a fileno() method.');
    int = asInt(call0(fileno));
    if (int === undefined) throw typeError('fileno() returned a non-integer');
  }
  if (typeof int === 'bigint' || int > 0x7fffffff || int < -0x80000000) {
    throw overflowError('Python int too large to convert to C int');
  }
  if (int < 0) throw valueError(`file descriptor cannot be a negative integer (${int})`);
  return int;
}

/** A number of seconds or milliseconds, or null. @throws TypeError */
function timeoutOf(value: Value | undefined, message: string): number | null {
  if (value === undefined || value === None) return null;
  const float = asFloat(value);
  if (float !== undefined) return float;
  if (!hasIndex(value)) throw typeError(message);
  return Number(index(value));
}

interface Watched {
  readonly object: Value;
  readonly fd: number;
}

/** Objects and their descriptors; a list may change while they are asked. @cpython seq2set */
function watchedList(value: Value): Watched[] {
  let items: readonly Value[];
  try {
    items = value instanceof PyList ? value.items : toArray(value);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) throw typeError('arguments 1-3 must be sequences');
    throw error;
  }
  const watched: Watched[] = [];
  for (let i = 0; i < items.length; i++) {
    const object = items[i]!;
    const fd = descriptorOf(object);
    if (fd >= FD_SETSIZE) throw valueError('filedescriptor out of range in select()');
    watched.push({ object, fd });
  }
  return watched;
}

function badDescriptor(): Value {
  return osError(currentInterpreter().host.errno['EBADF'] ?? 9, 'Bad file descriptor');
}

/** `select.select`. */
function select(rlist: Value, wlist: Value, xlist: Value, timeout: Value | undefined): Value {
  const seconds = timeoutOf(timeout, 'timeout must be a float or None');
  if (seconds !== null && seconds < 0) throw valueError('timeout must be non-negative');
  const lists = [rlist, wlist, xlist].map(watchedList) as [Watched[], Watched[], Watched[]];
  const ready = (list: Watched[], test: (readiness: Readiness) => boolean): Watched[] =>
    list.filter(({ fd }) => {
      const readiness = readinessOf(fd);
      if (readiness === undefined) throw badDescriptor();
      return test(readiness);
    });
  const check = (): Value[][] => {
    const found = [
      ready(lists[0], (each) => each.isReadable || each.isHungUp),
      ready(lists[1], (each) => each.isWritable || each.isBroken),
      ready(lists[2], () => false),
    ].map((list) => list.map(({ object }) => object));
    return found.some((list) => list.length > 0) ? found : [];
  };
  const found = waitUntilReady(seconds === null ? null : seconds * MILLISECONDS, check);
  return new PyTuple([0, 1, 2].map((i) => new PyList(found[i] ?? [])));
}

class PyPoll extends PyObject {
  /** Events asked for, by descriptor. */
  readonly descriptors = new Map<number, number>();
}
const pollType = makeBuiltinType('select.poll', objectType, PyPoll, Py_TPFLAGS_DISALLOW_INSTANTIATION);

/** @cpython _PyLong_UnsignedShort_Converter */
function eventMask(value: Value | undefined): number {
  if (value === undefined) return POLLIN | POLLPRI | POLLOUT;
  const int = index(value);
  if (int < 0) throw valueError('Cannot convert negative int');
  if (int > 0xffff) throw overflowError('Python int too large for C unsigned short');
  return Number(int);
}

/** The events of a descriptor that are among those asked for, and those that are always told. */
function eventsOf(fd: number, asked: number): number {
  const readiness = readinessOf(fd);
  if (readiness === undefined) return POLLNVAL;
  let events = 0;
  if (readiness.isReadable) events |= asked & (POLLIN | POLLRDNORM);
  if (readiness.isWritable) events |= asked & (POLLOUT | POLLWRNORM);
  if (readiness.isHungUp) events |= POLLHUP;
  if (readiness.isBroken) events |= POLLERR;
  return events;
}

const INT_MAX = 0x7fffffff;

function poll(self: PyPoll, timeout: Value | undefined): Value {
  const milliseconds = timeoutOf(timeout, 'timeout must be an integer or None');
  if (milliseconds !== null && milliseconds > INT_MAX) throw overflowError('timeout is too large');
  const check = (): Value[] => {
    const found: Value[] = [];
    for (const [fd, asked] of self.descriptors) {
      const events = eventsOf(fd, asked);
      if (events !== 0) found.push(new PyTuple([fd, events]));
    }
    return found;
  };
  return new PyList(waitUntilReady(milliseconds === null || milliseconds < 0 ? null : Math.ceil(milliseconds), check));
}

const pollMethods = documentedMethods(POLL_METHODS, {
  register: (self: PyPoll, fd: Value, events: Value | undefined) => {
    self.descriptors.set(descriptorOf(fd), eventMask(events));
  },
  modify: (self: PyPoll, fdValue: Value, events: Value) => {
    const fd = descriptorOf(fdValue);
    if (!self.descriptors.has(fd)) throw osError(2, 'No such file or directory');
    self.descriptors.set(fd, eventMask(events));
  },
  unregister: (self: PyPoll, fdValue: Value) => {
    const fd = descriptorOf(fdValue);
    if (!self.descriptors.delete(fd)) throw keyError(fd);
  },
  poll,
});
waiting(pollMethods['poll']!);
const pollSpec = typeSpec(pollType, { methods: pollMethods });

const functions = documentedFunctions(FUNCTIONS, { select, poll: () => new PyPoll() });
waiting(functions['select']!);

export const selectModule = defineModule('select', {
  doc: MODULE_DOC,
  functions,
  hiddenTypes: [pollSpec],
  constants: () => ({
    error: excTypes.OSError,
    PIPE_BUF: 4096,
    POLLIN,
    POLLPRI,
    POLLOUT,
    POLLERR,
    POLLHUP,
    POLLNVAL,
    POLLRDNORM,
    POLLRDBAND: 128,
    POLLWRNORM,
    POLLWRBAND: 512,
    POLLMSG: 1024,
    POLLRDHUP: 8192,
  }),
});
