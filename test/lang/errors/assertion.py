"""Uncaught: assert with a message that is made when it fails."""


def check(values):
    assert all(v > 0 for v in values), f'negative in {values!r}'
    assert len(values) < 3


check([1, 2])
try:
    check([1, 2, 3])
except AssertionError as error:
    print(repr(error))
check([1, -2])
