"""Uncaught: through generators, comprehensions and yield from."""


def numbers(limit):
    for i in range(limit):
        yield 10 // (2 - i)


def chained():
    yield from numbers(5)


print([n for n in (m + 1 for m in chained())])
