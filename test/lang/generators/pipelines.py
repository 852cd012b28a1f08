"""Generators in combination: pipelines, recursion, infinite sequences, early exit."""


def count(n=0):
    while True:
        yield n
        n += 1


def take(n, iterable):
    for _, item in zip(range(n), iterable):
        yield item


def primes():
    seen = []
    for n in count(2):
        if all(n % p for p in seen):
            seen.append(n)
            yield n


print(list(take(10, primes())))
print(list(take(5, (x * x for x in count() if x % 2))))


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


print(list(permutations([1, 2, 3])))


def average():
    total = n = 0
    value = None
    while True:
        value = yield value
        total += value
        n += 1
        value = total / n


a = average()
next(a)
print([a.send(x) for x in (10, 20, 60)])


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [], 6])))


def queens(n, columns=()):
    if len(columns) == n:
        yield columns
        return
    for c in range(n):
        if all(c != k and abs(c - k) != len(columns) - r for r, k in enumerate(columns)):
            yield from queens(n, columns + (c,))


print(len(list(queens(6))), next(queens(8)))


def log(name):
    try:
        for i in range(5):
            yield i
    finally:
        print('closed', name)


gs = [log('a'), log('b')]
for x, y in zip(*gs):
    if x == 1:
        break
for g in gs:
    g.close()
g = log('c')
for x in g:
    break
print(x, next(g))
g.close()
print(sum(1 for _ in range(1000)), max(x % 7 for x in range(50)), min((x, -x) for x in range(3)), any(x > 3 for x in count()))


def two_way():
    x = yield 1
    y = yield x
    z = yield (x, y)
    return x, y, z


g = two_way()
print(next(g), g.send('x'), g.send('y'))
try:
    g.send('z')
except StopIteration as stop:
    print(stop.value)


class Tree:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
