"""Attribute lookup: descriptors, __getattr__, __getattribute__, __slots__, class mutation."""


class Data:
    def __get__(self, obj, owner=None):
        return 'data', obj is None, owner.__name__

    def __set__(self, obj, value):
        print('set', value)

    def __delete__(self, obj):
        print('delete')


class NonData:
    def __get__(self, obj, owner=None):
        return 'nondata', obj is None


class C:
    data = Data()
    nondata = NonData()
    value = 'class'

    def method(self):
        return 'method'


c = C()
print(c.data, C.data, c.nondata, C.nondata)
c.data = 5
del c.data
c.__dict__['data'] = 'own'
c.__dict__['nondata'] = 'own'
print(c.data, c.nondata)
for step in range(3):
    print(c.value, c.method())
    if step == 0:
        c.value = 'instance'
    if step == 1:
        C.method = lambda self: 'changed'
        del c.value
        C.value = 'new class'


class Dynamic:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(f'no {name}')
        return name.upper()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        if name != 'log':
            self.log.append(('set', name))

    def __delattr__(self, name):
        object.__delattr__(self, name)
        self.log.append(('del', name))


d = Dynamic()
d.x = 1
print(d.x, d.y, d.log)
del d.x
print(d.x, d.log)
try:
    d._z
except AttributeError as error:
    print(error)


class All:
    real = 1

    def __getattribute__(self, name):
        if name == 'real':
            return 'intercepted'
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return 'fallback ' + name


print(All().real, All().other)


class Slots:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a)
try:
    s.b
except AttributeError as error:
    print(error)
try:
    s.c = 1
except AttributeError as error:
    print(error)
s.b = 2
del s.b
print(hasattr(s, 'b'), hasattr(s, '__dict__'))

for obj, name in ((c, 'missing'), (C, 'missing'), (1, 'missing'), ('s', 'missing'), (None, 'missing')):
    try:
        getattr(obj, name)
    except AttributeError as error:
        print(error, error.name)
try:
    (1).x = 2
except AttributeError as error:
    print(error)
try:
    None.x = 2
except AttributeError as error:
    print(error)
try:
    del c.missing
except AttributeError as error:
    print(error)


class P:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2


p = P()
for i in range(4):
    p.x = i
    print(p.x, end=' ')
print()


class Q:
    pass


q = Q()
q.f = Q.f = lambda *args: len(args)
print(q.f(), Q().f(), Q.f())


def use(objs):
    return [o.attr for o in objs]


class R1:
    attr = 1


class R2:
    def __init__(self):
        self.attr = 2


class R3:
    @property
    def attr(self):
        return 3


class R4:
    def __getattr__(self, name):
        return 4


print(use([R1(), R2(), R3(), R4(), R1, R1(), R4(), R2()]))
q2 = Q()
q2.__class__ = R3
print(q2.attr)
