"""bool: an int in words."""
import operator

print(True, False, repr(True), str(False), f'{True}', f'{True:d}', f'{True:>6}', '%s %d %r' % (True, True, False))
print(True + True, True * 5, True - False, True / 2, True // 1, True % 2, True ** 2, -True, +True, True << 3, True >> 1)
for f in (operator.and_, operator.or_, operator.xor):
    print(f.__name__, [f(a, b) for a in (True, False) for b in (True, False, 1, 2)], [f(2, b) for b in (True, False)])
print(True == 1, True == 1.0, hash(True) == hash(1), {1: 'a', True: 'b'}, [False, True, 0, 1].count(True))
print(bool(), bool(0), bool(0.0), bool(-0.0), bool(0j), bool(''), bool('x'), bool([]), bool([0]), bool(None), bool(...), bool(float('nan')))
print(isinstance(True, int), type(True), bool.__mro__, True.real, True.imag, True.numerator, True.denominator, True.bit_length())
print(int(True), float(True), complex(True), str(True), 'ab'[True], [1, 2][False], sum([True, True, False]), max(True, 0), True.to_bytes(2))
print(bool.from_bytes(b'\0'), bool.from_bytes(b'a'), bool.__doc__.splitlines()[0], True.__and__(1.0), True.__xor__(False), not 5, not 0)
for call in (lambda: bool(1, 2), lambda: bool(x=1), lambda: True < 'a', lambda: True.__new__(int)):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Refuses:
    def __bool__(self): raise RuntimeError('no')


class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


print(bool(Sized(0)), bool(Sized(3)))
for call in (lambda: bool(Refuses()), lambda: bool(Sized(-1)), lambda: bool(Sized('x'))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
