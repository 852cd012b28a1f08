"""`with` statements: managers of own classes and of contextlib, exceptions that are swallowed."""

import contextlib

GROUP = "language"
SIZE = 3000


class Timer:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append(1)
        return self

    def __exit__(self, kind, error, traceback):
        self.log.append(-1)
        return kind is KeyError


@contextlib.contextmanager
def raised(values, key):
    old = values.get(key)
    values[key] = (old or 0) + 1
    try:
        yield values
    finally:
        values[key] += 1


def run(size):
    log = []
    values = {}
    for i in range(size):
        with Timer(log) as timer, Timer(timer.log):
            log.append(i & 1)
        with Timer(log):
            if i % 5 == 0:
                raise KeyError(i)
        if i % 4 == 0:
            with raised(values, i % 7) as inner:
                inner["seen"] = i
            with contextlib.suppress(ZeroDivisionError):
                values["bad"] = 1 // (i % 8)
    return len(log), sum(log), sorted(map(str, values.items()))
