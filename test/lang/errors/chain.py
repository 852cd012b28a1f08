"""Uncaught: a chain of causes and contexts through several functions."""


def parse(text):
    return int(text)


def load(text):
    try:
        return parse(text)
    except ValueError as error:
        raise LookupError('cannot load') from error


def start(text):
    try:
        load(text)
    except LookupError:
        {}['missing key'].attribute


print('before')
start('not a number')
