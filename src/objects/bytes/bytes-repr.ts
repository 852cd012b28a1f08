/** `repr` of bytes. @cpython Objects/bytesobject.c PyBytes_Repr */

/** `b'…'`. @param isQuoteEscaped escape single quotes in any case, as bytearray does */
export function reprOfBytes(bytes: Uint8Array, isQuoteEscaped = false): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  let result = quote === 34 ? 'b"' : "b'";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === quote || byte === 92 || (isQuoteEscaped && byte === 39)) result += `\\${String.fromCharCode(byte)}`;
    else if (byte === 9) result += '\\t';
    else if (byte === 10) result += '\\n';
    else if (byte === 13) result += '\\r';
    else if (byte < 32 || byte >= 127) result += `\\x${byte.toString(16).padStart(2, '0')}`;
    else result += String.fromCharCode(byte);
  }
  return result + String.fromCharCode(quote);
}
