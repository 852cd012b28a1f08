"""Subclasses of the number types: what keeps the subclass and what does not."""
import math


class Integer(int):
    tag = 'integer'

    def __repr__(self):
        return f'Integer({int(self)})'

    def __add__(self, other):
        return Integer(int(self) + int(other))

    def __radd__(self, other):
        return ('radd', other, int(self))


class Real(float):
    def __new__(cls, value, unit='m'):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __str__(self):
        return f'{float(self)} {self.unit}'


class Pair(complex):
    def __eq__(self, other):
        return NotImplemented

    __hash__ = complex.__hash__


i = Integer(5)
print(i, i + 1, 1 + i, i * 2, type(i * 2), -i, type(-i), type(+i), abs(i), i.real, type(i.real), i.tag)
print(i == 5, hash(i) == hash(5), {i: 'a'}[5], [10, 20, 30, 40, 50, 60][i], int(i), type(int(i)), bool(Integer(0)))
print(f'{i}', f'{i:d}', f'{i!r:>12}', '%d' % i, '%s' % i, str(i), format(i, '05'), i.to_bytes(2, 'big'))
print(Integer.from_bytes(b'\x01\x00'), type(Integer.from_bytes(b'a')), Integer('0x1f', 16), Integer(3.9), Integer(b'12'))
print(range(i), list(range(i))[-1], 'ab' * i, i << 1, type(i << 1), divmod(i, 2), pow(i, 2, 3), round(i), type(round(i)))
i.extra = 1
print(i.extra, vars(i), isinstance(i, int), issubclass(Integer, int), Integer.__mro__[1], i.__class__)
r = Real(2.5)
print(r, repr(r), r.unit, r + 1, type(r + 1), r == 2.5, hash(r) == hash(2.5), f'{r}', f'{r:.1f}', '%s' % r, '%.2f' % r)
print(math.floor(r), type(float(r)), Real('7').unit, r.as_integer_ratio(), Real.fromhex('0x1p4'), type(Real.fromhex('0x1p4')))
print(type(abs(r)), type(r.conjugate()), r.real, round(r), round(r, 1), -r, r > 2, max(r, 3), sorted([r, 1, Real(2)]) == [1, 2, 2.5])
p = Pair(1, 2)
print(p, p + 1, type(p + 1), p.real, abs(Pair(3, 4)), p == 1 + 2j, 1 + 2j == p, p == p, hash(p) == hash(1 + 2j))
try:
    class Truth(bool): pass
except TypeError as error:
    print(error)
try:
    class Span(range): pass
except TypeError as error:
    print(error)
