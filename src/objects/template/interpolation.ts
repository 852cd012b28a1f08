/**
 * `string.templatelib.Interpolation`: one replacement field of a t-string.
 *
 * @cpython Objects/interpolationobject.c
 */
import {
  argumentBinder,
  asText,
  attributeError,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyObject,
  PyTuple,
  reprHost,
  strFromUtf16,
  systemError,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type GetSet,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';

export class PyInterpolation extends PyObject {
  readonly value: Value;
  readonly expression: Value;
  readonly conversion: Value;
  readonly formatSpec: Value;
  constructor(value: Value, expression: Value, conversion: Value, formatSpec: Value) {
    super();
    this.value = value;
    this.expression = expression;
    this.conversion = conversion;
    this.formatSpec = formatSpec;
  }
}

export const interpolationType = makeBuiltinType('string.templatelib.Interpolation', objectType, PyInterpolation);

const CONVERSIONS: readonly Value[] = [None, 's', 'r', 'a'];

/** BUILD_INTERPOLATION. @throws SystemError for an unknown conversion */
export function buildInterpolation(value: Value, expression: Value, conversion: number, formatSpec: Value): Value {
  const letter = CONVERSIONS[conversion];
  if (letter === undefined) throw systemError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
  return new PyInterpolation(value, expression, letter, formatSpec);
}

const bind = argumentBinder('Interpolation', "(value, expression='', conversion=None, format_spec='')");

function checkText(value: Value, name: string): void {
  if (asText(value) === undefined)
    throw typeError(`Interpolation() argument '${name}' must be str, not ${typeName(value)}`);
}

function field(name: 'value' | 'expression' | 'conversion' | 'formatSpec', doc: string): GetSet {
  return {
    get: (self) => (self as PyInterpolation)[name],
    set() {
      throw attributeError('readonly attribute');
    },
    doc,
  };
}

export const interpolationSpec = typeSpec(interpolationType, {
  doc: "Interpolation(value, expression='', conversion=None, format_spec='')\n--\n\nInterpolation object",
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [value, expression, conversion, formatSpec] = bind(args, kwnames) as (Value | undefined)[];
      if (expression !== undefined) checkText(expression, 'expression');
      if (conversion !== undefined && conversion !== None) {
        checkText(conversion, 'conversion');
        if (!CONVERSIONS.includes(conversion)) {
          throw valueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
        }
      }
      if (formatSpec !== undefined) checkText(formatSpec, 'format_spec');
      return new PyInterpolation(value!, expression ?? '', conversion ?? None, formatSpec ?? '');
    },
    tp_repr: (self) => {
      const { value, expression, conversion, formatSpec } = self as PyInterpolation;
      return strFromUtf16(`Interpolation(${[value, expression, conversion, formatSpec].map(reprHost).join(', ')})`);
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyInterpolation) =>
        new PyTuple([self.ob_type, new PyTuple([self.value, self.expression, self.conversion, self.formatSpec])]),
      '__reduce__() -> (cls, state)',
    ),
    __class_getitem__: classGetItem('Interpolations are generic over the types of their values'),
  },
  members: {
    value: field('value', 'Value'),
    expression: field('expression', 'Expression'),
    conversion: field('conversion', 'Conversion'),
    format_spec: field('formatSpec', 'Format specifier'),
  },
  attributes: { __match_args__: () => new PyTuple(['value', 'expression', 'conversion', 'format_spec']) },
});
