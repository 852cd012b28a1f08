/** The `filename` argument of `compile`: str, bytes or a path object, as str. @cpython PyUnicode_FSDecoder */
import {
  asText,
  callSpecial,
  PyBytes,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { decodeFileName } from '../posix/path-argument.ts';

/** @throws TypeError, ValueError for null characters */
export function fileSystemPath(value: Value): Value {
  const path = pathText(value);
  if (textToHost(asText(path)!).includes('\0')) throw valueError('embedded null character');
  return path;
}

function pathText(value: Value): Value {
  if (asText(value) !== undefined) return value;
  if (value instanceof PyBytes) return strFromUtf16(decodeFileName(value.bytes));
  const path = callSpecial(value, '__fspath__');
  if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  if (asText(path) !== undefined) return path;
  if (path instanceof PyBytes) return strFromUtf16(decodeFileName(path.bytes));
  throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
}
