"""typing at run time: protocols, TypedDict, NamedTuple, Literal, Annotated, get_type_hints, overloads, casts."""
import typing
from typing import (Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, NotRequired, Optional, Protocol, Required, Self, TypedDict, TypeVar, Union, assert_never, cast, final,
                    get_args, get_origin, get_type_hints, overload, override, runtime_checkable)

T = TypeVar('T')
print(Optional[int], Union[int, str, int], Union[int], int | None, Callable[[int], str], Callable[..., Any], Literal[1, 'a', True], Annotated[int, 'meta', 3], list[T][int], dict[str, list[T]][int], tuple[int, ...], Final[int], ClassVar['X'])
print(get_origin(list[int]), get_args(dict[str, int]), get_args(Callable[[int, str], T]), get_origin(Union[int, str]), get_args(Annotated[int, 'm']), get_args(Literal[1, 2]), get_origin(int))
print(Union[int, str] == (str | int), Literal[1] == Literal[True], hash(Optional[int]) == hash(Union[None, int]), Union[int, Union[str, float]])


class Movie(TypedDict, total=False):
    name: Required[str]
    year: int


class Extra(Movie):
    stars: NotRequired[float]


print(Movie(name='x', year=1), Movie.__required_keys__, sorted(Extra.__optional_keys__), Extra.__total__, get_type_hints(Extra, include_extras=True)['name'])


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self): return self.x + self.y


print(Point(1), Point(1, 2).norm(), Point._field_defaults, Point.__annotations__)


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


class Named(Protocol):
    name: str


print(isinstance([], HasLen), isinstance(3, HasLen), issubclass(str, HasLen), typing.is_protocol(Named), sorted(typing.get_protocol_members(Named)))
for bad in (lambda: isinstance(1, Named), lambda: HasLen(), lambda: Union[()], lambda: Optional[1, 2], lambda: Literal(), lambda: list[int]() and isinstance([], list[int]), lambda: Generic[int], lambda: TypeVar('x', int), lambda: Callable[int, str], lambda: assert_never(1), lambda: isinstance(1, Any | int) if False else issubclass(int, Union[int, list[int]])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
UserId = NewType('UserId', int)
print(UserId(5), UserId.__name__, UserId.__supertype__, cast('list[int]', 'anything'), UserId | None)


class Node(Generic[T]):
    next: 'Optional[Node[T]]' = None
    items: list['Node']

    @overload
    def get(self, i: int) -> T: ...
    @overload
    def get(self, i: str) -> None: ...
    def get(self, i): return i

    @override
    def __repr__(self) -> Self: return 'Node()'

    @final
    def last(self, a: 'int' = None, *args: str, **kw: float) -> None: pass


print(get_type_hints(Node), get_type_hints(Node.last), Node[int], Node[int].__args__, Node[int](), Node[int].__origin__, Node.__parameters__, len(typing.get_overloads(Node.get)), Node.__repr__.__override__, Node.last.__final__)


class IntNode(Node[int]): pass


print(IntNode.__orig_bases__, IntNode.__mro__[1:3], typing.get_original_bases(IntNode) if hasattr(typing, 'get_original_bases') else '', Node[T][str])
print(typing.Text, typing.List[int], typing.Dict, typing.Type[int], typing.Sequence[int], typing.NoReturn, typing.TypeAlias, typing.Concatenate, typing.ForwardRef('x'), typing.Unpack[tuple[int]], typing.TYPE_CHECKING, typing.IO)
