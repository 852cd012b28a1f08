/**
 * Attributes with an inline cache for each instruction: what was found on the type stays right while the type's version
 * is the same, and versions are never used twice.
 *
 * | kind | the type has | then |
 * |---|---|---|
 * | OWN | nothing of that name | the object's own attribute |
 * | OWN_FIELD | nothing, and is a class | the object's property `$name` |
 * | VALUE | a plain value | the own attribute, else the value |
 * | METHOD | a function | the own attribute, else the method |
 * | METHOD_FIELD | a Python function, and is a class | the property `$name`: that function itself, unless there is an own one |
 * | DATA | a data descriptor | its `__get__` |
 * | PROPERTY | a property | its getter, called in the same eval loop |
 * | CLASS | (the object is this class) | the value found |
 * | SLOT | a member of `__slots__` | the property that holds it |
 * | MODULE | nothing, and is `module` itself | the entry of the module's dict |
 *
 * @cpython Python/specialize.c
 */
import {
  genericGetAttr,
  genericSetAttr,
  getAttr,
  attributeKey,
  moduleType,
  PyMemberDescriptor,
  PyType,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  setAttr,
  typeOf,
  typeType,
  readInstanceAttribute,
  writeInstanceAttribute,
  type DictOwner,
  type PyModule,
  type Value,
} from '../objects/core/index.ts';
import { PyFunction } from '../objects/function/py-function.ts';
import { propertyType, type PyProperty } from '../objects/property/index.ts';
import { AttributeCache, type PyCode } from '../objects/function/py-code.ts';

const OWN = 1;
const VALUE = 2;
const METHOD = 3;
const DATA = 4;
const CLASS = 5;
const UNCACHED = 6;
const METHOD_WITHOUT_DICT = 7;
/** The eval loop has these cases inline. */
const OWN_FIELD = 8;
const PROPERTY = 9;
const METHOD_FIELD = 10;
const MODULE = 11;
const SLOT = 12;

type Fields = Record<string, Value | undefined>;

/** Remembers how an attribute of this type is found. */
function fillCache(code: PyCode, instruction: number, owner: Value, type: PyType, name: string): void {
  const cache = (code.attributeCaches[instruction] ??= new AttributeCache());
  cache.version = type.version;
  cache.type = type;
  cache.kind = UNCACHED;
  if (type.tp_getattro !== genericGetAttr) {
    if (type === typeType && owner instanceof PyType) fillClassCache(cache, owner, name);
    else if (type === moduleType && type.lookup(name) === undefined) cache.kind = MODULE;
    return;
  }
  const descr = type.lookup(name);
  cache.value = descr;
  if (descr === undefined) {
    cache.kind = !type.hasDict ? UNCACHED : type.isHeapType ? OWN_FIELD : OWN;
    cache.key = attributeKey(name);
    return;
  }
  const descrType = typeOf(descr);
  if (descr instanceof PyMemberDescriptor && descr.key !== null && type.isSubtype(descr.owner)) {
    cache.kind = SLOT;
    cache.key = descr.key;
    return;
  }
  if (descrType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) {
    if (!type.hasDict) cache.kind = METHOD_WITHOUT_DICT;
    else cache.kind = type.isHeapType && descr instanceof PyFunction ? METHOD_FIELD : METHOD;
  } else if (descrType.tp_descr_get === undefined) cache.kind = VALUE;
  else if (descrType === propertyType && (descr as PyProperty).get instanceof PyFunction) {
    cache.kind = PROPERTY;
    cache.value = (descr as PyProperty).get as PyFunction;
  } else if (descrType.tp_descr_set !== undefined) cache.kind = DATA;
}

/** An attribute of a class that is the value itself: a plain value or a function. */
function fillClassCache(cache: AttributeCache, owner: PyType, name: string): void {
  if (typeType.lookup(name) !== undefined) return;
  const value = owner.lookup(name);
  if (value === undefined) return;
  const valueType = typeOf(value);
  if (valueType.tp_descr_get !== undefined && (valueType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) === 0) return;
  cache.kind = CLASS;
  cache.type = owner;
  cache.version = owner.version;
  cache.value = value;
}

/** The object's own attribute. */
function ownAttribute(owner: DictOwner, type: PyType, code: PyCode, nameIndex: number): Value | undefined {
  const dict = owner.ob_dict;
  if (type.isHeapType && (dict === null || dict.owner === owner)) {
    return (owner as unknown as Fields)[code.attributeKeys[nameIndex]!];
  }
  return readInstanceAttribute(owner, code.names[nameIndex]!);
}

