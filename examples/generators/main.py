"""Lazy pipelines: endless generators, `yield from`, `send`, and an asynchronous generator driven by hand."""
from itertools import count, islice, takewhile


def primes():
    """All prime numbers, by an incremental sieve."""
    composites = {}
    for n in count(2):
        steps = composites.pop(n, None)
        if steps is None:
            yield n
            composites[n * n] = [n]
            continue
        for step in steps:
            composites.setdefault(n + step, []).append(step)


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


def running_mean():
    """Takes numbers with send() and yields the mean of all so far."""
    total, n, mean = 0, 0, None
    while True:
        total += yield mean
        n += 1
        mean = total / n


async def ticks(limit):
    for i in range(limit):
        yield i


async def collect():
    return [f'tick {i}' async for i in ticks(3) if i != 1]


print(list(islice(primes(), 12)))
print(sum(takewhile(lambda p: p < 10_000, primes())))
print(list(flatten([1, [2, [3, [4]], 5], [], 6])))

mean = running_mean()
next(mean)
print([mean.send(value) for value in (10, 20, 60)])

try:
    collect().send(None)
except StopIteration as finished:
    print(finished.value)
