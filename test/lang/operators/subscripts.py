"""Subscripts, slices and their errors."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


items = [1, 2, 3, 4]
print(items[0], items[-1], items[1:3], items[::-1], items[True], items[-4])
items[0] = 'a'
items[-1] = 'z'
items[1:3] = ['x', 'y', 'w']
del items[0]
print(items)
del items[::2]
print(items)
t = (1, 2, 3)
print(t[0], t[-1], t[1:])
s = 'hello'
print(s[0], s[-1], s[1:3], s[10:])
d = {'a': 1, 1: 'one', (1, 2): 'tuple'}
print(d['a'], d[1], d[True], d[1.0], d[1, 2])
d['new'] = 2
d[True] = 'replaced'
del d['a']
print(d)
attempt(lambda: items[10])
attempt(lambda: items[-10])
attempt(lambda: t[3])
attempt(lambda: s[5])
attempt(lambda: d['missing'])
attempt(lambda: d[[]])
attempt(lambda: items['a'])
attempt(lambda: items[1.0])
attempt(lambda: s['a'])
attempt(lambda: t[None])
number, nothing = 5, None
attempt(lambda: number[0])
attempt(lambda: nothing[0])
attempt(lambda: items.__setitem__(10, 1))
attempt(lambda: t.__setitem__)
attempt(lambda: items[2**70])


def assign(container, key, value):
    container[key] = value


def delete(container, key):
    del container[key]


attempt(lambda: assign(t, 0, 1))
attempt(lambda: assign(s, 0, 'x'))
attempt(lambda: assign(items, 10, 1))
attempt(lambda: assign(items, 'a', 1))
attempt(lambda: assign(5, 0, 1))
attempt(lambda: assign({}, [], 1))
attempt(lambda: delete(t, 0))
attempt(lambda: delete(items, 10))
attempt(lambda: delete({}, 'k'))
attempt(lambda: delete(5, 0))
attempt(lambda: items[::0])
attempt(lambda: list[int])
attempt(lambda: int[str])
matrix = [[0] * 3 for _ in range(3)]
for i in range(3):
    for j in range(3):
        matrix[i][j] = i * j
print(matrix, matrix[2][-1])
matrix[1][1] += 10
matrix[0][0:2] += [7]
print(matrix)
counts = {}
for c in 'abracadabra':
    counts[c] = counts.get(c, 0) + 1
print(counts)
