"""SimpleNamespace, mappingproxy."""
import types
import copy


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


n = types.SimpleNamespace(a=1, b="x")
n.c = [n]
print(n, n.a, n.__dict__.keys(), n == types.SimpleNamespace(a=1), types.SimpleNamespace() == types.SimpleNamespace(), n != 5)
del n.c
print(n, types.SimpleNamespace({"z": 1}, y=2), types.SimpleNamespace([("k", 3)]), copy.replace(n, a=9), copy.copy(n), copy.deepcopy(n) == n)
attempt("args", types.SimpleNamespace, 1)
attempt("args", types.SimpleNamespace, {}, {})
attempt("args", types.SimpleNamespace, {1: 2})
attempt("missing", lambda: n.zz)
attempt("less", lambda: n < n)
attempt("hash", hash, n)
print(n.__reduce__())


class Sub(types.SimpleNamespace):
    pass


print(Sub(x=1), Sub(x=1) == types.SimpleNamespace(x=1), types.SimpleNamespace(**{"not identifier": 1}))
d = {"a": 1, "b": 2}
m = types.MappingProxyType(d)
print(m, m["a"], len(m), "a" in m, list(m), m.get("zz"), m.get("zz", 5), m.keys(), m.values(), m.items(), m == d, m != {}, list(reversed(m)))
d["c"] = 3
print(m, m | {"z": 1}, {"z": 1} | m, type(m | m), m.copy(), hash(types.MappingProxyType(frozenset())) if False else "")
attempt("set", lambda: m.__setitem__)
attempt("ior", m.__ior__, {})
attempt("hash", hash, m)
attempt("new", types.MappingProxyType, [1])
attempt("new", types.MappingProxyType, 1)
attempt("new", types.MappingProxyType)
attempt("key", lambda: m["zz"])
print(str(m), types.MappingProxyType(m), types.MappingProxyType[str, int], m < m if False else "")


class C:
    x = 1


attempt("class dict", lambda: C.__dict__.__setitem__)
print(C.__dict__["x"], "x" in C.__dict__, type(C.__dict__), type.__dict__["mro"])


def ior():
    global m
    m |= {}


attempt("ior", ior)
