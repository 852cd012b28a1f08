/** The data of `types.GenericAlias` objects: `list[int]`. */
import { makeBuiltinType, objectType, PyObject, PyTuple, Py_TPFLAGS_BASETYPE, type Value } from '../core/index.ts';

export class PyGenericAlias extends PyObject {
  readonly origin: Value;
  readonly args: PyTuple;
  /** Type variables in `args`; found when first asked for. */
  parameters: PyTuple | null = null;
  /** `*tuple[int]`. */
  readonly isStarred: boolean;
  constructor(origin: Value, args: PyTuple, isStarred = false) {
    super();
    this.origin = origin;
    this.args = args;
    this.isStarred = isStarred;
  }
}
export const genericAliasType = makeBuiltinType('types.GenericAlias', objectType, PyGenericAlias, Py_TPFLAGS_BASETYPE);
genericAliasType.hasWeakref = true;

/** `origin[item]`; an item that is not a tuple stands alone. */
export function makeGenericAlias(origin: Value, item: Value): PyGenericAlias {
  return new PyGenericAlias(origin, item instanceof PyTuple ? item : new PyTuple([item]));
}
