"""Comprehensions and generator expressions."""

x = 'outer'
print([x for x in range(3)], x)
print({x: y for x, y in [(1, 2), (3, 4)]}, {x % 2 for x in range(5)})
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2])
print([[j for j in range(i)] for i in range(3)])
print([y for x in range(5) if x if (y := x * 2) > 2], y)
print(list(x for x in range(3)), tuple(i for i in 'abc'))


def scope(n):
    k = 10
    result = [n + k + i for i in range(3)]
    functions = [lambda: i for i in range(3)]
    return result, [f() for f in functions]


print(scope(1))


class C:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        bad = [items for _ in range(1)]
    except NameError as error:
        bad = str(error)


print(C.doubled, C.bad)


def unbound():
    try:
        [later for _ in range(1)]
    except UnboundLocalError as error:
        print(error)
    later = 1
    [z for z in range(2)]
    try:
        z
    except NameError as error:
        print(error)


unbound()


def shadowed():
    i = 'kept'
    [i for i in range(3)]
    try:
        [1 // i for i in (1, 0)]
    except ZeroDivisionError:
        pass
    return i


print(shadowed())


def nested(n):
    return [[(a, b, n) for a in range(2)] for b in range(2)]


print(nested(7))
g = (i for i in [1, 2, 3])
print(next(g), list(g))


def cells():
    return [[lambda: (a, b) for a in range(2)] for b in range(2)]


print([[f() for f in row] for row in cells()])
print([locals_ for locals_ in [1]], [*[1, 2], *(3,)], {**{'a': 1}, 'b': 2}, {*'ab'} == {'a', 'b'})
try:
    {[]: 1 for _ in range(1)}
except TypeError as error:
    print(error)
try:
    {[] for _ in range(1)}
except TypeError as error:
    print(error)
try:
    [a for a in 5]
except TypeError as error:
    print(error)
print([a for a, *b in [(1, 2, 3), (4,)]], [b for a, *b in [(1, 2, 3), (4,)]])
