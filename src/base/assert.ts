/** Our own mistakes, as against a Python exception: Python code cannot catch them. */
export class InternalError extends Error {
  override name = 'InternalError';
}

/** @throws InternalError when the condition does not hold. */
export function assert(condition: unknown, message = 'assertion failed'): asserts condition {
  if (!condition) throw new InternalError(message);
}

/** Marks the end of an exhaustive switch. @throws InternalError always. */
export function assertNever(value: never): never {
  throw new InternalError(`unexpected value ${JSON.stringify(value)}`);
}
