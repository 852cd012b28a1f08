"""Iterating dicts that change, views, iterators."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


def adds():
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 1


def removes():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def swaps():
    d = {1: 1}
    for k in d:
        del d[k]
        d[k + 1] = 1


def replaces():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = 0
    return d


def values():
    d = {1: 1, 2: 2}
    for v in d.values():
        d[5] = v


def items():
    d = {1: 1, 2: 2}
    for v in d.items():
        d.popitem()


def backwards():
    d = {1: 1, 2: 2}
    for v in reversed(d):
        d[v + 5] = 1


for function in (adds, removes, swaps, replaces, values, items, backwards):
    attempt(function.__name__, function)

d = {1: 1, 2: 2, 3: 3}
it = iter(d)
next(it)
print(it.__length_hint__(), it.__reduce__())
d[4] = 4
for _ in range(2):
    attempt("sticky", lambda: next(it))
del d[4]
attempt("sticky", lambda: next(it))
keys, vals, its = d.keys(), d.values(), d.items()
print(keys, vals, its, len(keys), len(vals), len(its))
d["x"] = "y"
print(keys, vals, its)
print("x" in keys, ("x", "y") in its, ("x", "z") in its, "y" in vals, 5 in its, (1,) in its)
print(keys & {1, "x", 9} == {1, "x"}, sorted(keys - {"x"}), sorted(map(str, keys | {7})), sorted(map(str, keys ^ {1, 8})))
print(its & {(1, 1)}, sorted(its - {("x", "y")}), len(its | {(9, 9)}), len(its ^ {(1, 1), (5, 5)}))
print({1: 2, 3: 4}.items() ^ {1: 2, 5: 6}.items() == {(3, 4), (5, 6)})
print(keys == {1, 2, 3, "x"}, keys == d.keys(), keys != [1], keys >= {1}, keys > {1, 2, 3, "x"}, keys <= {1}, {1} < keys)
print(keys.isdisjoint([4, 5]), keys.isdisjoint({1}), its.isdisjoint([(1, 1)]), keys.isdisjoint(keys), {}.keys().isdisjoint({}.keys()))
print(vals == d.values(), vals == vals)
attempt("and", lambda: keys & 1)
attempt("or", lambda: keys | 1)
attempt("sub", lambda: keys - 1)
attempt("rsub", lambda: {1, 99} - keys)
attempt("list and", lambda: [1, 99] & keys)
attempt("less", lambda: keys < 1)
attempt("vals and", lambda: vals & {1})
attempt("hash", lambda: hash(keys))
attempt("new", lambda: type(keys)())
attempt("unhashable", lambda: {1: []}.items() | set())
attempt("unhashable", lambda: [] in keys)
attempt("unhashable", lambda: ([], 1) in its)
print(keys.mapping, type(keys.mapping))
print(type(keys), type(vals), type(its), type(iter(keys)), type(iter(vals)), type(iter(its)), type(reversed(keys)), type(reversed(vals)), type(reversed(its)))
print(list(reversed(keys)), list(reversed(vals)), list(reversed(its)))
e = {}
e["keys"] = e.keys()
e["values"] = e.values()
e["items"] = e.items()
print(e)
f = {"a": 1}
g = iter(f.items())
print(next(g), list(g), g.__length_hint__())


class Eq:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        self.d.clear()
        return True

    def __hash__(self):
        return 1


class Plain:
    pass


p = Plain()
p.a, p.b = 1, 2
ns = p.__dict__
print(ns, list(ns), list(ns.items()), list(reversed(ns)), ns.keys() & {"a"})
try:
    for name in ns:
        p.c = 3
except RuntimeError as error:
    print(error)
ns[5] = "five"
p.d = 4
print(ns, p.d, vars(p) is ns, ns.pop("a"), hasattr(p, "a"))
