"""tuple: methods, identity of the empty tuple, hashing, comparison."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


t = (1, 2, 3, 2)
print(t, (), (1,), ((1,),), t[0], t[-1], t[1:3], t[::-1], len(t))
print(t.count(2), t.index(2), t.index(2, 2), t.index(2, -1))
attempt("index", t.index, 9)
attempt("index", t.index, 2, "a")
attempt("range", lambda: t[9])
attempt("type", lambda: t["a"])
attempt("type", lambda: t[2**70])
attempt("concat", lambda: t + [1])
attempt("concat", lambda: t + 1)
attempt("repeat", lambda: t * 2)
attempt("repeat", lambda: 0 * t)
attempt("repeat", lambda: t * 1.0)
attempt("assign", lambda: t.__setitem__(0, 1))
attempt("tuple", tuple, 1)
attempt("tuple", tuple, 1, 2)
attempt("tuple", tuple, x=1)
attempt("tuple", tuple, "ab")
print(t[:] is t, t * 1 is t, t + () is t, () + t is t, tuple(t) is t, tuple([]) is tuple(), len({id(x) for x in (tuple([]), () * 5, t[4:], ())}))
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1.0, 2), (1, 2) == [1, 2], () < (0,))
attempt("compare", lambda: (1, "a") < (1, 2))
attempt("compare", lambda: (1,) < [1])
print(1 in t, 9 in t, (1, 2) in ((1, 2), 3))
for value in [(), (0,), (1,), (1, 2), (2, 1), (-1,), (-2,), (1.5,), (2**70, -2**70), ((),), ((1, 2), (3, (4,))), (True, False), (0.1, 1e300, float("inf"))]:
    print(value, hash(value) == hash(tuple(list(value))), hash(value) == hash(value + (1,)))
print(hash((1, 2)) == hash((1.0, 2.0)) == hash((True, 2)))
print(hash((None, None)) == hash((None, None)), hash((1, 2)) != hash((2, 1)))
attempt("hash", hash, ([],))
attempt("hash", hash, (1, {}))


class Named(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)


n = Named(1, 2)
n.x = 5
print(n, type(n), n.x, n == (1, 2), (1, 2) == n, hash(n) == hash((1, 2)), type(n[:]), type(n + (3,)), type(n * 1))
print(tuple(n) is n, type(tuple(n)), {(1, 2): "found"}[n], {n: "found"}[(1, 2)])
print(tuple.__doc__)
print((1, 2).__getnewargs__(), tuple.__getnewargs__)
a, *b, c = range(6)
print(a, b, c)
it = iter((1, 2, 3))
next(it)
print(it.__length_hint__(), it.__reduce__())
it.__setstate__(0)
print(list(it), it.__length_hint__(), it.__reduce__())
print(tuple[int, ...], tuple[()])
