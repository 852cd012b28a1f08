/** `_thread._local`: an object whose attributes each thread has for itself. @cpython Modules/_threadmodule.c local_new */
import {
  PyDict,
  PyPlainObject,
  Py_TPFLAGS_BASETYPE,
  allocate,
  genericGetAttr,
  genericSetAttr,
  makeBuiltinType,
  objectType,
  thread,
  typeError,
  typeSpec,
  type Kwnames,
  type ThreadState,
  type Value,
} from '../../objects/core/index.ts';

class PyThreadLocal extends PyPlainObject {
  /** The running thread's attributes. */
  ob_dict: PyDict | null = null;
  dicts = new WeakMap<ThreadState, PyDict>();
  /** The thread to which `ob_dict` belongs. */
  owner: ThreadState | null = null;
  /** Arguments for `__init__` in other threads. */
  args: readonly Value[] = [];
  kwnames: Kwnames = null;
}

const localType = makeBuiltinType('_thread._local', objectType, PyThreadLocal, Py_TPFLAGS_BASETYPE);
localType.hasWeakref = true;
localType.hasDict = true;

/** Makes the attributes of the running thread those that are seen; a thread new to the object runs `__init__`. */
function select(self: PyThreadLocal): void {
  if (self.owner === thread) return;
  let dict = self.dicts.get(thread);
  const isNew = dict === undefined;
  if (dict === undefined) self.dicts.set(thread, (dict = new PyDict()));
  self.ob_dict = dict;
  self.owner = thread;
  const init = self.ob_type.tp_init;
  if (isNew && init !== undefined && init !== objectType.tp_init) init(self, self.args, self.kwnames);
}

export const localSpec = typeSpec(localType, {
  doc: '_local()\n--\n\nThread-local data',
  slots: {
    tp_new: (type, args, kwnames) => {
      if ((args.length > 0 || kwnames !== null) && type.tp_init === objectType.tp_init) {
        throw typeError('Initialization arguments are not supported');
      }
      const self = allocate<[], PyThreadLocal>(type);
      self.args = args;
      self.kwnames = kwnames;
      self.ob_dict = new PyDict();
      self.dicts.set(thread, self.ob_dict);
      self.owner = thread;
      return self;
    },
    tp_getattro: (self, name) => {
      select(self as PyThreadLocal);
      if (name === '__dict__') return (self as PyThreadLocal).ob_dict!;
      return genericGetAttr(self, name);
    },
    tp_setattro: (self, name, value) => {
      select(self as PyThreadLocal);
      genericSetAttr(self, name, value);
    },
  },
});
