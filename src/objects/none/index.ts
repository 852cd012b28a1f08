/** None, NotImplemented, Ellipsis. */
export { ellipsisSpec, noneSpec, notImplementedSpec } from './singletons.ts';
