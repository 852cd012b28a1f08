"""Methods of list, and what they raise."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


a = [3, 1, 2]
attempt("append", a.append, 4)
attempt("append2", a.append)
attempt("append3", a.append, 1, 2)
attempt("append4", a.append, object=3)
attempt("extend", a.extend, (7, 8))
attempt("extend str", a.extend, "ab")
attempt("extend int", a.extend, 1)
print(a)
attempt("insert", a.insert, 0, "first")
attempt("insert", a.insert, -1, "before last")
attempt("insert", a.insert, 100, "end")
attempt("insert", a.insert, -100, "start")
attempt("insert", a.insert, "x", 1)
attempt("insert", a.insert, 2**70, 1)
print(a)
attempt("pop", a.pop)
attempt("pop", a.pop, 0)
attempt("pop", a.pop, -2)
attempt("pop", a.pop, 100)
attempt("pop", a.pop, 2**70)
attempt("pop", [].pop)
attempt("pop", a.pop, "a")
attempt("pop", a.pop, 1, 2)
attempt("remove", a.remove, 1)
attempt("remove", a.remove, 100)
attempt("index", a.index, 2)
attempt("index", a.index, 2, 3)
attempt("index", a.index, 2, -100, 100)
attempt("index", a.index, 2, 2**80)
attempt("index", a.index, 2, "a")
attempt("index", a.index)
attempt("index", a.index, 1, 2, 3, 4)
attempt("count", [1, 1.0, True, "1"].count, 1)
attempt("reverse", a.reverse)
print(a)
attempt("copy", a.copy)
attempt("clear", a.clear)
print(a)
attempt("sort", [3, 1, 2].sort, 1)
attempt("sort", [3, 1, 2].sort, foo=1)
attempt("sort", [1, "a"].sort)
attempt("sort", [1, None].sort)
attempt("sort", [1, 2].sort, key=3)
attempt("list", list, 1)
attempt("list", list, 1, 2)
attempt("list", list, x=1)
attempt("list", list, range(3))
attempt("list", list, {"a": 1, "b": 2})
attempt("list", list, "añ😀")
attempt("new", list.__new__, list, 1, 2, a=3)
attempt("new", list.__new__, int)
attempt("new", list.__new__)
attempt("new", list.__new__, 3)
attempt("concat", lambda: [1] + (2,))
attempt("concat", lambda: [1] + 2)
attempt("repeat", lambda: [1, 2] * 3)
attempt("repeat", lambda: 3 * [1, 2])
attempt("repeat", lambda: [1, 2] * -3)
attempt("repeat", lambda: [1, 2] * "a")
attempt("repeat", lambda: [1] * 2**70)
attempt("repeat", lambda: [1, 2] * True)
attempt("hash", hash, [])
attempt("compare", lambda: [1] < 1)
attempt("compare", lambda: [1] == (1,))
attempt("compare", lambda: [1] != (1,))
attempt("compare", lambda: [1, 2] < [1, 3])
attempt("compare", lambda: [1, 2] < [1])
attempt("compare", lambda: [1, 2] <= [1, 2])
attempt("compare", lambda: [1, "a"] < [1, 2])
attempt("compare", lambda: [[1], [2]] > [[1], [1]])
attempt("contains", lambda: 1.0 in [1, 2])
attempt("contains", lambda: float("nan") in [float("nan")])
nan = float("nan")
attempt("contains", lambda: nan in [nan])
attempt("equal", lambda: [nan] == [nan])
b = [1, 2]
b += "xy"
b *= 2
print(b)
b[1:3] *= 2
print(b)


def iadd():
    c = [1]
    c += 1


attempt("iadd", iadd)
c = [1, 2, 3]
c.extend(c)
print(c)
c += c
print(c)
attempt("sizeof", lambda: [].__sizeof__() > 0)
attempt("reversed", lambda: list(reversed([1, 2, 3])))
attempt("class_getitem", lambda: list[int])
attempt("class_getitem", lambda: list[int, str])
print(list.__doc__)
print(list.__text_signature__, list.append.__text_signature__, list.sort.__text_signature__)
print(list.append, list.__len__)
print(list.append.__qualname__, list.append.__name__, list.append.__objclass__)
print(sorted(n for n in dir(list)))


class Sub(list):
    def __init__(self, *args, **kwargs):
        self.kwargs = kwargs
        super().__init__(*args)


s = Sub([1, 2], x=1)
print(s, type(s), s.kwargs, s.__dict__, s == [1, 2], [1, 2] == s)
print(type(s + [3]), type(s * 2), type(s[:]), type(s.copy()))
s.attribute = 1
print(s.attribute, len(s))
