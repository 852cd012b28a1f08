"""Iterators of itertools: how much they take from their sources and when, errors on the way, subclasses, re-entry."""
import itertools
import operator


class Source:
    """An iterator that says what is taken from it."""

    def __init__(self, items, name):
        self.items, self.name = iter(items), name

    def __iter__(self):
        print(f'iter({self.name})', end=' ')
        return self

    def __next__(self):
        print(f'next({self.name})', end=' ')
        return next(self.items)


def take(iterator, count):
    for _ in range(count):
        try:
            print('->', next(iterator), end='; ')
        except StopIteration as stop:
            print('-> stop', stop.args, end='; ')
        except Exception as error:
            print('->', type(error).__name__, error, end='; ')
    print()


take(itertools.chain(Source('ab', 'x'), Source('c', 'y')), 4)
take(itertools.chain.from_iterable(Source(['ab', 5], 'x')), 4)
take(itertools.islice(Source(range(10), 'x'), 2, 7, 3), 4)
take(itertools.islice(Source(range(2), 'x'), 5), 4)
take(itertools.zip_longest(Source('ab', 'x'), Source('c', 'y'), fillvalue='-'), 4)
take(itertools.batched(Source('abc', 'x'), 2), 3)
take(itertools.pairwise(Source('abc', 'x')), 4)
take(itertools.accumulate(Source([1, 2, 'z', 4], 'x')), 4)
take(itertools.compress(Source('abcd', 'x'), Source([0, 1, 1], 'y')), 4)
take(itertools.takewhile(str.isalpha, Source('ab1c', 'x')), 4)
take(itertools.dropwhile(str.isalpha, Source('ab1c', 'x')), 4)
take(itertools.filterfalse(str.isalpha, Source('a1b', 'x')), 3)
take(itertools.starmap(operator.mul, Source([(2, 3), (4,), 5], 'x')), 4)
take(itertools.cycle(Source('ab', 'x')), 5)
for key, group in itertools.groupby(Source('aabbb', 'x')):
    print('key', key, end=' ')
    take(group, 2)
groups = itertools.groupby([1, 1, 2, 3])
_, first = next(groups)
next(groups)
print(list(first), list(next(groups)[1]), list(groups))
product = itertools.product(Source('ab', 'x'), Source('c', 'y'))
print()
take(product, 3)
a, b, c = itertools.tee(Source('abcd', 'x'), 3)
take(a, 3)
take(b, 1)
copy = b.__copy__()
print(list(b), list(copy), list(a), list(c))


def ends_with_value():
    yield 1
    return 'value'


take(itertools.chain(ends_with_value()), 2)
take(itertools.islice(ends_with_value(), 5), 2)
take(itertools.takewhile(bool, ends_with_value()), 2)


class Counter(itertools.count):
    extra = 'kept'

    def __repr__(self):
        return 'Counter'


counter = Counter(5, step=2)
counter.name = 'own attribute'
print(counter, next(counter), next(counter), counter.extra, counter.name, isinstance(counter, itertools.count), iter(counter) is counter)


class Reenters:
    def __init__(self):
        self.tee, self.other = itertools.tee(self)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.other)


try:
    next(Reenters().tee)
except RuntimeError as error:
    print(error)
print(next(itertools.count(2**53 - 1, 1)), list(itertools.islice(itertools.count(2**53 - 1), 3)), list(itertools.islice(itertools.count(-1, -2**62), 3)))
print(list(itertools.islice(itertools.count(0.1, 0.1), 4)), list(itertools.islice(itertools.count(1j), 2)), itertools.repeat([], 2))
print(list(map(pow, [2, 3], itertools.repeat(2))), sum(itertools.islice(itertools.repeat(7), 100)), list(itertools.repeat('x', 0)))
print(len(list(itertools.permutations(range(6)))), len(list(itertools.combinations(range(12), 5))), len(list(itertools.product(range(4), repeat=5))))
