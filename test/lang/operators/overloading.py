"""Operators of classes: reflected and in-place methods, comparison, truth, containers."""


class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'V({self.n})'

    def __add__(self, other):
        return V(self.n + other.n) if isinstance(other, V) else NotImplemented

    def __radd__(self, other):
        return ('radd', other)

    def __iadd__(self, other):
        self.n += 100
        return self

    def __neg__(self):
        return V(-self.n)

    def __lt__(self, other):
        return self.n < other.n

    def __eq__(self, other):
        return isinstance(other, V) and self.n == other.n

    def __bool__(self):
        return self.n != 0

    def __getitem__(self, key):
        return ('get', key)

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)

    def __contains__(self, item):
        return item == self.n

    def __len__(self):
        return 7

    def __call__(self, *args):
        return args

    def __matmul__(self, other):
        return '@', other

    def __index__(self):
        return self.n


v = V(3)
print(v + V(4), 5 + v, -v)
v += 1
print(v)
print(V(1) < V(2), V(1) > V(2), V(1) == V(1), V(1) != V(1), V(1) != 5)
print(bool(V(0)), 'yes' if V(1) else 'no', not V(0), V(0) or 'or', V(1) and 'and')
print(v[1], v[1:2], v[::3], v['a', 2], v[...])
v[1] = 2
v[1:2] = 'slice'
del v[3], v[::2]
print(103 in v, 5 in v, 5 not in v, len(v), v(1, 2), v @ 3, [10, 20, 30, 40][V(2)], list(range(V(3))))
for function in (lambda: v + 5, lambda: v - 1, lambda: V(1) <= V(2), lambda: hash(v), lambda: v < 5, lambda: 1 - v):
    try:
        print(function())
    except (TypeError, AttributeError) as error:
        print(error)


class Base:
    def __add__(self, other):
        return 'Base.add'

    def __radd__(self, other):
        return 'Base.radd'


class Sub(Base):
    def __radd__(self, other):
        return 'Sub.radd'


print(Base() + Sub(), Base() + Base(), Sub() + Base())


class Rich:
    def __lt__(self, other):
        return 'lt'

    def __gt__(self, other):
        return []

    def __eq__(self, other):
        return NotImplemented


r = Rich()
print(r < 1, r > 1, r == 1, r == r, r != 1)
if r < 1:
    print('truthy result')
if r > 1:
    print('not printed')


class Iter:
    def __iter__(self):
        return iter([1, 2, 3])


print(2 in Iter(), 5 in Iter(), list(Iter()), [*Iter()])


class BadBool:
    def __bool__(self):
        return 5


try:
    if BadBool():
        pass
except TypeError as error:
    print(error)


class BadLen:
    def __len__(self):
        return -1


for function in (lambda: len(BadLen()), lambda: bool(BadLen())):
    try:
        function()
    except ValueError as error:
        print(error)
