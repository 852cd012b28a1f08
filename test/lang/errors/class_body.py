"""Uncaught: in class bodies, decorators, defaults and metaclasses."""


def decorate(cls):
    raise TypeError(f'cannot decorate {cls.__name__}')


@decorate
class Decorated:
    class Nested:
        value = [x for x in range(3)]

    def method(self): pass
