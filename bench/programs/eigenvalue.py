"""Floats, generator expressions and calls: the power method on a matrix given by a formula."""

GROUP = "language"
SIZE = 45


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    n = len(vector)
    return [sum(element(i, j) * vector[j] for j in range(n)) for i in range(n)]


def times_transposed(vector):
    n = len(vector)
    return [sum(element(j, i) * vector[j] for j in range(n)) for i in range(n)]


def run(size):
    u = [1.0] * size
    for _ in range(3):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    top = sum(a * b for a, b in zip(u, v))
    return round((top / sum(b * b for b in v)) ** 0.5, 9)
