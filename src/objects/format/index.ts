/** The format specification mini-language for numbers and text. */
export * from './format-float.ts';
export * from './format-int.ts';
export * from './format-str.ts';
export * from './format-spec.ts';
export * from './text-builder.ts';
