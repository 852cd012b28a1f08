"""Lists that change while they are compared, iterated, shown or searched."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


a = []
a.extend([Clears(a), 1, 2])
print(a == [1, 1, 2])
print(a)
a.extend([Clears(a), 1, 2])
attempt("remove", lambda: a.remove(2))
a.extend([Clears(a), 1, 2])
attempt("index", lambda: a.index(2))
a.extend([Clears(a), 1, 2])
print(a.count(2), 2 in a)

b = [1, 2, 3, 4]
for x in b:
    if x < 3:
        b.append(x + 10)
    print(x, end=" ")
print()
for x in b:
    b.remove(x)
print(b)
it = iter(b)
print(list(it))
b.append("late")
print(list(it))
it = iter([1, 2, 3])
next(it)
print(it.__length_hint__(), it.__reduce__())
it.__setstate__(-5)
print(next(it, "ended"))
it.__setstate__(0)
print(next(it))
it.__setstate__(100)
print(list(it), it.__reduce__())
r = reversed([1, 2, 3])
next(r)
print(r.__length_hint__(), r.__reduce__())
r.__setstate__(-5)
print(list(r))


class Grows:
    def __init__(self, target):
        self.target = target

    def __repr__(self):
        if len(self.target) < 5:
            self.target.append(Grows(self.target))
        return "G"


g = []
g.append(Grows(g))
print(g)

n = []
n.append(n)
print(n, [n], (n,))
t = ([],)
t[0].append(t)
print(t)
d = {}
d["self"] = d
d["list"] = [d]
print(d)
print(n == n)


class ExtendsItself:
    def __init__(self, target):
        self.target = target

    def __iter__(self):
        for i in range(3):
            self.target.append("x")
            yield i


e = [0]
e.extend(ExtendsItself(e))
print(e)
e[1:1] = ExtendsItself(e)
print(e)
