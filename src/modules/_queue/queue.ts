/**
 * `_queue`: `SimpleQueue`.
 *
 * @cpython Modules/_queuemodule.c
 */
import {
  allocate,
  asInt,
  excTypes,
  isTrue,
  makeBuiltinType,
  method,
  newException,
  None,
  objectType,
  overflowError,
  PyBaseException,
  PyFloat,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  waiting,
  index,
  hasIndex,
  type Value,
} from '../../objects/core/index.ts';
import { classGetItem } from '../../objects/generic-alias/class-get-item.ts';
import { scheduler } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';

class PyEmpty extends PyBaseException {}
export const emptyType = makeBuiltinType('_queue.Empty', excTypes.Exception, PyEmpty, Py_TPFLAGS_BASETYPE);
emptyType.hasDict = true;
emptyType.hasWeakref = true;
emptyType.hasIdentityHash = true;
const emptySpec = typeSpec(emptyType, { doc: 'Exception raised by Queue.get(block=0)/get_nowait().' });

class PySimpleQueue extends PyObject {
  items: Value[] = [];
  /** Items before this one have been taken. */
  first = 0;
}
const simpleQueueType = makeBuiltinType('_queue.SimpleQueue', objectType, PySimpleQueue, Py_TPFLAGS_BASETYPE);
simpleQueueType.hasWeakref = true;

function size(queue: PySimpleQueue): number {
  return queue.items.length - queue.first;
}

function take(queue: PySimpleQueue): Value | undefined {
  if (size(queue) === 0) return undefined;
  const item = queue.items[queue.first++]!;
  if (queue.first > 32 && queue.first * 2 > queue.items.length) {
    queue.items = queue.items.slice(queue.first);
    queue.first = 0;
  }
  return item;
}

/** Seconds. @throws TypeError, ValueError */
function timeoutOf(value: Value): number {
  let seconds: number;
  if (value instanceof PyFloat) seconds = value.value;
  else if (asInt(value) !== undefined || hasIndex(value)) seconds = Number(index(value));
  else throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer or float`);
  if (Number.isNaN(seconds)) throw valueError('Invalid value NaN (not a number)');
  if (seconds > 9223372036) throw overflowError('timeout value is too large');
  if (seconds < 0) throw valueError("'timeout' must be a non-negative number");
  return seconds;
}

/** @throws Empty */
function get(queue: PySimpleQueue, block: Value | undefined, timeout: Value | undefined): Value {
  const blocks = block === undefined || isTrue(block);
  const seconds = blocks && timeout !== undefined && timeout !== None ? timeoutOf(timeout) : undefined;
  if (blocks) scheduler().wait(() => size(queue) > 0, seconds ?? -1);
  const item = take(queue);
  if (item === undefined) throw newException(emptyType);
  return item;
}

const simpleQueueSpec = typeSpec(simpleQueueType, {
  doc: 'SimpleQueue()\n--\n\nSimple, unbounded, reentrant FIFO queue.',
  slots: {
    tp_new: (type, args, kwnames) => {
      const isPlain = type === simpleQueueType || typeOf(type).tp_init === simpleQueueType.tp_init;
      if (kwnames !== null && kwnames.length > 0 && isPlain)
        throw typeError('SimpleQueue() takes no keyword arguments');
      if (args.length > 0 && isPlain) throw typeError('SimpleQueue() takes no positional arguments');
      return allocate(type);
    },
  },
  methods: {
    empty: method(
      '($self, /)',
      (self: PySimpleQueue) => size(self) === 0,
      'Return True if the queue is empty, False otherwise (not reliable!).',
    ),
    get: waiting(
      method(
        '($self, /, block=True, timeout=None)',
        get,
        `Remove and return an item from the queue.

If optional args 'block' is true and 'timeout' is None (the
default), block if necessary until an item is available.  If
'timeout' is a non-negative number, it blocks at most 'timeout'
seconds and raises the Empty exception if no item was available
within that time.
Otherwise ('block' is false), return an item if one is immediately
available, else raise the Empty exception ('timeout' is ignored
in that case).`,
      ),
    ),
    get_nowait: method(
      '($self, /)',
      (self: PySimpleQueue) => get(self, false, undefined),
      `Remove and return an item from the queue without blocking.

Only get an item if one is immediately available. Otherwise
raise the Empty exception.`,
    ),
    put: method(
      '($self, /, item, block=True, timeout=None)',
      (self: PySimpleQueue, item: Value) => void self.items.push(item),
      `Put the item on the queue.

The optional 'block' and 'timeout' arguments are ignored, as this
method never blocks.  They are provided for compatibility with the
Queue class.`,
    ),
    put_nowait: method(
      '($self, /, item)',
      (self: PySimpleQueue, item: Value) => void self.items.push(item),
      `Put an item into the queue without blocking.

This is exactly equivalent to \`put(item)\` and is only provided
for compatibility with the Queue class.`,
    ),
    qsize: method(
      '($self, /)',
      size as (self: PySimpleQueue) => Value,
      'Return the approximate size of the queue (not reliable!).',
    ),
    __class_getitem__: classGetItem('SimpleQueues are generic over the type of their contents'),
  },
});

export const queueModule = defineModule('_queue', {
  doc: `C implementation of the Python queue module.
This module is an implementation detail, please do not use it directly.`,
  types: [emptySpec, simpleQueueSpec],
});
