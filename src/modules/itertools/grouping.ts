/** `groupby` and `tee`. @cpython Modules/itertoolsmodule.c */
import {
  None,
  PyObject,
  PyTuple,
  Py_EQ,
  allocate,
  argumentBinder,
  call0,
  call1,
  compareBool,
  excTypes,
  getAttrOrUndefined,
  getIter,
  indexNumber,
  iterNext,
  runtimeError,
  setPendingStop,
  toArray,
  typeError,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods } from '../../objects/int/index.ts';
import { iteratorSpec, iteratorType, positionalArguments } from './iterator-type.ts';
import { GROUPBY_TYPE_DOC, TEE_DATAOBJECT_TYPE_DOC, TEE_TYPE_DOC, TEE_TYPE_DOCS } from './docs.ts';

class PyGroupby extends PyObject {
  readonly iterator: Value;
  readonly keyFunction: Value;
  targetKey: Value | undefined = undefined;
  currentKey: Value | undefined = undefined;
  currentValue: Value | undefined = undefined;
  /** The group that was given last; older ones have ended. */
  group: PyGrouper | null = null;
  constructor(iterator: Value, keyFunction: Value) {
    super();
    this.iterator = iterator;
    this.keyFunction = keyFunction;
  }

  /** Takes the next item; false at the end. */
  step(): boolean {
    const item = iterNext(this.iterator);
    if (item === undefined) return false;
    const key = this.keyFunction === None ? item : call1(this.keyFunction, item);
    this.currentValue = item;
    this.currentKey = key;
    return true;
  }
}
const groupbyType = iteratorType('groupby', PyGroupby);
const bindGroupby = argumentBinder('groupby', '(iterable, key=None)');

export const groupbySpec = iteratorSpec(groupbyType, {
  doc: GROUPBY_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable, key = None] = bindGroupby(args, kwnames) as [Value, Value?];
    return allocate(type, getIter(iterable), key);
  },
  next: (self: PyGroupby) => {
    self.group = null;
    for (;;) {
      if (self.currentKey !== undefined) {
        if (self.targetKey === undefined || !compareBool(self.targetKey, self.currentKey, Py_EQ)) break;
      }
      if (!self.step()) return undefined;
    }
    self.targetKey = self.currentKey;
    const group = new PyGrouper(self, self.targetKey!);
    self.group = group;
    return new PyTuple([self.currentKey!, group]);
  },
});

class PyGrouper extends PyObject {
  readonly parent: PyGroupby;
  readonly targetKey: Value;
  constructor(parent: PyGroupby, targetKey: Value) {
    super();
    this.parent = parent;
    this.targetKey = targetKey;
  }
}
const grouperType = iteratorType('_grouper', PyGrouper, 0);
const bindGrouper = argumentBinder('_grouper', '(parent, tgtkey, /)');

export const grouperSpec = typeSpec(grouperType, {
  attributes: { __module__: () => 'itertools' },
  slots: {
    tp_new: (type, args, kwnames) => {
      const [parent, key] = bindGrouper(args, kwnames) as [Value, Value];
      if (!(parent instanceof PyGroupby)) throw typeError('_grouper() argument 1 must be itertools.groupby');
      const group: PyGrouper = allocate(type, parent, key);
      parent.group = group;
      return group;
    },
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const { parent, targetKey } = self as PyGrouper;
      if (parent.group !== self) return undefined;
      if (parent.currentValue === undefined && !parent.step()) return undefined;
      if (!compareBool(targetKey, parent.currentKey!, Py_EQ)) return undefined;
      const item = parent.currentValue;
      parent.currentValue = undefined;
      parent.currentKey = undefined;
      return item;
    },
  },
});

/** Items in a node of the chain that copies of one `tee` share. */
const NODE_SIZE = 57;

class PyTeeData extends PyObject {
  readonly iterator: Value;
  readonly values: Value[];
  nextNode: PyTeeData | null = null;
  isRunning = false;
  constructor(iterator: Value, values: Value[]) {
    super();
    this.iterator = iterator;
    this.values = values;
  }

  item(index: number): Value | undefined {
    if (index < this.values.length) return this.values[index];
    if (this.isRunning) throw runtimeError('cannot re-enter the tee iterator');
    this.isRunning = true;
    try {
      const item = iterNext(this.iterator);
      if (item !== undefined) this.values.push(item);
      else setPendingStop(null);
      return item;
    } finally {
      this.isRunning = false;
    }
  }
}
const teeDataType = iteratorType('_tee_dataobject', PyTeeData, 0);
const bindTeeData = argumentBinder('teedataobject', '(iterable, values, next, /)');

export const teeDataSpec = typeSpec(teeDataType, {
  doc: TEE_DATAOBJECT_TYPE_DOC,
  attributes: { __module__: () => 'itertools' },
  slots: {
    tp_new: (type, args, kwnames) => {
      const [iterable, values, next] = bindTeeData(args, kwnames) as [Value, Value, Value];
      const items = toArray(values);
      if (items.length > NODE_SIZE) throw valueError('Invalid arguments');
      const node: PyTeeData = allocate(type, iterable, items);
      if (next !== None) {
        if (!(next instanceof PyTeeData)) throw valueError('Invalid arguments');
        node.nextNode = next;
      }
      return node;
    },
  },
});

class PyTee extends PyObject {
  node: PyTeeData;
  index: number;
  constructor(node: PyTeeData, index: number) {
    super();
    this.node = node;
    this.index = index;
  }
}
const teeType = iteratorType('_tee', PyTee, 0);

function copyTee(self: PyTee): PyTee {
  return new PyTee(self.node, self.index);
}

function teeFrom(iterable: Value): PyTee {
  const iterator = getIter(iterable);
  return iterator instanceof PyTee ? copyTee(iterator) : new PyTee(new PyTeeData(iterator, []), 0);
}

export const teeSpec = iteratorSpec(teeType, {
  doc: TEE_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable] = positionalArguments('_tee', teeType, type, args, kwnames, 1, 1);
    return teeFrom(iterable!);
  },
  next: (self: PyTee) => {
    if (self.index >= NODE_SIZE) {
      const { node } = self;
      self.node = node.nextNode ??= new PyTeeData(node.iterator, []);
      self.index = 0;
    }
    const item = self.node.item(self.index);
    if (item !== undefined) self.index++;
    return item;
  },
  methods: documentedMethods(TEE_TYPE_DOCS, { __copy__: copyTee }),
});

/** `tee(iterable, n=2)` */
export function tee(iterable: Value, n: Value | undefined): Value {
  const count = n === undefined ? 2 : indexNumber(n, excTypes.OverflowError);
  if (count < 0) throw valueError('n must be >= 0');
  if (count === 0) return new PyTuple([]);
  const iterator = getIter(iterable);
  let copier = getAttrOrUndefined(iterator, '__copy__');
  const results: Value[] = [];
  if (copier === undefined) {
    const first = teeFrom(iterator);
    results.push(first);
    copier = getAttrOrUndefined(first, '__copy__')!;
  }
  while (results.length < count) results.push(call0(copier));
  return new PyTuple(results);
}
