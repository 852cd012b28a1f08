/** The `str` type and text. */
export { strSpec } from './str.ts';
export {
  strAsciiIteratorSpec,
  strAsciiIteratorType,
  strIterator,
  strIteratorSpec,
  strIteratorType,
  PyStrIterator,
} from './str-iterator.ts';
export * from './text.ts';
export * from './text-search.ts';
export * from './text-case.ts';
export * from './text-classes.ts';
export { escapeCodePoint, reprOfText } from './text-repr.ts';
export { hashBytes, hashText, setHashSeed } from './text-hash.ts';
export { joinIterable } from './str-methods.ts';
export { formatValue, formatValueText } from './format-value.ts';
export {
  asciiText,
  fieldSteps,
  formatFields,
  parseMarkup,
  splitFieldName,
  type FieldStep,
  type Markup,
} from './format-fields.ts';
export { searchBounds, textArgument, textOf } from './text-arguments.ts';
