"""OrderedDict, defaultdict, Counter, namedtuple, ChainMap."""
from collections import OrderedDict, defaultdict, Counter, namedtuple, ChainMap, UserDict, UserList
import copy


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o, list(o), list(reversed(o)), o.popitem(), o.popitem(last=False), o)
attempt("move", o.move_to_end, "zz")
attempt("pop", OrderedDict().popitem)
attempt("pop", o.pop, "zz")
attempt("pop", o.pop, "zz", 5)
attempt("pop", o.pop, key="b", default=0)
attempt("setdefault", o.setdefault, "n", 1)
attempt("setdefault", o.setdefault, key="m", default=[])
attempt("update", o.update, [("x", 1)], y=2)
attempt("update", o.update, 1, 2)
attempt("init", OrderedDict, 1, 2)
attempt("init", OrderedDict, [(1,)])
attempt("init", OrderedDict, [(1, 2, 3)])
attempt("init", OrderedDict, 5)
print(o, o == OrderedDict(o), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(o | {"z": 26}, {"z": 26} | o, type({"z": 26} | o), o.copy(), type(o.copy()), OrderedDict.fromkeys("ab", 0))
o |= {"last": 1}
print(o.keys(), o.values(), o.items(), type(iter(o)), list(reversed(o.items())))


def mutates(change):
    x = OrderedDict(a=1, b=2)
    for k in x:
        change(x, k)


attempt("add", mutates, lambda x, k: x.__setitem__(k + k, 1))
attempt("delete", mutates, lambda x, k: x.__delitem__(k))
attempt("move", mutates, lambda x, k: x.move_to_end(k))
attempt("assign", mutates, lambda x, k: x.__setitem__(k, 9))


class Sub(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __missing__(self, key):
        return "missing"


s = Sub(a=1)
s["b"] = 2
s.x = 5
print(s, s["q"], s.x, s.copy(), type(s.copy()), s.pop("a"), s.pop("zz", None), copy.copy(s))
r = OrderedDict()
r["self"] = r
print(r)

dd = defaultdict(list)
dd["a"].append(1)
dd["b"]
print(dd, dd.default_factory, dd.get("c"), dd.copy(), type(dd.copy()), "c" in dd, dd.pop("b"))
attempt("none", lambda: defaultdict()["x"])
attempt("bad", defaultdict, 1)
attempt("init", defaultdict, int, {1: 2}, a=3)
attempt("or", lambda: defaultdict(int, a=1) | {"b": 2})
attempt("ror", lambda: {"b": 2} | defaultdict(int, a=1))
attempt("missing", defaultdict(lambda: 7).__missing__, "k")
attempt("fails", lambda: defaultdict(lambda: 1 / 0)["x"])
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print(nested["x"], dict(nested["x"]))
dd.default_factory = None
attempt("removed", lambda: dd["new"])
print(defaultdict(int).__reduce__()[:3])
rec = defaultdict(int)
rec["r"] = rec
print(rec)

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total())
c.update("aaa")
c.subtract({"a": 10})
print(c, +c, -c, c + Counter(b=1), c - Counter(b=1), c & Counter(a=5, b=1), c | Counter(z=3))
print(Counter(a=1) == Counter(a=1, b=0), Counter([1, 1.0, True]), Counter() <= c)

P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p.x, p.y, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, p == (1, 5), hash(p) == hash((1, 5)))
attempt("readonly", setattr, p, "x", 3)
attempt("args", P)
attempt("args", P, 1, 2, 3)
attempt("bad", namedtuple, "X", "a a")
attempt("bad", namedtuple, "X", "class")
print(P._make([7, 8]), P.__doc__, P.x.__doc__, repr(P.x)[:13], P.__match_args__, copy.replace(p, y=0))
a, b = p
print(a, b, [*p], max(p))
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm, cm["a"], cm["b"], dict(cm), list(cm), cm.new_child({"c": 4})["c"], len(cm))
u = UserDict(a=1)
u["b"] = 2
print(u, UserList([3, 1, 2]) + [5], sorted(UserList([3, 1])))
