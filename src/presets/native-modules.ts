/** The native modules that an interpreter can import, by name. */
import type { PyModule } from '../objects/core/index.ts';
import { createNativeModule, type ModuleSpec } from '../modules/define-module.ts';
import { NATIVE_MODULES } from '../modules/index.ts';

function makers(specs: readonly ModuleSpec[]): Map<string, (name: string) => PyModule> {
  return new Map(specs.map((spec) => [spec.name, (name) => createNativeModule(spec, name)]));
}

/** Makers of all native modules. */
export function nativeModules(): ReadonlyMap<string, (name: string) => PyModule> {
  return makers(NATIVE_MODULES);
}
