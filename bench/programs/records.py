"""Data classes, named tuples, enums, properties and comparison methods."""

import enum
from collections import namedtuple
from dataclasses import dataclass, field, replace

GROUP = "language"
SIZE = 1200


class Kind(enum.Enum):
    SMALL = 1
    LARGE = 2


@dataclass
class Item:
    name: str
    price: int
    kind: Kind = Kind.SMALL
    tags: list = field(default_factory=list)

    @property
    def gross(self):
        return self.price * 119 // 100


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    patch: int = 0

    def bumped(self):
        return replace(self, patch=self.patch + 1)


Point = namedtuple("Point", "x y")


class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._celsius = (value - 32) * 5 / 9

    def __eq__(self, other):
        return self._celsius == other._celsius

    def __hash__(self):
        return hash(self._celsius)


def run(size):
    items = [Item("item%d" % i, i * 3, Kind.LARGE if i % 5 == 0 else Kind.SMALL) for i in range(size)]
    for item in items:
        item.tags.append(item.name[-1])
    gross = sum(item.gross for item in items if item.kind is Kind.LARGE)
    versions = sorted(Version(i % 3, i % 7, i % 11) for i in range(size // 4))
    bumped = {version.bumped() for version in versions}
    points = [Point(i, i + 1)._replace(y=0) for i in range(size // 2)]
    temperatures = {Temperature(i % 20) for i in range(size)}
    for temperature in temperatures:
        temperature.fahrenheit += 1.8
    same = sum(a == b for a, b in zip(items, items[1:]))
    return gross, versions[-1], len(bumped), sum(p.x + p.y for p in points), len(temperatures), same, items[1]
