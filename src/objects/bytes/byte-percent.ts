/** `%` formatting of bytes. @cpython Objects/bytesobject.c _PyBytes_FormatEx */
import {
  PyByteArray,
  PyBytes,
  PyTuple,
  asText,
  callDescriptor,
  excTypes,
  index,
  matches,
  overflowError,
  reprText,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../core/index.ts';
import { asNumber } from '../float/float-conversion.ts';
import { formatWith, type PercentDialect } from '../str/percent.ts';
import { asciiText } from '../str/format-fields.ts';
import { decodeLatin1 } from '../codecs/utf-8.ts';
import { encodeLatin1 } from '../codecs/ascii-latin-1.ts';
import { bytesOf } from './byte-methods.ts';
import { copyOfBuffer, hasBuffer } from './buffer-access.ts';

/** The bytes of a `%b` argument, as Latin-1 text. */
function bytesArgumentText(value: Value): string {
  if (value instanceof PyBytes && typeOf(value) === PyBytes.prototype.ob_type) return decodeLatin1(value.bytes);
  if (value instanceof PyByteArray) return decodeLatin1(bytesOf(value));
  const descr = typeOf(value).lookup('__bytes__');
  if (descr !== undefined) {
    const result = callDescriptor(descr, value, []);
    if (!(result instanceof PyBytes)) throw typeError(`__bytes__ returned non-bytes (type ${typeName(result)})`);
    return decodeLatin1(result.bytes);
  }
  if (hasBuffer(value)) return decodeLatin1(copyOfBuffer(value));
  throw typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`);
}

const BYTES_DIALECT: PercentDialect = {
  noun: 'bytes',
  key: (text) => new PyBytes(encodeLatin1(text, null)),
  convert(char, value) {
    switch (char) {
      case 115:
      case 98:
        return bytesArgumentText(value);
      case 114:
      case 97:
        return asciiText(reprText(value));
      default:
        return undefined;
    }
  },
  character(value) {
    if (value instanceof PyBytes || value instanceof PyByteArray) {
      const bytes = bytesOf(value);
      if (bytes.length === 1) return String.fromCharCode(bytes[0]!);
      const kind = value instanceof PyBytes ? 'bytes' : 'bytearray';
      throw typeError(
        `%c requires an integer in range(256) or a single byte, not a ${kind} object of length ${bytes.length}`,
      );
    }
    if (typeOf(value).nb_index === undefined) {
      throw typeError(`%c requires an integer in range(256) or a single byte, not ${typeName(value)}`);
    }
    const byte = index(value);
    if (byte < 0 || byte > 255) throw overflowError('%c arg not in range(256)');
    return String.fromCharCode(Number(byte));
  },
  float(value) {
    try {
      return asNumber(value);
    } catch (error) {
      if (matches(error, excTypes.TypeError)) throw typeError(`float argument required, not ${typeName(value)}`);
      throw error;
    }
  },
  unsupported(char, at) {
    if (char > 127) return overflowError('character argument not in range(0x110000)');
    return valueError(
      `unsupported format character '${String.fromCharCode(char)}' (0x${char.toString(16)}) at index ${at}`,
    );
  },
};

function isKeyed(value: Value): boolean {
  if (value instanceof PyTuple || value instanceof PyBytes || value instanceof PyByteArray) return false;
  return typeOf(value).mp_subscript !== undefined && asText(value) === undefined;
}

/** `format % args` for bytes. */
export function formatBytesPercent(format: Uint8Array, args: Value): Uint8Array {
  return encodeLatin1(formatWith(decodeLatin1(format), args, BYTES_DIALECT, isKeyed), null);
}
