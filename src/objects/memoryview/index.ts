/** The `memoryview` type. */
import { memoryIteratorSpec, memoryviewSpec } from './memoryview.ts';

export { memoryIteratorSpec, memoryIteratorType, memoryviewOf, memoryviewSpec } from './memoryview.ts';
export { PyMemoryView, bufferOfView, memoryviewType, releaseView, viewOfBuffer } from './py-memoryview.ts';
export { itemSize, nativeFormat, packItem, unpackItem } from './item-format.ts';

/** All types of this folder. */
export const memoryviewSpecs = [memoryviewSpec, memoryIteratorSpec];
