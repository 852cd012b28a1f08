"""match: a small evaluator, JSON shapes, guards, captures, class patterns with custom __match_args__, dataclasses."""
from collections import OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


@dataclass
class Num:
    value: float


@dataclass
class Op:
    symbol: str
    left: object
    right: object


@dataclass
class Call:
    name: str
    args: tuple = ()


def evaluate(node, env={}):
    match node:
        case Num(v) | (int(v) | float(v)):
            return v
        case str(name) if name in env:
            return env[name]
        case str(name):
            raise NameError(name)
        case Op('+', a, b):
            return evaluate(a, env) + evaluate(b, env)
        case Op('*', Num(0), _) | Op('*', _, Num(0)):
            return 0
        case Op('*', left=a, right=b):
            return evaluate(a, env) * evaluate(b, env)
        case Op(symbol=s):
            return f'unknown operator {s}'
        case Call('max', (first, *rest)):
            return max([evaluate(first, env), *(evaluate(r, env) for r in rest)])
        case Call(name=('min' | 'sum') as f, args=[]):
            return f'{f} of nothing'
        case ['let', [str(name), value], body]:
            return evaluate(body, {**env, name: evaluate(value, env)})
        case _:
            return f'cannot evaluate {node!r}'


print(evaluate(Op('+', Num(1), Op('*', 2, 3))), evaluate(Op('*', Num(0), 'undefined')), evaluate(Op('-', 1, 2)))
print(evaluate(Call('max', (1, Num(5), 3))), evaluate(Call('min')), evaluate(['let', ['x', 4], Op('*', 'x', 'x')]), evaluate({'a': 1}))
try:
    evaluate('q')
except NameError as error:
    print('NameError', error)

Point = namedtuple('Point', 'x y')


class Color(Enum):
    RED = 'r'
    BLUE = 'b'


def shape(value):
    match value:
        case []: return 'empty'
        case Point(0, y): return f'on y axis at {y}'
        case Point(): return f'named {value.x}'
        case [Color.RED, *_]: return 'starts red'
        case [[a, b], [c, d]]: return f'matrix {a + d - b - c}'
        case [int(x), int(y)] if x == y: return 'equal pair'
        case [x, y]: return f'pair {x!r} {y!r}'
        case [1, 2, *rest, 9]: return f'1 2 ... 9 with {rest}'
        case [first, *_, last] if first == last: return 'bookends'
        case [*items]: return f'{len(items)} items'
        case {'type': 'circle', 'r': float() | int() as r}: return f'circle {r}'
        case {'type': str(t), **rest} if not rest: return f'bare {t}'
        case {'type': t, **rest}: return f'{t} with {sorted(rest)}'
        case {}: return f'mapping of {len(value)}'
        case Color() as c: return f'color {c.name}'
        case True: return 'true'
        case None: return 'none'
        case -1 | 1.5 | 2j: return 'number'
        case 'text' 'joined': return 'joined'
        case b'bytes': return 'bytes'
        case _: return type(value).__name__


for v in ([], Point(0, 5), Point(1, 2), [Color.RED, 1], [[1, 2], [3, 4]], (3, 3), 'ab', ['a', 'b'], [1, 2, 3, 4, 9], [7, 8, 7], range(4), deque([5, 5]),
          {'type': 'circle', 'r': 2}, {'type': 'dot'}, OrderedDict(type='box', w=1), defaultdict(int), Color.BLUE, True, 1, None, -1, 1.5, 2j,
          'textjoined', b'bytes', bytearray(b'xy'), {1, 2}, memoryview(b'ab')):
    print(shape(v), end='; ')
print()


class Seq(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10


class Map(Mapping):
    def __getitem__(self, k): return {'k': 'v'}[k]
    def __iter__(self): return iter(['k'])
    def __len__(self): return 1


match Seq(), Map():
    case [a, *b], {'k': v, **rest}:
        print(a, b, v, rest)


def last(x):
    match x:
        case (1, y) | (y, 1): pass
        case {'y': y}: pass
        case _: y = 'default'
    return y


print(last((1, 2)), last([3, 1]), last({'y': 4}), last(0))
for bad in ('match x:\n case a: pass\n case b: pass', 'match x:\n case [a, a]: pass', 'match x:\n case 1 | y: pass', 'match x:\n case {**r, "a": 1}: pass', 'match x:\n case f(a=1, a=2): pass',
            'match x:\n case {1: a, 1: b}: pass', 'match x:\n case [*a, *b]: pass', 'match x:\n case a.b(): pass', 'match x:\n case -a: pass'):
    try:
        compile(bad, 's', 'exec')
        print('fine')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
match = case = type = 1
print(match, case, type)
