"""itertools, collections, functools and operator: their loops run in native code."""

import functools
import itertools
import operator
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

GROUP = "library"
SIZE = 4000


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


def run(size):
    numbers = [i * 31 % 97 for i in range(size)]
    counter = Counter(numbers)
    chained = sum(itertools.chain(numbers, itertools.islice(itertools.count(5), size), itertools.repeat(2, size)))
    groups = {key: len(list(items)) for key, items in itertools.groupby(sorted(numbers), key=lambda n: n // 10)}
    running = list(itertools.accumulate(numbers))
    pairs = sum(a * b for a, b in itertools.combinations(numbers[:40], 2))
    products = sum(1 for p in itertools.product(range(6), repeat=4) if sum(p) == 10)
    permuted = functools.reduce(operator.xor, (p[0] * 3 + p[-1] for p in itertools.permutations(range(6))))
    window = deque(maxlen=5)
    highest = 0
    for number in numbers:
        window.append(number)
        highest = max(highest, sum(window))
    lists = defaultdict(list)
    for number in numbers:
        lists[number % 9].append(number)
    ordered = OrderedDict.fromkeys(numbers)
    ordered.move_to_end(numbers[0])
    chain = ChainMap({"a": 1}, dict(counter))
    ways.cache_clear()
    zipped = list(itertools.zip_longest(numbers[:50], numbers[:70], fillvalue=0))
    stars = list(itertools.starmap(operator.add, zipped))
    taken = len(list(itertools.takewhile(lambda n: n != 96, numbers)))
    return (
        counter.most_common(2), chained, groups[3], running[-1], pairs, products, permuted, highest, len(lists[4]),
        next(reversed(ordered)), chain[31], ways(80), sum(stars), taken,
    )  # fmt: skip
