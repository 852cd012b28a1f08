"""The functions of builtins and what they raise."""
import builtins


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except BaseException as error:
        print(label, type(error).__name__, error)


for args in [(1,), (-2.5,), (3 + 4j,), (True,), ("a",), (), (1, 2)]:
    attempt("abs", abs, *args)
for args in [([1, 0],), ([],), (1,), ()]:
    attempt("all", all, *args)
    attempt("any", any, *args)
for args in [("añ😀\n",), ([1, "é"],), ()]:
    attempt("ascii", ascii, *args)
for args in [(10,), (-10,), (0,), (2**70,), (True,), (1.5,), ("a",), ()]:
    attempt("bin", bin, *args)
    attempt("oct", oct, *args)
    attempt("hex", hex, *args)
for args in [(print,), (int,), (5,), (lambda: 0,)]:
    attempt("callable", callable, *args) if not hasattr(args[0], "__code__") else print(callable(*args))
for args in [(97,), (0x1F600,), (0xD800,), (-1,), (0x110000,), (2**70,), ("a",), (1.0,)]:
    attempt("chr", lambda *a: ascii(chr(*a)), *args)
for args in [("a",), ("😀",), ("",), ("ab",), (b"a",), (b"ab",), (bytearray(b"z"),), (1,), (None,)]:
    attempt("ord", ord, *args)
for args in [(7, 2), (-7, 2), (7.5, 2), (1, 0), (1, "a"), (2**70, 3)]:
    attempt("divmod", divmod, *args)
for args in [(2, 10), (2, -1), (2, 10, 7), (2, -1, 7), (2.0, 3), (0, -1), (2, 3, 0), ("a", 2), (2, "a", 3), (-8, 1 / 3)]:
    attempt("pow", pow, *args)
attempt("pow", pow, base=2, exp=3)
attempt("pow", pow, 2)
for args in [(2.5,), (3.5,), (-2.5,), (2.675, 2), (1234.5, -2), (5, -1), (15, -1), (25, -1), (2.5, None), (1e300,), (float("nan"),), (float("inf"),), ("a",), (1, "a")]:
    attempt("round", round, *args)
attempt("round", round, number=2.5)
attempt("round", round)
for args in [([1, 2, 3],), ([0.1] * 10,), ([1e100, 1.0, -1e100],), ([1, 2.5],), ([[1], [2]], []), (["a"], ""), ([b"a"], b""), ([1], 10), ([1j, 2, 0.5],), ([True, 2**60, 2**60],), ([],), ([], "x"), ([1, "a"],), (5,), ([0.1, 0.2, 0.3],), ([1e308, 1e308, -1e308],), ([float("inf"), 1.0],)]:
    attempt("sum", sum, *args)
attempt("sum", sum, [1], start=5)
attempt("sum", sum)
for args in [([1, 2],), ({},), ("abc",), (5,), ()]:
    attempt("len", len, *args)
for args in [(1, int), (True, int), ("a", (int, str)), (1, int | str), (1, "int"), (1, (int, "x")), (1, ()), (1, [int]), (1,)]:
    attempt("isinstance", isinstance, *args)
for args in [(bool, int), (int, (str, object)), (1, int), (int, 1), (int, (str, 5)), (int,)]:
    attempt("issubclass", issubclass, *args)
for args in [(5, "real"), (5, "zz"), (5, "zz", None), (5, 1), (5,), (5, "a", 1, 2)]:
    attempt("getattr", getattr, *args)
attempt("getattr", getattr, 5, name="real")
for args in [(5, "real"), (5, "zz"), (5, 1), (5,)]:
    attempt("hasattr", hasattr, *args)
attempt("setattr", setattr, 5, "x", 1)
attempt("setattr", setattr, 5, 1, 1)
attempt("delattr", delattr, 5, "x")
attempt("hash", hash, [])
print(hash(1), hash(-1), hash(12345678), hash(-12345678), hash(True), hash(()) == hash(()), hash(float("inf")), hash(-2.0), hash(2**100) == hash(2.0**100))
attempt("hash", hash)
attempt("id", lambda: id(5) == id(5))
for args in [([1],), (5,), (len, 1), (5, 1), (), (1, 2, 3)]:
    attempt("iter", lambda *a: type(iter(*a)).__name__, *args)
counter = iter(range(3))
print(list(iter(lambda: next(counter), 2)))
it = iter([1])
print(next(it), next(it, "default"))
attempt("next", next, it)
attempt("next", next, 5)
attempt("next", next)
attempt("next", next, it, 1, 2)
for args in [(5, ""), (5, "05d"), (5, "q"), ("a", ">5"), (5, 1), ([], "x"), ([],), (1.5, ".3f")]:
    attempt("format", format, *args)
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([1], 2**70)), next(enumerate("a"))[0])
attempt("enumerate", enumerate)
attempt("enumerate", enumerate, 5)
attempt("enumerate", enumerate, [], "a")
attempt("enumerate", enumerate, [], 1, 2)
attempt("enumerate", enumerate, x=1)
attempt("enumerate", lambda: list(enumerate(iterable="a", start=1)))
attempt("zip", lambda: list(zip("ab", [1, 2, 3])))
attempt("zip", lambda: list(zip()))
attempt("zip", lambda: list(zip("ab", [1], strict=True)))
attempt("zip", lambda: list(zip("a", [1, 2], strict=True)))
attempt("zip", lambda: list(zip("ab", [1, 2], [3], strict=True)))
attempt("zip", zip, 5)
attempt("zip", zip, [], strict=1, x=2)
attempt("map", lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
attempt("map", lambda: list(map(max, [1, 2], [3], strict=True)))
attempt("map", map, int)
attempt("map", map, int, 5)
attempt("filter", lambda: list(filter(None, [0, 1, "", "a"])))
attempt("filter", lambda: list(filter(lambda x: x > 1, [1, 2])))
attempt("filter", filter, None)
attempt("filter", filter, None, 5)
attempt("reversed", lambda: list(reversed("abc")))
attempt("reversed", reversed, {1})
attempt("reversed", reversed, 5)
attempt("reversed", reversed)
print(sorted(dir(5))[:3], dir(type("X", (), {"a": 1, "__dir__": lambda self: ["z", "b"]})()))
attempt("dir", dir, 1, 2)


class NoDict:
    __slots__ = ()


attempt("vars", vars, NoDict())
attempt("vars", vars, 5)
attempt("vars", vars, 1, 2)
attempt("print", print, 1, sep=5)
attempt("print", print, 1, end=5)
attempt("print", print, 1, file=5)
attempt("print", print, 1, foo=5)
print(1, "a", None, sep="-", end="!\n")
print()
print(*range(3), sep="")


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


w = Writer()
print("a", 1, [2], sep=", ", file=w, flush=True)
print(w.parts)
print(type(builtins).__name__, builtins.__name__, __debug__, Ellipsis, NotImplemented, repr(None))
print(sorted(n for n in vars(builtins) if not n.startswith("_") and n not in ("copyright", "credits", "exit", "quit", "license", "help")))
print(print.__text_signature__, sorted.__text_signature__, len.__doc__, print, len.__module__, len.__self__ is builtins)
attempt("input", lambda: eval("input")) if False else None
attempt("len", len, type("L", (), {"__len__": lambda self: -1})())
attempt("len", len, type("L", (), {"__len__": lambda self: "a"})())
attempt("len", len, type("L", (), {"__len__": lambda self: 2**70})())
attempt("bool", bool, type("B", (), {"__bool__": lambda self: 1})())
attempt("breakpoint", breakpoint) if False else None
