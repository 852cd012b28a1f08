/** Weak references and proxies. */
import type { TypeSpec } from '../core/index.ts';
import { callableWeakProxySpec, weakProxySpec } from './proxy-types.ts';
import { weakrefSpec } from './weakref-type.ts';

export * from './references.ts';
export const weakrefSpecs: readonly TypeSpec[] = [weakrefSpec, weakProxySpec, callableWeakProxySpec];
