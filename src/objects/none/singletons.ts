/**
 * The behaviour of `None`, `NotImplemented` and `Ellipsis`.
 *
 * @cpython Objects/object.c, Objects/sliceobject.c
 */
import {
  Ellipsis,
  None,
  NotImplemented,
  ellipsisType,
  method,
  noneType,
  notImplementedType,
  typeError,
  typeSpec,
  type TypeSlots,
  type Value,
} from '../core/index.ts';

/** `type(None)()` and the like: always the one instance. */
function singletonNew(name: string, instance: Value): TypeSlots['tp_new'] {
  return (_type, args) => {
    if (args.length > 0) throw typeError(`${name} takes no arguments`);
    return instance;
  };
}

/** `hash(None)` of CPython since 3.12. */
const HASH_NONE = 0xfca86420;

export const noneSpec = typeSpec(noneType, {
  doc: 'NoneType()\n--\n\nThe type of the None singleton.',
  slots: {
    tp_new: singletonNew('NoneType', None),
    tp_repr: () => 'None',
    tp_hash: () => HASH_NONE,
    nb_bool: () => false,
  },
});

export const notImplementedSpec = typeSpec(notImplementedType, {
  doc: 'NotImplementedType()\n--\n\nThe type of the NotImplemented singleton.',
  slots: {
    tp_new: singletonNew('NotImplementedType', NotImplemented),
    tp_repr: () => 'NotImplemented',
    nb_bool: () => {
      throw typeError('NotImplemented should not be used in a boolean context');
    },
  },
  methods: { __reduce__: method('($self, /)', () => 'NotImplemented') },
});

export const ellipsisSpec = typeSpec(ellipsisType, {
  doc: 'ellipsis()\n--\n\nThe type of the Ellipsis singleton.',
  slots: {
    tp_new: singletonNew('EllipsisType', Ellipsis),
    tp_repr: () => 'Ellipsis',
  },
  methods: { __reduce__: method('($self, /)', () => 'Ellipsis') },
});
