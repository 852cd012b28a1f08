/**
 * Runtime values: which JavaScript values stand for which Python objects.
 *
 * int is `number` while it is a safe integer, else `bigint` (never a small `bigint`, never `-0`); bool is `boolean`; str
 * is `string` where every UTF-16 unit is one code point, else `PyWideStr`. All else is a `PyObject`. `undefined` is never
 * a Python value: it means "unbound", "missing", "not given".
 *
 * `ob_type` stands on the JavaScript prototype of each class, so reading it costs the hidden-class check that V8 makes
 * anyway, and comparing it in generated code folds away.
 */
import type { PyType } from './py-type.ts';
import type { PyDict } from './py-dict.ts';

/** Any Python object. */
export type Value = number | bigint | boolean | string | PyObject;

/** Every Python object that is not a JavaScript primitive. */
export abstract class PyObject {
  /** On the prototype; see `setInstanceClass`. */
  declare readonly ob_type: PyType;
}

/**
 * An object with attributes of its own: the base of the instance classes of all types whose instances have a
 * `__dict__`. Attribute `x` is the own property `$x`; `__slots__` members are own properties `#x`-like with another prefix
 * (see heap-type.ts).
 */
export class PyInstance extends PyObject {
  /**
   * null, or the `__dict__` object once somebody asked for it: a view of this object's `$` properties, or after
   * `__dict__` was assigned to (or took a key that is not a str) a dict of its own that holds the attributes instead.
   */
  ob_dict: PyDict | null = null;
}

export class PyNone extends PyObject {}
export const None = new PyNone();

export class PyNotImplemented extends PyObject {}
export const NotImplemented = new PyNotImplemented();

export class PyEllipsis extends PyObject {}
export const Ellipsis = new PyEllipsis();

/** An instance of `float` or of a subclass. */
export class PyFloat extends PyObject {
  readonly value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
}

/** An instance of `complex` or of a subclass. */
export class PyComplex extends PyObject {
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number) {
    super();
    this.real = real;
    this.imag = imag;
  }
}

/** A str with at least one code point above U+FFFF; text without one is a `string`. */
export class PyWideStr extends PyObject {
  readonly codePoints: Uint32Array;
  hash: number | bigint | undefined = undefined;
  constructor(codePoints: Uint32Array) {
    super();
    this.codePoints = codePoints;
  }
}

/** Exact text of a str: what `str` methods work on. */
export type Text = string | PyWideStr;

/** An instance of a proper subclass of `int` (`bool` apart). */
export class PyInt extends PyObject {
  readonly value: number | bigint;
  constructor(value: number | bigint) {
    super();
    this.value = value;
  }
}

/** An instance of a proper subclass of `str`. */
export class PyStr extends PyObject {
  readonly value: Text;
  constructor(value: Text) {
    super();
    this.value = value;
  }
}

/** An instance of `bytes` or of a subclass. The array is never written to. */
export class PyBytes extends PyObject {
  readonly bytes: Uint8Array;
  hash: number | bigint | undefined = undefined;
  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }
}

/** An instance of `bytearray` or of a subclass; `bytes` may be longer than `length`. */
export class PyByteArray extends PyObject {
  bytes: Uint8Array;
  length: number;
  /** Number of live buffer views; while it is not 0, resizing raises BufferError. */
  exports = 0;
  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
    this.length = bytes.length;
  }
}

/** An instance of `tuple` or of a subclass. The array is never written to. */
export class PyTuple extends PyObject {
  readonly items: readonly Value[];
  hash: number | bigint | undefined = undefined;
  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}

/** An instance of `list` or of a subclass. */
export class PyList extends PyObject {
  items: Value[];
  constructor(items: Value[]) {
    super();
    this.items = items;
  }
}

export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** A closure cell; `undefined` means empty. */
export class PyCell extends PyObject {
  value: Value | undefined;
  constructor(value: Value | undefined) {
    super();
    this.value = value;
  }
}

/** A module. Its `__dict__` is the globals of the code that runs in it. */
export class PyModule extends PyObject {
  ob_dict: PyDict;
  constructor(dict: PyDict) {
    super();
    this.ob_dict = dict;
  }
}
