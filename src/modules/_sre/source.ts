/** What a pattern is applied to: text, or bytes as Latin-1 text, and how slices of it come back. @cpython getstring, getslice */
import {
  PyBytes,
  PyWideStr,
  asText,
  bytesType,
  typeError,
  typeName,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { bufferBytesOrUndefined, copyOfBuffer, hasBuffer } from '../../objects/bytes/index.ts';
import { decodeLatin1 } from '../../objects/codecs/index.ts';
import { sliceText } from '../../objects/str/index.ts';
import { WideSubject, type Subject } from './program.ts';

const latin1Texts: WeakMap<PyBytes, string> = new WeakMap();

export class Source {
  readonly value: Value;
  readonly subject: Subject;
  readonly isBytes: boolean;
  private readonly text: Text;
  private readonly bytes: Uint8Array | null;

  /** @throws TypeError when the value is neither str nor bytes-like */
  constructor(value: Value) {
    this.value = value;
    const text = asText(value);
    if (text !== undefined) {
      this.text = text;
      this.bytes = null;
      this.isBytes = false;
      this.subject = text instanceof PyWideStr ? new WideSubject(text.codePoints) : text;
      return;
    }
    if (!hasBuffer(value)) throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
    this.isBytes = true;
    this.bytes = bufferBytesOrUndefined(value) ?? copyOfBuffer(value);
    let latin1 = value instanceof PyBytes ? latin1Texts.get(value) : undefined;
    if (latin1 === undefined) {
      latin1 = decodeLatin1(this.bytes);
      if (value instanceof PyBytes) latin1Texts.set(value, latin1);
    }
    this.text = latin1;
    this.subject = latin1;
  }

  get length(): number {
    return this.subject.length;
  }

  /** Part of the value as a str or bytes. */
  slice(start: number, end: number): Value {
    if (this.bytes === null) return sliceText(this.text, start, end);
    if (start === 0 && end === this.bytes.length && this.value instanceof PyBytes && this.value.ob_type === bytesType) {
      return this.value;
    }
    return new PyBytes(this.bytes.slice(start, end));
  }
}
