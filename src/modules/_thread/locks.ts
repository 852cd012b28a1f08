/** Locks. A thread that waits for one lets the others run (`runtime/scheduler.ts`). @cpython Modules/_threadmodule.c */
import {
  Py_TPFLAGS_BASETYPE,
  PyObject,
  PyTuple,
  allocate,
  asFloat,
  asInt,
  identityText,
  index,
  isTrue,
  makeBuiltinType,
  method,
  objectType,
  overflowError,
  runtimeError,
  strFromUtf16,
  typeError,
  typeName,
  typeSpec,
  valueError,
  waiting,
  type Value,
} from '../../objects/core/index.ts';
import { scheduler } from '../../runtime/index.ts';

export class PyLock extends PyObject {
  isLocked = false;
}
class PyRLock extends PyObject {
  count = 0;
  /** Ident of the thread that holds it; 0 for none. */
  owner = 0;
}

export const lockType = makeBuiltinType('_thread.lock', objectType, PyLock);
const rlockType = makeBuiltinType('_thread.RLock', objectType, PyRLock, Py_TPFLAGS_BASETYPE);
lockType.hasWeakref = true;
rlockType.hasWeakref = true;

/** Longest timeout, in seconds. */
export const TIMEOUT_MAX = 9223372036;

/** Seconds of a timeout; 0 does not wait, -1 waits for ever. @throws ValueError, OverflowError as CPython */
function readTimeout(blocking: Value | undefined, timeout: Value | undefined): number {
  const isBlocking = blocking === undefined || isTrue(blocking);
  const seconds = timeout === undefined ? -1 : (asFloat(timeout) ?? Number(asInt(timeout) ?? index(timeout)));
  if (!isBlocking && seconds !== -1) throw valueError("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw valueError('timeout value must be a non-negative number');
  if (seconds > TIMEOUT_MAX) throw overflowError('timeout value is too large');
  return isBlocking ? seconds : 0;
}

function acquireLock(lock: PyLock, blocking?: Value, timeout?: Value): boolean {
  const seconds = readTimeout(blocking, timeout);
  if (!scheduler().wait(() => !lock.isLocked, seconds)) return false;
  lock.isLocked = true;
  return true;
}

function releaseLock(lock: PyLock): void {
  if (!lock.isLocked) throw runtimeError('release unlocked lock');
  lock.isLocked = false;
}

const ACQUIRE_LOCK_DOC = `Lock the lock.

Without argument, this blocks if the lock is already
locked (even by the same thread), waiting for another thread to release
the lock, and return True once the lock is acquired.
With an argument, this will only block if the argument is true,
and the return value reflects whether the lock is acquired.
The blocking operation is interruptible.`;
const RELEASE_LOCK_DOC = `Release the lock.

Allows another thread that is blocked waiting for
the lock to acquire the lock.  The lock must be in the locked state,
but it needn't be locked by the same thread that unlocks it.`;

export const lockSpec = typeSpec(lockType, {
  doc: `lock()
--

A lock object is a synchronization primitive.  To create a lock,
call threading.Lock().  Methods are:

acquire() -- lock the lock, possibly blocking until it can be obtained
release() -- unlock of the lock
locked() -- test whether the lock is currently locked

A lock is not owned by the thread that locked it; another thread may
unlock it.  A thread attempting to lock a lock that it has already locked
will block until another thread unlocks it.  Deadlocks may ensue.`,
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
  methods: {
    acquire: waiting(method('($self, /, blocking=True, timeout=-1)', acquireLock, ACQUIRE_LOCK_DOC)),
    acquire_lock: waiting(
      method('($self, /, blocking=True, timeout=-1)', acquireLock, 'An obsolete synonym of acquire().'),
    ),
    release: method('($self, /)', releaseLock, RELEASE_LOCK_DOC),
    release_lock: method('($self, /)', releaseLock, 'An obsolete synonym of release().'),
    locked: method('($self, /)', (lock: PyLock) => lock.isLocked, 'Return whether the lock is in the locked state.'),
    locked_lock: method('($self, /)', (lock: PyLock) => lock.isLocked, 'An obsolete synonym of locked().'),
    __enter__: waiting(method('($self, /)', (lock: PyLock) => acquireLock(lock), 'Lock the lock.')),
    __exit__: method('($self, /, *exc_info)', (lock: PyLock) => releaseLock(lock), 'Release the lock.'),
    _at_fork_reinit: method('($self, /)', (lock: PyLock) => {
      lock.isLocked = false;
    }),
  },
});

const currentIdent = (): number => scheduler().current.ident;

function acquireRLock(lock: PyRLock, blocking?: Value, timeout?: Value): boolean {
  const seconds = readTimeout(blocking, timeout);
  const ident = currentIdent();
  if (lock.owner !== ident && !scheduler().wait(() => lock.count === 0, seconds)) return false;
  lock.owner = ident;
  lock.count++;
  return true;
}

function releaseRLock(lock: PyRLock): void {
  if (lock.count === 0 || lock.owner !== currentIdent()) throw runtimeError('cannot release un-acquired lock');
  if (--lock.count === 0) lock.owner = 0;
}

export const rlockSpec = typeSpec(rlockType, {
  slots: {
    tp_new: (type) => allocate<[], PyRLock>(type),
    tp_init: () => undefined,
    tp_repr: (self) => {
      const { count, owner } = self as PyRLock;
      return strFromUtf16(
        `<${count > 0 ? 'locked' : 'unlocked'} ${typeName(self)} object owner=${owner} count=${count} at ${identityText(self)}>`,
      );
    },
  },
  methods: {
    acquire: waiting(method('($self, /, blocking=True, timeout=-1)', acquireRLock, 'Lock the lock.')),
    release: method('($self, /)', releaseRLock, 'Release the lock.'),
    locked: method(
      '($self, /)',
      (lock: PyRLock) => lock.count > 0,
      'Return a boolean indicating whether this object is locked right now.',
    ),
    __enter__: waiting(method('($self, /)', (lock: PyRLock) => acquireRLock(lock), 'Lock the lock.')),
    __exit__: method('($self, /, *exc_info)', (lock: PyRLock) => releaseRLock(lock), 'Release the lock.'),
    _is_owned: method(
      '($self, /)',
      (lock: PyRLock) => lock.owner === currentIdent(),
      'For internal use by `threading.Condition`.',
    ),
    _recursion_count: method(
      '($self, /)',
      (lock: PyRLock) => (lock.owner === currentIdent() ? lock.count : 0),
      'For internal use by reentrancy detection.',
    ),
    _acquire_restore: waiting(
      method(
        '($self, state, /)',
        (lock: PyRLock, state: Value) => {
          scheduler().wait(() => lock.count === 0, -1);
          const [count, owner] = (state as PyTuple).items;
          lock.count = Number(asInt(count!));
          lock.owner = Number(asInt(owner!));
        },
        'For internal use by `threading.Condition`.',
      ),
    ),
    _release_save: method(
      '($self, /)',
      (lock: PyRLock) => {
        if (lock.count === 0) throw runtimeError('cannot release un-acquired lock');
        const state = new PyTuple([lock.count, lock.owner]);
        lock.count = 0;
        lock.owner = 0;
        return state;
      },
      'For internal use by `threading.Condition`.',
    ),
    _at_fork_reinit: method('($self, /)', (lock: PyRLock) => {
      lock.count = 0;
      lock.owner = 0;
    }),
  },
});
