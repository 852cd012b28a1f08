/** The exceptions of pickling, and the notes that say where in an object they came from. @cpython Modules/_pickle.c */
import {
  callMethod,
  excTypes,
  fullyQualifiedName,
  isPyException,
  strFromUtf16,
  typeOf,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { moduleException, type ModuleException } from '../module-exception.ts';

export const pickleError = moduleException('_pickle', 'PickleError', [excTypes.Exception]);

/** An exception of the module that derives from `PickleError`, which there is one of for each interpreter. */
function derived(name: string): ModuleException {
  const key = Symbol(name);
  const made = (): ModuleException =>
    currentInterpreter().state(key, () => moduleException('_pickle', name, [pickleError.type()]));
  return { type: () => made().type(), error: (message) => made().error(message) };
}

export const picklingError = derived('PicklingError');
export const unpicklingError = derived('UnpicklingError');

/** The name of a value's type as messages say it: with its module, unless that is `builtins` or `__main__`. */
export function fullTypeName(value: Value): string {
  return fullyQualifiedName(typeOf(value));
}

/** Runs a step; an exception gets a note that says what was being done. */
export function noting(run: () => void, note: () => string): void {
  try {
    run();
  } catch (error) {
    if (isPyException(error)) callMethod(error, 'add_note', strFromUtf16(note()));
    throw error;
  }
}
