/** `enumerate`. @cpython Objects/enumobject.c */
import {
  add,
  allocate,
  getIter,
  index,
  iterNext,
  makeBuiltinType,
  method,
  objectType,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  typeError,
  typeSpec,
  type Kwnames,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';

export class PyEnumerate extends PyObject {
  readonly iterator: Value;
  /** The next number; beyond 2**53 a bigint. */
  count: number | bigint;
  constructor(iterator: Value, count: number | bigint) {
    super();
    this.iterator = iterator;
    this.count = count;
  }
}
export const enumerateType = makeBuiltinType('enumerate', objectType, PyEnumerate, Py_TPFLAGS_BASETYPE);

/** @throws TypeError @cpython enumerate_vectorcall */
function bind(args: readonly Value[], kwnames: Kwnames): { iterable: Value; start: Value | undefined } {
  if (args.length > 2) throw typeError(`enumerate() takes at most 2 arguments (${args.length} given)`);
  const given = args.length - (kwnames?.length ?? 0);
  let iterable = given > 0 ? args[0] : undefined;
  let start = given > 1 ? args[1] : undefined;
  for (let i = given; i < args.length; i++) {
    const keyword = kwnames![i - given]!;
    if (keyword === 'start' && start === undefined) start = args[i];
    else if (keyword === 'iterable' && iterable === undefined) iterable = args[i];
    else throw typeError(`'${keyword}' is an invalid keyword argument for enumerate()`);
  }
  if (iterable === undefined) throw typeError("enumerate() missing required argument 'iterable'");
  return { iterable, start };
}

export function enumerateNext(self: Value): Value | undefined {
  const enumerate = self as PyEnumerate;
  const item = iterNext(enumerate.iterator);
  if (item === undefined) return undefined;
  const count = enumerate.count;
  enumerate.count =
    typeof count === 'number' && count < Number.MAX_SAFE_INTEGER ? count + 1 : (add(count, 1) as number | bigint);
  return new PyTuple([count, item]);
}

export const enumerateSpec = typeSpec(enumerateType, {
  doc: `enumerate(iterable, start=0)
--

Return an enumerate object.

  iterable
    an object supporting iteration

The enumerate object yields pairs containing a count (from start, which
defaults to zero) and a value yielded by the iterable argument.

enumerate is useful for obtaining an indexed list:
    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...`,
  slots: {
    tp_new: (type, args, kwnames) => {
      const { iterable, start } = bind(args, kwnames);
      const count = start === undefined ? 0 : index(start);
      return allocate(type, getIter(iterable), count);
    },
    tp_iter: (self) => self,
    tp_iternext: enumerateNext,
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyEnumerate) => new PyTuple([self.ob_type, new PyTuple([self.iterator, self.count])]),
      'Return state information for pickling.',
    ),
    __class_getitem__: classGetItem("'enumerate' objects are generic over the type of their values"),
  },
});
