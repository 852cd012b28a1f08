/**
 * `_thread`: locks and thread identity, with one thread of control.
 *
 * A lock that is free is taken at once; waiting for a lock that this one thread holds can never end, so it raises instead
 * of hanging. Starting a thread is refused as by a CPython that cannot start one.
 *
 * @cpython Modules/_threadmodule.c
 */
import {
  None,
  Py_TPFLAGS_BASETYPE,
  PyDict,
  PyObject,
  PyPlainObject,
  PyTuple,
  allocate,
  asFloat,
  asInt,
  call,
  excTypes,
  genericGetAttr,
  genericSetAttr,
  identityText,
  index,
  isTrue,
  makeBuiltinType,
  method,
  nativeFunction,
  newException,
  objectType,
  overflowError,
  runtimeError,
  strFromUtf16,
  thread,
  typeError,
  typeName,
  typeSpec,
  valueError,
  instanceDict,
  type DictOwner,
  type Kwnames,
  type Value,
  PyFloat,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import { defineModule } from '../define-module.ts';

const MAIN_THREAD_IDENT = 0x7f0000001000;

class PyLock extends PyObject {
  isLocked = false;
}
class PyRLock extends PyObject {
  count = 0;
}
class PyThreadLocal extends PyPlainObject {
  ob_dict: PyDict | null = null;
}
class PyThreadHandle extends PyObject {
  isDone = false;
  readonly ident: number;
  constructor(ident: number) {
    super();
    this.ident = ident;
  }
}

const lockType = makeBuiltinType('_thread.lock', objectType, PyLock);
const rlockType = makeBuiltinType('_thread.RLock', objectType, PyRLock, Py_TPFLAGS_BASETYPE);
const localType = makeBuiltinType('_thread._local', objectType, PyThreadLocal, Py_TPFLAGS_BASETYPE);
const handleType = makeBuiltinType('_thread._ThreadHandle', objectType, PyThreadHandle);
lockType.hasWeakref = true;
rlockType.hasWeakref = true;
localType.hasWeakref = true;

const TIMEOUT_MAX = 9223372036;

/** Seconds of a timeout; -1 waits for ever. @throws ValueError, OverflowError as CPython */
function readTimeout(blocking: Value | undefined, timeout: Value | undefined): { isBlocking: boolean; seconds: number } {
  const isBlocking = blocking === undefined || isTrue(blocking);
  const seconds = timeout === undefined ? -1 : (asFloat(timeout) ?? Number(asInt(timeout) ?? index(timeout)));
  if (!isBlocking && seconds !== -1) throw valueError("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw valueError('timeout value must be a non-negative number');
  if (seconds > TIMEOUT_MAX) throw overflowError('timeout value is too large');
  return { isBlocking, seconds };
}

function acquireLock(lock: PyLock, blocking?: Value, timeout?: Value): boolean {
  const { isBlocking, seconds } = readTimeout(blocking, timeout);
  if (!lock.isLocked) {
    lock.isLocked = true;
    return true;
  }
  if (!isBlocking) return false;
  if (seconds >= 0) {
    currentInterpreter().host.clock.sleep(seconds * 1000);
    return false;
  }
  throw runtimeError('deadlock: the only thread waits for a lock that it holds');
}

function releaseLock(lock: PyLock): void {
  if (!lock.isLocked) throw runtimeError('release unlocked lock');
  lock.isLocked = false;
}

const lockMethods = {
  acquire: method('($self, /, blocking=True, timeout=-1)', acquireLock, 'Lock the lock.'),
  acquire_lock: method('($self, /, blocking=True, timeout=-1)', acquireLock, 'An obsolete synonym of acquire().'),
  release: method('($self, /)', releaseLock, 'Release the lock.'),
  release_lock: method('($self, /)', releaseLock, 'An obsolete synonym of release().'),
  locked: method('($self, /)', (lock: PyLock) => lock.isLocked, 'Return whether the lock is in the locked state.'),
  locked_lock: method('($self, /)', (lock: PyLock) => lock.isLocked, 'An obsolete synonym of locked().'),
  __enter__: method('($self, /)', (lock: PyLock) => acquireLock(lock), 'Lock the lock.'),
  __exit__: method('($self, exc_type, exc_value, exc_tb, /)', (lock: PyLock) => releaseLock(lock), 'Release the lock.'),
  _at_fork_reinit: method('($self, /)', (lock: PyLock) => {
    lock.isLocked = false;
  }),
};

const lockSpec = typeSpec(lockType, {
  doc: 'A lock object is a synchronization primitive.',
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (args.length > 0 || kwnames !== null) throw typeError('lock() takes no arguments');
      return new PyLock();
    },
    tp_repr: (self) =>
      strFromUtf16(
        `<${(self as PyLock).isLocked ? 'locked' : 'unlocked'} _thread.lock object at ${identityText(self)}>`,
      ),
  },
  methods: lockMethods,
});

function releaseRLock(lock: PyRLock): void {
  if (lock.count === 0) throw runtimeError('cannot release un-acquired lock');
  lock.count--;
}
const acquireRLock = (lock: PyRLock, blocking?: Value, timeout?: Value): boolean => {
  readTimeout(blocking, timeout);
  lock.count++;
  return true;
};

