/**
 * Socket objects. The only sockets there are on a JavaScript host are pairs within the process; making any other fails as
 * on a system that does not support its address family.
 *
 * @cpython Modules/socketmodule.c sock_methods
 */
import {
  None,
  PyBytes,
  PyFloat,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  argumentBinder,
  asFloat,
  asInt,
  bufferBytes,
  excTypes,
  getBuffer,
  index,
  indexNumber,
  isTrue,
  makeBuiltinType,
  newException,
  objectType,
  osError,
  releaseBuffer,
  strFromUtf16,
  typeError,
  typeSpec,
  valueError,
  waiting,
  allocate,
  PyBUF_WRITABLE,
  type Value,
} from '../../objects/core/index.ts';
import { documentedGetters, documentedMethods } from '../../objects/int/index.ts';
import { currentInterpreter, scheduler, withHost } from '../../runtime/index.ts';
import { deadlock } from '../select/index.ts';
import { errorNumber } from './addresses.ts';
import { SOCKET_CONSTANTS as C } from './constants.ts';
import { SOCKET_DOC, SOCKET_METHODS } from './docs.ts';
import {
  canReceive,
  closeEndpoint,
  duplicate,
  endpointOf,
  makePair,
  receive,
  shutDown,
  transmit,
  type Endpoint,
} from './endpoint.ts';

export class PySocket extends PyObject {
  /** null when closed or detached. */
  endpoint: Endpoint | null = null;
  family = -1;
  type = -1;
  proto = -1;
  /** Seconds; null blocks, 0 never waits. */
  timeout: number | null = null;
}

export const socketType = makeBuiltinType('_socket.socket', objectType, PySocket, Py_TPFLAGS_BASETYPE);
const bindInit = argumentBinder('socket', '(family=-1, type=-1, proto=-1, fileno=None)');

const unsupported = (): never => {
  throw osError(errorNumber('EAFNOSUPPORT'), 'Address family not supported by protocol');
};
const notConnected = (): never => {
  throw osError(errorNumber('EOPNOTSUPP'), 'Operation not supported');
};

function init(self: PySocket, given: readonly (Value | undefined)[]): void {
  const [family, type, proto] = given.slice(0, 3).map((value) => (value === undefined ? -1 : Number(index(value))));
  const fileno = given[3];
  if (fileno === undefined || fileno === None) unsupported();
  const float = asFloat(fileno!);
  if (float !== undefined) throw typeError('integer argument expected, got float');
  const fd = Number(index(fileno!));
  if (fd < 0) throw valueError('negative file descriptor');
  self.endpoint = withHost(() => endpointOf(fd));
  self.family = family === -1 ? C.AF_UNIX : family!;
  self.type = type === -1 ? C.SOCK_STREAM : type!;
  self.proto = proto === -1 ? 0 : proto!;
  self.timeout = defaultTimeout().value;
}

const DEFAULT_TIMEOUT = Symbol('_socket default timeout');

/** Default timeout of new sockets, in seconds. @cpython socket_state.defaulttimeout */
export function defaultTimeout(): { value: number | null } {
  return currentInterpreter().state(DEFAULT_TIMEOUT, () => ({ value: null }));
}

/** A timeout argument. @throws TypeError, ValueError */
export function timeoutArgument(value: Value): number | null {
  if (value === None) return null;
  const float = asFloat(value);
  const seconds = float ?? Number(index(value));
  if (Number.isNaN(seconds)) throw valueError('Invalid value NaN (not a number)');
  if (seconds < 0) throw valueError('Timeout value out of range');
  return seconds;
}

export const timeoutValue = (seconds: number | null): Value => (seconds === null ? None : new PyFloat(seconds));

function open(self: PySocket): Endpoint {
  if (self.endpoint === null) throw osError(errorNumber('EBADF'), 'Bad file descriptor');
  return self.endpoint;
}

/** Reads into memory; other threads run while there is nothing. */
function receiveInto(self: PySocket, memory: Uint8Array): number {
  const endpoint = open(self);
  const count = withHost(() => receive(endpoint, memory));
  if (count !== null) return count;
  if (self.timeout === 0) throw osError(errorNumber('EAGAIN'), 'Resource temporarily unavailable');
  const threads = scheduler();
  if (self.timeout === null && threads.others.length === 0) throw deadlock();
  if (threads.wait(() => canReceive(endpoint), self.timeout ?? -1))
    return withHost(() => receive(endpoint, memory)) ?? 0;
  throw newException(excTypes.TimeoutError, 'timed out');
}

function recv(self: PySocket, args: readonly Value[]): Value {
  const size = indexNumber(args[0] ?? 0, excTypes.OverflowError);
  if (size < 0) throw valueError('negative buffersize in recv');
  const memory = new Uint8Array(size);
  return new PyBytes(memory.slice(0, receiveInto(self, memory)));
}

