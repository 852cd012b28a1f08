/** From a failed host request to Python's OSError. */
import { HostError } from '../host/contract.ts';
import { osError, type Value } from '../objects/core/index.ts';

/**
 * Runs a host request; a `HostError` becomes OSError with these file names.
 *
 * @throws OSError or the subclass that stands for the errno
 */
export function withHost<T>(run: () => T, filename?: Value, filename2?: Value): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) throw osError(error.errno, error.message, filename, filename2);
    throw error;
  }
}
