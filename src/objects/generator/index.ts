/** Generators, coroutines and asynchronous generators. The only door to this folder. */
import type { TypeSpec } from '../core/index.ts';
import { asendSpec, asyncGeneratorSpec, athrowSpec, wrappedValueSpec } from './async-generator.ts';
import { coroutineSpec, coroutineWrapperSpec } from './coroutine.ts';
import { generatorSpec } from './generator.ts';

export * from './py-generator.ts';
export { getAwaitableIter } from './awaitable.ts';
export { makeCoroutine } from './coroutine.ts';
export { sendToAwaitable, wrapAsyncGeneratorValue, type Sent } from './async-generator.ts';
export { closeGenerator, resumeGenerator, sendOrStop, throwInto } from './resumption.ts';

export const generatorSpecs: readonly TypeSpec[] = [
  generatorSpec,
  coroutineSpec,
  coroutineWrapperSpec,
  asyncGeneratorSpec,
  asendSpec,
  athrowSpec,
  wrappedValueSpec,
];
