"""Uncaught: exceptions of a program's own, with odd texts."""


class Outer:
    class Failure(Exception):
        def __str__(self):
            return 'line one\nline two'


class Broken(Exception):
    def __str__(self):
        raise RuntimeError('no text')


try:
    raise Broken('x')
except Broken:
    raise Outer.Failure from None
