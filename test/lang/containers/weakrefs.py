"""Weak references and proxies."""
import gc
import weakref
from weakref import ref, proxy, WeakValueDictionary, WeakKeyDictionary, WeakSet, finalize


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class C:
    def __init__(self, x=0):
        self.x = x

    def method(self):
        return self.x

    def __call__(self, *args):
        return args

    def __len__(self):
        return 3

    def __add__(self, other):
        return ("add", other)

    def __getitem__(self, key):
        return key


c = C(5)
r = ref(c)
print(r() is c, ref(c) is r, ref(c, print) is r, r == ref(c), hash(r) == hash(c), weakref.getweakrefcount(c) >= 1, r.__callback__)
p = proxy(c)
print(p.x, p.method(), p(1), len(p), p + 1, p["k"], type(p).__name__, bool(p))
p.x = 9
print(c.x, isinstance(p, C), p.__class__)
attempt("int", ref, 1)
attempt("str", ref, "a")
attempt("tuple", ref, ())
attempt("args", ref)
attempt("args", ref, c, None, 3)
attempt("call", r, 1)
attempt("hash", hash, p)
gone = []
r2 = ref(c, lambda reference: gone.append(reference is r2))
wv, wk, ws = WeakValueDictionary(), WeakKeyDictionary(), WeakSet()
wv["c"], wk[c] = c, "value"
ws.add(c)
f = finalize(c, gone.append, "finalized")
print(len(wv), len(wk), len(ws), wv["c"] is c, wk[c], c in ws, f.alive)
del c
gc.collect()
print(r(), len(wv), len(wk), len(ws), sorted(map(str, gone)), f.alive)
attempt("dead proxy", lambda: p.x)
attempt("dead proxy", lambda: str(p))
print("dead" in repr(r))


class Hashed:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v

    def __eq__(self, other):
        return self.v == other.v


a, b = Hashed(1), Hashed(1)
ra, rb = ref(a), ref(b)
print(ra == rb, ra != rb, ra is rb, hash(ra), {ra: 1}[rb])
attempt("less", lambda: ra < rb)
cycle = C()
cycle.me = cycle
rc = ref(cycle)
gc.collect()
print(rc() is cycle)
del cycle
gc.collect()
print(rc())


class Bound:
    def method(self):
        return "bound"


bound = Bound()
wm = weakref.WeakMethod(bound.method)
print(wm()(), wm() == bound.method)
del bound
gc.collect()
print(wm())


class Sub(ref):
    pass


x = C()
s = Sub(x)
s.note = 1
print(s() is x, s.note, type(s), Sub(x) is s)


class Slots:
    __slots__ = ("a",)


class WithWeak:
    __slots__ = ("a", "__weakref__")


attempt("slots", ref, Slots())
w = WithWeak()
rw = ref(w)
print(rw() is w, w.__weakref__ is rw)
print(ref[int], [type(o).__name__ for o in (ref(print), ref(len), ref(C), ref(gc), ref(attempt))])


def keep():
    values = [C(i) for i in range(3)]
    refs = [ref(v) for v in values]
    gc.collect()
    return [r() is not None for r in refs], refs


alive, refs = keep()
gc.collect()
print(alive, [r() for r in refs])
