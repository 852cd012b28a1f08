"""Generators: pipelines, `send`, `yield from` and generator expressions."""

GROUP = "language"
SIZE = 12000


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def scaled(numbers, factor):
    for number in numbers:
        yield number * factor


def odd(numbers):
    for number in numbers:
        if number & 1:
            yield number


def averager():
    total = 0
    seen = 0
    average = None
    while True:
        value = yield average
        total += value
        seen += 1
        average = total // seen


def nested(depth, n):
    if depth:
        return (yield from nested(depth - 1, n)) + 1
    for i in range(n):
        yield i
    return 0


def run(size):
    piped = sum(odd(scaled(count(size), 3)))
    average = averager()
    next(average)
    for i in range(size):
        last = average.send(i)
    deep = sum(nested(5, size // 2))
    squares = sum(x * x for x in (y + 1 for y in range(size)))
    return piped, last, deep, squares
