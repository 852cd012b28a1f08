"""Decorators: order, arguments, wraps, classes as decorators, and decorated methods."""
import functools


def trace(label):
    print('making', label)

    def decorate(function):
        print('decorating', function.__name__, 'with', label)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print(f'{label}>', args[-1:] or '-', sorted(kwargs))
            return function(*args, **kwargs)
        return wrapper
    return decorate


@trace('outer')
@trace('inner')
def add(a, b=0):
    """Adds."""
    return a + b


print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(5, 6))


class Countdown:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


class Machine:
    @Countdown
    def run(self, x):
        return x * 2

    @classmethod
    @trace('class')
    def make(cls, x):
        return cls.__name__, x

    @staticmethod
    @trace('static')
    def plain(x):
        return x

    @property
    @functools.cache
    def expensive(self):
        print('computed')
        return 42


m = Machine()
print(m.run(1), m.run(2), Machine.run.calls, Machine.run.__name__)
print(Machine.make(1), m.plain(2), m.expensive, m.expensive)


@lambda cls: setattr(cls, 'added', 1) or cls
class Decorated:
    pass


registry = {}


@registry.setdefault('x', ', ').join
@list
@str.__name__.__add__
@(lambda f: f.__name__)
def odd(): pass


print(Decorated.added, odd)
numbers = [lambda f: f() + 1, lambda f: f() * 2]


@numbers[1]
def twice(): return 21


print(twice)
