"""Uncaught: chains that loop and causes that suppress."""
a, b = ValueError('a'), TypeError('b')
a.__context__ = b
b.__context__ = a
try:
    raise a
finally:
    a.__suppress_context__ = False
