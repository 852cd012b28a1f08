"""Type parameters and type aliases (PEP 695, 696)."""


def f[T, *Ts, **P](x: T) -> T:
    return x


print(f(1), f.__type_params__, [type(p).__name__ for p in f.__type_params__])
print(f.__annotations__['x'] is f.__type_params__[0])


def bounded[T: int, U: (str, bytes), V = list](x: T, y: U) -> V:
    pass


T, U, V = bounded.__type_params__
print(T.__bound__, T.__constraints__, U.__constraints__, V.__default__, T.__name__)


class Box[T]:
    item: T

    def get(self) -> T:
        return self.item

    def convert[U](self, other: U) -> tuple[T, U]:
        return (self.item, other)


b = Box()
b.item = 5
print(b.get(), Box.__type_params__, Box.__bases__[0].__name__, Box.convert(b, 'x'))
print(Box[int].__origin__ is Box, Box[int].__args__, Box.__orig_bases__[0].__args__[0] is Box.__type_params__[0])

type Pair[A] = tuple[A, A]
type Lazy = Undefined
print(Pair.__name__, Pair.__type_params__, Pair.__value__, type(Pair).__name__)
try:
    Lazy.__value__
except NameError as error:
    print(error)
Undefined = int
print(Lazy.__value__)


def lazy_bound[T: Later]():
    pass


try:
    lazy_bound.__type_params__[0].__bound__
except NameError as error:
    print(error)


class Sub(Box[int]):
    pass


print(Sub.__mro__[1].__name__, Sub.__orig_bases__[0].__args__)


def outer[T]():
    def inner(x: T):
        return T.__name__
    return inner


print(outer()(1), outer().__annotations__['x'].__name__)


class Meta(type):
    pass


class WithMeta[T](metaclass=Meta):
    x = T


print(type(WithMeta).__name__, WithMeta.x.__name__)
try:
    print(T_undefined)
except NameError as error:
    print(error)
