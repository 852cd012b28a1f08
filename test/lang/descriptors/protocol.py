"""Descriptors: data and non-data, __set_name__, lookup order, functions as descriptors, classmethod and staticmethod."""


class Traced:
    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        return 'get', self.name, type(instance).__name__, owner and owner.__name__


class Data(Traced):
    def __set__(self, instance, value):
        print('set', self.name, value)

    def __delete__(self, instance):
        print('delete', self.name)


class Owner:
    plain = Traced()
    data = Data()


o = Owner()
print(o.plain, o.data, Owner.plain, Owner.data)
o.plain = 1
o.data = 2
o.__dict__['data'] = 3
print(o.plain, o.data, o.__dict__)
del o.data
del o.plain
print(o.plain)
Owner.late = Traced()
try:
    o.late
except AttributeError as error:
    print(error)


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.slot = '_' + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.slot[1:]} must be {self.kind.__name__}, not {type(value).__name__}')
        setattr(instance, self.slot, value)


class Person:
    name = Typed(str, '?')
    age = Typed(int, 0)

    def greet(self): return self.name

    @classmethod
    def make(cls, *args): return cls.__name__, args

    @staticmethod
    def helper(*args): return args


p = Person()
print(p.name, p.age)
p.name, p.age = 'Ada', 36
print(vars(p))
try:
    p.age = 'x'
except TypeError as error:
    print(error)

print(Person.greet.__get__(p)(), type(Person.greet).__name__, type(p.greet).__name__, p.greet.__self__ is p, p.greet.__func__ is Person.greet)
print(p.greet == p.greet, p.greet is p.greet, hash(p.greet) == hash(p.greet), Person.make(1), p.make(2), Person.helper(1), p.helper(2))
print(type(Person.__dict__['make']).__name__, Person.__dict__['helper'](1), Person.__dict__['make'].__func__(int))
print(str.upper.__get__('abc')(), type(str.upper).__name__, type('a'.upper).__name__, type(str.__add__).__name__, type('a'.__add__).__name__)
print(int.real.__get__(5), type(int.real).__name__, int.__dict__['from_bytes'].__get__(None, int)(b'\x01\x02'))
for bad in (lambda: str.upper(1), lambda: str.upper.__get__(1), lambda: str.__add__('a', 1), lambda: int.real.__get__(None), lambda: str.join()):
    try:
        print(bad())
    except TypeError as error:
        print('TypeError:', error)


class Meta(type):
    @property
    def prop(cls): return f'meta property of {cls.__name__}'
    def method(cls): return f'meta method of {cls.__name__}'


class User(metaclass=Meta):
    pass


print(User.prop, User.method(), hasattr(User(), 'prop'))


class BadName:
    def __set_name__(self, owner, name): raise ValueError('bad name')


try:
    class Bad:
        attribute = BadName()
except ValueError as error:
    print(error, error.__notes__)


class Cached:
    """A non-data descriptor that computes once."""
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, instance, owner):
        if instance is None: return self
        value = instance.__dict__[self.name] = self.f(instance)
        return value


class Circle:
    def __init__(self, r): self.r = r
    @Cached
    def area(self):
        print('computing')
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area, vars(c))
