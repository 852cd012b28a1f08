"""Descriptors, properties, static and class methods, __set_name__, __slots__ in classes."""


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, f'no {self.name}')

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}')
        obj.__dict__[self.name] = value


class Point:
    x = Typed(int)
    y = Typed(int)

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
print(p.x, p.y, Point.x.name)
try:
    p.x = 'a'
except TypeError as error:
    print(error)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, obj, owner):
        value = obj.__dict__[self.function.__name__] = self.function(obj)
        return value


class UsesLazy:
    @Lazy
    def value(self):
        print('computing')
        return 42


u = UsesLazy()
print(u.value, u.value)


class Property:
    def __init__(self):
        self._v = 1

    v = property(lambda self: self._v, doc='the doc')

    @property
    def failing(self):
        raise AttributeError('inside getter')

    @property
    def typed(self):
        return self.nothing


q = Property()
print(q.v, Property.v.__doc__, type(Property.v).__name__)
for action in (lambda: setattr(q, 'v', 2), lambda: delattr(q, 'v'), lambda: q.failing, lambda: q.typed):
    try:
        action()
    except AttributeError as error:
        print(error)


class WithFallback(Property):
    def __getattr__(self, name):
        return 'fallback for ' + name


print(WithFallback().failing)


class Static:
    @staticmethod
    def s(x):
        return x

    @classmethod
    def c(cls, x):
        return cls, x

    function = staticmethod(len)
    builtin = len


print(Static.s(1), Static().s(2), Static.c(3)[0] is Static, Static().c(4)[1], Static.function('abc'), Static().builtin('ab'))
print(Static.__dict__['s'].__func__(5), Static.__dict__['c'].__func__(int, 6))


class Slots:
    __slots__ = ('a', '__dict__')
    b = 5


s = Slots()
s.a, s.c = 1, 2
print(s.a, s.b, s.c, s.__dict__, Slots.a.__get__(s))
try:
    Slots.a.__get__(5)
except TypeError as error:
    print(error)
try:
    class Conflict:
        __slots__ = ('a',)
        a = 1
except ValueError as error:
    print(error)


class Base:
    __slots__ = ('x',)


class Derived(Base):
    __slots__ = ('y',)


d = Derived()
d.x, d.y = 1, 2
print(d.x, d.y, hasattr(d, '__dict__'))
try:
    d.z = 3
except AttributeError as error:
    print(error)


class Callable:
    def __call__(self, *args):
        return args

    def __get__(self, obj, owner):
        return ('bound', obj is None)


class Holder:
    method = Callable()


print(Holder.method, Holder().method)
bound = Point.__init__.__get__(p, Point)
bound(5, 6)
print(p.x, p.y)
