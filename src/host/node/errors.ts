/// <reference types="node" />
/** Node's errors as `HostError`, with the platform's errno. */
import { HostError } from '../contract.ts';
import { LINUX_ERRNO } from '../errno.ts';

/** Errno numbers of this platform by name; Linux's where the platform has none. */
export const PLATFORM_ERRNO: Readonly<Record<string, number>> =
  process.platform === 'linux'
    ? LINUX_ERRNO
    : { ...LINUX_ERRNO, ...process.getBuiltinModule('node:os').constants.errno };

/** A `HostError` by name. */
export function hostError(code: string): HostError {
  return new HostError(code, PLATFORM_ERRNO[code]);
}

/** What a call of Node threw, as a `HostError`; our own mistakes stay what they are. */
export function fromNodeError(error: unknown): unknown {
  if (error instanceof HostError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  if (code in PLATFORM_ERRNO) return hostError(code);
  if (code === 'ERR_FS_FILE_TOO_LARGE') return hostError('EFBIG');
  if (code === 'ERR_ACCESS_DENIED') return hostError('EACCES');
  if (code === 'ERR_INVALID_ARG_VALUE' || code === 'ERR_OUT_OF_RANGE' || code === 'ERR_INVALID_ARG_TYPE')
    return hostError('EINVAL');
  return hostError('EIO');
}

/** Runs a request to Node. @throws HostError */
export function translated<T>(request: () => T): T {
  try {
    return request();
  } catch (error) {
    throw fromNodeError(error);
  }
}
