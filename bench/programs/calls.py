"""Recursion: Fibonacci numbers and Ackermann's function, which do little but call."""

GROUP = "language"
SIZE = 22


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def run(size):
    return fibonacci(size), ackermann(2, size)
