"""Unpacking assignment and its errors."""

a, b = 1, 2
[c, d] = 'xy'
(e, (f, g)), h = (1, [2, 3]), 4
print(a, b, c, d, e, f, g, h)
first, *rest = range(5)
*init, last = 'hello'
x, *middle, y = [1, 2]
print(first, rest, init, last, x, middle, y)
a, b = b, a
print(a, b)
a = b = c = []
print(a is b is c)
i, items = 0, [1, 2, 3]
i, items[i] = 2, 'set'
print(i, items)
for k, (v, w) in {1: (2, 3)}.items():
    print(k, v, w)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def two(value):
    p, q = value
    return p, q


def starred(value):
    p, *q, r = value
    return p, q, r


class Iterable:
    def __init__(self, n, fail=False):
        self.n = n
        self.fail = fail

    def __iter__(self):
        for i in range(self.n):
            yield i
        if self.fail:
            raise OSError('while iterating')


class Sequence:
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i


class BadIter:
    def __iter__(self):
        return 5


for value in ((1,), (1, 2, 3), [1], [1, 2, 3], 'a', 'abc', {1: 2}, {1: 2, 3: 4, 5: 6}, {1}, range(5), Iterable(1), Iterable(3),
              Iterable(1, True), Iterable(5, True), Sequence(), BadIter(), 5, None, 1.5):
    attempt(lambda: two(value))
for value in ((), (1,), (1, 2), 'abcd', Iterable(1), 5):
    attempt(lambda: starred(value))

print([*[1, 2], *'ab', *{3: 4}], (*(1, 2), 3), {*[1, 2], *[2]})
print({**{'a': 1}, 'b': 2, **{'a': 3}})
attempt(lambda: [*5])
attempt(lambda: (*None,))
attempt(lambda: {*5})
attempt(lambda: {**5})
attempt(lambda: {**[1]})


class Mapping:
    def keys(self):
        return ['k1', 'k2']

    def __getitem__(self, key):
        return key.upper()


print({**Mapping()}, dict(**Mapping()))


def returns():
    return 1, *[2, 3]


print(returns())
print((lambda *a: a)(*'ab', *[1]))
t = 1, 2, 3
(a, *_), b = t, 0
print(a, _, b)
del a, (b, c), [d]
try:
    a
except NameError as error:
    print(error)
