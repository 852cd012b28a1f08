/**
 * `PyType`: type objects, their slots, and attribute lookup along the MRO.
 *
 * Builtin types are made once a process and cannot be changed from Python; heap types (classes) belong to whoever made
 * them. A type's own attributes are in `tp_dict`; `lookup` goes along the MRO through a cache that `modified` empties, for
 * the type and all its subclasses. `instanceClass` is the JavaScript constructor of the type's instances; class attributes
 * are laid out on its prototype by `prototype-layout.ts`.
 *
 * @cpython Objects/typeobject.c
 */
import { PyObject, type Value } from './value.ts';
import { PyDict } from './py-dict.ts';
import type { TypeSlots } from './slots-contract.ts';
import { strFromUtf16 } from './text.ts';

export type InstanceClass = abstract new (...args: never[]) => PyObject;

/** @cpython Include/object.h */
export const Py_TPFLAGS_STATIC_BUILTIN = 1 << 1;
export const Py_TPFLAGS_SEQUENCE = 1 << 5;
export const Py_TPFLAGS_MAPPING = 1 << 6;
export const Py_TPFLAGS_DISALLOW_INSTANTIATION = 1 << 7;
export const Py_TPFLAGS_IMMUTABLETYPE = 1 << 8;
export const Py_TPFLAGS_HEAPTYPE = 1 << 9;
export const Py_TPFLAGS_BASETYPE = 1 << 10;
export const Py_TPFLAGS_HAVE_VECTORCALL = 1 << 11;
export const Py_TPFLAGS_READY = 1 << 12;
export const Py_TPFLAGS_HAVE_GC = 1 << 14;
export const Py_TPFLAGS_METHOD_DESCRIPTOR = 1 << 17;
export const Py_TPFLAGS_IS_ABSTRACT = 1 << 20;
/** The type's objects match themselves in `case C(x)`. */
export const Py_TPFLAGS_MATCH_SELF = 1 << 22;
export const Py_TPFLAGS_LONG_SUBCLASS = 1 << 24;
export const Py_TPFLAGS_LIST_SUBCLASS = 1 << 25;
export const Py_TPFLAGS_TUPLE_SUBCLASS = 1 << 26;
export const Py_TPFLAGS_BYTES_SUBCLASS = 1 << 27;
export const Py_TPFLAGS_UNICODE_SUBCLASS = 1 << 28;
export const Py_TPFLAGS_DICT_SUBCLASS = 1 << 29;
export const Py_TPFLAGS_BASE_EXC_SUBCLASS = 1 << 30;
export const Py_TPFLAGS_TYPE_SUBCLASS = 1 << 31;

let nextVersion = 1;

/**
 * The slots as fields, all present from the start and in one order, so that every type has one hidden class.
 */
