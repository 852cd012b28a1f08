/** `super`. @cpython Objects/typeobject.c super_* */
import { CO_FAST_CELL } from '../../code/code-object.ts';
import {
  allocate,
  attributeError,
  call,
  genericGetAttr,
  getAttrOrUndefined,
  isInstanceOf,
  makeBuiltinType,
  None,
  objectType,
  PyCell,
  PyObject,
  PyType,
  Py_TPFLAGS_BASETYPE,
  runtimeError,
  thread,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  type GetSet,
  type Kwnames,
  type Value,
} from '../core/index.ts';
import { requireFrames } from '../frame/frame-request.ts';

export class PySuper extends PyObject {
  type: PyType | undefined = undefined;
  object: Value | undefined = undefined;
  /** The class whose MRO is searched. */
  objectType: PyType | undefined = undefined;
}
export const superType = makeBuiltinType('super', objectType, PySuper, Py_TPFLAGS_BASETYPE);
superType.hasIdentityHash = true;
superType.looksAtFrames = true;

/** The class whose MRO is searched for that object. @throws TypeError @cpython supercheck */
function checkObject(type: PyType, object: Value): PyType {
  if (object instanceof PyType && object.isSubtype(type)) return object;
  if (isInstanceOf(object, type)) return typeOf(object);
  const claimed = getAttrOrUndefined(object, '__class__');
  if (claimed instanceof PyType && claimed !== typeOf(object) && claimed.isSubtype(type)) return claimed;
  const described = object instanceof PyType ? `type ${object.tp_name}` : `instance of ${typeName(object)}`;
  throw typeError(`super(type, obj): obj (${described}) is not an instance or subtype of type (${type.tp_name}).`);
}

/** `__class__` and the first argument of the running function. @throws RuntimeError @cpython super_init_without_args */
function implicitArguments(): { type: PyType; object: Value } {
  requireFrames();
  const frame = thread.currentFrame;
  if (frame === null) throw runtimeError('super(): no current frame');
  const code = frame.code;
  if (code.argcount === 0) throw runtimeError('super(): no arguments');
  let object = frame.localsplus[0];
  if (object instanceof PyCell && (code.code.co_localspluskinds[0]! & CO_FAST_CELL) !== 0) object = object.value;
  if (object === undefined) throw runtimeError('super(): arg[0] deleted');
  const names = code.code.co_localsplusnames;
  for (let i = code.firstFree; i < names.length; i++) {
    if (names[i] !== '__class__') continue;
    const cell = frame.localsplus[i];
    if (!(cell instanceof PyCell)) throw runtimeError('super(): bad __class__ cell');
    if (cell.value === undefined) throw runtimeError('super(): empty __class__ cell');
    if (!(cell.value instanceof PyType))
      throw runtimeError(`super(): __class__ is not a type (${typeName(cell.value)})`);
    return { type: cell.value, object };
  }
  throw runtimeError('super(): __class__ cell not found');
}

function superInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError('super() takes no keyword arguments');
  if (args.length > 2) throw typeError(`super() expected at most 2 arguments, got ${args.length}`);
  const given = args[0];
  if (given !== undefined && !(given instanceof PyType)) {
    throw typeError(`super() argument 1 must be a type, not ${typeName(given)}`);
  }
  const { type, object } = given === undefined ? implicitArguments() : { type: given, object: args[1] };
  const its = self as PySuper;
  its.type = type;
  its.object = object === None ? undefined : object;
  its.objectType = its.object === undefined ? undefined : checkObject(type, its.object);
}

/** @cpython do_super_lookup */
function superGetAttr(self: Value, name: string): Value | undefined {
  const { type, object, objectType: start } = self as PySuper;
  if (start === undefined || name === '__class__') return genericGetAttr(self, name);
  const mro = start.tp_mro;
  for (let i = mro.indexOf(type!) + 1; i > 0 && i < mro.length; i++) {
    const found = mro[i]!.ownDict().getStr(name);
    if (found === undefined) continue;
    const get = typeOf(found).tp_descr_get;
    return get === undefined ? found : get(found, object === start ? undefined : object, start);
  }
  return genericGetAttr(self, name);
}

function member(get: (self: PySuper) => Value | undefined, doc: string): GetSet {
  return {
    get: (self) => get(self as PySuper) ?? None,
    set: () => {
      throw attributeError('readonly attribute');
    },
    doc,
  };
}

export const superSpec = typeSpec(superType, {
  doc: `super() -> same as super(__class__, <first argument>)
super(type) -> unbound super object
super(type, obj) -> bound super object; requires isinstance(obj, type)
super(type, type2) -> bound super object; requires
    issubclass(type2, type)
Typical use to call a cooperative superclass method:
class C(B):
    def meth(self, arg):
        super().meth(arg)
This works for class methods too:
class C(B):
    @classmethod
    def cmeth(cls, arg):
        super().cmeth(arg)
`,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: superInit,
    tp_getattro: superGetAttr,
    tp_repr: (self) => {
      const { type, objectType: bound } = self as PySuper;
      const name = type === undefined ? 'NULL' : type.name;
      return bound === undefined
        ? `<super: <class '${name}'>, NULL>`
        : `<super: <class '${name}'>, <${bound.name} object>>`;
    },
    tp_descr_get: (self, object) => {
      const its = self as PySuper;
      if (object === undefined || object === None || its.object !== undefined) return its;
      if (typeOf(its) !== superType) return call(typeOf(its), [its.type ?? None, object]);
      const bound = new PySuper();
      bound.type = its.type;
      bound.objectType = checkObject(its.type!, object);
      bound.object = object;
      return bound;
    },
  },
  members: {
    __thisclass__: member((self) => self.type, 'the class invoking super()'),
    __self__: member((self) => self.object, 'the instance invoking super(); may be None'),
    __self_class__: member((self) => self.objectType, 'the type of the instance invoking super(); may be None'),
  },
});
