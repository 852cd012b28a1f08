"""Tuples: unpacking, starred targets, swaps, returned tuples, calls with stars, slices."""

GROUP = "language"
SIZE = 4000


def divide(a, b):
    return a // b, a % b


def extremes(*values):
    return min(values), max(values)


def run(size):
    a, b, c = 1, 2, 3
    total = 0
    for i in range(size):
        a, b, c = b, c, (a + i) % 1000
        quotient, rest = divide(a * 7 + b, 13)
        first, *middle, last = (a, b, c, i, rest)
        low, high = extremes(*middle)
        (x, y), z = (low, high), first
        [p, q] = [last, quotient]
        total += x + y + z + p - q + len(middle)
        head, tail = middle[0], middle[1:]
        total += head + len(tail)
    pairs = list(zip(range(size), range(size, 0, -1)))
    for left, right in pairs:
        total += left * (right & 3)
    for index, (left, right) in enumerate(pairs):
        total ^= index + left - right
    return total
