/** `memoryview.cast`. @cpython Objects/memoryobject.c memoryview_cast_impl, cast_to_1D, cast_to_ND */
import {
  PyList,
  PyTuple,
  asInt,
  asText,
  textToHost,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../core/index.ts';
import { itemSize, nativeFormat } from './item-format.ts';
import { contiguousStrides, derivedView, isCContiguous, type PyMemoryView } from './py-memoryview.ts';

const MAX_NDIM = 64;
const isByteFormat = (char: string): boolean => char === 'b' || char === 'B' || char === 'c';

/** Dimensions of a view from a list or tuple. @throws TypeError, ValueError */
function shapeArgument(value: Value): number[] {
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) throw typeError('shape must be a list or a tuple');
  if (value.items.length > MAX_NDIM) throw valueError(`memoryview: number of dimensions must not exceed ${MAX_NDIM}`);
  return value.items.map((item) => {
    const size = asInt(item);
    if (size === undefined) throw typeError('memoryview.cast(): elements of shape must be integers');
    if (size <= 0) throw valueError('memoryview.cast(): elements of shape must be integers > 0');
    return Number(size);
  });
}

/** A view of the same bytes as other items. */
export function castView(view: PyMemoryView, formatValue: Value, shapeValue: Value | undefined): PyMemoryView {
  const formatText = asText(formatValue);
  if (formatText === undefined) throw typeError(`cast() argument 'format' must be str, not ${typeName(formatValue)}`);
  const format = textToHost(formatText);
  const { layout } = view;
  if (!isCContiguous(layout)) throw typeError('memoryview: casts are restricted to C-contiguous views');
  if ((shapeValue !== undefined || view.ndim !== 1) && (layout.shape.includes(0) || layout.strides.includes(0))) {
    throw typeError('memoryview: cannot cast view with zeros in shape or strides');
  }
  const shape = shapeValue === undefined ? undefined : shapeArgument(shapeValue);
  if (shape !== undefined && view.ndim !== 1 && shape.length !== 1) {
    throw typeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  }
  const target = nativeFormat(format);
  if (target === undefined) {
    throw valueError(
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const source = nativeFormat(layout.format);
  if (source === undefined) {
    throw valueError(
      "memoryview: source format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!isByteFormat(source) && !isByteFormat(target))
    throw typeError('memoryview: cannot cast between two non-byte formats');
  const size = itemSize(target);
  if (layout.len % size !== 0) throw typeError('memoryview: length is not a multiple of itemsize');
  const { offset, len, readonly } = layout;
  const flat = { offset, len, readonly, itemsize: size, format };
  if (shape === undefined || shape.length === 1) {
    if (shape !== undefined && shape[0]! * size !== len) throw productError();
    return derivedView(view, { ...flat, shape: [len / size], strides: [size] });
  }
  if (shape.reduce((product, dimension) => product * dimension, size) !== len) throw productError();
  return derivedView(view, { ...flat, shape, strides: contiguousStrides(shape, size) });
}

function productError(): Value {
  return typeError('memoryview: product(shape) * itemsize != buffer size');
}
