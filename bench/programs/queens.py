"""Generators and sets: the queens that do not attack each other."""

GROUP = "language"
SIZE = 7


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (item,) + rest


def solutions(n):
    columns = range(n)
    for rows in permutations(tuple(columns)):
        if n == len(set(rows[i] + i for i in columns)) == len(set(rows[i] - i for i in columns)):
            yield rows


def run(size):
    return list(solutions(size)), sum(1 for _ in permutations(tuple(range(size))))
