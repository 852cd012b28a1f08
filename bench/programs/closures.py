"""Closures, decorators, default and keyword arguments, `*args`, partial application."""

import functools

GROUP = "language"
SIZE = 2500


def counted(function):
    calls = 0

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return function(*args, **kwargs)

    wrapper.calls = lambda: calls
    return wrapper


@counted
def area(width, height=2, *, scale=1):
    return width * height * scale


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def accumulator(start):
    total = start

    def add(amount):
        nonlocal total
        total += amount
        return total

    return add


def spread(first, *rest, **named):
    return first + sum(rest) + named.get("extra", 0)


def run(size):
    before = area.calls()
    add = accumulator(10)
    pipeline = compose(lambda v: v + 1, lambda v: v * 3, lambda v: v - 2, add)
    triple = functools.partial(spread, 3, extra=4)
    total = 0
    for i in range(size):
        total += pipeline(i)
        total += area(i) + area(i, 3) + area(width=i, height=1, scale=2)
        total += triple(i, 1) + spread(*[i, 2, 3], **{"extra": 1})
    adders = [lambda x, n=n: x + n for n in range(20)]
    return total, area.calls() - before, sum(f(size) for f in adders)
