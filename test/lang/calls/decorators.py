"""Decorators of functions, methods and classes; order of evaluation."""


def note(tag):
    print('evaluate', tag)

    def decorate(thing):
        print('apply', tag, thing.__name__)
        return thing
    return decorate


@note('first')
@note('second')
def function(default=print('default evaluated')):
    pass


@note('class')
class Decorated:
    @note('method')
    def method(self):
        return 'method'

    @staticmethod
    @note('static')
    def static():
        return 'static'

    @classmethod
    def make(cls):
        return cls()

    @property
    def prop(self):
        return 'getter'

    @prop.setter
    def prop(self, value):
        print('setter', value)

    @prop.deleter
    def prop(self):
        print('deleter')


d = Decorated.make()
print(d.method(), d.static(), Decorated.static(), d.prop)
d.prop = 5
del d.prop


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), len(fib.cache))


class CountCalls:
    def __init__(self, function):
        self.function = function
        self.count = 0

    def __call__(self, *args, **kwargs):
        self.count += 1
        return self.function(*args, **kwargs)


@CountCalls
def counted(x, y=1):
    return x + y


print(counted(1), counted(1, y=5), counted.count)
registry = {}


def register(name):
    return lambda f: registry.setdefault(name, f)


@register('a')
def _(): return 'a'


@register('b')
def _(): return 'b'


print({k: f() for k, f in registry.items()})


@(lambda f: 'replaced')
def gone(): pass


print(gone)
try:
    @5
    def bad(): pass
except TypeError as error:
    print(error)
