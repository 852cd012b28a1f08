/** `filter`. @cpython Python/bltinmodule.c filter_next */
import {
  allocate,
  boolType,
  getIter,
  isTrue,
  iterNext,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  typeError,
  typeSpec,
  type Value,
} from '../core/index.ts';
import { callUntilStop } from './call-until-stop.ts';

export class PyFilter extends PyObject {
  readonly func: Value;
  readonly iterator: Value;
  constructor(func: Value, iterator: Value) {
    super();
    this.func = func;
    this.iterator = iterator;
  }
}
export const filterType = makeBuiltinType('filter', objectType, PyFilter, Py_TPFLAGS_BASETYPE);

export function filterNext(self: Value): Value | undefined {
  const filter = self as PyFilter;
  const func = filter.func;
  const asksTruth = func === None || func === boolType;
  for (let item = iterNext(filter.iterator); item !== undefined; item = iterNext(filter.iterator)) {
    const verdict = asksTruth ? item : callUntilStop(func, [item]);
    if (verdict === undefined) return undefined;
    if (isTrue(verdict)) return item;
  }
  return undefined;
}

export const filterSpec = typeSpec(filterType, {
  doc: `filter(function, iterable, /)
--

Return an iterator yielding those items of iterable for which
function(item) is true.  If function is None, return the items that
are true.`,
  slots: {
    tp_new: (type, args, kwnames) => {
      const given = args.length - (kwnames?.length ?? 0);
      if (kwnames !== null && kwnames.length > 0 && (type === filterType || type.tp_init === filterType.tp_init)) {
        throw typeError('filter() takes no keyword arguments');
      }
      if (given !== 2) throw typeError(`filter expected 2 arguments, got ${given}`);
      return allocate(type, args[0]!, getIter(args[1]!));
    },
    tp_iter: (self) => self,
    tp_iternext: filterNext,
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyFilter) => new PyTuple([self.ob_type, new PyTuple([self.func, self.iterator])]),
      'Return state information for pickling.',
    ),
  },
});
