"""Type parameters of functions, classes and aliases: lazy bounds, defaults, scopes, variance, subscripting."""
import typing
from typing import Generic, TypeVar, get_type_hints


def first[T](items: list[T]) -> T:
    return items[0]


class Defaults[A = int, **B = [int]]: pass
class Variadic[*Ts = *tuple[int, ...]]: pass


print(Defaults.__type_params__[0].__default__, Defaults.__type_params__[1].__default__, Variadic.__type_params__[0].__default__, Defaults[str], Variadic[int, str])


class Stack[T: (int, str), *Ts, **P]:
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, item: T) -> 'Stack[T]':
        self.items.append(item)
        return self
    def method[U](self, other: U) -> dict[T, U]: return T, U


type Pair[A, B = int] = tuple[A, B]
type Recursive = list[Recursive] | None
type Broken = undefined_name

print(first([1]), first.__type_params__, first.__annotations__, first.__type_params__[0].__bound__)
print(Stack.__type_params__, [t.__class__.__name__ for t in Stack.__type_params__], Stack.__orig_bases__, Stack.__mro__[1:])
T, Ts, P = Stack.__type_params__
print(T.__constraints__, T.__bound__, T.__default__, Ts.__default__, P.__default__, T.__infer_variance__, T.has_default())
print(Stack[int, str, [bool]], Stack().push('a').items, Stack().method(1), Stack.method.__type_params__)
print(Pair, type(Pair), Pair.__value__, Pair.__type_params__, Pair[str, bytes], Pair[str, bytes].__value__, Pair[str, int].__args__, Pair.__name__, Pair.__module__)
print(Recursive, Recursive.__value__)
for f in (lambda: Broken.__value__, lambda: Pair(), lambda: isinstance((), Pair), lambda: Pair[int, int, int], lambda: Stack[1, 2][3], lambda: Recursive[int]):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Bounded[N: float]:
    value: N

    class Inner[M: N]:
        pass

    def hint(self) -> N: ...


print(Bounded.__type_params__[0].__bound__, Bounded.Inner.__type_params__[0].__bound__, get_type_hints(Bounded.hint), Bounded[int], Bounded[int].__origin__)


class Child(Bounded[int]): pass
class Grand[X](dict[str, X]): pass


print(Child.__orig_bases__, Child.__mro__[1].__name__, Grand.__orig_bases__)
print(repr(TypeVar('V', covariant=True)), repr(TypeVar('W', contravariant=True)), repr(TypeVar('X', int, str)), TypeVar('Q', bound='Later').__bound__)


def evaluator():
    captured = 'closure'

    def generic[K: captured](x: K, y=captured) -> captured:
        return K.__bound__, y
    return generic


print(evaluator()(1), evaluator().__annotations__['return'])


class Scope:
    name = 'class scope'

    def method[A: name](self): return A.__bound__
    type Alias[B: name] = (name, B)


print(Scope().method(), Scope.Alias.__value__, Scope.Alias.__type_params__[0].__bound__)
for source in ('class C[T, T]: pass', 'def f[T](T): return T', 'type X[T=1, U] = T', 'class C[*T: int]: pass', 'def f[T: (yield)](): pass', 'type f() = 1', 'def f[T](): nonlocal T', 'class C[T]: T = 1'):
    try:
        exec(source)
        print('fine', source)
    except SyntaxError as error:
        print(error.msg, '|', source)
print(typing.get_overloads(first), typing.TypeAliasType('Manual', list[T], type_params=(T,))[int], list[T][int], (int | list[T])[str], dict[T, T][int], tuple[*Ts], typing.Callable[P, T])
