"""The random module on its own generator: equal seeds give equal numbers, in every distribution."""
import random

r = random.Random(42)
print([r.random() for _ in range(3)], r.getrandbits(10), r.getrandbits(100))
print([r.randrange(10) for _ in range(10)], [r.randint(-5, 5) for _ in range(10)], r.randrange(0, 100, 7), r.randrange(10**30))
print(r.choice('abcdef'), r.choices('abc', k=5), r.choices('abc', [5, 1, 1], k=5), r.choices('abc', cum_weights=[1, 2, 10], k=4))
print(r.sample(range(100), 6), r.sample(range(10**9), 3), r.sample('abcde', 5), r.sample(['x', 'y'], counts=[3, 2], k=4))
items = list(range(12))
r.shuffle(items)
print(items, r.uniform(1, 2), r.triangular(0, 1, 0.5), r.randbytes(8))
state = r.getstate()
first = [r.random() for _ in range(700)]
r.setstate(state)
print(first == [r.random() for _ in range(700)], state[0], len(state[1]), state[2])
for seed in (0, 1, -1, 2**31, 2**64 + 5, 10**100, 'text', b'bytes', bytearray(b'array'), True):
    print(repr(seed)[:20], random.Random(seed).random(), random.Random(seed).getrandbits(33))
a, b = random.Random(7), random.Random()
b.seed(7)
print(a.random() == b.random(), random.Random(3.5).random() == random.Random(3.5).random())


class Loaded(random.Random):
    def random(self):
        return 0.25


loaded = Loaded()
print(loaded.random(), loaded.choice([1, 2, 3, 4]), loaded.uniform(0, 4), loaded.randrange(8))
for call in (lambda: r.randrange(0), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.randint(5, 1), lambda: r.getrandbits(-1),
             lambda: r.setstate((5, (), None)), lambda: r.choices([1], [0]), lambda: random.Random([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
