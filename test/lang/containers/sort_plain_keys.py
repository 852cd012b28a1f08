"""Sorting ints, floats, str and tuples of these: the order, stability, reversal, and what is not plain."""

import math
import random


class Seen:
    """Compares through Python, so that it is never sorted natively."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


generator = random.Random(5)
KINDS = {
    'ints': lambda: generator.randrange(-50, 50),
    'large ints': lambda: generator.randrange(2**60),
    'bools': lambda: generator.choice([True, 1, 2, False]),
    'floats': lambda: generator.choice([0.0, -0.0, math.inf, -math.inf, generator.random()]),
    'ascii': lambda: ''.join(generator.choice('abc') for _ in range(generator.randrange(10))),
    'beyond latin-1': lambda: ''.join(generator.choice('ab\xff\u0100z') for _ in range(generator.randrange(10))),
    'astral': lambda: generator.choice(['\U0001f600', '\uffff', 'a', '\U0001f601x']),
    'tuples': lambda: (generator.randrange(4), 'ab'[: generator.randrange(3)], generator.choice([1.5, math.inf])),
    'tuples of other lengths': lambda: (generator.choice(['abcdefgh', 'abcdefgi']), generator.randrange(9))[
        : generator.randrange(1, 3)
    ],
}
for name, make in KINDS.items():
    for count in (0, 1, 2, 15, 16, 17, 33, 100, 257):
        for is_reversed in (False, True):
            values = [make() for _ in range(count)]
            if count == 257:
                values.sort()
                values[100] = values[3]
            expected = [seen.value for seen in sorted(map(Seen, values), reverse=is_reversed)]
            assert list(map(repr, sorted(values, reverse=is_reversed))) == list(map(repr, expected)), (name, count)
            positions = sorted(range(count), key=values.__getitem__, reverse=is_reversed)
            assert positions == sorted(range(count), key=lambda i: Seen(values[i]), reverse=is_reversed), (name, count)
    print(name, 'in order')

for mixed in ([1, 'a'], [(1, 'a'), (1, 2)], [(), (1,), ()], [1.5, 1, True], [(1, None), (0, None)], ['b', 'a', None]):
    try:
        print(sorted(mixed))
    except TypeError as error:
        print(error)
nan = float('nan')
print(sorted([3.0, nan, 1.0, nan, 2.0]), sorted([nan, 2, 1]))
