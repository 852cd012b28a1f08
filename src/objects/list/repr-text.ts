/**
 * Building the repr of containers: joining texts, and stopping at an object that is being shown already.
 *
 * @cpython Objects/object.c Py_ReprEnter, Py_ReprLeave
 */
import { codePointsOf, PyWideStr, textLength, type PyObject, type Text } from '../core/index.ts';

/** Concatenates texts. */
export function concatTexts(parts: readonly Text[]): Text {
  let isNarrow = true;
  for (let i = 0; i < parts.length; i++) {
    if (typeof parts[i] !== 'string') {
      isNarrow = false;
      break;
    }
  }
  if (isNarrow) return (parts as readonly string[]).join('');
  let length = 0;
  for (const part of parts) length += textLength(part);
  const result = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    result.set(codePointsOf(part), at);
    at += textLength(part);
  }
  return new PyWideStr(result);
}

/** `open + ', '.join(parts) + close`. */
export function bracketed(open: string, parts: readonly Text[], close: string): Text {
  const pieces: Text[] = [open];
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) pieces.push(', ');
    pieces.push(parts[i]!);
  }
  pieces.push(close);
  return concatTexts(pieces);
}

const shown = new Set<PyObject>();

/** Runs `show` unless `object` is being shown further up; then the answer is `recursive`. */
export function guardedRepr(object: PyObject, recursive: string, show: () => Text): Text {
  if (shown.has(object)) return recursive;
  shown.add(object);
  try {
    return show();
  } finally {
    shown.delete(object);
  }
}