abstract class SlotFields extends PyObject implements TypeSlots {
  tp_new: TypeSlots['tp_new'] = undefined;
  tp_init: TypeSlots['tp_init'] = undefined;
  tp_call: TypeSlots['tp_call'] = undefined;
  tp_repr: TypeSlots['tp_repr'] = undefined;
  tp_str: TypeSlots['tp_str'] = undefined;
  tp_hash: TypeSlots['tp_hash'] = undefined;
  tp_richcompare: TypeSlots['tp_richcompare'] = undefined;
  tp_getattro: TypeSlots['tp_getattro'] = undefined;
  tp_setattro: TypeSlots['tp_setattro'] = undefined;
  tp_iter: TypeSlots['tp_iter'] = undefined;
  tp_iternext: TypeSlots['tp_iternext'] = undefined;
  tp_descr_get: TypeSlots['tp_descr_get'] = undefined;
  tp_descr_set: TypeSlots['tp_descr_set'] = undefined;
  tp_finalize: TypeSlots['tp_finalize'] = undefined;
  am_await: TypeSlots['am_await'] = undefined;
  am_aiter: TypeSlots['am_aiter'] = undefined;
  am_anext: TypeSlots['am_anext'] = undefined;
  sq_length: TypeSlots['sq_length'] = undefined;
  sq_contains: TypeSlots['sq_contains'] = undefined;
  sq_concat: TypeSlots['sq_concat'] = undefined;
  sq_inplace_concat: TypeSlots['sq_inplace_concat'] = undefined;
  sq_repeat: TypeSlots['sq_repeat'] = undefined;
  sq_inplace_repeat: TypeSlots['sq_inplace_repeat'] = undefined;
  mp_subscript: TypeSlots['mp_subscript'] = undefined;
  mp_ass_subscript: TypeSlots['mp_ass_subscript'] = undefined;
  nb_bool: TypeSlots['nb_bool'] = undefined;
  nb_int: TypeSlots['nb_int'] = undefined;
  nb_float: TypeSlots['nb_float'] = undefined;
  nb_index: TypeSlots['nb_index'] = undefined;
  nb_negative: TypeSlots['nb_negative'] = undefined;
  nb_positive: TypeSlots['nb_positive'] = undefined;
  nb_absolute: TypeSlots['nb_absolute'] = undefined;
  nb_invert: TypeSlots['nb_invert'] = undefined;
  nb_power: TypeSlots['nb_power'] = undefined;
  nb_inplace_power: TypeSlots['nb_inplace_power'] = undefined;
  nb_add: TypeSlots['nb_add'] = undefined;
  nb_subtract: TypeSlots['nb_subtract'] = undefined;
  nb_multiply: TypeSlots['nb_multiply'] = undefined;
  nb_remainder: TypeSlots['nb_remainder'] = undefined;
  nb_divmod: TypeSlots['nb_divmod'] = undefined;
  nb_lshift: TypeSlots['nb_lshift'] = undefined;
  nb_rshift: TypeSlots['nb_rshift'] = undefined;
  nb_and: TypeSlots['nb_and'] = undefined;
  nb_xor: TypeSlots['nb_xor'] = undefined;
  nb_or: TypeSlots['nb_or'] = undefined;
  nb_floor_divide: TypeSlots['nb_floor_divide'] = undefined;
  nb_true_divide: TypeSlots['nb_true_divide'] = undefined;
  nb_matrix_multiply: TypeSlots['nb_matrix_multiply'] = undefined;
  nb_inplace_add: TypeSlots['nb_inplace_add'] = undefined;
  nb_inplace_subtract: TypeSlots['nb_inplace_subtract'] = undefined;
  nb_inplace_multiply: TypeSlots['nb_inplace_multiply'] = undefined;
  nb_inplace_remainder: TypeSlots['nb_inplace_remainder'] = undefined;
  nb_inplace_lshift: TypeSlots['nb_inplace_lshift'] = undefined;
  nb_inplace_rshift: TypeSlots['nb_inplace_rshift'] = undefined;
  nb_inplace_and: TypeSlots['nb_inplace_and'] = undefined;
  nb_inplace_xor: TypeSlots['nb_inplace_xor'] = undefined;
  nb_inplace_or: TypeSlots['nb_inplace_or'] = undefined;
  nb_inplace_floor_divide: TypeSlots['nb_inplace_floor_divide'] = undefined;
  nb_inplace_true_divide: TypeSlots['nb_inplace_true_divide'] = undefined;
  nb_inplace_matrix_multiply: TypeSlots['nb_inplace_matrix_multiply'] = undefined;
  bf_getbuffer: TypeSlots['bf_getbuffer'] = undefined;
  bf_releasebuffer: TypeSlots['bf_releasebuffer'] = undefined;

  /** Takes over all slots of another type. (Spelled out: named fields are several times quicker than computed names.) */
  copySlots(base: TypeSlots): void {
    this.tp_new = base.tp_new;
    this.tp_init = base.tp_init;
    this.tp_call = base.tp_call;
    this.tp_repr = base.tp_repr;
    this.tp_str = base.tp_str;
    this.tp_hash = base.tp_hash;
    this.tp_richcompare = base.tp_richcompare;
    this.tp_getattro = base.tp_getattro;
    this.tp_setattro = base.tp_setattro;
    this.tp_iter = base.tp_iter;
    this.tp_iternext = base.tp_iternext;
    this.tp_descr_get = base.tp_descr_get;
    this.tp_descr_set = base.tp_descr_set;
    this.tp_finalize = base.tp_finalize;
    this.am_await = base.am_await;
    this.am_aiter = base.am_aiter;
    this.am_anext = base.am_anext;
    this.sq_length = base.sq_length;
    this.sq_contains = base.sq_contains;
    this.sq_concat = base.sq_concat;
    this.sq_inplace_concat = base.sq_inplace_concat;
    this.sq_repeat = base.sq_repeat;
    this.sq_inplace_repeat = base.sq_inplace_repeat;
    this.mp_subscript = base.mp_subscript;
    this.mp_ass_subscript = base.mp_ass_subscript;
    this.nb_bool = base.nb_bool;
    this.nb_int = base.nb_int;
    this.nb_float = base.nb_float;
    this.nb_index = base.nb_index;
    this.nb_negative = base.nb_negative;
    this.nb_positive = base.nb_positive;
    this.nb_absolute = base.nb_absolute;
    this.nb_invert = base.nb_invert;
    this.nb_power = base.nb_power;
    this.nb_inplace_power = base.nb_inplace_power;
    this.nb_add = base.nb_add;
    this.nb_subtract = base.nb_subtract;
    this.nb_multiply = base.nb_multiply;
    this.nb_remainder = base.nb_remainder;
    this.nb_divmod = base.nb_divmod;
    this.nb_lshift = base.nb_lshift;
    this.nb_rshift = base.nb_rshift;
    this.nb_and = base.nb_and;
    this.nb_xor = base.nb_xor;
    this.nb_or = base.nb_or;
    this.nb_floor_divide = base.nb_floor_divide;
    this.nb_true_divide = base.nb_true_divide;
    this.nb_matrix_multiply = base.nb_matrix_multiply;
    this.nb_inplace_add = base.nb_inplace_add;
    this.nb_inplace_subtract = base.nb_inplace_subtract;
    this.nb_inplace_multiply = base.nb_inplace_multiply;
    this.nb_inplace_remainder = base.nb_inplace_remainder;
    this.nb_inplace_lshift = base.nb_inplace_lshift;
    this.nb_inplace_rshift = base.nb_inplace_rshift;
    this.nb_inplace_and = base.nb_inplace_and;
    this.nb_inplace_xor = base.nb_inplace_xor;
    this.nb_inplace_or = base.nb_inplace_or;
    this.nb_inplace_floor_divide = base.nb_inplace_floor_divide;
    this.nb_inplace_true_divide = base.nb_inplace_true_divide;
    this.nb_inplace_matrix_multiply = base.nb_inplace_matrix_multiply;
    this.bf_getbuffer = base.bf_getbuffer;
    this.bf_releasebuffer = base.bf_releasebuffer;
  }
}

