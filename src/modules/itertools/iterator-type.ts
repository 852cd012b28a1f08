/** How the iterators of this module are made into types. */
import {
  Py_TPFLAGS_BASETYPE,
  makeBuiltinType,
  objectType,
  typeError,
  typeSpec,
  type InstanceClass,
  type Kwnames,
  type NativeSpec,
  type PyType,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';

export interface IteratorDefinition {
  readonly doc: string;
  readonly create?: (type: PyType, args: readonly Value[], kwnames: Kwnames) => Value;
  readonly next: (self: never) => Value | undefined;
  readonly repr?: (self: never) => Value;
  readonly methods?: Readonly<Record<string, NativeSpec>>;
}

/** A type object of this module, bare. */
export function iteratorType(name: string, instanceClass: InstanceClass, flags: number = Py_TPFLAGS_BASETYPE): PyType {
  return makeBuiltinType(`itertools.${name}`, objectType, instanceClass, flags);
}

/** The behaviour of an iterator type. */
export function iteratorSpec(type: PyType, definition: IteratorDefinition): TypeSpec {
  return typeSpec(type, {
    doc: definition.doc,
    slots: {
      tp_iter: (self) => self,
      tp_iternext: definition.next as (self: Value) => Value | undefined,
      ...(definition.create === undefined ? {} : { tp_new: definition.create }),
      ...(definition.repr === undefined ? {} : { tp_repr: definition.repr as (self: Value) => Value }),
    },
    ...(definition.methods === undefined ? {} : { methods: definition.methods }),
    attributes: { __module__: () => 'itertools' },
  });
}

/** Arguments of a constructor that takes none by name. @throws TypeError */
export function positionalArguments(
  name: string,
  own: PyType,
  type: PyType,
  args: readonly Value[],
  kwnames: Kwnames,
  min: number,
  max: number,
): readonly Value[] {
  const keywords = kwnames === null ? 0 : kwnames.length;
  if (keywords > 0 && (type === own || type.tp_init === own.tp_init))
    throw typeError(`${name}() takes no keyword arguments`);
  const given = args.length - keywords;
  if (given < min || given > max) {
    const bound = given < min ? min : max;
    const word = min === max ? '' : given < min ? 'at least ' : 'at most ';
    throw typeError(`${name} expected ${word}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
  }
  return keywords > 0 ? args.slice(0, given) : args;
}
