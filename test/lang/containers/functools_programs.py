"""functools: partial, lru_cache, cmp_to_key, reduce, singledispatch, cached_property, total_ordering."""
import functools
from functools import partial, lru_cache, Placeholder as _, cmp_to_key, reduce, cache


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, 2, k=3)
print(p(4), p(5, k=6, m=7), p.args, p.keywords, p.func is show)
print(partial(p, 8, z=9).args, partial(p, 8, z=9).keywords)
q = partial(show, _, 2, _, 4)
print(q(1, 3), q(1, 3, 5), q.args)
attempt("few", q, 1)
print(partial(q, 10).args, partial(q, 10, 30)(50), partial(q, 10)(30, x=1))
attempt("trailing", partial, show, _)
attempt("keyword", partial, show, k=_)
attempt("no args", partial)
attempt("not callable", partial, 1)
attempt("readonly", setattr, p, "func", 1)
p.attribute = 1
print(p.__dict__, repr(partial(int, base=2)), partial(int, base=2)("101"))
attempt("bad state", p.__setstate__, 1)


class WithPartial:
    method = partial(show, 1)
    other = functools.partialmethod(show, 2, key=3)


w = WithPartial()
print(w.method(5)[0][0], len(w.method(5)[0]), w.other(7)[0][1:], w.other(7)[1])

calls = []


@lru_cache(maxsize=2)
def slow(x, *, y=0):
    calls.append(x)
    return x * 2 + y


print(slow(1), slow(2), slow(1), slow(3), slow(2), slow(1, y=5), calls)
print(slow.cache_info(), slow.cache_parameters(), slow.__wrapped__(5), slow.__name__)
slow.cache_clear()
print(slow.cache_info())
attempt("unhashable", slow, [])
attempt("unhashable", slow, 1, y={})


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@lru_cache(typed=True, maxsize=None)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@lru_cache(maxsize=0)
def uncached(x):
    return x


uncached(1)
uncached(1)
print(uncached.cache_info())
attempt("bad", lru_cache, "x")


@lru_cache
def equal_keys(x):
    return repr(x)


print(equal_keys(1), equal_keys(1.0), equal_keys(True), equal_keys("1"), equal_keys((1,)), equal_keys((1.0,)))


class Methods:
    def __init__(self):
        self.count = 0

    @lru_cache
    def cached(self, x):
        self.count += 1
        return x

    @functools.cached_property
    def lazy(self):
        self.count += 100
        return "lazy"

    @functools.singledispatchmethod
    def dispatch(self, arg):
        return "default"

    @dispatch.register
    def _(self, arg: int):
        return "int"


m = Methods()
m.cached(1), m.cached(1), m.lazy, m.lazy
print(m.count, m.dispatch(1), m.dispatch("x"))


@functools.singledispatch
def kind(x):
    return "object"


@kind.register(int)
def _int(x):
    return "int"


@kind.register
def _list(x: list):
    return "list"


print(kind(1), kind(True), kind([]), kind("s"), kind.registry.keys() == {object, int, list}, kind.dispatch(bool) is _int)

K = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(K(1) < K(2), K(1) == K(1), K(3) >= K(2), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), K(5).obj)
attempt("other", lambda: K(1) < 2)
attempt("hash", hash, K(1))
attempt("args", K)
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 1, 4], 10), reduce(max, [], 0))
attempt("empty", reduce, max, [])
attempt("not iterable", reduce, max, 5)


@functools.total_ordering
class Ordered:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __lt__(self, other):
        return self.v < other.v


print(Ordered(1) <= Ordered(2), Ordered(1) > Ordered(2), Ordered(2) >= Ordered(2))


@functools.wraps(show)
def wrapper():
    pass


print(wrapper.__name__, wrapper.__wrapped__ is show)
