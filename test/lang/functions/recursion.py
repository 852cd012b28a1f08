"""Recursive programs: mutual recursion, memo, depth, permutations, hanoi, Ackermann, Y combinator."""
import functools
import sys


def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)


def permutations(items):
    if not items:
        yield ()
    for i, first in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (first, *rest)


def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


@functools.lru_cache(maxsize=None)
def partitions(n, largest=None):
    largest = n if largest is None else largest
    if n == 0:
        return 1
    return sum(partitions(n - k, min(k, n - k)) for k in range(1, min(n, largest) + 1))


print(is_even(100), is_odd(7), [''.join(p) for p in permutations('abc')])
print(' '.join(hanoi(3)), ackermann(2, 3), partitions(30), partitions.cache_info())
fact = (lambda f: f(f))(lambda self: lambda n: 1 if n < 2 else n * self(self)(n - 1))
print(fact(25))


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError as error:
        return n, str(error)


limit = sys.getrecursionlimit()
deepest, message = depth()
print(limit - 60 < deepest < limit, message)
print(depth()[0] == deepest)


def flatten(tree):
    return [leaf for node in tree for leaf in (flatten(node) if isinstance(node, (list, tuple)) else [node])]


nested = []
for i in range(200):
    nested = [i, nested]
print(len(flatten(nested)), flatten([1, (2, [3, [4, ()]]), 'five']))


def quicksort(xs):
    if len(xs) < 2:
        return xs
    pivot, *rest = xs
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


print(quicksort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]))


def queens(n, row=0, columns=(), left=(), right=()):
    if row == n:
        return 1
    return sum(queens(n, row + 1, columns + (c,), left + (row - c,), right + (row + c,))
               for c in range(n) if c not in columns and row - c not in left and row + c not in right)


print([queens(n) for n in range(1, 7)])
