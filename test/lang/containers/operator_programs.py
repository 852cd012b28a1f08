"""The operator module."""
import operator
from operator import itemgetter, attrgetter, methodcaller


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "eq", "ne", "lt", "le", "gt", "ge", "is_", "is_not", "iadd", "isub", "imul", "ipow"):
    attempt(name, getattr(operator, name), 7, 3)
    attempt(name, getattr(operator, name), 7, "x")
for name in ("neg", "pos", "abs", "inv", "invert", "not_", "truth", "index", "is_none", "is_not_none"):
    attempt(name, getattr(operator, name), -5)
    attempt(name, getattr(operator, name), "s")
attempt("matmul", operator.matmul, 1, 2)
attempt("contains", operator.contains, [1, 2], 2)
attempt("concat", operator.concat, [1], [2])
attempt("concat", operator.concat, 1, 2)
attempt("iconcat", operator.iconcat, [1], [2])
attempt("countOf", operator.countOf, [1, 2, 1], 1)
attempt("countOf", operator.countOf, 5, 1)
attempt("indexOf", operator.indexOf, "abc", "c")
attempt("indexOf", operator.indexOf, "abc", "z")
attempt("getitem", operator.getitem, {"a": 1}, "a")
attempt("length_hint", operator.length_hint, iter([1, 2]))
attempt("length_hint", operator.length_hint, 5, 9)
attempt("length_hint", operator.length_hint, 5, "x")
attempt("call", operator.call, max, 1, 2, key=lambda x: -x)
attempt("call", operator.call)
data = {"a": 1}
operator.setitem(data, "b", 2)
operator.delitem(data, "a")
print(data)
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 5}), itemgetter(slice(1, 3))([1, 2, 3, 4]))
print(itemgetter(1), itemgetter("a", 2), itemgetter(1).__reduce__())
attempt("itemgetter", itemgetter)
attempt("itemgetter", itemgetter, a=1)
attempt("itemgetter", itemgetter(5), "abc")
attempt("itemgetter", itemgetter(5))
attempt("itemgetter", itemgetter(5), 1, 2)


class C:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def method(self, *args, **kw):
        return args, kw


c = C(a=1, b=C(c=2, d=C(e=3)))
print(attrgetter("a")(c), attrgetter("b.c")(c), attrgetter("a", "b.d.e")(c), attrgetter("a", "b.c"))
attempt("attrgetter", attrgetter("zz"), c)
attempt("attrgetter", attrgetter("b.zz"), c)
attempt("attrgetter", attrgetter, 1)
attempt("attrgetter", attrgetter)
print(methodcaller("method")(c), methodcaller("method", 1, k=2)(c), methodcaller("upper")("abc"), methodcaller("split", ",")("a,b"))
print(methodcaller("x", 1, k=2), methodcaller("x", 1).__reduce__())
attempt("methodcaller", methodcaller)
attempt("methodcaller", methodcaller, 1)
attempt("methodcaller", methodcaller("zz"), c)
attempt("methodcaller", methodcaller("zz"))
print(sorted([(2, "b"), (1, "z")], key=itemgetter(1)))
