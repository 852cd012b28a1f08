/**
 * The wrapper that `functools.lru_cache` makes: a dict from call to result, and for a bounded cache a ring of the results
 * in order of use.
 *
 * @cpython Modules/_functoolsmodule.c lru_cache_*
 */
import {
  allocate,
  argumentBinder,
  asInt,
  call,
  excTypes,
  getAttr,
  hash,
  indexNumber,
  isCallable,
  isTrue,
  makeBuiltinType,
  matches,
  method,
  None,
  objectType,
  PyDict,
  PyMethod,
  PyObject,
  PyPlainObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  strFromUtf16,
  typeError,
  typeOf,
  typeSpec,
  type Kwnames,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { instanceDictGetSet } from '../../objects/object/object.ts';

/** A result in the ring of a bounded cache. Never seen by Python. */
class Link extends PyObject {
  previous: Link = this;
  next: Link = this;
  key: Value;
  result: Value;
  constructor(key: Value, result: Value) {
    super();
    this.key = key;
    this.result = result;
  }
  remove(): void {
    this.previous.next = this.next;
    this.next.previous = this.previous;
  }
  /** Puts this before the root: most recently used. */
  appendTo(root: Link): void {
    this.previous = root.previous;
    this.next = root;
    root.previous.next = this;
    root.previous = this;
  }
}

class PyLruCache extends PyObject {
  ob_dict: PyDict | null = null;
  func: Value = None;
  /** -1: unbounded. */
  maxsize = -1;
  isTyped = false;
  infoType: Value = None;
  hits = 0;
  misses = 0;
  cache = new PyDict();
  root = new Link(None, None);
}
export const lruCacheType = makeBuiltinType(
  'functools._lru_cache_wrapper',
  objectType,
  PyLruCache,
  Py_TPFLAGS_BASETYPE | Py_TPFLAGS_METHOD_DESCRIPTOR,
);
lruCacheType.hasDict = true;
lruCacheType.hasWeakref = true;

const bind = argumentBinder('lru_cache', '(user_function, maxsize, typed, cache_info_type)');

function lruCacheNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const [func, maxsize, typed, infoType] = bind(args, kwnames) as [Value, Value, Value, Value];
  if (!isCallable(func)) throw typeError('the first argument must be callable');
  let limit = -1;
  if (maxsize !== None) {
    if (asInt(maxsize) === undefined && typeOf(maxsize).nb_index === undefined) {
      throw typeError('maxsize should be integer or None');
    }
    limit = Math.max(0, indexNumber(maxsize, excTypes.OverflowError));
  }
  const wrapper = allocate<[], PyLruCache>(type);
  wrapper.func = func;
  wrapper.maxsize = limit;
  wrapper.isTyped = isTrue(typed);
  wrapper.infoType = infoType;
  return wrapper;
}

/** Separates positional from keyword arguments in a key. */
class KeywordMark extends PyPlainObject {}
const KEYWORD_MARK = new KeywordMark();

/** @cpython lru_cache_make_key */
function makeKey(args: readonly Value[], kwnames: Kwnames, isTyped: boolean): Value {
  const count = kwnames === null ? 0 : kwnames.length;
  if (!isTyped && count === 0) {
    if (args.length === 1) {
      const only = args[0]!;
      if (typeof only === 'string' || typeof only === 'number') return only;
    }
    return new PyTuple(args.slice());
  }
  const given = args.length - count;
  const parts: Value[] = args.slice(0, given);
  if (count > 0) {
    parts.push(KEYWORD_MARK);
    kwnames!.forEach((name, i) => parts.push(strFromUtf16(name), args[given + i]!));
  }
  if (isTyped) for (const arg of args) parts.push(typeOf(arg));
  return new PyTuple(parts);
}

/** The entry of a key. @throws TypeError when an argument is unhashable */
function lookUp(cache: PyDict, key: Value): Value | undefined {
  try {
    return cache.get(key);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) hash(key);
    throw error;
  }
}

function callUnbounded(wrapper: PyLruCache, args: readonly Value[], kwnames: Kwnames): Value {
  const key = makeKey(args, kwnames, wrapper.isTyped);
  const known = lookUp(wrapper.cache, key);
  if (known !== undefined) {
    wrapper.hits++;
    return known;
  }
  wrapper.misses++;
  const result = call(wrapper.func, args, kwnames);
  wrapper.cache.set(key, result);
  return result;
}

/** @cpython bounded_lru_cache_wrapper */
function callBounded(wrapper: PyLruCache, args: readonly Value[], kwnames: Kwnames): Value {
  const key = makeKey(args, kwnames, wrapper.isTyped);
  const known = lookUp(wrapper.cache, key);
  if (known instanceof Link) {
    wrapper.hits++;
    known.remove();
    known.appendTo(wrapper.root);
    return known.result;
  }
  wrapper.misses++;
  const result = call(wrapper.func, args, kwnames);
  // The call may have filled this very entry.
  if (wrapper.cache.get(key) !== undefined) return result;
  if (wrapper.cache.size >= wrapper.maxsize) {
    const oldest = wrapper.root.next;
    if (oldest === wrapper.root) return result;
    oldest.remove();
    if (wrapper.cache.delete(oldest.key) === undefined) return result;
  }
  const link = new Link(key, result);
  wrapper.cache.set(key, link);
  link.appendTo(wrapper.root);
  return result;
}

const self = (wrapper: PyLruCache): Value => wrapper;

export const lruCacheSpec = typeSpec(lruCacheType, {
  doc: `Create a cached callable that wraps another function.

user_function:      the function being cached

maxsize:  0         for no caching
          None      for unlimited cache size
          n         for a bounded cache

typed:    False     cache f(3) and f(3.0) as identical calls
          True      cache f(3) and f(3.0) as distinct calls

cache_info_type:    namedtuple class with the fields:
                        hits misses currsize maxsize
`,
  slots: {
    tp_new: lruCacheNew,
    tp_call: (callable, args, kwnames) => {
      const wrapper = callable as PyLruCache;
      if (wrapper.maxsize < 0) return callUnbounded(wrapper, args, kwnames);
      if (wrapper.maxsize > 0) return callBounded(wrapper, args, kwnames);
      wrapper.misses++;
      return call(wrapper.func, args, kwnames);
    },
    tp_descr_get: (wrapper, object) =>
      object === undefined || object === None ? wrapper : new PyMethod(wrapper, object),
  },
  methods: {
    cache_info: method(
      '($self, /)',
      (wrapper: PyLruCache) => {
        const maxsize = wrapper.maxsize < 0 ? None : wrapper.maxsize;
        return call(wrapper.infoType, [wrapper.hits, wrapper.misses, maxsize, wrapper.cache.size]);
      },
      'Report cache statistics',
    ),
    cache_clear: method(
      '($self, /)',
      (wrapper: PyLruCache) => {
        wrapper.hits = 0;
        wrapper.misses = 0;
        wrapper.cache = new PyDict();
        wrapper.root = new Link(None, None);
      },
      'Clear the cache and cache statistics',
    ),
    __reduce__: method('($self, /)', (wrapper: PyLruCache) => getAttr(wrapper, '__qualname__')),
    __copy__: method('($self, /)', self),
    __deepcopy__: method('($self, memo, /)', self),
  },
  getset: { __dict__: instanceDictGetSet },
});
