/** The methods of `decimal.Context`. @cpython Modules/_decimal/_decimal.c context_methods */
import {
  None,
  PyFloat,
  PyTuple,
  asInt,
  method,
  strFromUtf16,
  typeError,
  typeSpec,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import * as ops from './arithmetic.ts';
import { contextGetSet, contextSlots, contextType, reduceContext, type PyContext } from './context.ts';
import { PyDecimal, decFromInt, decFromNumber, decFromValue, newDecimal, requireOperand } from './conversion.ts';
import {
  BINARY_OPERATIONS,
  PREDICATES,
  UNARY_OPERATIONS,
  sameQuantum,
  type BinaryOperation,
  type UnaryOperation,
} from './decimal-type.ts';
import { isNormal, isSubnormal, numberClass } from './logical.ts';
import { etiny, etop, finalize, negated, withSign } from './number.ts';
import { decimalText } from './number-text.ts';
import { power, powerModulo } from './transcendental.ts';

const unary: Readonly<Record<string, UnaryOperation>> = {
  ...UNARY_OPERATIONS,
  abs: ops.absolute,
  minus: ops.minus,
  plus: ops.plus,
  to_integral: (d, c) => ops.roundToInteger(d, c, c.rounding, false),
  to_integral_exact: (d, c) => ops.roundToInteger(d, c, c.rounding, true),
  to_integral_value: (d, c) => ops.roundToInteger(d, c, c.rounding, false),
  _apply: (d, c) => finalize(d, c),
  copy_abs: (d) => withSign(d, 0),
  copy_negate: (d) => negated(d),
  copy_decimal: (d) => d,
  canonical: (d) => d,
};
const binary: Readonly<Record<string, BinaryOperation>> = {
  ...BINARY_OPERATIONS,
  add: ops.add,
  subtract: ops.subtract,
  multiply: ops.multiply,
  divide: ops.divide,
  divide_int: ops.divideInteger,
  remainder: ops.remainder,
  quantize: (a, b, c) => ops.quantize(a, b, c),
};

const methods: Record<string, NativeSpec> = {};
for (const name in unary) {
  const operation = unary[name]!;
  methods[name] = method('($self, x, /)', (self: PyContext, x: Value) => {
    if (name === 'canonical' && !(x instanceof PyDecimal)) throw typeError('argument must be a Decimal');
    const d = requireOperand(x);
    return newDecimal(self.run((c) => operation(d, c)));
  });
}
for (const name in binary) {
  const operation = binary[name]!;
  methods[name] = method('($self, x, y, /)', (self: PyContext, x: Value, y: Value) => {
    const [a, b] = [requireOperand(x), requireOperand(y)];
    return newDecimal(self.run((c) => operation(a, b, c)));
  });
}
for (const name in PREDICATES) {
  const holds = PREDICATES[name]!;
  methods[name] = method('($self, x, /)', (_self: PyContext, x: Value) => {
    if (name === 'is_canonical' && !(x instanceof PyDecimal)) throw typeError('argument must be a Decimal');
    return holds(requireOperand(x));
  });
}

function createFromFloat(self: PyContext, value: Value): Value {
  const int = asInt(value);
  if (int === undefined && !(value instanceof PyFloat)) throw typeError('argument must be int or float');
  const exact = int === undefined ? decFromNumber((value as PyFloat).value) : decFromInt(int);
  return newDecimal(self.run((c) => finalize(exact, c)));
}

const copyContext = method('($self, /)', (self: PyContext) => self.copy());

export const contextSpec = typeSpec(contextType, {
  doc: 'Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)\n--\n\nThe context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more.  A new context\ncan be initialized as follows:\n\n    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,\n    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,\n    ...             traps=[InvalidOperation, DivisionByZero, Overflow],\n    ...             flags=[])\n    >>>',
  slots: contextSlots,
  getset: contextGetSet,
  methods: {
    ...methods,
    Etiny: method('($self, /)', (self: PyContext) => etiny(self)),
    Etop: method('($self, /)', (self: PyContext) => etop(self)),
    clear_flags: method('($self, /)', (self: PyContext) => {
      self.status = 0;
    }),
    clear_traps: method('($self, /)', (self: PyContext) => {
      self.traps = 0;
    }),
    copy: copyContext,
    __copy__: copyContext,
    create_decimal: method('($self, num="0", /)', (self: PyContext, value?: Value) =>
      newDecimal(value === undefined ? finalize(decFromInt(0), self) : decFromValue(value, self, false)),
    ),
    create_decimal_from_float: method('($self, f, /)', createFromFloat),
    divmod: method('($self, x, y, /)', (self: PyContext, x: Value, y: Value) => {
      const [a, b] = [requireOperand(x), requireOperand(y)];
      return new PyTuple(self.run((c) => ops.divideWithRemainder(a, b, c)).map((number) => newDecimal(number)));
    }),
    fma: method('($self, x, y, z, /)', (self: PyContext, x: Value, y: Value, z: Value) => {
      const [a, b, d] = [requireOperand(x), requireOperand(y), requireOperand(z)];
      return newDecimal(self.run((c) => ops.fma(a, b, d, c)));
    }),
    is_normal: method('($self, x, /)', (self: PyContext, x: Value) => isNormal(requireOperand(x), self)),
    is_subnormal: method('($self, x, /)', (self: PyContext, x: Value) => isSubnormal(requireOperand(x), self)),
    number_class: method('($self, x, /)', (self: PyContext, x: Value) => numberClass(requireOperand(x), self)),
    power: method('($self, /, a, b, modulo=None)', (self: PyContext, x: Value, y: Value, modulo?: Value) => {
      const [a, b] = [requireOperand(x), requireOperand(y)];
      if (modulo === undefined || modulo === None) return newDecimal(self.run((c) => power(a, b, c)));
      const m = requireOperand(modulo);
      return newDecimal(self.run((c) => powerModulo(a, b, m, c)));
    }),
    radix: method('($self, /)', () => newDecimal(decFromInt(10))),
    same_quantum: method('($self, x, y, /)', (_self: PyContext, x: Value, y: Value) =>
      sameQuantum(requireOperand(x), requireOperand(y)),
    ),
    to_eng_string: method('($self, x, /)', (self: PyContext, x: Value) =>
      strFromUtf16(decimalText(requireOperand(x), self.capitals === 1, true)),
    ),
    to_sci_string: method('($self, x, /)', (self: PyContext, x: Value) =>
      strFromUtf16(decimalText(requireOperand(x), self.capitals === 1)),
    ),
    __reduce__: method('($self, /)', reduceContext),
  },
});
