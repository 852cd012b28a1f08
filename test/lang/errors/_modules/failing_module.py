"""Fails when imported."""


def check(value):
    if value > 1:
        raise ValueError(f'too large: {value}')


check(2)
