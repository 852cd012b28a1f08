"""Uncaught: repeated frames are folded."""


def down(n):
    if n == 50:
        raise RuntimeError('deep')
    return down(n + 1)


def pair_a(n):
    if n > 8:
        raise ValueError('bottom')
    pair_b(n + 1)


def pair_b(n):
    pair_a(n + 1)


def six(n):
    if n:
        six(n - 1)
    else:
        raise KeyError('six')


try:
    six(7)
finally:
    try:
        pair_a(0)
    finally:
        down(0)
