"""Uncaught: StopIteration in a generator becomes RuntimeError."""


def broken():
    yield 1
    next(iter([]))


for x in broken():
    print(x)
