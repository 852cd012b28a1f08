"""Calling things that are not plain functions."""


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *rest, scale=1, **more):
        return (self.n + x) * scale, rest, more


add = Adder(10)
print(add(1))
print(add(1, 2, 3, scale=2, k=4))
print(add(*[5], **{'scale': 3}))


class Methods:
    def plain(self, *args):
        return 'plain', args

    @staticmethod
    def static(*args):
        return 'static', args

    @classmethod
    def cls(cls, *args, **kwargs):
        return cls.__name__, args, kwargs


class Derived(Methods):
    pass


m = Methods()
print(m.plain(1), m.static(2), m.cls(3), Methods.static(4), Derived.cls(5, x=6))
bound = m.plain
print(bound(7), bound.__self__ is m, bound.__func__ is Methods.plain)
print(Methods.plain(m, 8))
m.shadow = lambda *args: ('shadow', args)
print(m.shadow(1))
m.plain = lambda *args: ('own', args)
print(m.plain(2))
del m.plain
print(m.plain(3))


class WithNew:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made = args, kwargs
        return self

    def __init__(self, *args, **kwargs):
        self.inited = len(args), sorted(kwargs)


w = WithNew(1, 2, a=3)
print(w.made, w.inited)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print('never')


print(Other())


class BadInit:
    def __init__(self):
        return 1


try:
    BadInit()
except TypeError as error:
    print(error)


class Meta(type):
    def __call__(cls, *args):
        print('meta call', cls.__name__, args)
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x


print(Made(5).x)
