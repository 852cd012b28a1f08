"""Sorting: stability, keys, reverse, exceptions, lists that change meanwhile."""
import random
import functools

print(sorted([3, 1, 2]), sorted("hello"), sorted([3, 1, 2], reverse=True))
print(sorted([True, 2, False, 0, 1]))
print(sorted([1.5, -0.0, 0.0, 2, 1]))
print(sorted(["b", "B", "a", "ä", "z", "😀", "\uffff", ""]))
print(sorted([(1, "b"), (1, "a"), (0, "z")]))
print(sorted([[2], [1, 5], [1]]))
print(sorted([b"b", b"a", b""]))
print(sorted([2**70, 1, -2**70, 3]))
print(sorted({3: 1, 1: 2}))


class Item:
    def __init__(self, key, tag):
        self.key = key
        self.tag = tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


items = [Item(k, t) for k, t in zip([2, 1, 2, 1, 0, 2], "abcdef")]
print(sorted(items), sorted(items, reverse=True))
print(sorted(items, key=lambda item: item.tag), sorted(items, key=lambda item: -item.key))
print(sorted(items, key=lambda item: item.key, reverse=True))

generator = random.Random(12345)
for size in (0, 1, 2, 3, 10, 31, 32, 33, 63, 64, 65, 100, 257, 1000):
    for make in (
        lambda: [generator.randrange(size + 1) for _ in range(size)],
        lambda: list(range(size)),
        lambda: list(range(size, 0, -1)),
        lambda: [i % 3 for i in range(size)],
    ):
        values = make()
        pairs = [(v, i) for i, v in enumerate(values)]
        by_key = sorted(pairs, key=lambda pair: pair[0])
        assert all(
            x[0] < y[0] or (x[0] == y[0] and x[1] < y[1]) for x, y in zip(by_key, by_key[1:])
        ), size
        backwards = sorted(pairs, key=lambda pair: pair[0], reverse=True)
        assert all(
            x[0] > y[0] or (x[0] == y[0] and x[1] < y[1]) for x, y in zip(backwards, backwards[1:])
        ), size
        copy = values[:]
        copy.sort()
        assert copy == [pair[0] for pair in by_key]
        copy.sort(reverse=True)
        assert copy == [pair[0] for pair in backwards]
print("stable")


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def grow():
    a = [3, 1, 2]
    a.sort(key=lambda x: a.append(1) or x)


def look():
    a = [3, 1, 2]
    seen = []
    a.sort(key=lambda x: seen.append(len(a)) or x)
    return a, seen


def fail():
    a = [3, 1, 2]
    try:
        a.sort(key=lambda x: 1 // (x - 2))
    except ZeroDivisionError as error:
        print(error)
    return a


class Bad:
    def __lt__(self, other):
        raise KeyError("no order")


attempt(grow)
attempt(look)
attempt(fail)
attempt(lambda: sorted([Bad(), Bad()]))
attempt(lambda: len(sorted([Bad()])))
attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted([1j, 2j]))
attempt(lambda: sorted())
attempt(lambda: sorted([1], 2))
attempt(lambda: sorted([1], foo=2))
attempt(lambda: sorted(1))
attempt(lambda: sorted([2, 1], key=None, reverse=1))
attempt(lambda: sorted([2, 1], reverse="x"))
attempt(lambda: sorted([2, 1], reverse=[]))
print(sorted([5, 2, 8], key=functools.cmp_to_key(lambda x, y: y - x)))
print(sorted("banana", key=lambda c: (c != "n", c)))


class OnlyGreater:
    def __init__(self, value):
        self.value = value

    def __gt__(self, other):
        return self.value > other.value

    def __repr__(self):
        return str(self.value)


print(sorted([OnlyGreater(3), OnlyGreater(1), OnlyGreater(2)]))
print(min([3, 1, 2]), max([3, 1, 2]), min("b", "a"), max([1, 5, 5.0]), min([], default=7))
attempt(lambda: min([]))
attempt(lambda: max())
attempt(lambda: min(1))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max(1, 2, foo=3))
print(max(["aa", "b"], key=len), min(["aa", "b"], key=len), max(3, 1, key=lambda x: -x))
