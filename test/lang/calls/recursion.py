"""Deep recursion ends in RecursionError, and can be caught and repeated."""


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(900))


def forever(n):
    return forever(n + 1)


for attempt in range(3):
    try:
        forever(0)
    except RecursionError as error:
        print(type(error).__name__, error)

print(down(900))


class Node:
    def __init__(self, depth):
        self.child = Node(depth + 1)


try:
    Node(0)
except RecursionError as error:
    print(error)


def generator(n):
    yield n
    yield from generator(n + 1)


count = 0
try:
    for value in generator(0):
        count += 1
except RecursionError as error:
    print(error, count > 500)


class Attribute:
    def __getattr__(self, name):
        return getattr(self, name + 'x')


try:
    Attribute().a
except RecursionError as error:
    print(str(error).startswith('maximum recursion depth exceeded'))