/** The names of all slots. */
export const SLOT_NAMES = [
  'tp_new',
  'tp_init',
  'tp_call',
  'tp_repr',
  'tp_str',
  'tp_hash',
  'tp_richcompare',
  'tp_getattro',
  'tp_setattro',
  'tp_iter',
  'tp_iternext',
  'tp_descr_get',
  'tp_descr_set',
  'tp_finalize',
  'am_await',
  'am_aiter',
  'am_anext',
  'sq_length',
  'sq_contains',
  'sq_concat',
  'sq_inplace_concat',
  'sq_repeat',
  'sq_inplace_repeat',
  'mp_subscript',
  'mp_ass_subscript',
  'nb_bool',
  'nb_int',
  'nb_float',
  'nb_index',
  'nb_negative',
  'nb_positive',
  'nb_absolute',
  'nb_invert',
  'nb_power',
  'nb_inplace_power',
  'nb_add',
  'nb_subtract',
  'nb_multiply',
  'nb_remainder',
  'nb_divmod',
  'nb_lshift',
  'nb_rshift',
  'nb_and',
  'nb_xor',
  'nb_or',
  'nb_floor_divide',
  'nb_true_divide',
  'nb_matrix_multiply',
  'nb_inplace_add',
  'nb_inplace_subtract',
  'nb_inplace_multiply',
  'nb_inplace_remainder',
  'nb_inplace_lshift',
  'nb_inplace_rshift',
  'nb_inplace_and',
  'nb_inplace_xor',
  'nb_inplace_or',
  'nb_inplace_floor_divide',
  'nb_inplace_true_divide',
  'nb_inplace_matrix_multiply',
  'bf_getbuffer',
  'bf_releasebuffer',
] as const satisfies readonly (keyof TypeSlots)[];

export class PyType extends SlotFields {
  /** As `tp_name`: with the module for builtin types outside `builtins` (`collections.deque`), bare for others. */
  tp_name: string;
  tp_base: PyType | null;
  tp_bases: readonly PyType[];
  tp_mro: readonly PyType[];
  tp_flags: number;
  /** Own attributes. Read it through `ownDict()`, which fills in a builtin type's methods when they are first needed. */
  tp_dict: PyDict = new PyDict();
  tp_doc: string | null = null;
  ht_qualname: string;
  /** `__module__` of builtin types; heap types have it in their dict. */
  moduleName: string;
  instanceClass: InstanceClass;
  /** Instances have a `__dict__`. */
  hasDict = false;
  /**
   * Instances have native fields that those of `tp_base` lack: a class cannot have two such bases, unless one derives from
   * the other. Holds for builtin types unless they say otherwise.
   */
  addsLayout = true;
  /** Instances may be weakly referenced. */
  hasWeakref = false;
  /** Calling it looks at the frames of the callers; see frame/frame-request.ts. */
  looksAtFrames = false;
  /** A native type that `__flags__` shows to be made at run time, as CPython's is (`copyreg` looks at that). */
  isShownAsHeapType = false;
  /** Instances vary in size in CPython (`tp_itemsize`), so that classes cannot add slots to them. */
  hasItems = false;
  /** `__slots__` members laid out by this very type, mangled, in order. */
  slotMembers: readonly string[] = [];
  /** What a call of this very type with one positional argument does, where that is simple (`str(x)`). */
  call1: ((value: Value) => Value) | null = null;
  /** It is the type of Python functions, which the engine calls. */
  isPythonFunction = false;
  /** Equality and hash are by identity: objects of it can be keys of a JavaScript `Map`. */
  hasIdentityHash = false;
  /** A subclass of str, int or float that keeps their equality and hash. */
  hasValueHash = false;
  /** Its `__eq__` holds only between objects of the builtin kind it is (tuple, bytes, frozenset…): never with a str or number. */
  equalsOnlyOwnKind = false;
  /** Changes whenever an attribute lookup on the type may give another result. Never used twice. */
  version = nextVersion++;
  subclasses: Set<WeakRef<PyType>> | null = null;
  ob_dict: null = null;
  private lookupCache: Map<string, Value | undefined> = new Map();
  /** Fills `tp_dict` of a builtin type on first use; null when that has been done. */
  fill: (() => void) | null = null;

