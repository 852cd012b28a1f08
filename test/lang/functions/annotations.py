"""Annotations, evaluated when asked for."""


def f(a: int, b: 'text', *args: tuple, c: undefined_later = 1, **kwargs: dict) -> list:
    pass


try:
    f.__annotations__
except NameError as error:
    print(error)
undefined_later = float
print(f.__annotations__)
print(f.__annotations__ is f.__annotations__)
print(f.__annotate__(1) == f.__annotations__)
try:
    f.__annotate__(3)
except NotImplementedError:
    print('NotImplementedError')


class C:
    x: int
    y: 'str' = 5
    z: Later

    def method(self) -> C:
        pass


Later = complex
print(C.__annotations__, C.method.__annotations__)
print(C.y, hasattr(C, 'x'))
f.__annotations__ = {'a': 1}
print(f.__annotations__, f.__annotate__)
f.__annotate__ = lambda format: {'made': format}
print(f.__annotations__)
f.__annotate__ = None
print(f.__annotations__)
f.__annotate__ = lambda format: 5
try:
    f.__annotations__
except TypeError as error:
    print(error)


def no_annotations():
    pass


print(no_annotations.__annotations__, no_annotations.__annotate__)


def local():
    x: int = 1
    y: undefined_anywhere
    return x


print(local())
module_level: int = 3
other: undefined_too
print(__annotate__(1) if False else module_level)
try:
    __annotate__(1)
except NameError as error:
    print(error)


def conditional(flag):
    class D:
        if flag:
            a: int
        else:
            b: str
        for _ in range(2):
            c: float
    return D.__annotations__


print(conditional(True), conditional(False))


def closure(T):
    def inner(x: T) -> T:
        pass
    return inner


print(closure(int).__annotations__)
