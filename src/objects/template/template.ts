/**
 * `string.templatelib.Template`: what a t-string makes.
 *
 * @cpython Objects/templateobject.c
 */
import {
  add,
  asText,
  attributeError,
  getAttr,
  makeBuiltinType,
  method,
  objectType,
  PyObject,
  PyTuple,
  reprHost,
  strFromUtf16,
  thread,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { PyInterpolation } from './interpolation.ts';

export class PyTemplate extends PyObject {
  /** One more than there are interpolations. */
  readonly strings: PyTuple;
  readonly interpolations: PyTuple;
  constructor(strings: PyTuple, interpolations: PyTuple) {
    super();
    this.strings = strings;
    this.interpolations = interpolations;
  }
}

class PyTemplateIterator extends PyObject {
  readonly template: PyTemplate;
  index = 0;
  isAtString = true;
  constructor(template: PyTemplate) {
    super();
    this.template = template;
  }
}

export const templateType = makeBuiltinType('string.templatelib.Template', objectType, PyTemplate);
const templateIteratorType = makeBuiltinType('string.templatelib.TemplateIter', objectType, PyTemplateIterator);

/** BUILD_TEMPLATE. */
export function buildTemplate(strings: PyTuple, interpolations: PyTuple): Value {
  return new PyTemplate(strings, interpolations);
}

/** Strings that stand side by side become one, and between two interpolations comes an empty one. */
function templateOf(parts: readonly Value[]): PyTemplate {
  const strings: Value[] = [];
  const interpolations: Value[] = [];
  let wasString = false;
  for (const part of parts) {
    if (asText(part) !== undefined) {
      if (wasString) strings.push(add(strings.pop()!, part));
      else strings.push(part);
      wasString = true;
    } else if (part instanceof PyInterpolation) {
      if (!wasString) strings.push('');
      interpolations.push(part);
      wasString = false;
    } else {
      throw typeError(`Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeName(part)}`);
    }
  }
  if (!wasString) strings.push('');
  return new PyTemplate(new PyTuple(strings), new PyTuple(interpolations));
}

function concat(left: PyTemplate, right: PyTemplate): PyTemplate {
  const last = left.strings.items.length - 1;
  const middle = add(left.strings.items[last]!, right.strings.items[0]!);
  return new PyTemplate(
    new PyTuple([...left.strings.items.slice(0, last), middle, ...right.strings.items.slice(1)]),
    new PyTuple([...left.interpolations.items, ...right.interpolations.items]),
  );
}

function nextPart(self: Value): Value | undefined {
  const iterator = self as PyTemplateIterator;
  const { strings, interpolations } = iterator.template;
  if (iterator.isAtString) {
    const text = strings.items[iterator.index];
    if (text === undefined) return undefined;
    iterator.isAtString = false;
    if (text !== '') return text;
  }
  iterator.isAtString = true;
  return interpolations.items[iterator.index++];
}

function readonlyError(): never {
  throw attributeError('readonly attribute');
}

export const templateSpec = typeSpec(templateType, {
  doc: 'Template object',
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (kwnames !== null) throw typeError('Template.__new__ only accepts *args arguments');
      return templateOf(args);
    },
    tp_repr: (self) => {
      const { strings, interpolations } = self as PyTemplate;
      return strFromUtf16(`Template(strings=${reprHost(strings)}, interpolations=${reprHost(interpolations)})`);
    },
    tp_iter: (self) => new PyTemplateIterator(self as PyTemplate),
    sq_concat: (left, right) => {
      if (left instanceof PyTemplate && right instanceof PyTemplate) return concat(left, right);
      const other = left instanceof PyTemplate ? right : left;
      throw typeError(
        `can only concatenate string.templatelib.Template (not "${typeName(other)}") to string.templatelib.Template`,
      );
    },
  },
  methods: {
    __reduce__: method('($self, /)', (self: PyTemplate) => {
      const unpickle = getAttr(thread.interp.importModule('string.templatelib'), '_template_unpickle');
      return new PyTuple([unpickle, new PyTuple([self.strings, self.interpolations])]);
    }),
    __class_getitem__: classGetItem('Template supports [] for generic usage'),
  },
  members: {
    strings: { get: (self) => (self as PyTemplate).strings, set: readonlyError, doc: 'Strings' },
    interpolations: { get: (self) => (self as PyTemplate).interpolations, set: readonlyError, doc: 'Interpolations' },
  },
  getset: {
    values: {
      get: (self) =>
        new PyTuple((self as PyTemplate).interpolations.items.map((each) => (each as PyInterpolation).value)),
      doc: 'Values of interpolations',
    },
  },
});

export const templateIteratorSpec = typeSpec(templateIteratorType, {
  doc: 'Template iterator object',
  slots: { tp_iter: (self) => self, tp_iternext: nextPart },
});
