"""MRO, diamond inheritance, isinstance hooks, changing __bases__ and __class__."""


class A:
    def who(self):
        return 'A'


class B(A):
    def who(self):
        return 'B' + super().who()


class C(A):
    def who(self):
        return 'C' + super().who()


class D(B, C):
    def who(self):
        return 'D' + super().who()


print(D().who(), [k.__name__ for k in D.__mro__])
try:
    class Bad(A, B):
        pass
except TypeError as error:
    print(str(error).replace('\n', ' '))
try:
    class Twice(A, A):
        pass
except TypeError as error:
    print(error)


class E(A):
    pass


e = E()
print(e.who())
E.__bases__ = (C,)
print(e.who(), [k.__name__ for k in E.__mro__])
A.who = lambda self: 'new A'
print(e.who(), D().who())
e.__class__ = D
print(e.who(), type(e).__name__, isinstance(e, B))


class Hook(type):
    def __instancecheck__(cls, instance):
        return instance == 5

    def __subclasscheck__(cls, sub):
        return sub is int


class Fake(metaclass=Hook):
    pass


print(isinstance(5, Fake), isinstance(6, Fake), issubclass(int, Fake), issubclass(str, Fake))
print(isinstance(1, (str, int)), issubclass(bool, (int, str)), isinstance(True, int))
for bad in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5)):
    try:
        bad()
    except TypeError as error:
        print(error)


class Int(int):
    def __add__(self, other):
        return Int(int(self) + int(other) + 1)

    def __repr__(self):
        return f'Int({int(self)})'


i = Int(3)
print(i + 4, i * 2, i == 3, hash(i) == hash(3), {3: 'x'}[i], [10, 20, 30, 40][i], Int(2) + Int(3))


class Str(str):
    extra = 1


s = Str('abc')
s.attribute = 5
print(s, s.upper(), s + 'd', type(s + 'd').__name__, s.attribute, {'abc': 1}[s])


class List(list):
    def append(self, item):
        super().append(item * 2)


items = List([1])
items.append(2)
items += [3]
print(items, len(items), items[0], isinstance(items, list))


class Dict(dict):
    def __missing__(self, key):
        return key.upper()


d = Dict(a=1)
print(d['a'], d['b'], d.get('b'), len(d))


class Error(ValueError):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code


try:
    raise Error(5)
except ValueError as error:
    print(error, error.code, error.args)
print('done', [k.__name__ for k in A.__subclasses__()])
