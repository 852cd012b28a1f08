"""Special methods: arithmetic with reflection, comparison, containers, calls, conversions, formatting."""
import operator


class Money:
    def __init__(self, cents, currency='EUR'):
        self.cents, self.currency = cents, currency

    def __repr__(self):
        return f'Money({self.cents}, {self.currency!r})'

    def __str__(self):
        return '{:.2f} {}'.format(int(self.cents) / 100, self.currency)

    def __format__(self, spec):
        return f'{self.cents / 100:{spec or ".2f"}}{self.currency}'

    def __add__(self, other):
        if isinstance(other, Money) and other.currency == self.currency:
            return Money(self.cents + other.cents, self.currency)
        return NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, n):
        return Money(self.cents * n, self.currency)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.cents += other.cents
        return self

    def __neg__(self):
        return Money(-self.cents, self.currency)

    def __divmod__(self, n):
        return Money(self.cents // n, self.currency), Money(self.cents % n, self.currency)

    def __eq__(self, other):
        return (self.cents, self.currency) == (other.cents, other.currency) if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __bool__(self):
        return self.cents != 0

    def __int__(self):
        return self.cents

    __index__ = __int__

    def __float__(self):
        return self.cents / 100

    def __round__(self, digits=None):
        return digits, round(float(self), digits or 0)

    def __matmul__(self, other):
        return 'matmul', other

    def __pow__(self, n, modulus=None):
        return pow(self.cents, n, modulus)

    def __invert__(self):
        return '~'


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


a, b = Money(150), Money(250)
print(a + b, sum([a, b, a]), 3 * a, a * 2, -a, divmod(b, 100), f'{a}|{a:>8.1f}|{a!r}|{a!s:>12}')
print(a == Money(150), a != b, a < b, a > b, sorted([b, a]), max(a, b), {a: 1}[Money(150)], bool(Money(0)), not a)
print(attempt(lambda: a + 1), attempt(lambda: a - b), attempt(lambda: 1 + a), attempt(lambda: a <= b), a == 150)
print(int(a), float(a), hex(a), [10, 20, 30][Money(1)], 'abc' * operator.index(Money(2)), round(a), round(a, 1), a @ 2, a ** 2, pow(a, 2, 7), ~a)
same = a
a += b
print(a, same is a, attempt(lambda: operator.isub(a, b)), operator.index(Money(7)), bytes(Money(3)))


class Matrix:
    def __init__(self, rows): self.rows = rows
    def __getitem__(self, key): return ('get', key)
    def __setitem__(self, key, value): print('set', key, value)
    def __delitem__(self, key): print('del', key)
    def __len__(self): return len(self.rows)
    def __contains__(self, item): return item == 'yes'
    def __iter__(self): return iter(self.rows)
    def __reversed__(self): return 'reversed'
    def __call__(self, *args, **kwargs): return args, kwargs
    def __length_hint__(self): return 10
    def __missing__(self, k): return k


m = Matrix([1, 2])
print(m[1], m[1:2], m[1, 2:3:4, ...], m[()], m[*(1, 2)], m[-1])
m[0] = 1
m[1:] = 2
del m[0, 1]
m[2] += (1,)
print(len(m), 'yes' in m, 'no' in m, list(m), reversed(m), m(1, k=2), operator.length_hint(m), bool(Matrix([])))


class Sub(int):
    def __add__(self, other): return 'sub add'
    def __radd__(self, other): return 'sub radd'


print(1 + Sub(1), Sub(1) + 1, Sub(1) + Sub(2), Sub(3) * 2, type(Sub(3) * 2).__name__)
class BadLen:
    def __len__(self): return -1
class BadBool:
    def __bool__(self): return 1
class BadStr:
    def __str__(self): return 1
class BadIndex:
    def __index__(self): return 'x'
print(attempt(lambda: len(BadLen())), attempt(lambda: bool(BadBool())), attempt(lambda: str(BadStr())), attempt(lambda: [1][BadIndex()]))
print(attempt(lambda: iter(3)), attempt(lambda: m.rows[0][0]), attempt(lambda: len(3)), attempt(lambda: m.rows[0]()), attempt(lambda: next([])))
