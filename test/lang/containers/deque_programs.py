"""collections.deque."""
from collections import deque
import copy
import pickle


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend("ab")
d.extendleft("cd")
print(d, len(d), d[0], d[-1], d[3], list(reversed(d)))
print(d.pop(), d.popleft(), d)
d.rotate()
print(d)
d.rotate(-2)
print(d)
d.rotate(100)
print(d)
d.reverse()
print(d, d.count(1), d.index(1), 3 in d, 99 in d)
d.insert(1, "in")
d.insert(-1, "end")
d.insert(100, "last")
d.insert(-100, "first")
print(d)
d.remove("in")
del d[0]
d[1] = "set"
d[-1] = "tail"
print(d, d.copy() == d, d.copy() is d)
m = deque(range(10), maxlen=3)
print(m, m.maxlen)
m.append(10)
m.appendleft("left")
m.extend([1, 2])
m.extendleft([5, 6, 7, 8])
print(m, m + m, m * 2, 2 * m, type(m * 2))
m *= 3
print(m)
m += [1]
print(m)
attempt("insert", m.insert, 0, 1)
attempt("maxlen", deque, [], "a")
attempt("maxlen", deque, [], -1)
attempt("maxlen", deque, [1, 2], 0)
attempt("maxlen", deque, [1, 2], None)
attempt("args", deque, 1)
attempt("args", deque, [], 1, 2)
attempt("args", deque, x=1)
attempt("args", deque, iterable="ab", maxlen=1)
attempt("pop", deque().pop)
attempt("popleft", deque().popleft)
attempt("index", lambda: m[10])
attempt("index", lambda: m["a"])
attempt("index", lambda: m[0:1])
attempt("set", lambda: m.__setitem__(10, 1))
attempt("del", lambda: m.__delitem__(10))
attempt("remove", m.remove, "none")
attempt("find", m.index, "none")
attempt("find", m.index, 1, 1)
attempt("find", deque("abcabc").index, "c", 3)
attempt("find", deque("abcabc").index, "c", 0, 2)
attempt("find", deque("abcabc").index, "b", -3, -1)
attempt("find", m.index)
attempt("concat", lambda: m + [1])
attempt("repeat", lambda: m * "a")
attempt("rotate", m.rotate, "a")
attempt("hash", hash, m)
attempt("readonly", setattr, m, "maxlen", 3)
print(deque([1, 2]) == deque([1, 2], 5), deque([1, 2]) < deque([1, 3]), deque([1]) != [1], deque("a") <= deque("a"))
attempt("less", lambda: deque([1]) < [1])


def grows():
    q = deque([1, 2])
    for x in q:
        q.append(x)


def shrinks():
    q = deque([1, 2, 3])
    for x in q:
        q.pop()


class Clears:
    def __init__(self, q):
        self.q = q

    def __eq__(self, other):
        self.q.clear()
        return False


def search(name):
    q = deque()
    q.extend([Clears(q), 1, 2])
    return getattr(q, name)(5)


attempt("grows", grows)
attempt("shrinks", shrinks)
attempt("count", search, "count")
attempt("index", search, "index")
attempt("remove", search, "remove")
attempt("contains", search, "__contains__")
r = deque([1])
r.append(r)
print(r)
r.clear()
print(r, bool(r))
print(copy.copy(m), copy.deepcopy(m), m.__reduce__()[:3])
it = iter(deque("abc"))
next(it)
print(it.__length_hint__(), type(it))


class Sub(deque):
    pass


s = Sub([1, 2], 5)
s.x = 1
print(s, s.copy(), type(s.copy()), type(s + s), s.__dict__)
q = deque()
for i in range(1000):
    q.append(i)
    if i % 3 == 0:
        q.popleft()
    if i % 7 == 0:
        q.rotate(i)
print(len(q), list(q)[:10], sum(q))
q.extend(q)
print(len(q))
print(deque[int])