  constructor(name: string, base: PyType | null, instanceClass: InstanceClass, flags: number) {
    super();
    this.tp_name = name;
    this.tp_base = base;
    this.tp_bases = base === null ? [] : [base];
    this.tp_mro = base === null ? [this] : [this, ...base.tp_mro];
    this.tp_flags = flags;
    const dot = name.lastIndexOf('.');
    this.ht_qualname = dot < 0 ? name : name.slice(dot + 1);
    this.moduleName = dot < 0 ? 'builtins' : name.slice(0, dot);
    this.instanceClass = instanceClass;
    if (base !== null) base.addSubclass(this);
  }

  /** `__name__`. */
  get name(): string {
    return this.tp_flags & Py_TPFLAGS_HEAPTYPE ? this.tp_name : this.tp_name.slice(this.tp_name.lastIndexOf('.') + 1);
  }

  get isHeapType(): boolean {
    return (this.tp_flags & Py_TPFLAGS_HEAPTYPE) !== 0;
  }

  /** The type's own attributes. */
  ownDict(): PyDict {
    if (this.fill !== null) {
      const fill = this.fill;
      this.fill = null;
      fill();
    }
    return this.tp_dict;
  }

  /** The attribute of that name, raw, from the first type of the MRO that has it. @cpython _PyType_Lookup */
  lookup(name: string): Value | undefined {
    const cache = this.lookupCache;
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    if (cache.has(name)) return undefined;
    const mro = this.tp_mro;
    let found: Value | undefined;
    for (let i = 0; i < mro.length; i++) {
      found = getNameIn(mro[i]!.ownDict(), name);
      if (found !== undefined) break;
    }
    cache.set(name, found);
    return found;
  }

  /** The attribute and the type of the MRO that has it. */
  lookupWithOwner(name: string): { value: Value; owner: PyType } | undefined {
    for (const type of this.tp_mro) {
      const value = getNameIn(type.ownDict(), name);
      if (value !== undefined) return { value, owner: type };
    }
    return undefined;
  }

  /** To be called after any change to the type's attributes or MRO. @cpython PyType_Modified */
  modified(): void {
    this.version = nextVersion++;
    this.lookupCache.clear();
    if (this.subclasses !== null) for (const type of this.liveSubclasses()) type.modified();
  }

  addSubclass(type: PyType): void {
    (this.subclasses ??= new Set()).add(new WeakRef(type));
  }

  removeSubclass(type: PyType): void {
    for (const ref of this.subclasses ?? []) {
      const live = ref.deref();
      if (live === undefined || live === type) this.subclasses!.delete(ref);
    }
  }

  /** Direct subclasses that are still alive, in order of creation. */
  liveSubclasses(): PyType[] {
    const result: PyType[] = [];
    for (const ref of this.subclasses ?? []) {
      const type = ref.deref();
      if (type === undefined) this.subclasses!.delete(ref);
      else result.push(type);
    }
    return result;
  }

  /** Whether this is `other` or derives from it. @cpython PyType_IsSubtype */
  isSubtype(other: PyType): boolean {
    if (this === other) return true;
    const mro = this.tp_mro;
    for (let i = 0; i < mro.length; i++) if (mro[i] === other) return true;
    return false;
  }

  hasFlag(flag: number): boolean {
    return (this.tp_flags & flag) !== 0;
  }
}

/** A dict's value for a host name; a name with astral characters is wide text there. */
function getNameIn(dict: PyDict, name: string): Value | undefined {
  const text = strFromUtf16(name);
  return typeof text === 'string' ? dict.getStr(text) : dict.get(text);
}
