/** The `filename` argument of `compile`: str, bytes or a path object, as str. @cpython PyUnicode_FSDecoder */
import { asText, callSpecial, PyBytes, strFromUtf16, typeError, typeName, type Value } from '../../objects/core/index.ts';

/** @throws TypeError */
export function fileSystemPath(value: Value): Value {
  if (asText(value) !== undefined) return value;
  if (value instanceof PyBytes) return strFromUtf16(decodeWithEscapes(value.bytes));
  const path = callSpecial(value, '__fspath__');
  if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  if (asText(path) !== undefined) return path;
  if (path instanceof PyBytes) return strFromUtf16(decodeWithEscapes(path.bytes));
  throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
}

/** UTF-8 in which each byte that fits nowhere becomes a lone surrogate. */
function decodeWithEscapes(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    let text = '';
    for (let i = 0; i < bytes.length; ) {
      const length = Math.min(bytes.length - i, sequenceLength(bytes[i]!));
      try {
        text += decoder.decode(bytes.subarray(i, i + length));
        i += length;
      } catch {
        text += String.fromCharCode(0xdc00 + bytes[i]!);
        i++;
      }
    }
    return text;
  }
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
