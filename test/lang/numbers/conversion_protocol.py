"""__int__, __index__, __float__, __complex__, __trunc__, __round__, __floor__, __ceil__ and their results."""
import math
import operator


def attempt(function, *args):
    try:
        return function(*args)
    except (TypeError, OverflowError, ValueError) as error:
        return f'{type(error).__name__}: {error}'


class Index:
    def __index__(self): return 7


class Int:
    def __int__(self): return 42


class Float:
    def __float__(self): return 2.5


class Complex:
    def __complex__(self): return 1 + 1j


class Custom:
    def __trunc__(self): return 'trunc'
    def __round__(self, *digits): return ('round', digits)
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __abs__(self): return 'abs'
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'invert'
    def __divmod__(self, other): return ('divmod', other)
    def __rdivmod__(self, other): return ('rdivmod', other)
    def __pow__(self, other, modulus=None): return ('pow', other, modulus)
    def __rpow__(self, other, modulus=None): return ('rpow', other, modulus)
    def __bool__(self): return False


class Bad:
    def __int__(self): return 'x'
    def __index__(self): return 1.5
    def __float__(self): return 1
    def __complex__(self): return 1.0
    def __bool__(self): return 1


for value in (Index(), Int(), Float(), Complex(), Custom(), Bad(), None, '3', [], 3, 2.75, 1j, True):
    name = type(value).__name__
    for function in (int, float, complex, operator.index, round, math.floor, math.ceil, math.trunc, bool, abs):
        print(name, function.__name__, attempt(function, value))
c = Custom()
print(-c, +c, ~c, divmod(c, 1), divmod(1, c), c ** 2, 2 ** c, pow(c, 2, 3), pow(2, c, 3), round(c, 2))
print([10, 20, 30, 40, 50, 60, 70, 80][Index()], 'x' * Index(), list(range(Index()))[-1], hex(Index()), (1).__lshift__(2))
print(attempt(lambda: [1][Float()]), attempt(lambda: 'x' * Float()), attempt(range, Float()), attempt(hex, Int()))
print(bytes(Index()), attempt(bytes, Float()), chr(Index() + 60) if hasattr(Index, '__add__') else chr(67))
print((5).__add__('x'), (5).__radd__(2.5), (2.5).__add__('x'), (1j).__add__('x'), (5).__divmod__(2.0), (2.0).__rdivmod__(5))
