"""Method resolution order: C3, diamonds, cooperative super(), __bases__ assignment, __mro_entries__, mro()."""


def names(cls):
    return [c.__name__ for c in cls.__mro__]


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(O): pass
class E(O): pass
class K1(A, B, C): pass
class K2(D, B, E): pass
class K3(D, A): pass
class Z(K1, K2, K3): pass


print(names(Z))
print(attempt(lambda: type('X', (O, A), {})))
print(attempt(lambda: type('X', (A, A), {})))
print(attempt(lambda: type('X', (type('P', (A, B), {}), type('Q', (B, A), {})), {})))
print(attempt(lambda: type('X', (bool,), {})))
print(attempt(lambda: type('X', (int, str), {})))
print(attempt(lambda: type('X', (type(None),), {})))
print(attempt(lambda: type('X', (1,), {})))


class Base:
    def __init__(self, **kwargs):
        print('Base', kwargs)

    def steps(self):
        return ['Base']


class Left(Base):
    def __init__(self, left=None, **kwargs):
        print('Left', left)
        super().__init__(**kwargs)

    def steps(self):
        return ['Left', *super().steps()]


class Right(Base):
    def __init__(self, right=None, **kwargs):
        print('Right', right)
        super().__init__(**kwargs)

    def steps(self):
        return ['Right', *super().steps()]


class Both(Left, Right):
    def steps(self):
        return ['Both', *super().steps()]


print(Both(right=1, left=2, other=3).steps(), names(Both))
print(attempt(lambda: setattr(Right, '__bases__', (Left,))), attempt(lambda: setattr(Base, '__bases__', (Right,))))
Both.__bases__ = (Right, Left)
print(names(Both), Both(left=1, right=2).steps())


class Alias:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print('asked with', [getattr(b, '__name__', 'alias') for b in bases])
        return self.bases


class Made(Alias(Left, C), O):
    pass


print(names(Made), [getattr(b, '__name__', 'alias') for b in Made.__orig_bases__])


class Reversed(type):
    def mro(cls):
        usual = super().mro()
        return [usual[0], *reversed(usual[1:-1]), usual[-1]]


class R(Left, C, metaclass=Reversed):
    pass


print(names(R), R.steps(R.__new__(R)) if False else R.__mro__[1].__name__)
print(issubclass(Z, O), isinstance(Z(), (int, K2)), Z.__base__.__name__, [c.__name__ for c in K1.__subclasses__()])
