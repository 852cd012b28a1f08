"""set and frozenset: methods, operators, errors."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


s = {3, 1, 2}
print(s, set(), frozenset(), frozenset([1]), {1, "a"} == {"a", 1}, len(s))
attempt("add", s.add, 4)
attempt("add", s.add, [])
attempt("add", s.add)
attempt("discard", s.discard, 99)
attempt("discard", s.discard, [])
attempt("remove", s.remove, 4)
attempt("remove", s.remove, 99)
attempt("remove", s.remove, [])
attempt("remove", s.remove, (1, 2))
attempt("pop", set().pop)
attempt("contains", lambda: [] in s)
attempt("set in set", lambda: {1, 2} in {frozenset([1, 2]), 3})
attempt("remove set", {frozenset([1, 2])}.remove, {1, 2})
attempt("remove set", {1}.remove, {1, 2})
attempt("discard set", {1}.discard, {1, 2})
attempt("add set", {1}.add, {1, 2})
attempt("set", set, 1)
attempt("set", set, 1, 2)
attempt("set", set, x=1)
attempt("set", set, [[]])
attempt("frozenset", frozenset, 1, 2)
attempt("frozenset", frozenset, x=1)
attempt("literal", lambda: {1, []})
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union(b, [9], "z") == {1, 2, 3, 4, 5, 9, "z"}, a.intersection(b, [3]), a.difference(b, [1]), a.symmetric_difference([1, 9]))
print(a.union(), a.intersection(), a.difference(), a.union() is a)
print(a.isdisjoint(b), a.isdisjoint([7]), a.issubset(range(10)), a.issuperset([1]), {1} <= a, a < a, a <= a, a >= b, a > {1})
attempt("or", lambda: a | [1])
attempt("and", lambda: a & [1])
attempt("sub", lambda: a - [1])
attempt("xor", lambda: a ^ [1])
attempt("less", lambda: a < [1])
attempt("hash", hash, a)
attempt("union", a.union, 1)
attempt("unhashable", a.intersection, [[]])
attempt("unhashable", a.difference, [[]])
attempt("unhashable", a.symmetric_difference, [[]])
attempt("unhashable", a.issuperset, [[]])
attempt("unhashable", a.isdisjoint, [[]])
attempt("unhashable", a.update, [[]])
c = set(a)
c |= b
print(c)
c &= {1, 2, 5}
print(c)
c -= {1}
print(c)
c ^= {2, 8}
print(c)
c -= c
print(c)
c = {1, 2}
c ^= c
print(c)
c.update([1], (2,), {3: 4})
c.intersection_update([1, 2], [1, 2, 3])
print(c)
c.difference_update([1], [5])
print(c)
c.symmetric_difference_update({2: 1, 7: 2})
print(c)
c.clear()
print(c, bool(c))


def ior():
    x = {1}
    x |= [2]


attempt("ior", ior)
f = frozenset([1, 2, 3])
print(hash(f) == hash(frozenset([3, 2, 1])), f == {1, 2, 3}, {1, 2, 3} == f, f | {9}, {9} | f, type(f | {1}), type({1} | f))
print(frozenset(f) is f, f.copy() is f, {1}.copy() == {1})
print(sorted(dir(frozenset)))
print(sorted(set(dir(set)) - set(dir(frozenset))))


class Sub(set):
    pass


class FSub(frozenset):
    pass


x = Sub([1, 2])
x.attribute = 1
print(x, type(x | {3}), type(x.copy()), x == {1, 2}, FSub([1]), type(FSub([1]) | {2}), type(FSub([1]).copy()), Sub(), FSub())
y = Sub()
y.add((1,))
print(y)
print(set.__doc__, frozenset.__doc__, set.add.__doc__)


def adds():
    z = {1, 2}
    for i in z:
        z.add(i + 10)


def removes():
    z = {1, 2}
    for i in z:
        z.remove(i)


attempt("adds", adds)
attempt("removes", removes)
it = iter({1, 2, 3})
next(it)
print(it.__length_hint__(), type(it))
print({1, 2}.__reduce__(), {True, 1, 1.0}, {0, False}, {1.0, 1})
nan = float("nan")
print(len({nan, nan}), len({nan, float("nan")}), nan in {nan})
print(set[int], frozenset[str])
print({1, 2} == frozenset([1, 2]), {1: 2}.keys() == {1}, {1} == {1: 2}.keys())


class Recursive(set):
    def __hash__(self):
        return 1


q = Recursive()
q.add(q)
print(q)
