"""Generic aliases, unions, type variables, type aliases at run time."""
import typing
from typing import TypeVar, ParamSpec, TypeVarTuple, Generic, Union, Optional, Callable, Any, Unpack, NoDefault, TypeAliasType
import types


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


T, S = TypeVar("T"), TypeVar("S", bound=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(T, S, P, Ts, S.__bound__, T.__bound__, T.__constraints__, TypeVar("A", int, str).__constraints__, TypeVar("C", covariant=True), TypeVar("D", contravariant=True))
print(T.__default__, TypeVar("E", default=int).__default__, T.has_default(), T.__module__, T.__name__, T.evaluate_bound, S.evaluate_bound)
attempt("single", TypeVar, "X", int)
attempt("both", TypeVar, "X", int, str, bound=int)
attempt("bivariant", TypeVar, "X", covariant=True, contravariant=True)
attempt("name", TypeVar, 1)
attempt("subclass", lambda: type("X", (T,), {}))
print(P.args, P.kwargs, P.args == P.args, P.args.__origin__ is P)
a = list[T]
print(a, a[int], a.__parameters__, a.__origin__, a.__args__, dict[T, S].__parameters__, dict[T, list[S]][str, int])
attempt("too many", lambda: a[int, str])
attempt("too few", lambda: dict[T, S][int])
attempt("not generic", lambda: list[int][str])
print(list[int]([1, 2]), list[int] == list[int], hash(list[int]) == hash(list[int]), list[int] != list[str], list[int] is list[int])
attempt("isinstance", isinstance, [], list[int])
attempt("issubclass", issubclass, list, list[int])
print(tuple[int, ...], tuple[()], tuple[*Ts], tuple[*tuple[int, str]], list["forward"], dict[str, None], type[int], list[...])
print(tuple[T, *Ts][int, str, float], tuple[*Ts][()], [*tuple[int, str]], next(iter(tuple[int])).__unpacked__)
print(list[int].__mro_entries__(()), list[int].append.__name__, list[int].__doc__ == list.__doc__)


class FromList(list[int]):
    pass


print(FromList.__bases__, FromList.__orig_bases__, FromList([1]))
u = int | str
print(u, type(u), u == Union[str, int], hash(u) == hash(str | int), u | None, None | u, u.__args__, Optional[int], int | list[int] | T)
print(isinstance(1, u), isinstance(1.5, u), issubclass(bool, u), isinstance(None, int | None), int | int, Union[int], Union[int, str, int])
print((list[T] | dict[T, S])[int, bool], (T | None)[str], (list[T] | int).__parameters__)
attempt("union", lambda: int | 1)
attempt("union", lambda: 1 | int)
attempt("isinstance", isinstance, 1, int | list[int])
attempt("isinstance", isinstance, "x", int | list[int])
attempt("call", u)
attempt("subclass", lambda: types.new_class("X", (u,)))
attempt("empty", lambda: Union[()])
print(types.UnionType is Union, u.__origin__, u.__name__, u.__module__, Union[int, "fwd"], int | Any)


class Box(Generic[T]):
    pass


class Pair[A, B: int, *Cs, **D]:
    def method[X: (int, str)](self, x: X) -> X:
        return x


print(Box[int], Box.__parameters__, Box[int]().__orig_class__, Pair.__type_params__, Pair.__parameters__)
print([(p.__name__, p.__bound__, p.__default__) for p in Pair.__type_params__[:2]], Pair.method.__type_params__[0].__constraints__, Pair.method.__type_params__)
print(Pair[int, bool, str, [int, str]], Pair.__orig_bases__, Pair.__mro__[1:])
attempt("box", lambda: Box[int, str])


class Sub(Box[T], Generic[T, S]):
    pass


print(Sub[int, bool], Sub.__parameters__, Sub.__mro__[1].__name__)
type Alias[K] = dict[K, list[int]] | None
type Simple = int
type Recursive = list[Recursive]
print(Alias, Alias.__value__, Alias.__type_params__, Alias[str], Simple.__value__, Simple | None, Recursive.__value__, Alias.__name__, Simple.__module__)
attempt("not generic", lambda: Simple[int])
attempt("isinstance", isinstance, 1, Simple)
type Broken = undefined_name
attempt("lazy", lambda: Broken.__value__)
manual = TypeAliasType("manual", list[T], type_params=(T,))
print(manual, manual.__value__, manual[int], manual.__parameters__)
attempt("params", TypeAliasType, "x", int, type_params=[T])


def generic[X, *Y, **Z](x: X, *y: *Y) -> X:
    return x


print(generic.__type_params__, generic.__annotations__, generic(5))
print(Callable[P, T], Callable[P, T][[int, str], bool], Callable[..., int], Callable[[int], str].__args__)
print(NoDefault, type(NoDefault)() is NoDefault, Unpack[Ts], typing.get_type_hints(generic)["return"], typing.get_origin(list[int]), typing.get_args(dict[str, int]))
print(types.GenericAlias(list, int), types.GenericAlias(list, (int, str)), type(list[int]) is types.GenericAlias)
attempt("alias", types.GenericAlias, list)
