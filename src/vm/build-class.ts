/**
 * `__build_class__`: what a class statement calls.
 *
 * @cpython Python/bltinmodule.c builtin___build_class__
 */
import {
  asText,
  calculateMetaclass,
  call,
  getAttrOrUndefined,
  PyCell,
  PyDict,
  PyTuple,
  PyType,
  reprHost,
  runtimeError,
  setItem,
  typeError,
  typeName,
  typeOf,
  typeType,
  type Kwnames,
  type Value,
} from '../objects/core/index.ts';
import { PyFunction } from '../objects/function/py-function.ts';
import { runClassBody } from './engine.ts';

/** Replaces bases that have `__mro_entries__`. @cpython update_bases */
function updateBases(bases: PyTuple): PyTuple {
  let changed: Value[] | undefined;
  bases.items.forEach((base, i) => {
    if (base instanceof PyType) {
      changed?.push(base);
      return;
    }
    const entries = getAttrOrUndefined(base, '__mro_entries__');
    if (entries === undefined) {
      changed?.push(base);
      return;
    }
    const replacement = call(entries, [bases]);
    if (!(replacement instanceof PyTuple)) throw typeError('__mro_entries__ must return a tuple');
    changed ??= bases.items.slice(0, i);
    changed.push(...replacement.items);
  });
  return changed === undefined ? bases : new PyTuple(changed);
}

/**
 * `__build_class__(func, name, /, *bases, [metaclass], **kwds)`.
 *
 * @param args positional arguments, then the values of `kwnames`
 */
export function buildClass(args: readonly Value[], kwnames: Kwnames): Value {
  const count = kwnames === null ? args.length : args.length - kwnames.length;
  if (count < 2) throw typeError('__build_class__: not enough arguments');
  const func = args[0]!;
  if (!(func instanceof PyFunction)) throw typeError('__build_class__: func must be a function');
  const name = args[1]!;
  if (asText(name) === undefined) throw typeError('__build_class__: name is not a string');
  const originalBases = new PyTuple(args.slice(2, count));
  const bases = updateBases(originalBases);

  let metaclass: Value | undefined;
  const names: string[] = [];
  const values: Value[] = [];
  (kwnames ?? []).forEach((keyword, i) => {
    if (keyword === 'metaclass') metaclass = args[count + i]!;
    else {
      names.push(keyword);
      values.push(args[count + i]!);
    }
  });
  const keywords: Kwnames = names.length === 0 ? null : names;
  let isClass = true;
  if (metaclass !== undefined) isClass = metaclass instanceof PyType;
  else metaclass = bases.items.length === 0 ? typeType : typeOf(bases.items[0]!);
  if (isClass) metaclass = calculateMetaclass(metaclass as PyType, bases.items);

  const prepare = getAttrOrUndefined(metaclass, '__prepare__');
  const namespace = prepare === undefined ? new PyDict() : call(prepare, [name, bases, ...values], keywords);
  if (typeOf(namespace).mp_subscript === undefined) {
    const owner = isClass ? (metaclass as PyType).name : '<metaclass>';
    throw typeError(`${owner}.__prepare__() must return a mapping, not ${typeName(namespace)}`);
  }
  const cell = runClassBody(func, namespace);
  if (bases !== originalBases) setItem(namespace, '__orig_bases__', originalBases);
  const cls = call(metaclass, [name, bases, namespace, ...values], keywords);
  if (cls instanceof PyType && cell instanceof PyCell) {
    if (cell.value === undefined) {
      throw runtimeError(
        `__class__ not set defining ${reprHost(name)} as ${reprHost(cls)}. Was __classcell__ propagated to type.__new__?`,
      );
    }
    if (cell.value !== cls) {
      throw typeError(`__class__ set to ${reprHost(cell.value)} defining ${reprHost(name)} as ${reprHost(cls)}`);
    }
  }
  return cls;
}
