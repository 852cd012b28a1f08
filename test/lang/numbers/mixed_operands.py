"""One and the same operator met by operands of all kinds, again and again: ints, large ints, floats, text, others."""

import math


class Own:
    def __add__(self, other):
        return 'own add'

    def __rmul__(self, other):
        return 'own rmul'

    def __gt__(self, other):
        return 'own gt'

    def __eq__(self, other):
        return NotImplemented


VALUES = [0, 1, -7, 2**31, 2**53 - 1, 2**53, 2**70, 0.0, -0.0, 0.5, 1e300, math.inf, math.nan, True, 'a', '\U0001f600', Own()]


def all_of(a, b):
    for operation in (
        lambda: a + b,
        lambda: a - b,
        lambda: a * b,
        lambda: a / b,
        lambda: a // b,
        lambda: a % b,
        lambda: a < b,
        lambda: a <= b,
        lambda: a == b,
        lambda: a != b,
        lambda: a > b,
        lambda: a >= b,
    ):
        try:
            result = operation()
            yield repr(result) if not isinstance(result, str) or len(result) < 20 else len(result)
        except (TypeError, ArithmeticError, MemoryError) as error:
            yield str(error)


def label(value):
    return 'own' if isinstance(value, Own) else ascii(value)


for a in VALUES:
    for b in VALUES:
        if isinstance(a, str) and isinstance(b, int) and b > 10 or isinstance(b, str) and isinstance(a, int) and a > 10:
            continue
        print(label(a), label(b), *map(ascii, all_of(a, b)))

for number in (2.675, 0.5, 1.5, -0.001, 1e15 + 0.5, 123456789.987654321, 5e-324, 1e22, -2.5):
    print(number, [round(number, digits) for digits in range(0, 17)], round(number))
