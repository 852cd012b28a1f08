/** `_tuplegetter`: the descriptor of a namedtuple's field. @cpython Modules/_collectionsmodule.c tuplegetter_* */
import {
  attributeError,
  excTypes,
  indexError,
  indexNumber,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyObject,
  PyTuple,
  reprText,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { concatTexts } from '../../objects/list/index.ts';

export class PyTupleGetter extends PyObject {
  readonly index: number;
  doc: Value;
  constructor(index: number, doc: Value) {
    super();
    this.index = index;
    this.doc = doc;
  }
}
const tupleGetterType = makeBuiltinType('collections._tuplegetter', objectType, PyTupleGetter);

export const tupleGetterSpec = typeSpec(tupleGetterType, {
  slots: {
    tp_new: (_type, args) => {
      if (args.length !== 2) throw typeError(`_tuplegetter expected 2 arguments, got ${args.length}`);
      return new PyTupleGetter(indexNumber(args[0]!, excTypes.OverflowError), args[1]!);
    },
    tp_descr_get: (self, object) => {
      const getter = self as PyTupleGetter;
      if (object === undefined) return getter;
      if (!(object instanceof PyTuple)) {
        if (object === None) return getter;
        throw typeError(
          `descriptor for index '${getter.index}' for tuple subclasses doesn't apply to '${typeName(object)}' object`,
        );
      }
      const item = object.items[getter.index];
      if (item === undefined) throw indexError('tuple index out of range');
      return item;
    },
    tp_descr_set: (_self, _object, value) => {
      throw attributeError(value === undefined ? "can't delete attribute" : "can't set attribute");
    },
    tp_repr: (self) => {
      const getter = self as PyTupleGetter;
      return concatTexts([`_tuplegetter(${getter.index}, `, reprText(getter.doc), ')']);
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyTupleGetter) => new PyTuple([self.ob_type, new PyTuple([self.index, self.doc])]),
    ),
  },
  members: {
    __doc__: {
      get: (self) => (self as PyTupleGetter).doc,
      set: (self, value) => {
        (self as PyTupleGetter).doc = value ?? None;
      },
    },
  },
});
