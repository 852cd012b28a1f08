"""Integer arithmetic on pseudo-random operands around the limits of fast paths."""
import _random
import math
import operator

random = _random.Random(12345)


def below(n):
    return random.getrandbits(32) % n


def integer():
    kind = below(8)
    if kind == 0: value = below(10)
    elif kind == 1: value = random.getrandbits(8)
    elif kind == 2: value = random.getrandbits(31) + below(3)
    elif kind == 3: value = 2**53 + below(5) - 2
    elif kind == 4: value = random.getrandbits(53)
    elif kind == 5: value = random.getrandbits(64)
    elif kind == 6: value = random.getrandbits(1 + below(300))
    else: value = 2 ** below(130) + below(3) - 1
    return -value if below(2) else value


def attempt(function, *args):
    try:
        return function(*args)
    except (ArithmeticError, ValueError) as error:
        return f'{type(error).__name__}: {error}'


BINARY = [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.truediv, operator.and_,
          operator.or_, operator.xor, operator.eq, operator.lt, operator.le, divmod]
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
for _ in range(250):
    a, b, c = integer(), integer(), integer()
    print(a, b, c)
    for function in BINARY:
        print(attempt(function, a, b), end=' ')
    shift = below(140)
    print(a << shift, a >> shift, ~a, -a, abs(a), a.bit_length(), a.bit_count(), bool(a))
    print(attempt(pow, a % 1000 - 500, below(30)), a.__round__(-below(10)), attempt(pow, a, b, c))
    print(math.gcd(a, b), math.lcm(a, b), math.isqrt(abs(a)), float(a), a == float(a), a < float(a))
    size = below(20)
    for order in ('little', 'big'):
        for signed in (False, True):
            packed = attempt(lambda: a.to_bytes(size, order, signed=signed))
            print(packed, isinstance(packed, bytes) and int.from_bytes(packed, order, signed=signed))
    print(bin(a), oct(a), hex(a), int(hex(a), 16) == a, int(bin(a), 0) == a, int(str(a)) == a)
    base = 2 + below(35)
    text, rest = '', abs(a)
    while rest:
        text = DIGITS[rest % base] + text
        rest //= base
    print(base, text, int(text or '0', base) == abs(a))
