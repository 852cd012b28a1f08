/** `_string`: what `string.Formatter` is made of. @cpython Objects/unicodeobject.c _string_methods */
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  None,
  PyObject,
  PyTuple,
  asText,
  makeBuiltinType,
  objectType,
  typeError,
  typeName,
  typeSpec,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/documented.ts';
import { fieldSteps, parseMarkup, splitFieldName, textFromCodePoint } from '../../objects/str/index.ts';
import { defineModule } from '../define-module.ts';
import { STRING_DOC, STRING_DOCS } from './string-docs.ts';

/** Goes over the tuples that a generator makes. */
class PyStepIterator extends PyObject {
  readonly steps: Iterator<Value>;
  constructor(steps: Iterator<Value>) {
    super();
    this.steps = steps;
  }
}
class PyFormatterIterator extends PyStepIterator {}
class PyFieldNameIterator extends PyStepIterator {}

const slots = {
  tp_iter: (self: Value) => self,
  tp_iternext: (self: Value) => {
    const step = (self as PyStepIterator).steps.next();
    return step.done ? undefined : step.value;
  },
};
const formatterIteratorType = makeBuiltinType(
  'formatteriterator',
  objectType,
  PyFormatterIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);
const fieldNameIteratorType = makeBuiltinType(
  'fieldnameiterator',
  objectType,
  PyFieldNameIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

function* markupTuples(text: Text): Generator<Value> {
  for (const { literal, field, spec, conversion } of parseMarkup(text)) {
    const hasField = field !== undefined;
    yield new PyTuple([
      literal,
      hasField ? field : None,
      hasField ? spec : None,
      conversion === 0 ? None : textFromCodePoint(conversion),
    ]);
  }
}

function* stepTuples(field: Text, rest: number): Generator<Value> {
  for (const { isAttribute, name } of fieldSteps(field, rest)) yield new PyTuple([isAttribute, name]);
}

function strArgument(value: Value): Text {
  const text = asText(value);
  if (text === undefined) throw typeError(`expected str, got ${typeName(value)}`);
  return text;
}

export const stringModule = defineModule('_string', {
  doc: STRING_DOC,
  hiddenTypes: [typeSpec(formatterIteratorType, { slots }), typeSpec(fieldNameIteratorType, { slots })],
  functions: documentedFunctions(STRING_DOCS, {
    formatter_parser: (value: Value) => new PyFormatterIterator(markupTuples(strArgument(value))),
    formatter_field_name_split: (value: Value) => {
      const field = strArgument(value);
      const { first, index, rest } = splitFieldName(field);
      return new PyTuple([index < 0 ? first : index, new PyFieldNameIterator(stepTuples(field, rest))]);
    },
  }),
});
