"""Loops, conditions, assert, del, pass and expressions of control."""

for i in range(3):
    if i == 1:
        continue
    print(i)
else:
    print('no break')
for i in range(3):
    if i == 1:
        break
else:
    print('not printed')
n = 5
while n:
    n -= 1
    if n == 3:
        continue
    if n == 1:
        break
    print('n', n)
for i, c in enumerate('ab'):
    for j in (10, 20):
        if j == 20:
            break
        print(i, c, j)
for x in {'k': 1}:
    print(x)
for x in iter([1, 2]):
    print(x)
for a, *b in [(1, 2, 3)]:
    print(a, b)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print([x for x in Countdown(3)], list(Countdown(2)))


class Getitem:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i


print([x for x in Getitem()])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def iterate(x):
    for _ in x:
        pass


class NoNext:
    def __iter__(self):
        return self


attempt(lambda: iterate(5))
attempt(lambda: iterate(None))
attempt(lambda: iterate(NoNext()))


def check(x):
    assert x, f'failed {x}'
    assert x
    return 'passed'


attempt(lambda: check(1))
attempt(lambda: check(0))
attempt(lambda: check([]))


def bare_assert():
    assert False


attempt(bare_assert)
print(1 if [] else 2, [] or 'default', 0 and 1, None or 0 or 'x', 1 and 2 and 3)


def modify():
    items = [1, 2, 3]
    seen = []
    for x in items:
        seen.append(x)
        if x == 2:
            items.append(4)
    return seen


print(modify())


def change_dict():
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 1


attempt(change_dict)


def nested_loops(limit):
    found = []
    for a in range(1, limit):
        for b in range(a, limit):
            c = a * a + b * b
            k = b
            while k * k < c:
                k += 1
            if k * k == c and k < limit:
                found.append((a, b, k))
    return found


print(nested_loops(20))
for r in (range(0), range(5, 0, -2), range(2**60, 2**60 + 2), range(-3, 3, 3)):
    print([x for x in r])
lines = 0
if True: lines += 1; lines += 1
print(lines)
del lines
try:
    lines
except NameError as error:
    print(error)
...
pass
