"""A small data script: dataclasses, enum, JSON, pattern matching, totals in a table."""
import json
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path


class Unit(StrEnum):
    PIECE = 'piece'
    KILOGRAM = 'kg'


@dataclass(order=True, slots=True)
class Item:
    name: str
    quantity: float
    price: float
    unit: Unit = Unit.PIECE
    tags: list[str] = field(default_factory=list, compare=False)

    @property
    def value(self) -> float:
        return self.quantity * self.price


def parse(record) -> Item:
    match record:
        case {'name': str(name), 'quantity': int() | float() as quantity, 'price': int() | float() as price, **rest}:
            return Item(name, quantity, price, Unit(rest.get('unit', 'piece')), rest.get('tags', []))
        case {'name': name}:
            raise ValueError(f'{name}: a quantity and a price are needed')
    raise ValueError(f'not an item: {record!r}')


def main():
    records = json.loads((Path(__file__).parent / 'stock.json').read_text(encoding='utf-8'))
    items, problems = [], []
    for record in records:
        try:
            items.append(parse(record))
        except ValueError as error:
            problems.append(str(error))

    by_tag = defaultdict(float)
    for item in sorted(items):
        print(f'{item.name:<12}{item.quantity:>8g} {item.unit:<6}{item.value:>10.2f} €')
        for tag in item.tags:
            by_tag[tag] += item.value
    print(f'{"total":<27}{sum(item.value for item in items):>10.2f} €')
    print(dict(sorted(by_tag.items())))
    print(*problems, sep='\n')
    print(json.dumps(asdict(max(items, key=lambda item: item.value)), ensure_ascii=False))


if __name__ == '__main__':
    main()
