"""Abstract base classes: registration, hooks, abstract methods."""
from abc import ABC, ABCMeta, abstractmethod, get_cache_token
from collections.abc import *
import collections.abc
import numbers


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Base(ABC):
    @abstractmethod
    def f(self):
        return "base"

    @property
    @abstractmethod
    def p(self):
        pass

    @classmethod
    @abstractmethod
    def c(cls):
        pass


attempt("abstract", Base)


class Half(Base):
    def f(self):
        return super().f()

    p = 1


attempt("half", Half)


class Full(Half):
    @classmethod
    def c(cls):
        pass


print(Full().f(), Base.__abstractmethods__ == {"f", "p", "c"}, sorted(Half.__abstractmethods__), Full.__abstractmethods__)


class Registry(metaclass=ABCMeta):
    pass


class Other:
    pass


class Derived(Other):
    pass


print(isinstance(Other(), Registry))
token = get_cache_token()
print(Registry.register(Other) is Other, isinstance(Other(), Registry), issubclass(Derived, Registry), get_cache_token() == token + 1)
attempt("cycle", Other.register if hasattr(Other, "register") else Registry.register, 5)


class SubRegistry(Registry):
    pass


attempt("cycle", SubRegistry.register, Registry)
attempt("not class", issubclass, 5, Registry)


class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hooked:
            return any("hook" in B.__dict__ for B in C.__mro__) or NotImplemented
        return NotImplemented


class HasHook:
    hook = 1


print(issubclass(HasHook, Hooked), issubclass(Other, Hooked), isinstance(HasHook(), Hooked))


class BadHook(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        return "maybe"


attempt("bad hook", issubclass, int, BadHook)
for abc in (Hashable, Iterable, Iterator, Reversible, Sized, Container, Callable, Collection, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, MappingView, KeysView, Generator, Coroutine, Awaitable, AsyncIterable, Buffer):
    print(abc.__name__, [isinstance(v, abc) for v in ([], (), {}, set(), frozenset(), "", b"", bytearray(), range(1), iter([]), {}.keys(), print, int, 5, None, (x for x in ()))])
print([isinstance(v, n) for v in (1, 1.5, 1j, True) for n in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])


class MySeq(collections.abc.Sequence):
    def __init__(self, *a):
        self.a = a

    def __len__(self):
        return len(self.a)

    def __getitem__(self, i):
        return self.a[i]


s = MySeq(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)))
attempt("index", s.index, 9)
match s:
    case [1, *rest]:
        print("matched", rest)


class MySet(collections.abc.Set):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


x, y = MySet([1, 2, 3]), MySet([2, 3, 4])
print(list(x & y), list(x | y), list(x - y), list(x ^ y), x <= y, x == MySet([3, 2, 1]), x.isdisjoint([9]), {1, 2, 3} == x, list({1, 9} - x))


class MyMap(collections.abc.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = MyMap()
m.update(a=1, b=2)
print(dict(m), m.setdefault("c", 3), m.pop("a"), m.popitem(), list(m.items()), m == {"c": 3}, "c" in m, m.get("zz"))
match m:
    case {"c": value}:
        print("mapping", value)
    case _:
        print("no")
m.clear()
print(len(m), list(m.keys() | {"q"}))
attempt("pop", m.pop, "zz")


class Abstract(MutableSequence):
    pass


attempt("abstract", Abstract)
