/** The native modules that an interpreter can import, by name. */
import type { PyModule } from '../objects/core/index.ts';
import { NATIVE_MODULES, createNativeModule } from '../modules/index.ts';

/** Makers of all native modules. */
export function nativeModules(): ReadonlyMap<string, (name: string) => PyModule> {
  return new Map(
    Object.entries(NATIVE_MODULES).map(([name, spec]) => [
      name,
      (fullName: string) => createNativeModule(spec(), fullName),
    ]),
  );
}
