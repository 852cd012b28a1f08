/** Exceptions of the JSON decoder. @cpython Modules/_json.c raise_errmsg */
import { callMethod, isPyException, strFromUtf16, thread, type Text, type Value } from '../../objects/core/index.ts';

/** A `json.JSONDecodeError` at a position of the document. */
export function decodeError(message: string, document: Text, position: number): Value {
  const decoder = thread.interp.importModule('json.decoder');
  return callMethod(decoder, 'JSONDecodeError', message, document, position);
}

/** What was thrown, with a note of what was being encoded if it is a Python exception. */
export function withNote(error: unknown, note: string): unknown {
  if (isPyException(error)) callMethod(error, 'add_note', strFromUtf16(note));
  return error;
}
