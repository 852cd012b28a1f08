# Guesses that were right and then are not: globals, builtins, classes, attributes, methods.


def scale(x):
    return x * factor


factor = 2
print([scale(i) for i in range(300)][-1])
factor = 2.5
print([scale(i) for i in range(300)][-1])
factor = "ab"
print(scale(3))
del factor
try:
    scale(1)
except NameError as error:
    print(error)


def size(x):
    return len(x)


for _ in range(300):
    size([1, 2])
print(size("abc"), size({1: 2}), size(()))
len = lambda x: "mine"
print(size([1]))
del len
print(size([1]))


class Point:
    kind = "point"

    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    @property
    def double(self):
        return self.x * 2


class Other(Point):
    def get(self):
        return -self.x


def use(p):
    p.x += 1
    return p.get(), p.double, p.kind


p = Point(1)
for _ in range(300):
    last = use(p)
print(last)
print(use(Other(5)))
p.get = lambda: "own"
print(use(p))
p.kind = "own kind"
print(use(p))
del p.get
Point.get = lambda self: "changed"
print(use(p))
Point.kind = 7
print(use(Point(1)))
p.__dict__ = {"x": 10}
print(use(p))
p.__class__ = Other
print(use(p))
Point.__getattr__ = lambda self, name: name.upper()


def missing(p):
    return p.nothing


for _ in range(300):
    missing(p)
print(missing(p))
del Point.__getattr__
try:
    missing(p)
except AttributeError as error:
    print(error)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


def slots(s):
    s.b = s.a + 1
    return s.b


s = Slotted(1)
for _ in range(300):
    slots(s)
print(slots(s))
del s.a
try:
    slots(s)
except AttributeError as error:
    print(error)


def twice(f, x):
    return f(f(x))


def make(k):
    return lambda x: x + k


for i in range(300):
    last = twice(make(i), i)
print(last, twice(str, 1), twice(abs, -3))


def defaults(a, b=1, c=2):
    return a, b, c


def call_it():
    return defaults(0), defaults(0, 5), defaults(0, 5, 6)


for _ in range(300):
    call_it()
defaults.__defaults__ = (10, 20)
print(call_it())
defaults.__code__ = (lambda a, b, c: ("new", a, b, c)).__code__
print(call_it())


def bits(n):
    h = 5381
    for i in range(n):
        h = (h * 33 + i) & 0xFFFFFFFF
        h ^= h >> 3
        h = (h << 2 | h >> 30) & 0xFFFFFFFF
    return h, -h // 7, -h % 7, h // -3, h % -3, ~h


for n in (10, 1000, 3000):
    print(bits(n))


def floats(n):
    x, y = 0.0, 1
    for i in range(n):
        x = x / 2 - y + i * 0.25
        y = -x if i % 5 == 0 else y + 1
    return x, y, x == x, -0.0 * n, x // 1


for n in (10, 1000, 3000):
    print(floats(n))


def divide(a, b):
    return a / b, a // b, a % b


for i in range(1, 300):
    divide(i, 7)
    divide(float(i), 0.5) if i > 200 else None
print(divide(-7, 2), divide(7, -2.0), divide(2**60, 3))
for b in (0, 0.0):
    try:
        divide(1, b)
    except ZeroDivisionError as error:
        print(error)