const rlockSpec = typeSpec(rlockType, {
  slots: {
    tp_new: (type) => allocate<[], PyRLock>(type),
    tp_init: () => undefined,
    tp_repr: (self) => {
      const { count } = self as PyRLock;
      const owner = count > 0 ? MAIN_THREAD_IDENT : 0;
      return strFromUtf16(
        `<${count > 0 ? 'locked' : 'unlocked'} ${typeName(self)} object owner=${owner} count=${count} at ${identityText(self)}>`,
      );
    },
  },
  methods: {
    acquire: method('($self, /, blocking=True, timeout=-1)', acquireRLock, 'Lock the lock.'),
    release: method('($self, /)', releaseRLock, 'Release the lock.'),
    locked: method('($self, /)', (lock: PyRLock) => lock.count > 0, 'Return a boolean indicating whether this object is locked right now.'),
    __enter__: method('($self, /)', (lock: PyRLock) => acquireRLock(lock), 'Lock the lock.'),
    __exit__: method('($self, exc_type, exc_value, exc_tb, /)', (lock: PyRLock) => releaseRLock(lock), 'Release the lock.'),
    _is_owned: method('($self, /)', (lock: PyRLock) => lock.count > 0, 'For internal use by `threading.Condition`.'),
    _recursion_count: method('($self, /)', (lock: PyRLock) => lock.count, 'For internal use by reentrancy detection.'),
    _acquire_restore: method('($self, state, /)', (lock: PyRLock, state: Value) => {
      lock.count = Number(asInt((state as PyTuple).items[0]!));
    }),
    _release_save: method('($self, /)', (lock: PyRLock) => {
      if (lock.count === 0) throw runtimeError('cannot release un-acquired lock');
      const state = new PyTuple([lock.count, MAIN_THREAD_IDENT]);
      lock.count = 0;
      return state;
    }),
    _at_fork_reinit: method('($self, /)', (lock: PyRLock) => {
      lock.count = 0;
    }),
  },
});

/** One thread: thread-local data is plain instance data. */
const localSpec = typeSpec(localType, {
  doc: 'Thread-local data',
  slots: {
    tp_new: (type, args, kwnames: Kwnames) => {
      if ((args.length > 0 || kwnames !== null) && type.tp_init === objectType.tp_init) {
        throw typeError('Initialization arguments are not supported');
      }
      return allocate<[], PyThreadLocal>(type);
    },
    tp_getattro: (self, name) => {
      if (name === '__dict__') return instanceDict(self as DictOwner);
      return genericGetAttr(self, name);
    },
    tp_setattro: genericSetAttr,
  },
});
localType.hasDict = true;

const handleSpec = typeSpec(handleType, {
  slots: { tp_new: () => new PyThreadHandle(0) },
  methods: {
    join: method('($self, timeout=None, /)', (_self: PyThreadHandle) => None),
    is_done: method('($self, /)', (self: PyThreadHandle) => self.isDone),
    _set_done: method('($self, /)', (self: PyThreadHandle) => {
      self.isDone = true;
    }),
  },
  getset: { ident: { get: (self) => (self as PyThreadHandle).ident } },
});

const exceptHookArgs = structSequenceType({
  name: '_thread._ExceptHookArgs',
  doc: 'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.',
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['thread', 'Thread'],
  ],
});

function cannotStart(): never {
  throw runtimeError("can't start new thread");
}

export const threadModule = defineModule('_thread', {
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  types: [lockSpec, rlockSpec, localSpec, handleSpec, exceptHookArgs.spec],
  functions: {
    allocate_lock: nativeFunction('($module, /)', () => new PyLock(), 'Create a new lock object. See help(type(threading.Lock())) for\ninformation about locks.'),
    allocate: nativeFunction('($module, /)', () => new PyLock(), 'An obsolete synonym of allocate_lock().'),
    get_ident: nativeFunction('($module, /)', () => MAIN_THREAD_IDENT),
    get_native_id: nativeFunction('($module, /)', () => currentInterpreter().host.pid),
    _get_main_thread_ident: nativeFunction('($module, /)', () => MAIN_THREAD_IDENT),
    _make_thread_handle: nativeFunction('($module, ident, /)', (ident: Value) => new PyThreadHandle(Number(index(ident)))),
    start_new_thread: nativeFunction('($module, function, args, kwargs={}, /)', cannotStart),
    start_new: nativeFunction('($module, function, args, kwargs={}, /)', cannotStart),
    start_joinable_thread: nativeFunction('($module, /, function, handle=None, daemon=True)', cannotStart),
    daemon_threads_allowed: nativeFunction('($module, /)', () => true),
    exit: nativeFunction('($module, /)', () => {
      throw newException(excTypes.SystemExit);
    }),
    exit_thread: nativeFunction('($module, /)', () => {
      throw newException(excTypes.SystemExit);
    }),
    interrupt_main: nativeFunction('($module, signum=2, /)', () => {
      thread.evalBreaker = true;
    }),
    stack_size: nativeFunction('($module, size=0, /)', () => 0),
    _count: nativeFunction('($module, /)', () => 0),
    _is_main_interpreter: nativeFunction('($module, /)', () => true),
    _shutdown: nativeFunction('($module, /)', () => None),
    _set_sentinel: nativeFunction('($module, /)', () => new PyLock()),
    set_name: nativeFunction('($module, /, name)', () => None),
    _excepthook: nativeFunction('($module, args, /)', (args: Value) => {
      const { items } = args as PyTuple;
      const hook = currentInterpreter().sysGet('excepthook');
      if (hook !== undefined) call(hook, items.slice(0, 3));
    }),
  },
  constants: () => ({
    error: excTypes.RuntimeError,
    LockType: lockType,
    TIMEOUT_MAX: new PyFloat(TIMEOUT_MAX),
  }),
});

