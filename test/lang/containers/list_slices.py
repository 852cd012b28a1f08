"""Subscripts and slices of list: reading, assigning, deleting."""
import itertools


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


bounds = [None, -100, -5, -3, -1, 0, 1, 3, 4, 5, 100]
steps = [None, -7, -2, -1, 1, 2, 3, 100]
base = list(range(5))
total = 0
for start, stop, step in itertools.product(bounds, bounds, steps):
    part = base[start:stop:step]
    total = (total * 31 + sum((i + 1) * (v + 1) for i, v in enumerate(part)) + len(part)) % 1000003
    copy = base[:]
    del copy[start:stop:step]
    total = (total * 31 + sum((i + 1) * (v + 1) for i, v in enumerate(copy))) % 1000003
    copy = base[:]
    copy[start:stop:step] = [9] * len(part)
    total = (total * 31 + sum((i + 1) * (v + 1) for i, v in enumerate(copy))) % 1000003
print(total)

a = list(range(10))
a[2:4] = "abc"
print(a)
a[:0] = [0.5]
print(a)
a[len(a):] = (x for x in (1, 2))
print(a)
a[3:3] = a
print(a)
a[:] = []
print(a)
a = list(range(10))
a[::3] = "wxyz"
print(a)
a[::-1] = range(10)
print(a)
del a[::2]
print(a)
del a[-1]
print(a)
del a[::-2]
print(a)
attempt("size", lambda: a.__setitem__(slice(None, None, 2), [1, 2, 3, 4, 5]))
attempt("not iterable", lambda: a.__setitem__(slice(None), 1))
attempt("not iterable", lambda: a.__setitem__(slice(None, None, 2), 1))
attempt("zero step", lambda: a[::0])
attempt("zero step", lambda: a.__setitem__(slice(None, None, 0), [1]))
attempt("zero step", lambda: a.__delitem__(slice(None, None, 0)))
attempt("index type", lambda: a["a"])
attempt("index type", lambda: a[1.0])
attempt("index type", lambda: a[None])
attempt("range", lambda: a[10])
attempt("range", lambda: a[-10])
attempt("range", lambda: a[2**70])
attempt("assign", lambda: a.__setitem__(10, 1))
attempt("assign", lambda: a.__setitem__("a", 1))
attempt("delete", lambda: a.__delitem__(10))
attempt("delete", lambda: a.__delitem__("a"))
attempt("slice type", lambda: a["a":])
attempt("slice type", lambda: a[1.0:])


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


b = list(range(8))
print(b[Index(2)], b[Index(1):Index(5)], b[True], b[-True])
b[Index(-1)] = "last"
print(b, b[:2**70], b[-2**70:], b[2**70:])


class Shrinks:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        del self.target[:]
        return 2


c = [1, 2, 3, 4]
print(c[:Shrinks(c)])
c = [1, 2, 3, 4]
attempt("shrinks", lambda: c[Shrinks(c)])
c = [1, 2, 3, 4]
c[Shrinks(c):] = [7, 8]
print(c)

big = list(range(5000))
big[100:200] = range(100000)
print(len(big), sum(big))
