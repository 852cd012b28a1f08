"""__slots__: layout, inheritance, defaults, conflicts, weak references, dictionaries."""


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y=0):
        self.x, self.y = x, y


p = Point(1)
print(p.x, p.y, Point.x, Point.__slots__)
print(attempt(lambda: setattr(p, 'z', 1)))
print(attempt(lambda: p.z))
print(attempt(lambda: p.__dict__))
del p.x
print(attempt(lambda: p.x))
print(attempt(lambda: delattr(p, 'x')))
print(hasattr(p, 'x'), hasattr(p, 'y'))


class Point3(Point):
    __slots__ = ['z']


class Open(Point):
    pass


q = Point3(1, 2)
q.z = 3
print(q.x, q.y, q.z, attempt(lambda: setattr(q, 'w', 1)))
o = Open(1, 2)
o.w = 4
print(o.__dict__, o.x, attempt(lambda: object.__setattr__(o, 'x', 9)), o.x)


class Private:
    __slots__ = {'__secret': 'a documented slot', 'open': None}

    def __init__(self):
        self.__secret = 's'

    def tell(self):
        return self.__secret


print(Private().tell(), sorted(k for k in vars(Private) if not k.startswith('__')), Private._Private__secret.__doc__)


class Base1:
    __slots__ = ('a',)


class Base2:
    __slots__ = ('b',)


print(attempt(lambda: type('C', (Base1, Base2), {})))
print(attempt(lambda: type('C', (Base1,), {'__slots__': ('x',), 'x': 1})))
print(attempt(lambda: type('C', (), {'__slots__': ('1x',)})))
print(attempt(lambda: type('C', (), {'__slots__': (1,)})))
print(attempt(lambda: type('C', (int,), {'__slots__': ('x',)})))
print(attempt(lambda: type('C', (), {'__slots__': ('__dict__', '__dict__')})))
print(type('C', (tuple,), {'__slots__': ()})((1, 2)))
WithDict = type('WithDict', (), {'__slots__': ('a', '__dict__', '__weakref__')})
w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.__dict__)
print(attempt(lambda: Point.x.__get__(o, Point)), attempt(lambda: Point.x.__get__(1)), Point.x.__name__, type(Point.x).__name__)


class Copyable(Point):
    __slots__ = ()

    def __eq__(self, other):
        return all(getattr(self, s) == getattr(other, s) for s in Point.__slots__)


import copy
c = Copyable(1, [2])
d = copy.deepcopy(c)
print(c == d, c.y is d.y, attempt(lambda: hash(c)), c.__reduce_ex__(2)[2])
a, b = Base1(), Base1()
print(attempt(lambda: setattr(a, '__class__', Base2)), attempt(lambda: setattr(p, '__class__', Open)))
