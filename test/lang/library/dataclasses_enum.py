"""dataclasses and enum as programs use them."""
import dataclasses
import enum
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(order=True)
class Item:
    name: str
    price: float = field(default=0.0, compare=False)
    tags: list[str] = field(default_factory=list, repr=False)
    count: ClassVar[int] = 7
    _: KW_ONLY
    unit: str = 'piece'
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.price *= scale


i = Item('a', 2.0, unit='kg', scale=3)
print(i, i == Item('a', 9, unit='kg'), i < Item('b'), asdict(i), astuple(i), [f.name for f in fields(i)], replace(i, name='z', scale=2))
print(Item.__match_args__, Item.__doc__, Item.__init__.__annotations__['name'])


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0

    def __add__(self, other): return Point(self.x + other.x, self.y + other.y)


@dataclass(kw_only=True, eq=False, repr=False)
class Base: a: int = 1


@dataclass
class Derived(Base):
    b: int


p = Point(1) + Point(2, 3)
print(p, {p: 1}[Point(3, 3)], hasattr(p, '__dict__'), Point.__slots__, Derived(5), Derived(b=2, a=3))
for bad in (lambda: setattr(p, 'x', 1), lambda: Point(), lambda: Point(1, 2, 3), lambda: replace(p, q=1), lambda: dataclass(type('X', (), {'__annotations__': {'a': list}, 'a': []})),
            lambda: dataclasses.make_dataclass('Y', [('a', int, 1), ('b', int)]), lambda: hash(i), lambda: fields(3)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(dataclasses.make_dataclass('Z', ['a', ('b', int, field(default=3))], namespace={'total': lambda self: self.a + self.b})(1).total(), dataclasses.is_dataclass(Point))


class Color(enum.Enum):
    RED = 1
    GREEN = 'g'
    ALIAS = 1

    @property
    def lower(self): return self.name.lower()

    @classmethod
    def _missing_(cls, value): return cls.GREEN if value == 'verde' else None


print(list(Color), Color(1), Color['GREEN'], Color.ALIAS is Color.RED, Color.RED.lower, Color('verde'), repr(Color.RED), str(Color.RED), Color.__members__.keys(), len(Color), Color.RED in Color, 1 in Color, 99 in Color)
for bad in (lambda: Color(5), lambda: Color['NO'], lambda: setattr(Color, 'RED', 2), lambda: type('Sub', (Color,), {}), lambda: delattr(Color, 'RED'), lambda: Color.RED < Color.GREEN):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm.RW & Perm.W, list(Perm.RW), Perm(0), bool(Perm(0)), Perm.R in Perm.RW, Perm(7), Perm.R ^ Perm.RW, len(Perm.RW))


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Name(enum.StrEnum):
    A = enum.auto()
    B = 'bee'


print(Level.LOW + 1, Level.HIGH > 5, f'{Level.LOW} {Name.A} {Name.B!r}', sorted([Level.HIGH, Level.LOW]), Name('a') is Name.A, Level.LOW == 1, {Level.LOW: 'x'}[1])
Planet = enum.Enum('Planet', 'EARTH MARS', start=5)
print(list(Planet), Planet.MARS.value, enum.unique(Planet) is Planet)


@enum.verify(enum.CONTINUOUS)
class Run(enum.Enum):
    A = 1
    B = 2


class Shape(enum.Enum):
    SQUARE = (2, 2)
    LINE = (1, 5)

    def __init__(self, w, h): self.area = w * h
    @enum.nonmember
    class inner: pass


print(Shape.SQUARE.area, Shape.LINE.value, Shape.inner.__name__)
try:
    @enum.unique
    class Dup(enum.Enum):
        A = B = 1
except ValueError as error:
    print(error)
