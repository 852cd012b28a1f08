/**
 * The memory view object: one buffer, shared by all views derived from the first, and what part of it this view shows.
 *
 * The exporter's buffer is closed when the last of the views is released. There is no reference counting here, so a view
 * that is dropped without `release` keeps its exporter from being resized for good.
 *
 * @cpython Objects/memoryobject.c _PyManagedBuffer, PyMemoryView_FromObject
 */
import {
  PyObject,
  allocate,
  makeBuiltinType,
  objectType,
  valueError,
  bufferError,
  type PyBuffer,
  type Value,
} from '../core/index.ts';
import { releaseBuffer } from '../bytes/buffer-access.ts';

/** A buffer of an exporter and the number of views on it. */
export class ManagedBuffer {
  readonly master: PyBuffer;
  views = 0;
  constructor(master: PyBuffer) {
    this.master = master;
  }

  add(): void {
    this.views++;
  }

  remove(): void {
    if (--this.views === 0) releaseBuffer(this.master);
  }
}

/** What part of a buffer a view shows, and as what. */
export interface ViewLayout {
  readonly offset: number;
  readonly len: number;
  readonly readonly: boolean;
  readonly itemsize: number;
  readonly format: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

export class PyMemoryView extends PyObject {
  readonly managed: ManagedBuffer;
  readonly layout: ViewLayout;
  isReleased = false;
  /** Buffers of this view that others have open. */
  exports = 0;
  hash: number | bigint | undefined = undefined;
  constructor(managed: ManagedBuffer, layout: ViewLayout) {
    super();
    this.managed = managed;
    this.layout = layout;
    managed.add();
  }

  get bytes(): Uint8Array {
    return this.managed.master.bytes;
  }

  get ndim(): number {
    return this.layout.shape.length;
  }
}
export const memoryviewType = makeBuiltinType('memoryview', objectType, PyMemoryView, 1 << 5);
memoryviewType.hasWeakref = true;
memoryviewType.hasItems = true;

/** A view of all of a buffer. */
export function viewOfBuffer(buffer: PyBuffer): PyMemoryView {
  const { offset, len, readonly, itemsize, format, shape, strides } = buffer;
  return allocate(memoryviewType, new ManagedBuffer(buffer), {
    offset,
    len,
    readonly,
    itemsize,
    format,
    shape,
    strides,
  });
}

/** Another view on the same buffer. */
export function derivedView(view: PyMemoryView, layout: ViewLayout): PyMemoryView {
  return new PyMemoryView(view.managed, layout);
}

/** @throws ValueError when the view has been released */
export function checkReleased(view: PyMemoryView): void {
  if (view.isReleased) throw valueError('operation forbidden on released memoryview object');
}

/** `memoryview.release`. @throws BufferError while buffers of the view are open */
export function releaseView(view: PyMemoryView): void {
  if (view.isReleased) return;
  if (view.exports > 0) {
    throw bufferError(`memoryview has ${view.exports} exported buffer${view.exports === 1 ? '' : 's'}`);
  }
  view.isReleased = true;
  view.managed.remove();
}

/** The view as a buffer. */
export function bufferOfView(view: PyMemoryView, obj: Value = view): PyBuffer {
  return { obj, bytes: view.bytes, ...view.layout };
}

/** Row-major strides. */
export function contiguousStrides(shape: readonly number[], itemsize: number): number[] {
  const strides = new Array<number>(shape.length);
  let stride = itemsize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i]!;
  }
  return strides;
}

/** Whether items lie one after the other, last index fastest. */
export function isCContiguous(layout: ViewLayout): boolean {
  if (layout.len === 0) return true;
  let expected = layout.itemsize;
  for (let i = layout.shape.length - 1; i >= 0; i--) {
    if (layout.shape[i]! > 1 && layout.strides[i] !== expected) return false;
    expected *= layout.shape[i]!;
  }
  return true;
}

/** Whether items lie one after the other, first index fastest. */
export function isFContiguous(layout: ViewLayout): boolean {
  if (layout.len === 0) return true;
  let expected = layout.itemsize;
  for (let i = 0; i < layout.shape.length; i++) {
    if (layout.shape[i]! > 1 && layout.strides[i] !== expected) return false;
    expected *= layout.shape[i]!;
  }
  return true;
}