function recvInto(self: PySocket, args: readonly Value[]): Value {
  const buffer = getBuffer(args[0] ?? None, PyBUF_WRITABLE);
  try {
    const wanted = args[1] === undefined ? 0 : indexNumber(args[1], excTypes.OverflowError);
    if (wanted < 0) throw valueError('negative buffersize in recv_into');
    if (wanted > buffer.len) throw valueError('buffer too small for requested bytes');
    const end = buffer.offset + (wanted === 0 ? buffer.len : wanted);
    return receiveInto(self, buffer.bytes.subarray(buffer.offset, end));
  } finally {
    releaseBuffer(args[0]!, buffer);
  }
}

function send(self: PySocket, args: readonly Value[]): number {
  const bytes = bufferBytes(args[0] ?? None);
  const endpoint = open(self);
  return withHost(() => transmit(endpoint, bytes));
}

function close(self: PySocket): void {
  const { endpoint } = self;
  self.endpoint = null;
  if (endpoint !== null) withHost(() => closeEndpoint(endpoint));
}

function detach(self: PySocket): Value {
  const fd = self.endpoint?.readFd ?? -1;
  self.endpoint = null;
  return fd;
}

function shutdown(self: PySocket, how: Value): void {
  const which = asInt(how);
  if (which === undefined) throw typeError('an integer is required');
  if (which < 0 || which > 2) throw osError(errorNumber('EINVAL'), 'Invalid argument');
  const endpoint = open(self);
  withHost(() => shutDown(endpoint, which !== C.SHUT_WR, which !== C.SHUT_RD));
}

/** What a pair can tell of itself. */
function getsockopt(self: PySocket, args: readonly Value[]): Value {
  open(self);
  const option = Number(index(args[1] ?? 0));
  if (option === C.SO_TYPE) return self.type;
  if (option === C.SO_DOMAIN) return self.family;
  if (option === C.SO_PROTOCOL) return self.proto;
  return 0;
}

const methods = documentedMethods(SOCKET_METHODS, {
  _accept: notConnected,
  bind: notConnected,
  close,
  connect: notConnected,
  connect_ex: () => errorNumber('EOPNOTSUPP'),
  detach,
  fileno: (self: PySocket) => self.endpoint?.readFd ?? -1,
  getpeername: (self: PySocket) => (open(self), ''),
  getsockname: (self: PySocket) => (open(self), ''),
  getsockopt,
  listen: notConnected,
  recv,
  recv_into: recvInto,
  recvfrom: (self: PySocket, args: readonly Value[]) => new PyTuple([recv(self, args), None]),
  recvfrom_into: (self: PySocket, args: readonly Value[]) => new PyTuple([recvInto(self, args), None]),
  send,
  sendall: (self: PySocket, args: readonly Value[]) => void send(self, args),
  sendto: notConnected,
  setblocking: (self: PySocket, flag: Value) => {
    self.timeout = isTrue(flag) ? null : 0;
  },
  getblocking: (self: PySocket) => self.timeout !== 0,
  settimeout: (self: PySocket, value: Value) => {
    self.timeout = timeoutArgument(value);
  },
  gettimeout: (self: PySocket) => timeoutValue(self.timeout),
  setsockopt: (self: PySocket) => void open(self),
  shutdown,
  recvmsg: notConnected,
  recvmsg_into: notConnected,
  sendmsg: notConnected,
});
for (const name of ['recv', 'recv_into', 'recvfrom', 'recvfrom_into']) waiting(methods[name]!);

export const socketSpec = typeSpec(socketType, {
  doc: SOCKET_DOC,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: (self, args, kwnames) => init(self as PySocket, bindInit(args, kwnames) as (Value | undefined)[]),
    tp_repr: (self) => {
      const socket = self as PySocket;
      const fd = socket.endpoint?.readFd ?? -1;
      return strFromUtf16(
        `<socket object, fd=${fd}, family=${socket.family}, type=${socket.type}, proto=${socket.proto}>`,
      );
    },
  },
  methods,
  members: documentedGetters(SOCKET_METHODS, {
    family: (self) => (self as PySocket).family,
    type: (self) => (self as PySocket).type,
    proto: (self) => (self as PySocket).proto,
  }),
  getset: documentedGetters(SOCKET_METHODS, { timeout: (self) => timeoutValue((self as PySocket).timeout) }),
});

/** `socketpair([family[, type[, proto]]])`. */
export function socketpair(args: readonly Value[]): Value {
  const [family = C.AF_UNIX, type = C.SOCK_STREAM, proto = 0] = args.map((value) => Number(index(value)));
  if (family !== C.AF_UNIX) throw osError(errorNumber('EOPNOTSUPP'), 'Operation not supported');
  if ((type & 0xf) !== C.SOCK_STREAM) throw osError(errorNumber('EPROTONOSUPPORT'), 'Protocol not supported');
  const ends = withHost(makePair).map((endpoint) => {
    const socket = new PySocket();
    Object.assign(socket, { endpoint, family, type: C.SOCK_STREAM, proto, timeout: defaultTimeout().value });
    return socket;
  });
  return new PyTuple(ends);
}

/** `close(fd)`. */
export function closeDescriptor(value: Value): void {
  const fd = Number(index(value));
  withHost(() => closeEndpoint(endpointOf(fd)));
}

/** `dup(fd)`. */
export function duplicateDescriptor(value: Value): Value {
  const fd = Number(index(value));
  return withHost(() => duplicate(endpointOf(fd))).readFd;
}
