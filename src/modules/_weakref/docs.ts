/** Docstrings of `_weakref`. */

export const MODULE_DOC = 'Weak-reference support module.';

export const docs = {
  _remove_dead_weakref: 'Atomically remove key from dict if it points to a dead weakref.',
  getweakrefcount: "Return the number of weak references to 'object'.",
  getweakrefs: "Return a list of all weak reference objects pointing to 'object'.",
  proxy: `Create a proxy object that weakly references 'object'.

'callback', if given, is called with a reference to the
proxy when 'object' is about to be finalized.`,
} as const;
