"""Which comparisons sorting makes, in which order, and what is left after one has failed."""
import random
import zlib

log = []


class Key:
    def __init__(self, value, tag):
        self.value = value
        self.tag = tag

    def __lt__(self, other):
        log.append((self.value, self.tag, other.value, other.tag))
        return self.value < other.value


def checksum(value):
    return zlib.crc32(repr(value).encode())


generator = random.Random(7)
shapes = [
    lambda n: [generator.randrange(n + 1) for _ in range(n)],
    lambda n: list(range(n)),
    lambda n: list(range(n, 0, -1)),
    lambda n: [generator.randrange(3) for _ in range(n)],
    lambda n: [5] * n,
    lambda n: [i // 4 for i in range(n, 0, -1)],
    lambda n: sorted(generator.randrange(n + 1) for _ in range(n // 2)) * 2,
    lambda n: [i % 10 for i in range(n)],
    lambda n: list(range(n))[n // 3:] + list(range(n // 3)),
]
for size in (0, 1, 2, 3, 5, 10, 31, 32, 33, 63, 64, 65, 100, 128, 200, 500):
    results = []
    for shape in shapes:
        for reverse in (False, True):
            values = shape(size)
            log.clear()
            keys = [Key(value, tag) for tag, value in enumerate(values)]
            keys.sort(reverse=reverse)
            results.append((len(log), checksum(log), [key.tag for key in keys]))
            log.clear()
            order = sorted(range(size), key=lambda i: keys[i], reverse=reverse)
            results.append((len(log), checksum(log), order))
    print(size, [count for count, _, _ in results][:8], checksum(results))


class Failing(Key):
    left = 0

    def __lt__(self, other):
        Failing.left -= 1
        if Failing.left < 0:
            raise ValueError
        return self.value < other.value


for limit in range(0, 1500, 150):
    Failing.left = limit
    items = [Failing(value, tag) for tag, value in enumerate(shapes[0](300))]
    try:
        items.sort()
    except ValueError:
        pass
    print(limit, sorted(item.tag for item in items) == list(range(300)), checksum([item.tag for item in items]))
