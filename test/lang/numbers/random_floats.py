"""Float arithmetic, rounding and text on pseudo-random operands, and mixed with ints of any size."""
import _random
import math
import operator

random = _random.Random(54321)
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, math.inf, -math.inf, math.nan, 1e308, -1e308, 5e-324, 2.0**53, 1e16, 0.1]


def below(n):
    return random.getrandbits(32) % n


def number():
    kind = below(6)
    if kind == 0: return SPECIAL[below(16)]
    if kind == 1: return float(below(2000) - 1000)
    if kind == 2: return (below(2000) - 1000) / 8
    if kind == 3: return (random.random() - 0.5) * 10 ** (below(40) - 20)
    if kind == 4: return math.ldexp(random.random() - 0.5, below(2080) - 1058)
    return random.random()


def attempt(function, *args):
    try:
        return function(*args)
    except (ArithmeticError, ValueError) as error:
        return f'{type(error).__name__}: {error}'


BINARY = [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.truediv, operator.eq,
          operator.lt, operator.le, operator.ne, divmod]
for _ in range(400):
    a, b, n = number(), number(), random.getrandbits(1 + below(90)) * (1 if below(2) else -1)
    print(a, b, n)
    for function in BINARY:
        print(attempt(function, a, b), attempt(function, a, n), attempt(function, n, a), end=' ')
    print(a.hex(), a.is_integer(), float.fromhex(a.hex()), float(repr(a)))
    for digits in (0, 1, 2, -1, 5, below(20) - 5):
        print(attempt(round, a, digits), end=' ')
    print(attempt(round, a), attempt(int, a), attempt(a.as_integer_ratio), attempt(math.floor, a), attempt(math.ceil, a))
    print('%.3f %.0e %g %.12g' % (a, a, a, b))
