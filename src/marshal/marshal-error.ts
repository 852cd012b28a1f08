/** What goes wrong with marshal data, in CPython's words, so that the `marshal` module can raise the same. */

/** The class of the exception that CPython raises. */
export type MarshalErrorKind = 'EOFError' | 'ValueError' | 'TypeError' | 'SystemError' | 'UnicodeDecodeError';

/** Bad marshal data, or a value that marshal cannot carry. */
export class MarshalError extends Error {
  override name = 'MarshalError';
  readonly kind: MarshalErrorKind;
  /** Offset of the byte at which it was noticed; -1 when writing. */
  readonly offset: number;
  /** For a `UnicodeDecodeError`: the bytes, and CPython's start, end and reason. */
  readonly decoding?: {
    readonly bytes: Uint8Array;
    readonly start: number;
    readonly end: number;
    readonly reason: string;
  };

  constructor(kind: MarshalErrorKind, message: string, offset = -1, decoding?: MarshalError['decoding']) {
    super(message);
    this.kind = kind;
    this.offset = offset;
    if (decoding !== undefined) this.decoding = decoding;
  }
}
