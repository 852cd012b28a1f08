"""Keys of all kinds: equality and hash decide, collisions, keys with side effects."""
from fractions import Fraction


class CI:
    """Equals a str whatever its case."""

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text.lower())

    def __eq__(self, other):
        if isinstance(other, CI):
            return self.text.lower() == other.text.lower()
        return self.text.lower() == other

    def __repr__(self):
        return f"CI({self.text!r})"


d = {"abc": 1}
print(d[CI("ABC")], CI("aBc") in d, CI("x") in d)
d[CI("Abc")] = 2
print(d)
d = {CI("Key"): 1}
print(d["key"], d[CI("KEY")], "KEY" in d)
d["key"] = 5
print(d)
d["other"] = 6
d[CI("OTHER")] = 7
print(d, len(d))
del d[CI("other")]
print(d)
many = {str(i): i for i in range(100)}
many[CI("X7")] = "x"
print(many[CI("42")], many[CI("x7")], many["x7"], many.get(CI("zz")), len(many))
many[CI("43")] = "replaced"
del many[CI("44")]
print(many["43"], "44" in many, len(many))


class Same:
    """All collide."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Same) and self.n == other.n

    def __repr__(self):
        return f"S{self.n}"


c = {Same(i): i for i in range(20)}
print([c[Same(i)] for i in range(20)], Same(99) in c)
for i in range(0, 20, 2):
    del c[Same(i)]
print(c)
c[7] = "int"
print(c[7], len(c))
print({Fraction(1, 2): "half"}[0.5], {0.5: "half"}[Fraction(1, 2)], {Fraction(3): 1}[3], {3: 1}[Fraction(3)])
print({1 + 0j: "c"}[1], {1: "i"}[1 + 0j], {1.5: "f"}[1.5 + 0j], {1 + 2j: "z"}[1 + 2j])
print({(1, "a"): "x"}[(1.0, "a")], {(1, (2, 3)): "y"}[(True, (2.0, 3))], (1, 2) in {(1, 3): 0})
print({(Same(1), 2): "t"}[(Same(1), 2)], {(Fraction(1), "q"): "u"}[(1, "q")], {(1, "q"): "u"}[(Fraction(1), "q")])
print({b"x": 1}[b"x"], {frozenset([1, 2]): 1}[frozenset([2, 1])], {range(3): 1}[range(0, 3, 1)])
nan = float("nan")
print({nan: 1}[nan], {nan: 1}.get(float("nan")), len({nan: 1, float("nan"): 2}))
print({2**70: "big"}[2**70], {2.0**70: "big"}[2**70], {1e300: 1}[int(1e300)])
print({int: "type", None: "none", ...: "dots", print: "function"}[int])


class Str(str):
    pass


class OwnEq(str):
    def __eq__(self, other):
        return False

    __hash__ = str.__hash__


print({"s": 1}[Str("s")], {Str("s"): 1}["s"], list({Str("s"): 1})[0].__class__)
print({"s": 1}.get(OwnEq("s")), {OwnEq("s"): 1}.get("s"))


class Unhashable:
    __hash__ = None


class BadHash:
    def __hash__(self):
        raise ZeroDivisionError("hash")


class WrongHash:
    def __hash__(self):
        return "x"


for make in (Unhashable, BadHash, WrongHash):
    for use in (lambda x: {x: 1}, lambda x: {}.get(x), lambda x: {1: 2}[x], lambda x: {x}, lambda x: x in {1}):
        try:
            print(use(make()))
        except Exception as error:
            print(make.__name__, type(error).__name__, error)


class Mutates:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.target.clear()
        return True


v = {}
v[Mutates(v)] = 1
try:
    v[Mutates(v)] = 2
except Exception as error:
    print(type(error).__name__, error)
print(len(v))


class RaisesEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")


r = {RaisesEq(): 1}
for use in (lambda: r[RaisesEq()], lambda: RaisesEq() in r, lambda: r.get(1), lambda: r.setdefault(RaisesEq(), 2)):
    try:
        print(use())
    except ValueError as error:
        print(error)


class Key(int):
    pass


print({1: "a"}[Key(1)], {Key(1): "a"}[1], {Key(2): 1, 2: 3})
