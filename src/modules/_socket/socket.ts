/** `_socket`. @cpython Modules/socketmodule.c */
import { excTypes, index, osError, overflowError, strFromUtf16, type Value } from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import {
  errorNumber,
  getaddrinfo,
  gethostbyname,
  getprotobyname,
  getservbyname,
  getservbyport,
  inetAton,
  inetNtoa,
  inetNtop,
  inetPton,
  socketErrors,
  unknownName,
} from './addresses.ts';
import { SOCKET_CONSTANTS } from './constants.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';
import {
  closeDescriptor,
  defaultTimeout,
  duplicateDescriptor,
  socketSpec,
  socketType,
  socketpair,
  timeoutArgument,
  timeoutValue,
} from './py-socket.ts';

const notImplemented = (): never => {
  throw osError(errorNumber('ENOSYS'), 'Function not implemented');
};
const unknown = (): never => {
  throw unknownName();
};

function swap16(value: Value, name: string): Value {
  const int = index(value);
  if (int < 0) throw overflowError(`${name}: can't convert negative Python int to C 16-bit unsigned integer`);
  if (int > 0xffff) throw overflowError(`${name}: Python int too large to convert to C 16-bit unsigned integer`);
  const number = Number(int);
  return ((number & 0xff) << 8) | (number >> 8);
}

function swap32(value: Value): Value {
  const int = index(value);
  if (int < 0) throw overflowError("can't convert negative value to unsigned int");
  if (int > 0xffffffff) throw overflowError('int larger than 32 bits');
  const number = Number(int);
  const swapped = ((number & 0xff) << 24) | ((number & 0xff00) << 8) | ((number >>> 8) & 0xff00) | (number >>> 24);
  return swapped >>> 0;
}

/** Arguments of functions that take them unparsed. */
const spread =
  (fn: (...args: Value[]) => Value) =>
  (args: readonly Value[]): Value =>
    fn(...args);

/** Keywords of `getaddrinfo` in order. */
const ADDRESS_PARAMETERS = ['host', 'port', 'family', 'type', 'proto', 'flags'];

function addressInfo(args: readonly Value[], kwnames: readonly string[] | null): Value {
  const given = args.length - (kwnames?.length ?? 0);
  const bound: (Value | undefined)[] = args.slice(0, given);
  kwnames?.forEach((name, i) => (bound[ADDRESS_PARAMETERS.indexOf(name)] = args[given + i]));
  return getaddrinfo(bound[0]!, bound[1]!, bound[2], bound[3], bound[4], bound[5]);
}

export const socketModule = defineModule('_socket', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    gethostbyname: spread(gethostbyname),
    gethostbyname_ex: unknown,
    gethostbyaddr: unknown,
    gethostname: () => strFromUtf16(currentInterpreter().host.uname.nodename),
    sethostname: notImplemented,
    getservbyname: spread(getservbyname),
    getservbyport: spread(getservbyport),
    getprotobyname: spread(getprotobyname),
    close: closeDescriptor,
    dup: duplicateDescriptor,
    socketpair,
    ntohs: (value: Value) => swap16(value, 'ntohs'),
    ntohl: swap32,
    htons: (value: Value) => swap16(value, 'htons'),
    htonl: swap32,
    inet_aton: inetAton,
    inet_ntoa: inetNtoa,
    inet_pton: spread(inetPton),
    inet_ntop: spread(inetNtop),
    getaddrinfo: addressInfo,
    getnameinfo: unknown,
    getdefaulttimeout: () => timeoutValue(defaultTimeout().value),
    setdefaulttimeout: (value: Value) => {
      defaultTimeout().value = timeoutArgument(value);
    },
    if_nameindex: notImplemented,
    if_nametoindex: notImplemented,
    if_indextoname: notImplemented,
  }),
  types: [socketSpec],
  constants: () => ({
    SocketType: socketType,
    error: excTypes.OSError,
    herror: socketErrors.herror.type(),
    gaierror: socketErrors.gaierror.type(),
    timeout: excTypes.TimeoutError,
    has_ipv6: true,
    ...SOCKET_CONSTANTS,
  }),
});
