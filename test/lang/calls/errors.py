"""Messages of calls whose arguments do not fit."""


def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def with_defaults(a, b=1, c=2):
    pass


def keyword_only(a, *, key, other=1, third):
    pass


def positional_only(a, b, /, c):
    pass


def star(*args, key):
    pass


class Point:
    def __init__(self, x, y):
        pass

    def method(self, a):
        pass


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as error:
        print(error)
    else:
        print('no error')


attempt(none, 1)
attempt(none, 1, 2)
attempt(none, x=1)
attempt(one)
attempt(one, 1, 2)
attempt(two)
attempt(two, 1)
attempt(three)
attempt(three, c=3)
attempt(three, 1, a=2)
attempt(three, 1, 2, 3, 4)
attempt(with_defaults)
attempt(with_defaults, 1, 2, 3, 4)
attempt(with_defaults, 1, d=4)
attempt(keyword_only)
attempt(keyword_only, 1)
attempt(keyword_only, 1, key=1)
attempt(keyword_only, 1, 2, key=1, third=2)
attempt(keyword_only, 1, 2, 3, key=1)
attempt(positional_only, a=1, b=2, c=3)
attempt(positional_only, 1, b=2, c=3)
attempt(positional_only, 1, 2, d=3)
attempt(star)
attempt(star, 1, 2, 3)
attempt(three, 1, 2, cc=3)
attempt(with_defaults, 1, B=3)
attempt(Point)
attempt(Point, 1)
attempt(Point, 1, 2, 3)
attempt(Point(1, 2).method)
attempt(Point(1, 2).method, 1, 2)
attempt(Point.method)
attempt(lambda x: x)
nothing = None
number = 1
for call in (
    lambda: none(*1),
    lambda: none(**1),
    lambda: none(**{1: 2}),
    lambda: one(1, **{'a': 2}),
    lambda: nothing(),
    lambda: number(2),
    lambda: none(*[1], **{}),
    lambda: three(**{'a': 1}, **{'a': 2}),
    lambda: one(*None),
    lambda: one(**None),
    lambda: Point.method(*3),
    lambda: len(*3),
    lambda: Point(**3),
):
    try:
        call()
    except TypeError as error:
        print(error)
