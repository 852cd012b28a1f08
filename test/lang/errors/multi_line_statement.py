"""Uncaught: long statements are shown in part, a with statement and a decorator over lines."""


def f(a, b, c, d, e):
    return a / e


class Context:
    def __enter__(self): return 1
    def __exit__(self, *args): f(
        1,
        2,
        3,
        [
            4
        ],
        0,
    )


with Context() as c, \
        Context() as d:
    print(c, d)
