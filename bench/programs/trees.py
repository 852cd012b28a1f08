"""Allocation: binary trees that are built, walked and dropped; a search tree walked by generators."""

GROUP = "language"
SIZE = 11


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Node(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Node(key)
        else:
            self.right.insert(key)

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def make(depth):
    if depth == 0:
        return (None, None)
    return (make(depth - 1), make(depth - 1))


def check(tree):
    left, right = tree
    return 1 if left is None else 1 + check(left) + check(right)


def run(size):
    total = 0
    for depth in range(2, size + 1):
        total += check(make(depth))
    root = Node(500)
    key = 1
    for _ in range(size * 25):
        key = key * 367 % 1009
        root.insert(key)
    return total, list(root) == sorted(root), sum(root)
