/** `_typing._ConstEvaluator`: the function that evaluates a bound or default that is known already. */
import {
  argumentBinder,
  index,
  makeBuiltinType,
  objectType,
  PyObject,
  PyTuple,
  Py_TPFLAGS_IMMUTABLETYPE,
  reprText,
  typeSpec,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { typeRepr } from '../../objects/generic-alias/index.ts';
import { bracketed, concatTexts } from '../../objects/list/index.ts';

/** `annotationlib.Format.STRING`. */
const FORMAT_STRING = 4;

export class PyConstEvaluator extends PyObject {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}
const constEvaluatorType = makeBuiltinType(
  '_typing._ConstEvaluator',
  objectType,
  PyConstEvaluator,
  Py_TPFLAGS_IMMUTABLETYPE,
);
const bind = argumentBinder('constevaluator.__call__', '(format)');

function asString(value: Value): Text {
  if (!(value instanceof PyTuple)) return typeRepr(value);
  return bracketed('(', value.items.map(typeRepr), value.items.length === 1 ? ',)' : ')');
}

export const constEvaluatorSpec = typeSpec(constEvaluatorType, {
  slots: {
    tp_repr: (self) => concatTexts(['<constevaluator ', reprText((self as PyConstEvaluator).value), '>']),
    tp_call: (self, args, kwnames) => {
      const [format] = bind(args, kwnames) as [Value];
      const value = (self as PyConstEvaluator).value;
      return Number(index(format)) === FORMAT_STRING ? asString(value) : value;
    },
  },
});
