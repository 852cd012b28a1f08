/** Internet addresses as text and bytes, and names that need no network. @cpython Modules/socketmodule.c */
import {
  None,
  PyBytes,
  PyList,
  PyTuple,
  asInt,
  asText,
  bufferBytes,
  index,
  osError,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  valueError,
  excTypes,
  newException,
  strHost,
  type PyBaseException,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { moduleException } from '../module-exception.ts';
import { SOCKET_CONSTANTS as C } from './constants.ts';

export const socketErrors = {
  herror: moduleException('socket', 'herror', [excTypes.OSError]),
  gaierror: moduleException('socket', 'gaierror', [excTypes.OSError]),
};

export function errorNumber(name: string): number {
  return currentInterpreter().host.errno[name] ?? 38;
}

function addressError(type: PyType, number: number, message: string): PyBaseException {
  const error = newException(type, number, strFromUtf16(message));
  error.setField('errno', number);
  error.setField('strerror', strFromUtf16(message));
  return error;
}

/** There is nobody to ask. */
export function unknownName(): PyBaseException {
  return addressError(socketErrors.gaierror.type(), C.EAI_NONAME, 'Name or service not known');
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The four bytes of a dotted address, or null. */
export function parseIPv4(text: string): Uint8Array | null {
  const match = IPV4.exec(text);
  if (match === null) return null;
  const parts = match.slice(1).map(Number);
  return parts.every((part) => part < 256) ? Uint8Array.from(parts) : null;
}

/** The 16 bytes of an IPv6 address, or null. */
export function parseIPv6(text: string): Uint8Array | null {
  let source = text;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(source);
  if (tail !== null) {
    const bytes = parseIPv4(tail[2]!);
    if (bytes === null) return null;
    const word = (i: number): string => ((bytes[i]! << 8) | bytes[i + 1]!).toString(16);
    source = `${tail[1]!}${word(0)}:${word(2)}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return null;
  const words = halves.map((half) => (half === '' ? [] : half.split(':')));
  const isGood = words.flat().every((word) => /^[0-9a-fA-F]{1,4}$/.test(word));
  const count = words.flat().length;
  if (!isGood || (halves.length === 2 ? count > 7 : count !== 8)) return null;
  const all = halves.length === 2 ? [...words[0]!, ...new Array<string>(8 - count).fill('0'), ...words[1]!] : words[0]!;
  return Uint8Array.from(all.flatMap((word) => [parseInt(word, 16) >> 8, parseInt(word, 16) & 255]));
}

export function formatIPv6(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!);
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && words[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  const isMapped = best.start === 0 && (best.length === 6 || (best.length === 5 && words[5] === 0xffff));
  const hex = (list: number[]): string => list.map((word) => word.toString(16)).join(':');
  if (isMapped) return `::${best.length === 5 ? 'ffff:' : ''}${[...bytes.subarray(12)].join('.')}`;
  if (best.start < 0) return hex(words);
  return `${hex(words.slice(0, best.start))}::${hex(words.slice(best.start + best.length))}`;
}

function textArgument(value: Value, name: string, position: number): string {
  const text = asText(value);
  if (text === undefined) throw typeError(`${name}() argument ${position} must be str, not ${typeName(value)}`);
  return textToHost(text);
}

/** `inet_aton`: one to four parts, decimal, octal or hexadecimal. */
export function inetAton(value: Value): Value {
  const text = textArgument(value, 'inet_aton', 1);
  const parts = text.trim().split('.');
  const numbers = parts.map((part) =>
    /^(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/.test(part) ? Number(/^0\d/.test(part) ? `0o${part.slice(1)}` : part) : NaN,
  );
  const last = numbers.pop();
  const isGood =
    last !== undefined &&
    parts.length <= 4 &&
    numbers.every((part) => part <= 255) &&
    last < 256 ** (4 - numbers.length);
  if (!isGood) throw osErrorText('illegal IP address string passed to inet_aton');
  const address = numbers.reduce((sum, part, i) => sum + part * 256 ** (3 - i), last);
  return new PyBytes(Uint8Array.from([24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256)));
}

function osErrorText(message: string): PyBaseException {
  return newException(excTypes.OSError, strFromUtf16(message));
}

export function inetNtoa(value: Value): Value {
  const bytes = bufferBytes(value);
  if (bytes.length !== 4) throw osErrorText('packed IP wrong length');
  return [...bytes].join('.');
}

function family(value: Value): number {
  return Number(index(value));
}

export function inetPton(af: Value, ip: Value): Value {
  const text = textArgument(ip, 'inet_pton', 2);
  const which = family(af);
  if (which !== C.AF_INET && which !== C.AF_INET6) {
    throw osError(errorNumber('EAFNOSUPPORT'), 'Address family not supported by protocol');
  }
  const bytes = which === C.AF_INET ? parseIPv4(text) : parseIPv6(text);
  if (bytes === null) throw osErrorText('illegal IP address string passed to inet_pton');
  return new PyBytes(bytes);
}

export function inetNtop(af: Value, packed: Value): Value {
  const bytes = bufferBytes(packed);
  const which = family(af);
  if (which !== C.AF_INET && which !== C.AF_INET6) throw valueError(`unknown address family ${which}`);
  if (bytes.length !== (which === C.AF_INET ? 4 : 16)) throw valueError('invalid length of packed IP address string');
  return which === C.AF_INET ? [...bytes].join('.') : formatIPv6(bytes);
}

/** The addresses of a name that is known without asking anybody; null for others. */
function knownAddresses(host: string, which: number, isPassive: boolean): { family: number; address: string }[] | null {
  const v4 = { family: C.AF_INET, address: host };
  const v6 = { family: C.AF_INET6, address: host };
  const wants = (entry: { family: number }): boolean => which === C.AF_UNSPEC || which === entry.family;
  if (host === '') {
    return [
      { ...v6, address: isPassive ? '::' : '::1' },
      { ...v4, address: isPassive ? '0.0.0.0' : '127.0.0.1' },
    ].filter(wants);
  }
  if (host === 'localhost')
    return [
      { ...v6, address: '::1' },
      { ...v4, address: '127.0.0.1' },
    ].filter(wants);
  if (parseIPv4(host) !== null) return wants(v4) ? [v4] : null;
  const bytes = parseIPv6(host);
  if (bytes !== null) return wants(v6) ? [{ ...v6, address: formatIPv6(bytes) }] : null;
  return null;
}

const KINDS = [
  [C.SOCK_STREAM, C.IPPROTO_TCP],
  [C.SOCK_DGRAM, C.IPPROTO_UDP],
  [C.SOCK_RAW, 0],
] as const;

const SERVICES: Readonly<Record<string, number>> = {
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  http: 80,
  pop3: 110,
  ntp: 123,
  imap2: 143,
  imap: 143,
  https: 443,
};

/** `getaddrinfo`, for numeric addresses and `localhost`. */
export function getaddrinfo(
  hostValue: Value,
  portValue: Value,
  familyValue: Value | undefined,
  typeValue: Value | undefined,
  protoValue: Value | undefined,
  flagsValue: Value | undefined,
): Value {
  const int = (value: Value | undefined): number => (value === undefined ? 0 : Number(index(value)));
  let host = '';
  if (hostValue !== None) {
    const text = asText(hostValue);
    host = text === undefined ? new TextDecoder().decode(bufferBytes(hostValue)) : textToHost(text);
  }
  const port = portNumber(portValue);
  const addresses = knownAddresses(host, int(familyValue), (int(flagsValue) & C.AI_PASSIVE) !== 0);
  if (addresses === null) throw unknownName();
  const wantedType = int(typeValue);
  const wantedProto = int(protoValue);
  const kinds = KINDS.filter(
    ([type, proto]) =>
      (wantedType === 0 || wantedType === type) && (wantedProto === 0 || wantedProto === proto || type === C.SOCK_RAW),
  );
  const result = addresses.flatMap(({ family: which, address }) =>
    kinds.map(([type, proto]) => {
      const place = which === C.AF_INET6 ? [address, port, 0, 0] : [address, port];
      return new PyTuple([which, type, type === C.SOCK_RAW ? wantedProto : proto, '', new PyTuple(place)]);
    }),
  );
  return new PyList(result);
}

function portNumber(value: Value): number {
  if (value === None) return 0;
  const int = asInt(value);
  if (int !== undefined) return Number(int);
  const text = asText(value);
  const name = text === undefined ? strHost(value) : textToHost(text);
  if (/^\d+$/.test(name)) return Number(name);
  const port = SERVICES[name];
  if (port === undefined)
    throw addressError(socketErrors.gaierror.type(), C.EAI_SERVICE, 'Servname not supported for ai_socktype');
  return port;
}

export function getservbyname(name: Value): Value {
  const port = SERVICES[textArgument(name, 'getservbyname', 1)];
  if (port === undefined) throw osErrorText('service/proto not found');
  return port;
}

export function getservbyport(port: Value): Value {
  const number = Number(index(port));
  const found = Object.entries(SERVICES).find(([, each]) => each === number);
  if (found === undefined) throw osErrorText('port/proto not found');
  return found[0];
}

export function getprotobyname(name: Value): Value {
  const numbers: Readonly<Record<string, number>> = { ip: 0, icmp: 1, tcp: 6, udp: 17, ipv6: 41, 'ipv6-icmp': 58 };
  const number = numbers[textArgument(name, 'getprotobyname', 1)];
  if (number === undefined) throw osErrorText('protocol not found');
  return number;
}

export function gethostbyname(name: Value): Value {
  const host = textArgument(name, 'gethostbyname', 1);
  const found = knownAddresses(host, C.AF_INET, false)?.[0];
  if (found !== undefined) return found.address;
  if (host === currentInterpreter().host.uname.nodename) return '127.0.0.1';
  throw unknownName();
}