/** LOAD_ATTR. */
export function attributeOf(owner: Value, code: PyCode, instruction: number, nameIndex: number): Value {
  const type = typeof owner === 'object' ? owner.ob_type : typeOf(owner);
  const cache = code.attributeCaches[instruction];
  if (cache !== undefined) {
    if (cache.version === type.version) {
      switch (cache.kind) {
        case OWN:
        case OWN_FIELD: {
          const value = ownAttribute(owner as DictOwner, type, code, nameIndex);
          if (value !== undefined) return value;
          break;
        }
        case VALUE:
          return (type.hasDict ? ownAttribute(owner as DictOwner, type, code, nameIndex) : undefined) ?? cache.value!;
        case METHOD:
        case METHOD_FIELD: {
          const own = readInstanceAttribute(owner as DictOwner, code.names[nameIndex]!);
          return own ?? typeOf(cache.value!).tp_descr_get!(cache.value!, owner, type);
        }
        case METHOD_WITHOUT_DICT:
          return typeOf(cache.value!).tp_descr_get!(cache.value!, owner, type);
        case SLOT: {
          const value = (owner as unknown as Fields)[cache.key];
          if (value !== undefined) return value;
          break;
        }
        case MODULE: {
          const value = (owner as PyModule).ob_dict.getStr(code.names[nameIndex]!);
          if (value !== undefined) return value;
          break;
        }
        case DATA:
          return typeOf(cache.value!).tp_descr_get!(cache.value!, owner, type);
        default:
      }
      return getAttr(owner, code.names[nameIndex]!);
    }
    if (cache.kind === CLASS && cache.type === owner && cache.version === (owner as PyType).version)
      return cache.value!;
    if (++cache.misses > 100) return getAttr(owner, code.names[nameIndex]!);
  }
  const name = code.names[nameIndex]!;
  fillCache(code, instruction, owner, type, name);
  return getAttr(owner, name);
}

/**
 * LOAD_ATTR for a call: puts the function and the object on the stack where no bound method is needed, else the attribute
 * and NULL. The object is at `sp - 1`.
 */
export function loadMethod(
  stack: (Value | undefined)[],
  sp: number,
  code: PyCode,
  instruction: number,
  nameIndex: number,
): void {
  const owner = stack[sp - 1]!;
  const type = typeof owner === 'object' ? owner.ob_type : typeOf(owner);
  let cache = code.attributeCaches[instruction];
  const name = code.names[nameIndex]!;
  if (cache === undefined || cache.version !== type.version) {
    if (
      cache !== undefined &&
      cache.kind === CLASS &&
      cache.type === owner &&
      cache.version === (owner as PyType).version
    ) {
      stack[sp - 1] = cache.value;
      stack[sp] = undefined;
      return;
    }
    if (cache === undefined || ++cache.misses < 100) fillCache(code, instruction, owner, type, name);
    cache = code.attributeCaches[instruction]!;
    if (cache.version !== type.version) {
      loadMethodSlowly(stack, sp, owner, type, name);
      return;
    }
  }
  if (cache.kind === METHOD_WITHOUT_DICT) {
    stack[sp - 1] = cache.value;
    stack[sp] = owner;
    return;
  }
  if (cache.kind === METHOD || cache.kind === METHOD_FIELD) {
    const own = readInstanceAttribute(owner as DictOwner, name);
    if (own === undefined) {
      stack[sp - 1] = cache.value;
      stack[sp] = owner;
    } else {
      stack[sp - 1] = own;
      stack[sp] = undefined;
    }
    return;
  }
  stack[sp - 1] = attributeOf(owner, code, instruction, nameIndex);
  stack[sp] = undefined;
}

/** The method of an object, as function and object or as value and NULL. @param pair holds the object, then a free place */
export function loadMethodOf(pair: (Value | undefined)[], name: string): void {
  const owner = pair[0]!;
  loadMethodSlowly(pair, 1, owner, typeOf(owner), name);
}

function loadMethodSlowly(stack: (Value | undefined)[], sp: number, owner: Value, type: PyType, name: string): void {
  if (type.tp_getattro === genericGetAttr) {
    const descr = type.lookup(name);
    if (descr !== undefined && (typeOf(descr).tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
      const own = type.hasDict ? readInstanceAttribute(owner as DictOwner, name) : undefined;
      stack[sp - 1] = own ?? descr;
      stack[sp] = own === undefined ? owner : undefined;
      return;
    }
  }
  stack[sp - 1] = getAttr(owner, name);
  stack[sp] = undefined;
}

/** STORE_ATTR. */
export function storeAttribute(owner: Value, value: Value, code: PyCode, instruction: number, nameIndex: number): void {
  const type = typeof owner === 'object' ? owner.ob_type : typeOf(owner);
  const cache = code.attributeCaches[instruction];
  if (cache !== undefined && cache.version === type.version && cache.kind === OWN_FIELD) {
    const dict = (owner as DictOwner).ob_dict;
    if (dict === null || dict.owner === owner) (owner as unknown as Fields)[code.attributeKeys[nameIndex]!] = value;
    else writeInstanceAttribute(owner as DictOwner, code.names[nameIndex]!, value);
    return;
  }
  const name = code.names[nameIndex]!;
  if (type.tp_setattro === genericSetAttr && type.isHeapType) {
    const descr = type.lookup(name);
    const isOwn = descr === undefined && type.hasDict;
    const isSlot = descr instanceof PyMemberDescriptor && descr.key !== null && type.isSubtype(descr.owner);
    if (isOwn || isSlot) {
      const fresh = (code.attributeCaches[instruction] ??= new AttributeCache());
      if (++fresh.misses < 100) {
        fresh.version = type.version;
        fresh.type = type;
        fresh.kind = isOwn ? OWN_FIELD : SLOT;
        fresh.key = isOwn ? attributeKey(name) : (descr as PyMemberDescriptor).key!;
      }
    }
  }
  setAttr(owner, name, value);
}
