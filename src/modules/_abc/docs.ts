/** Docstrings of `_abc`. */

export const MODULE_DOC = 'Module contains faster C implementation of abc.ABCMeta';

export const docs = {
  _abc_init: 'Internal ABC helper for class set-up. Should be never used outside abc module.',
  _abc_instancecheck: 'Internal ABC helper for instance checks. Should be never used outside abc module.',
  _abc_register: 'Internal ABC helper for subclasss registration. Should be never used outside abc module.',
  _abc_subclasscheck: 'Internal ABC helper for subclasss checks. Should be never used outside abc module.',
  _get_dump: `Internal ABC helper for cache and registry debugging.

Return shallow copies of registry, of both caches, and
negative cache version. Don't call this function directly,
instead use ABC._dump_registry() for a nice repr.`,
  _reset_caches: `Internal ABC helper to reset both caches of a given class.

Should be only used by refleak.py`,
  _reset_registry: `Internal ABC helper to reset registry of a given class.

Should be only used by refleak.py`,
  get_cache_token: `Returns the current ABC cache token.

The token is an opaque object (supporting equality testing) identifying
the current version of the ABC cache for virtual subclasses.  The token
changes with every call to register() on any ABC.`,
} as const;
