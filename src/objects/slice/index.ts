/** `slice`. */
export { sliceSpec } from './slice-type.ts';
export { rangeLength, sliceLongIndices } from './slice-indices.ts';
