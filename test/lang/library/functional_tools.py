# functools, itertools, operator.
import functools, itertools, operator
from functools import *
from itertools import *

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

@lru_cache(maxsize=2)
def f(x, *, y=0):
    return (x, y)

f(1)
f(2)
f(1)
f(3)
f(2)
print(f.cache_info(), f.cache_parameters(), f.__wrapped__.__name__)
f.cache_clear()
print(f.cache_info())
attempt(f, [])

@cache
def g(n):
    return n if n < 2 else g(n - 1) + g(n - 2)

print(g(100), g.cache_info())

@lru_cache(typed=True)
def h(x):
    return type(x)

print(h(1), h(1.0), h(True), h.cache_info())
attempt(lru_cache, 'a')
print(lru_cache(None)(len)('abc'))
p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, p, partial(p, '11')(), partial(print, 1, 2, sep='-'))
attempt(partial)
attempt(partial, 1)
p.x = 1
print(p.__dict__, partial(lambda *a: a, 1, Placeholder, 3)(2), Placeholder)
attempt(partial, len, Placeholder)
attempt(partial(lambda *a: a, Placeholder, 1))
print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5))
print(reduce(lambda a, b: a * b, [1, 2], initial=4))
attempt(reduce, operator.add, [])
attempt(reduce, operator.add, 1)

@total_ordering
class A:

    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v

    def __lt__(s, o):
        return s.v < o.v

print(A(1) <= A(1), A(2) > A(1), A(1) >= A(2))

class B:
    pass

attempt(total_ordering, B)

@singledispatch
def sd(x):
    return 'obj'

@sd.register
def _(x: int):
    return 'int'

@sd.register(list)
def _(x):
    return 'list'

@sd.register
def _(x: float | str):
    return 'fs'

print(sd(1), sd([]), sd(1.5), sd('a'), sd(None), sd(True), sd.registry.keys(), sd.dispatch(bool)(True))
attempt(sd)
attempt(sd.register, 1)

class C:

    @singledispatchmethod
    def m(self, x):
        return 'o'

    @m.register
    def _(self, x: int):
        return 'i'

    @cached_property
    def cp(self):
        print('calc')
        return 5

    def pm(self, a, b):
        return (a, b)
    q = partialmethod(pm, 1)

    @singledispatchmethod
    @classmethod
    def cm(cls, x):
        return cls.__name__

c = C()
print(c.m(1), c.m('a'), c.cp, c.cp, c.q(2), c.__dict__, C.cm(3))
print(C.__dict__['cp'].attrname)

def w(f):

    @wraps(f)
    def inner(*a):
        """i"""
        return f(*a)
    return inner

@w
def doc(x: int) -> str:
    """D"""

print(doc.__name__, doc.__doc__, doc.__wrapped__, doc.__annotations__) if 0 else print(doc.__name__, doc.__doc__, doc.__annotations__)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
attempt(cmp_to_key(lambda a, b: 0)(1).__lt__, 3)
k = cmp_to_key(lambda a, b: 0)
print(k(1) == k(2), k(1) < k(2))
attempt(cmp_to_key)
attempt(list, accumulate([1, 2, 3]))
attempt(list, accumulate([1, 2, 3], operator.mul, initial=10))
attempt(list, batched('abcde', 2))
attempt(list, batched('abc', 2, strict=True))
attempt(batched, 'a', 0)
attempt(list, chain('ab', [1]))
attempt(list, chain.from_iterable(['ab', 'c']))
attempt(list, combinations('abc', 2))
attempt(list, combinations_with_replacement('ab', 2))
attempt(list, compress('abc', [1, 0, 1]))
attempt(list, islice(count(5, 2), 3))
print(count(5), count(1, 2), count(2.5), repeat(3), repeat(3, 2), cycle('a').__class__)
attempt(list, islice(cycle('ab'), 5))
attempt(list, dropwhile(lambda x: x < 3, [1, 3, 1]))
attempt(list, filterfalse(None, [0, 1]))
attempt(lambda: [(k, list(g)) for k, g in groupby('aabbc')])
attempt(list, islice('abcdef', 1, None, 2))
attempt(islice, 'a', -1)
attempt(islice, 'a', 'x')
attempt(list, pairwise('abc'))
attempt(list, permutations('abc', 2))
attempt(list, product('ab', [1, 2]))
attempt(list, product('ab', repeat=2))
attempt(list, starmap(pow, [(2, 3)]))
attempt(list, takewhile(lambda x: x < 3, [1, 3]))
attempt(lambda: [list(x) for x in tee('ab', 3)])
attempt(list, zip_longest('ab', 'c', fillvalue='-'))
attempt(combinations, 'ab', -1)
attempt(permutations, 'ab', 'x')
attempt(tee, 'a', -1)
attempt(repeat)
attempt(zip_longest, 1)
attempt(product, 1)
attempt(count, 'a')
attempt(chain.from_iterable(1).__next__)
attempt(groupby)
attempt(lambda: next(islice([], 0)))
attempt(list, count(1, 0.5).__class__(1, 0.5).__reduce__()) if 0 else None
a, b = tee([1, 2, 3])
next(a)
import copy
print(list(copy.copy(a)), list(a), list(b))
print(repeat(1, 3).__length_hint__(), operator.length_hint(repeat(1)) if 0 else '')
attempt(operator.length_hint, count())
print(operator.itemgetter(1, 2)('abc'), operator.attrgetter('real', 'imag')(3))
print(operator.methodcaller('upper')('a'), operator.itemgetter(1), operator.attrgetter('a.b'))
print(operator.methodcaller('x', 1, k=2))
attempt(operator.itemgetter)
attempt(operator.attrgetter, 1)
attempt(operator.methodcaller)
attempt(operator.attrgetter('x'), 1)
attempt(operator.itemgetter(5), 'a')
attempt(operator.index, 1.5)
print(operator.concat('a', 'b'), operator.indexOf('abc', 'b'), operator.countOf('aba', 'a'))
print(operator.truth([]), operator.is_none(None), operator.is_not_none(1))
attempt(operator.concat, 1, 2)
attempt(operator.indexOf, 'abc', 'z')
attempt(operator.call, len, 'ab')
attempt(operator.iadd, [1], [2])
