"""Iterator types of builtins: exhaustion, pickling state, length hints, sequence protocol."""
import operator


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Seq:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10

    def __len__(self):
        return self.n


it = iter(Seq(3))
print(type(it), next(it), operator.length_hint(it), it.__reduce__()[2], list(it), list(it), it.__reduce__()[1])
it = iter(Seq(3))
it.__setstate__(2)
print(list(it), list(reversed(Seq(3))), type(reversed(Seq(3))), 20 in Seq(3), 25 in Seq(3), max(Seq(4)), [*Seq(2)])


class Stops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


class Fails:
    def __getitem__(self, i):
        raise KeyError(i)


print(list(Stops()))
attempt("fails", list, Fails())


class BadIter:
    def __iter__(self):
        return 5


class NoneIter:
    __iter__ = None

    def __getitem__(self, i):
        return 1


class OnlyIter:
    def __iter__(self):
        return iter([1])


class BadNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next")


for make in (BadIter, NoneIter, BadNext, OnlyIter):
    attempt(make.__name__, list, make())
    attempt(make.__name__, lambda: 1 in make())
    attempt(make.__name__, lambda: [x for x in make()])
    attempt(make.__name__, next, make())
    attempt(make.__name__, lambda: (lambda a: a)(*make()))
for iterator in (enumerate("abc"), zip("abc", range(3)), map(str, [1, 2, 3]), filter(None, [1, 0, 2]), reversed([1, 2, 3]), iter(range(5)), iter({1: 2, 3: 4}), iter({1}), iter("abc"), iter(b"ab"), iter((1, 2))):
    first = next(iterator)
    print(type(iterator).__name__, first, operator.length_hint(iterator, -1), iter(iterator) is iterator, [x for x in iterator], list(iterator), next(iterator, "end"))
print(enumerate("ab", 5).__reduce__()[1][1], zip("a", strict=True).__reduce__()[2], len(map(str, [1]).__reduce__()[1]), filter(None, []).__reduce__()[0], reversed([1, 2]).__reduce__())
z = zip("ab", "cd")
z.__setstate__(True)
print(list(z))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (0, 100, -1, "a", NotImplemented, TypeError("t"), ValueError("v"), 2**70):
    attempt("hint", list, Hint(hint))
    attempt("hint", operator.length_hint, Hint(hint), 7)


class Reversible:
    def __reversed__(self):
        return iter("backwards")


class NotReversible(list):
    __reversed__ = None


print(list(reversed(Reversible())))
attempt("none", reversed, NotReversible([1]))
attempt("sentinel", lambda: list(iter([1, 2, 3].pop, 2)))
attempt("sentinel", lambda: list(iter([1, 2].pop, 5)))


def raises_stop():
    raise StopIteration


attempt("stop", lambda: list(iter(raises_stop, 1)))
attempt("map stop", lambda: list(map(lambda x: next(iter([])), [1])))


class MapSub(map):
    pass


class ZipSub(zip):
    pass


class EnumSub(enumerate):
    pass


print(list(MapSub(str, [1])), list(ZipSub("a", "b")), list(EnumSub("a")), type(MapSub(str, [])).__name__)
shared = iter(range(6))
print(list(zip(shared, shared)), list(map(lambda *a: a, [1, 2], "ab", (True, False))))
a = iter([1, 2, 3])
b = list(zip(a, [10]))
print(b, list(a))
