/** Frozen modules: Python modules whose code is part of the build. @cpython Python/import.c, Python/frozen.c */
import { importError, strFromUtf16, typeError, type Value } from '../objects/core/index.ts';
import { MarshalError, loads } from '../marshal/index.ts';
import type { PyCode } from '../objects/function/py-code.ts';
import { codeToValue } from '../objects/function/constant-values.ts';
import { CodeObject } from '../code/code-object.ts';
import { currentInterpreter, type FrozenModule } from '../runtime/index.ts';

/** Frozen modules without which nothing can be imported. */
const ESSENTIAL: ReadonlySet<string> = new Set(['_frozen_importlib', '_frozen_importlib_external', 'zipimport']);
const OVERRIDE = Symbol('_imp._override_frozen_modules_for_tests');

/** Lets the others be found (1) or not (-1), whatever the options say; 0: as the options say. */
export function overrideFrozenModules(override: number): void {
  currentInterpreter().state(OVERRIDE, () => ({ override })).override = override;
}

/** Whether frozen modules are used: `-X frozen_modules`, `PYTHON_FROZEN_MODULES`. @cpython Python/import.c use_frozen */
function usesFrozen(): boolean {
  const interpreter = currentInterpreter();
  const { override } = interpreter.state(OVERRIDE, () => ({ override: 0 }));
  if (override !== 0) return override > 0;
  const { xOptions, useEnvironment } = interpreter.config;
  const environment = useEnvironment ? interpreter.host.env.get('PYTHON_FROZEN_MODULES') : undefined;
  return (new Map(xOptions).get('frozen_modules') ?? environment) !== 'off';
}

/** The frozen module of that name, unless it is not to be used. */
export function findFrozen(name: string): FrozenModule | undefined {
  const found = currentInterpreter().frozenModules.get(name);
  return found === undefined || ESSENTIAL.has(name) || usesFrozen() ? found : undefined;
}

/** The ImportError for a name that is not frozen. */
export function frozenMissing(name: string): Value {
  return importError(`No such frozen object named ${name}`, strFromUtf16(name));
}

/** The code object of marshalled frozen data. @throws ImportError, TypeError */
export function unmarshalCode(data: Uint8Array, name: string): PyCode {
  let value;
  try {
    value = loads(data);
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
    throw importError(`Frozen object named '${name}' is invalid`, strFromUtf16(name));
  }
  if (!(value instanceof CodeObject)) throw typeError(`frozen object '${name}' is not a code object`);
  return codeToValue(value);
}

/** The code of a frozen module. @throws ImportError */
export function frozenCode(name: string): PyCode {
  const frozen = findFrozen(name);
  if (frozen === undefined) throw frozenMissing(name);
  return unmarshalCode(frozen.data, name);
}

/**
 * The frozen modules in one file: a JSON index of `[name, isPackage, originalName, offset, length]` rows preceded by its
 * length (u32, little-endian), then the marshalled code objects.
 */
export function readFrozenArchive(bytes: Uint8Array): ReadonlyMap<string, FrozenModule> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const indexLength = view.getUint32(0, true);
  const rows = JSON.parse(latin1(bytes.subarray(4, 4 + indexLength))) as [
    string,
    boolean,
    string | null,
    number,
    number,
  ][];
  const base = 4 + indexLength;
  const modules = new Map<string, FrozenModule>();
  for (const [name, isPackage, originalName, offset, length] of rows) {
    modules.set(name, { isPackage, originalName, data: bytes.subarray(base + offset, base + offset + length) });
  }
  return modules;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096) as unknown as number[]);
  }
  return text;
}
