/**
 * How a native module is described and made.
 *
 * A folder under `modules/` exports one `ModuleSpec`; nothing happens until an interpreter imports the module. What the
 * module keeps between calls belongs to the interpreter (`thread.interp`) or to the module's `state`.
 */
import {
  None,
  PyBuiltinFunction,
  PyTuple,
  installType,
  strFromUtf16,
  type NativeSpec,
  type PyModule,
  type TypeSpec,
  type Value,
} from '../objects/core/index.ts';
import { newModule } from '../objects/module/module.ts';

export interface ModuleSpec {
  readonly name: string;
  readonly doc?: string;
  readonly functions?: Readonly<Record<string, NativeSpec>>;
  /** Types that belong to the module: installed when it is made. */
  readonly types?: readonly TypeSpec[];
  /** Those of the types that stand in the module under their name; all by default. */
  readonly hiddenTypes?: readonly TypeSpec[];
  /** Other names, made when the module is made. */
  readonly constants?: () => Readonly<Record<string, Value>>;
  /** Runs last, when all names are there. */
  readonly exec?: (module: PyModule) => void;
}

/** Describes a native module. */
export function defineModule(name: string, parts: Omit<ModuleSpec, 'name'>): ModuleSpec {
  return { name, ...parts };
}

/** Makes the module object. @param fullName the name it is imported under, if not its own */
export function createNativeModule(spec: ModuleSpec, fullName: string = spec.name): PyModule {
  const module = newModule(fullName, spec.doc === undefined ? None : strFromUtf16(spec.doc));
  const dict = module.ob_dict;
  for (const type of spec.hiddenTypes ?? []) installType(type);
  for (const type of spec.types ?? []) {
    installType(type);
    dict.setStr(type.type.name, type.type);
  }
  for (const name in spec.functions) {
    dict.setStr(name, new PyBuiltinFunction(name, spec.functions[name]!, module, fullName, null));
  }
  const constants = spec.constants?.();
  for (const name in constants) dict.setStr(name, constants[name]!);
  spec.exec?.(module);
  return module;
}

/** A tuple of names, for `__all__`-like constants. */
export function namesTuple(names: readonly string[]): PyTuple {
  return new PyTuple(names.map((name) => strFromUtf16(name)));
}
