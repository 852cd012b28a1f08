/**
 * The ends of socket pairs within this process: two pipes, one each way. The number of an end is the descriptor that it
 * reads from.
 */
import { HostError, type HostFileSystem } from '../../host/contract.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { readinessSources } from '../select/index.ts';

export interface Endpoint {
  readonly readFd: number;
  readonly writeFd: number;
  isReadShut: boolean;
  isWriteShut: boolean;
}

const STATE = Symbol('_socket endpoints');

const endpoints = (): Map<number, Endpoint> => currentInterpreter().state(STATE, () => new Map<number, Endpoint>());
const fs = (): HostFileSystem => currentInterpreter().host.fs;

function register(readFd: number, writeFd: number): Endpoint {
  const endpoint: Endpoint = { readFd, writeFd, isReadShut: false, isWriteShut: false };
  endpoints().set(readFd, endpoint);
  readinessSources().set(readFd, () => {
    const reading = fs().pipeStatus(readFd)!;
    const isEnded = !reading.isWriterOpen || endpoint.isReadShut;
    return {
      isReadable: reading.available > 0 || isEnded,
      isWritable: true,
      isHungUp: !reading.isWriterOpen && endpoint.isWriteShut,
      isBroken: false,
    };
  });
  return endpoint;
}

/** Makes a connected pair. @throws HostError */
export function makePair(): [Endpoint, Endpoint] {
  const [leftRead, rightWrite] = fs().pipe();
  const [rightRead, leftWrite] = fs().pipe();
  return [register(leftRead, leftWrite), register(rightRead, rightWrite)];
}

/** The end with that number. @throws HostError ENOTSOCK, EBADF */
export function endpointOf(fd: number): Endpoint {
  const endpoint = endpoints().get(fd);
  if (endpoint !== undefined) return endpoint;
  fs().fstat(fd);
  throw new HostError('ENOTSOCK');
}

/** A second number for the same end. */
export function duplicate(endpoint: Endpoint): Endpoint {
  return register(fs().dup(endpoint.readFd), fs().dup(endpoint.writeFd));
}

export function closeEndpoint(endpoint: Endpoint): void {
  endpoints().delete(endpoint.readFd);
  readinessSources().delete(endpoint.readFd);
  fs().close(endpoint.readFd);
  if (!endpoint.isWriteShut) fs().close(endpoint.writeFd);
}

/** Ends one direction or both. */
export function shutDown(endpoint: Endpoint, reading: boolean, writing: boolean): void {
  if (reading) endpoint.isReadShut = true;
  if (writing && !endpoint.isWriteShut) {
    endpoint.isWriteShut = true;
    fs().close(endpoint.writeFd);
  }
}

/** Whether a reader would not have to wait. */
export function canReceive(endpoint: Endpoint): boolean {
  const status = fs().pipeStatus(endpoint.readFd)!;
  return endpoint.isReadShut || status.available > 0 || !status.isWriterOpen;
}

/** Bytes that can be read now; null when a reader would have to wait. */
export function receive(endpoint: Endpoint, buffer: Uint8Array): number | null {
  const status = fs().pipeStatus(endpoint.readFd)!;
  if (buffer.length === 0 || endpoint.isReadShut) return 0;
  if (status.available === 0) return status.isWriterOpen ? null : 0;
  return fs().read(endpoint.readFd, buffer, 0, buffer.length);
}

/** @throws HostError EPIPE */
export function transmit(endpoint: Endpoint, bytes: Uint8Array): number {
  if (endpoint.isWriteShut) throw new HostError('EPIPE');
  return fs().write(endpoint.writeFd, bytes);
}
