"""Uncaught: an exception whose text cannot be made, in the context of an empty one."""


class Broken(Exception):
    def __str__(self):
        raise RuntimeError('no text')


class Empty(Exception):
    pass


Empty.__module__ = 'elsewhere'
try:
    raise Empty
except Empty as e:
    e.add_note('')
    e.add_note('note')
    raise Broken('x')
