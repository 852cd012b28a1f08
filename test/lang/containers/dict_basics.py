"""dict: methods, errors, order, merging."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error, getattr(error, "__notes__", ""))


d = {"a": 1, 2: "b", (3, 4): None, 5.5: [], None: 0, True: "t"}
print(d, len(d))
print(d["a"], d[2], d[2.0], d[3, 4], d[None], d[1], d[True])
attempt("missing", lambda: d["zz"])
attempt("missing", lambda: d[(1, 2)])
attempt("unhashable", lambda: d[[]])
attempt("unhashable", lambda: d[([],)])
attempt("unhashable", lambda: d.get({}))
attempt("unhashable", lambda: d.pop([]))
attempt("unhashable", lambda: [] in d)
attempt("unhashable", lambda: d.setdefault([]))
attempt("unhashable", lambda: {[]: 1})
attempt("unhashable", lambda: {}[{1}])
attempt("unhashable", lambda: {}.pop([]))
attempt("unhashable", lambda: {}.pop([], 1))
attempt("unhashable", dict.fromkeys, [[]])
attempt("unhashable", lambda: d.__delitem__([]))
attempt("get", d.get, "a")
attempt("get", d.get, "q")
attempt("get", d.get, "q", 7)
attempt("get", d.get)
attempt("get", d.get, 1, 2, 3)
attempt("get", d.get, key=1)
attempt("setdefault", d.setdefault, "new", [1])
attempt("setdefault", d.setdefault, "new", [2])
attempt("setdefault", d.setdefault, "none")
attempt("pop", d.pop, "new")
attempt("pop", d.pop, "new")
attempt("pop", d.pop, "new", "default")
attempt("pop", d.pop)
attempt("popitem", d.popitem)
attempt("popitem", {}.popitem)
attempt("delete", d.__delitem__, "zz")
attempt("update", d.update, {"u": 1}, v=2)
attempt("update", d.update, [("w", 3), ["x", 4]])
attempt("update", d.update, ["yz"])
attempt("update", d.update, [(1, 2, 3)])
attempt("update", d.update, [("k", 1), 5])
attempt("update", d.update, 5)
attempt("update", d.update, 1, 2)
attempt("update", d.update, None)
print(d)
attempt("dict", dict)
attempt("dict", dict, a=1, b=2)
attempt("dict", dict, {"a": 1}, a=2)
attempt("dict", dict, [(1, 2)])
attempt("dict", dict, zip("ab", range(2)))
attempt("dict", dict, 1)
attempt("dict", dict, [1])
attempt("dict", dict, ["abc"])
attempt("dict", dict, 1, 2)
attempt("fromkeys", dict.fromkeys, "abc")
attempt("fromkeys", dict.fromkeys, "abc", 0)
attempt("fromkeys", dict.fromkeys, {1: 2, 3: 4}, "v")
attempt("fromkeys", dict.fromkeys, {1, 2})
attempt("fromkeys", dict.fromkeys, 1)
attempt("fromkeys", dict.fromkeys)
attempt("copy", {1: [2]}.copy)
attempt("or", lambda: {1: 2, 3: 4} | {3: 5, 6: 7})
attempt("or", lambda: {1: 2} | [(3, 4)])
e = {1: 2}
e |= [(3, 4)]
e |= {1: "new"}
print(e)
attempt("ior", lambda: e.__ior__(5))
print({1: 2} == {1.0: 2}, {1: 2} == {1: 3}, {1: 2} != {2: 1}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == [])
attempt("compare", lambda: {} < {})
attempt("hash", hash, {})
print(1 in e, "1" in e, 1 not in e)
e.clear()
print(e, bool(e))
f = {}
for i in range(10):
    f[i] = i
for i in range(0, 10, 2):
    del f[i]
f[0] = "again"
f[1] = "changed"
print(f, list(f), list(reversed(f)), list(f.values()), list(f.items()))
print(list(reversed(f.items())), list(reversed(f.values())))
g = {i: i for i in range(5)}
print([g.popitem() for _ in range(3)], g)
g["x"] = 1
del g[0]
g["y"] = 2
print(g.popitem(), g.popitem(), g.popitem(), g)
h = {True: "yes", 1: "one", 1.0: "float"}
print(h, {0: "a", False: "b", 0.0: "c", -0.0: "d"})
print({"😀": 1}["\U0001f600"], {"a" + "😀": 2}["a😀"])


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), m, len(m), "b" in m, type(m | {}), type(m.copy()), type(Missing.fromkeys("ab")))
m.attribute = 3
print(m.attribute, m.__dict__)
print(dict.__doc__)
print(dict.get.__text_signature__, dict.pop.__text_signature__, dict.update.__text_signature__, dict.fromkeys.__text_signature__)
print(sorted(dir(dict)))
print(dict[str, int])


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(dict(Keys()), {**Keys()})
