/** `property`. @cpython Objects/descrobject.c property_* */
import {
  allocate,
  argumentBinder,
  attributeError,
  call,
  excTypes,
  getAttrOrUndefined,
  isTrue,
  makeBuiltinType,
  matches,
  method,
  None,
  objectType,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  rawMethod,
  reprHost,
  setAttr,
  typeError,
  typeOf,
  typeSpec,
  type GetSet,
  type PyBaseException,
  type Value,
} from '../core/index.ts';

export class PyProperty extends PyObject {
  get: Value | undefined = undefined;
  set: Value | undefined = undefined;
  delete: Value | undefined = undefined;
  doc: Value | undefined = undefined;
  name: Value | undefined = undefined;
  /** The docstring was taken over from the getter. */
  hasGetterDoc = false;
}
export const propertyType = makeBuiltinType('property', objectType, PyProperty, Py_TPFLAGS_BASETYPE);
propertyType.hasIdentityHash = true;

const bind = argumentBinder('property', '(fget=None, fset=None, fdel=None, doc=None)');
const given = (value: Value | undefined): Value | undefined => (value === None ? undefined : value);

/** @cpython property_init_impl */
function init(property: PyProperty, fget?: Value, fset?: Value, fdel?: Value, doc?: Value): void {
  property.get = given(fget);
  property.set = given(fset);
  property.delete = given(fdel);
  property.hasGetterDoc = false;
  property.name = undefined;
  let its = given(doc);
  if (its === undefined && property.get !== undefined) {
    its = given(getAttrOrUndefined(property.get, '__doc__'));
    property.hasGetterDoc = its !== undefined;
  }
  if (typeOf(property) === propertyType) {
    property.doc = its;
    return;
  }
  try {
    setAttr(property, '__doc__', its ?? None);
  } catch (error) {
    if (property.hasGetterDoc || !matches(error, excTypes.AttributeError)) throw error;
  }
}

function nameOf(property: PyProperty): Value | undefined {
  return property.name ?? (property.get === undefined ? undefined : getAttrOrUndefined(property.get, '__name__'));
}

function lacks(property: PyProperty, object: Value, what: string): PyBaseException {
  const name = nameOf(property);
  const type = reprHost(typeOf(object).ht_qualname);
  return attributeError(
    name === undefined
      ? `property of ${type} object has no ${what}`
      : `property ${reprHost(name)} of ${type} object has no ${what}`,
  );
}

/** @cpython property_copy */
function copyWith(property: PyProperty, changes: { get?: Value; set?: Value; delete?: Value }): Value {
  const pick = (changed: Value | undefined, old: Value | undefined): Value =>
    changed === undefined || changed === None ? (old ?? None) : changed;
  const fget = pick(changes.get, property.get);
  const doc = property.hasGetterDoc && fget !== None ? None : (property.doc ?? None);
  const copy = call(typeOf(property), [
    fget,
    pick(changes.set, property.set),
    pick(changes.delete, property.delete),
    doc,
  ]);
  if (copy instanceof PyProperty) copy.name = property.name;
  return copy;
}

/** Whether a function or descriptor says that it is abstract. @cpython _PyObject_IsAbstract */
export function isAbstract(value: Value | undefined): boolean {
  if (value === undefined) return false;
  const flag = getAttrOrUndefined(value, '__isabstractmethod__');
  return flag !== undefined && isTrue(flag);
}

function member(key: 'get' | 'set' | 'delete'): GetSet {
  return {
    get: (self) => (self as PyProperty)[key] ?? None,
    set: () => {
      throw attributeError('readonly attribute');
    },
  };
}

export const propertySpec = typeSpec(propertyType, {
  doc: `property(fget=None, fset=None, fdel=None, doc=None)
--

Property attribute.

  fget
    function to be used for getting an attribute value
  fset
    function to be used for setting an attribute value
  fdel
    function to be used for del'ing an attribute
  doc
    docstring

Typical use is to define a managed attribute x:

class C(object):
    def getx(self): return self._x
    def setx(self, value): self._x = value
    def delx(self): del self._x
    x = property(getx, setx, delx, "I'm the 'x' property.")

Decorators make defining new properties or modifying existing ones easy:

class C(object):
    @property
    def x(self):
        "I am the 'x' property."
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
    @x.deleter
    def x(self):
        del self._x`,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: (self, args, kwnames) => {
      const [fget, fset, fdel, doc] = bind(args, kwnames) as (Value | undefined)[];
      init(self as PyProperty, fget, fset, fdel, doc);
    },
    tp_descr_get: (self, object) => {
      const property = self as PyProperty;
      if (object === undefined || object === None) return property;
      if (property.get === undefined) throw lacks(property, object, 'getter');
      return call(property.get, [object]);
    },
    tp_descr_set: (self, object, value) => {
      const property = self as PyProperty;
      const func = value === undefined ? property.delete : property.set;
      if (func === undefined) throw lacks(property, object, value === undefined ? 'deleter' : 'setter');
      call(func, value === undefined ? [object] : [object, value]);
    },
  },
  methods: {
    getter: method(
      '($self, object, /)',
      (self: PyProperty, func: Value) => copyWith(self, { get: func }),
      'Descriptor to obtain a copy of the property with a different getter.',
    ),
    setter: method(
      '($self, object, /)',
      (self: PyProperty, func: Value) => copyWith(self, { set: func }),
      'Descriptor to obtain a copy of the property with a different setter.',
    ),
    deleter: method(
      '($self, object, /)',
      (self: PyProperty, func: Value) => copyWith(self, { delete: func }),
      'Descriptor to obtain a copy of the property with a different deleter.',
    ),
    __set_name__: rawMethod(
      'Method to set name of a property.',
      (self, args) => {
        if (args.length !== 2) {
          throw typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
        }
        (self as PyProperty).name = args[1];
      },
      '($self, owner, name, /)',
    ),
  },
  members: {
    fget: member('get'),
    fset: member('set'),
    fdel: member('delete'),
    __doc__: {
      get: (self) => (self as PyProperty).doc ?? None,
      set: (self, value) => {
        (self as PyProperty).doc = value;
      },
    },
  },
  getset: {
    __name__: {
      get: (self) => {
        const name = nameOf(self as PyProperty);
        if (name === undefined) throw attributeError("'property' object has no attribute '__name__'", '__name__', self);
        return name;
      },
      set: (self, value) => {
        (self as PyProperty).name = value;
      },
    },
    __isabstractmethod__: {
      get: (self) => {
        const property = self as PyProperty;
        return isAbstract(property.get) || isAbstract(property.set) || isAbstract(property.delete);
      },
    },
  },
});
