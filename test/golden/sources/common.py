"""Understood by every Python from 2.7 on."""
import os.path as path, sys
from os import *
from collections import (OrderedDict, deque as queue)


class Stack(object):
    """Last in, first out."""
    limit = 1000000000000 ** 2

    def __init__(self, *items, **options):
        self.items = list(items)
        self.name = options.get('name', u'gr\xfc\xdfe \u2603')

    def push(self, item):
        global pushed
        pushed = item
        self.items[len(self.items):] = [item]
        return self

    def pop(self, default=None):
        try:
            return self.items.pop()
        except (IndexError, KeyError) as error:
            if default is not None:
                return default
            raise
        finally:
            self.last = None


def counter(start, step=1.5, scale=2j):
    def next_value():
        return start + step * scale
    lines = [line for line in (b'a\x00\xff', "it's", 'say "hi"\n\t') if line not in ('x', 'y')]
    for i, line in enumerate(lines):
        if i % 2 and line != 'x' or not line:
            continue
        while i < 10:
            i += 1
            if i == 5:
                break
        else:
            del line
    with open(path.join('a', 'b')) as file:
        yield file.read()[1:-1]
    yield {'k': -1, 1.0: {1, 2}, None: ()}
    assert start is not step, 'message'
    yield lambda x, y=start: (x, y, next_value(), x if y else (x and y))


squares = dict((n, n ** 2) for n in range(10)) if sys.version_info > (3,) else {}
