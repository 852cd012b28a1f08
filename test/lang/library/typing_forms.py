# typing: forms, generics, protocols, named tuples, typed dicts.
from typing import *
import typing, collections.abc, types

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

T = TypeVar('T')
K = TypeVar('K', int, str)
B = TypeVar('B', bound=int, covariant=True)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
print(T, K, B, P, Ts, K.__constraints__, B.__bound__, P.args, P.kwargs, Unpack[Ts])
print(T.__default__, T | int, List[T][int], Dict[K, T], Optional[int], Union[int, str, None])
print(Union[int], Union[int, int], Callable[[int], str], Callable[..., T], Callable[P, int])
print(Callable[Concatenate[int, P], int], Tuple[int, ...], Tuple[()], Type[int])
print(Literal[1, 'a', None], Annotated[int, 'x'], ClassVar[int], Final[int], Any, NoReturn)
print(Never, Self, LiteralString, AnyStr, Generic[T], Protocol[T], Required[int])
print(NotRequired[int], ReadOnly[int], TypeGuard[int], TypeIs[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]))
print(get_origin(Union[int, str]), get_args(Annotated[int, 1, 2]), get_origin(Literal[1]))
print(get_args(int), get_origin(int | str), get_args(int | None))

class G(Generic[T]):

    def f(self, x: T) -> T:
        return x

print(G[int], G[int]().__orig_class__, G.__parameters__, G[T][str], G.__orig_bases__, G[int].__origin__)
attempt(lambda: G[int, str])
attempt(lambda: G[()])
attempt(lambda: Generic[int])
attempt(lambda: Generic[T, T])
attempt(lambda: List[1])
attempt(lambda: Optional[1])
attempt(lambda: Union[()])
attempt(lambda: Callable[1])
attempt(lambda: Literal[[1]])
attempt(lambda: isinstance(1, List[int]))
attempt(lambda: isinstance([], List))
attempt(List)
attempt(Any)
attempt(Union)
attempt(lambda: ClassVar[int, str])
attempt(TypeVar, 'T', int)
attempt(TypeVar, 'X', covariant=True, contravariant=True)
attempt(lambda: Dict[int])
attempt(lambda: List[int, str])
attempt(lambda: int[str])
attempt(lambda: Annotated[int])
attempt(lambda: Tuple[int, 1])

def f(a: int, b: 'str'='x', *c: Optional[float], d: 'List[int]'=None) -> None:
    pass

print(get_type_hints(f), f.__annotations__, get_type_hints(G.f))

class NT(NamedTuple):
    a: int
    b: str = 'x'

    def m(s):
        return s.a

print(NT(1), NT.__annotations__, NT._field_defaults, NT(1).m())
attempt(NT)

class TD(TypedDict, total=False):
    a: Required[int]
    b: str
    c: NotRequired[ReadOnly[int]]

print(TD(a=1), TD.__required_keys__, sorted(TD.__optional_keys__), TD.__total__)
print(TD.__annotations__, TD.__readonly_keys__, get_type_hints(TD))
print(get_type_hints(TD, include_extras=True), is_typeddict(TD))
attempt(lambda: isinstance({}, TD))

@runtime_checkable
class Pr(Protocol):

    def meth(self):
        ...
    attr: int

class Im:
    attr = 1

    def meth(self):
        pass

print(isinstance(Im(), Pr), isinstance(1, Pr), is_protocol(Pr), sorted(get_protocol_members(Pr)))
attempt(lambda: issubclass(Im, Pr))
attempt(Pr)

class Pn(Protocol):

    def q(self):
        ...

attempt(lambda: isinstance(1, Pn))

class Im2(Pn):
    pass

print(type(Im2()))
UserId = NewType('UserId', int)
print(UserId, UserId(5), UserId.__supertype__, UserId | None, cast(int, 'a'))

@overload
def ov(a: int) -> int:
    ...

@overload
def ov(a: str) -> str:
    ...

def ov(a):
    return a

print(len(get_overloads(ov)), ov(1))

@final
class Fi:
    pass

print(Fi.__final__)

class Ov:

    @override
    def x(self):
        pass

print(Ov.x.__override__)
print(ForwardRef('int'), ForwardRef('a.b', module='m'), typing.Pattern[str], typing.Match)
print(IO[str], Text, SupportsInt, isinstance(1, SupportsInt), isinstance('a', SupportsIndex))
print(Hashable, Sized, Iterator[int], AsyncIterator, Generator[int, None, str], Generator[int])
print(ContextManager[int], DefaultDict[int, str], OrderedDict, Counter[int], Deque[int])
print(ChainMap, FrozenSet[int], AbstractSet, Mapping[str, int], MutableMapping, Sequence[int])
print(ByteString if 0 else '', Awaitable[int], Coroutine[int, int, int])
type A[X] = list[X]
print(A, A[int], A.__value__, A.__type_params__, TypeAliasType('Q', int))
print(TypeAliasType('Q2', List[T], type_params=(T,))[int])

class N[T1, *T2, **P2]:
    pass

print(N.__type_params__, N[int, str, [int]], N.__orig_bases__, N.__mro__)

def g[T1: int = bool](x: T1) -> T1:
    return x

print(g.__type_params__[0].__bound__, g.__type_params__[0].__default__, g.__type_params__[0].has_default())
assert_type(1, int)
attempt(assert_never, 1)
reveal_type(5) if 0 else None
print(typing.get_type_hints(G), no_type_check(f).__no_type_check__)
print(List[int] == List[int], hash(List[int]) == hash(List[int]), List[int] == list[int])
print(Union[int, str] == Union[str, int], Literal[1, 2] == Literal[2, 1])
print(Literal[1] == Literal[True], Union[int, str] == int | str, type(Union[int, str]))
print(Literal[1, Literal[2, 3]], Optional[Optional[int]], Annotated[Annotated[int, 1], 2])
print(Annotated[int, 1].__metadata__, Annotated[int, 1].__origin__)
print(Tuple[int, Unpack[Ts]][str, bool], Callable[[T, K], T][int, str])
print(Tuple[T, *Ts][int, str, bool], list[T][int], dict[str, T][int], G[List[T]][int])
print(List[int].__module__, typing.List.__doc__, evaluate_forward_ref(ForwardRef('int')))
import pickle, copy
print(pickle.loads(pickle.dumps(List[int])), copy.copy(Dict[str, int]))
print(pickle.loads(pickle.dumps(Union[int, str])))

class Sub(List[int]):
    pass

print(Sub.__mro__, Sub.__orig_bases__, Sub([1]))
class_ = types.new_class('Z', (G[int],))
print(class_.__mro__)
attempt(lambda: TypedDict('X', {'a': int}, total=True))
attempt(NamedTuple, 'X', [('a', int)])
attempt(lambda: NamedTuple('X', a=int))
attempt(TypedDict, 'X', a=int)
attempt(lambda: get_type_hints(1))
print(typing.__all__)
