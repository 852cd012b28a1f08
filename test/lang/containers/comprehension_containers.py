"""Unpacking and comprehensions into containers."""
print([*range(3), *"ab"], (*[1, 2], 3), {*[1, 2], *(2, 3)}, {**{"a": 1}, "b": 2, **{"a": 3}})
print([x for x in range(3)], {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, list(x for x in "ab"))
print({k: v for k, v in zip("abc", range(3)) if v}, [(x, y) for x in range(2) for y in range(2)])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: [*1])
attempt(lambda: (*1,))
attempt(lambda: {*1})
attempt(lambda: {**1})
attempt(lambda: {**[1]})
attempt(lambda: {*[[]]})
attempt(lambda: {**{1: 2}, **{1: 3}})
attempt(lambda: dict(**{1: 2}))
attempt(lambda: dict(**{"a": 1}, **{"a": 2}))
attempt(lambda: dict(a=1, **{"a": 2}))
attempt(lambda: print(*1))
attempt(lambda: print(**1))
attempt(lambda: max(*[1, 2], *(3,)))
a, b = {1: 2, 3: 4}
print(a, b)
try:
    a, b = {1, 2, 3}
except ValueError as error:
    print(error)
try:
    a, b = [1]
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
first, *rest = (1,)
print(first, rest)
x = y = []
x.append(1)
print(y, x is y)
d = {}
d["a"], d["b"] = 1, 2
print(d)
del d["a"], d["b"]
print(d)
matrix = [[1, 2], [3, 4]]
print([list(row) for row in zip(*matrix)], sum(matrix, []))
print([i for i in range(10) if i % 2 if i % 3], {(i, j) for i in range(2) for j in range(i)})
print([[y for y in range(x)] for x in range(3)], any(x > 3 for x in range(5)), all([]))
