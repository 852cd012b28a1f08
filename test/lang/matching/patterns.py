"""match statements."""


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Color:
    RED = 1
    GREEN = 2


def describe(value):
    match value:
        case None:
            return 'none'
        case True | False:
            return 'bool'
        case 0:
            return 'zero'
        case int(n) if n > 100:
            return f'big {n}'
        case int() | float():
            return 'number'
        case 'a' | 'b' as letter:
            return f'letter {letter}'
        case str(text):
            return f'text {text}'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [1, *rest]:
            return f'one and {rest}'
        case [first, *_, last]:
            return f'from {first} to {last}'
        case {'kind': 'point', 'x': x, **rest}:
            return f'mapping {x} {rest}'
        case {'a': 1 | 2 as a}:
            return f'a={a}'
        case {}:
            return 'mapping'
        case Point(0, 0):
            return 'origin'
        case Point(x, y=0):
            return f'on axis {x}'
        case Point(x=x, y=y) if x == y:
            return f'diagonal {x}'
        case Point():
            return 'point'
        case bytes(b):
            return f'bytes {b}'
        case _:
            return 'other'


for value in (None, True, False, 0, 5, 500, 1.5, 'a', 'xyz', [], [9], [1, 2, 3], (4, 5, 6), range(3), {'kind': 'point', 'x': 1, 'z': 2},
              {'a': 2}, {'b': 1}, Point(0, 0), Point(3, 0), Point(2, 2), Point(1, 2), b'bb', object, {1}, iter([])):
    print(describe(value))


def values(c):
    match c:
        case Color.RED:
            return 'red'
        case Color.GREEN:
            return 'green'
        case -1:
            return 'minus one'
        case 1 + 2j:
            return 'complex'
    return 'nothing'


print([values(v) for v in (1, 2, -1, 1 + 2j, 9)])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def too_many(p):
    match p:
        case Point(a, b, c):
            return a


def no_args(p):
    match p:
        case NoArgs(a):
            return a


def twice(p):
    match p:
        case Point(a, x=b):
            return a


def not_a_class(p):
    match p:
        case values(a):
            return a


class NoArgs:
    pass


class BadArgs:
    __match_args__ = ['x']


class BadNames:
    __match_args__ = (1,)


def bad_args(p):
    match p:
        case BadArgs(a):
            return a


def bad_names(p):
    match p:
        case BadNames(a):
            return a


def self_match(p):
    match p:
        case int(a, b):
            return a


attempt(lambda: too_many(Point(1, 2)))
attempt(lambda: no_args(NoArgs()))
attempt(lambda: twice(Point(1, 2)))
attempt(lambda: not_a_class(1))
attempt(lambda: bad_args(BadArgs()))
attempt(lambda: bad_names(BadNames()))
attempt(lambda: self_match(1))


def missing_attribute(p):
    match p:
        case Point(x=1, z=2):
            return 'both'
        case Point(x=1):
            return 'x only'


attempt(lambda: missing_attribute(Point(1, 2)))


def duplicate(mapping, k):
    class K:
        key = k
        other = k
    match mapping:
        case {K.key: a, K.other: b}:
            return a, b


attempt(lambda: duplicate({'q': 1}, 'q'))


class Mapping(dict):
    def __missing__(self, key):
        return 'made up'


def default_dict(m):
    match m:
        case {'absent': x}:
            return x
        case _:
            return 'no match', dict(m)


print(default_dict(Mapping()))


def nested(data):
    match data:
        case {'users': [{'name': str(name), 'tags': [*tags]}, *_]}:
            return name, tags
        case (Point(x=[a, b]), *others) if others:
            return a, b, others


print(nested({'users': [{'name': 'n', 'tags': (1, 2)}, 5]}), nested([Point([1, 2], 0), 3]), nested([Point([1, 2], 0)]))
match 1, 2:
    case a, b if a > b:
        print('greater')
    case a, b:
        print('bound', a, b)
match 'text':
    case [*_]:
        print('strings are not sequences')
    case _:
        print('right')
