"""functools: partial, caches, reduce, singledispatch, total_ordering, cmp_to_key, wraps, cached_property."""
import functools
import operator

p = functools.partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, repr(functools.partial(print, 1, sep='-')).replace('<built-in function print>', 'print'))
q = functools.partial(functools.partial(lambda *a, **k: (a, sorted(k.items())), 1, x=1), 2, x=2, y=3)
print(q(9, z=4), q.args, q.func.__name__)
P = functools.Placeholder
hole = functools.partial(lambda *a: a, P, 2, P, 4)
print(hole(1, 3), hole(1, 3, 5), functools.partial(hole, 10)(30))
try:
    hole(1)
except TypeError as error:
    print(error)


@functools.lru_cache(maxsize=2)
def square(x):
    print('computing', x)
    return x * x


print(square(2), square(3), square(2), square(4), square(3), square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5))
typed = functools.lru_cache(typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed(True), typed.cache_info())
try:
    square([])
except TypeError as error:
    print(error)
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: f'({a}{b})', 'abcd'), functools.reduce(operator.add, [], 'init'), functools.reduce(operator.sub, [1, 2], initial=10))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)


@functools.singledispatch
def show(x, *rest):
    return f'object {x}'


@show.register
def _(x: int | float, *rest):
    return f'number {x}'


@show.register(list)
@show.register(tuple)
def _(x, *rest):
    return f'sequence of {[show(i) for i in x]}'


print(show(1), show('s'), show([1, 'a', (2.5,)]), show(True), show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))


class Formatter:
    @functools.singledispatchmethod
    def format(self, x): return 'default'

    @format.register
    def _(self, x: str): return f'str {x}'

    @functools.singledispatchmethod
    @classmethod
    def make(cls, x): return cls.__name__, x


print(Formatter().format('a'), Formatter().format(1), Formatter.make(3))


@functools.total_ordering
class Version:
    def __init__(self, *parts): self.parts = parts
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts


a, b = Version(1, 2), Version(1, 10)
print(a < b, a <= b, a > b, a >= b, a == b, a != b)
print(sorted(['b', 'A', 'c'], key=functools.cmp_to_key(lambda x, y: (x.lower() > y.lower()) - (x.lower() < y.lower()))))


class Lazy:
    @functools.cached_property
    def value(self):
        print('once')
        return 42

    @functools.partialmethod
    def broken(self): pass

    def scale(self, factor, x): return factor * x
    double = functools.partialmethod(scale, 2)


z = Lazy()
print(z.value, z.value, vars(z), z.double(21))
del z.value
print(z.value)


@functools.wraps(show, assigned=('__name__',), updated=())
def wrapper(): pass


print(wrapper.__name__, wrapper.__wrapped__ is show, functools.WRAPPER_ASSIGNMENTS)
