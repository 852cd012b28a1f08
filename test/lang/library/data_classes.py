# dataclasses.
from dataclasses import *
import dataclasses, typing, copy
from typing import ClassVar, Any

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

@dataclass
class A:
    x: int
    y: str = 'd'
    z: list = field(default_factory=list, repr=False, compare=False)
    c: ClassVar[int] = 3
    i: InitVar[int] = 0

    def __post_init__(s, i):
        s.w = i

a = A(1, i=5)
print(a, a.w, a == A(1), A.__doc__, A.__match_args__, [f.name for f in fields(a)], asdict(a))
print(astuple(a), replace(a, x=2, i=0))
attempt(A)
attempt(A, 1, 2, 3, 4, 5)
attempt(hash, a)
print(fields(A)[0].name, fields(A)[0].type, fields(A)[0].default is MISSING)
attempt(fields, 1)
print(is_dataclass(A), is_dataclass(a), is_dataclass(1), A.__init__.__annotations__)

@dataclass(order=True, frozen=True, slots=True, kw_only=True)
class B:
    a: int
    b: int = 2

b = B(a=1)
print(b, b < B(a=2), hash(b) == hash(B(a=1)), B.__slots__)
attempt(setattr, b, 'a', 2)
attempt(delattr, b, 'a')
attempt(B, 1)
attempt(lambda: b < 1)
attempt(setattr, b, 'q', 1)
print(copy.copy(b), copy.replace(b, a=7))
attempt(getattr, b, '__dict__')

def mk(s):
    exec('from dataclasses import *\nfrom typing import *\n' + s, {})

attempt(mk, '@dataclass\nclass C:\n x:int=1\n y:int')
attempt(mk, '@dataclass\nclass C:\n x:list=[]')
attempt(mk, '@dataclass(order=True,eq=False)\nclass C:\n x:int')
attempt(mk, '@dataclass\nclass C:\n x:int=field(default=1,default_factory=int)')
attempt(mk, '@dataclass(frozen=True)\nclass C: pass\n@dataclass\nclass D(C): pass')
attempt(mk, '@dataclass(unsafe_hash=True)\nclass C:\n def __hash__(s): return 1')
attempt(mk, '@dataclass(order=True)\nclass C:\n def __lt__(s,o): return 1')
attempt(mk, '@dataclass\nclass C:\n x=field()')

@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = field(default=3, metadata={'m': 1}, doc='hello')

print(K(1, b=2), K.__dataclass_fields__['b'].metadata, K.__doc__, fields(K)[1].kw_only)
M = make_dataclass('M', ['x', ('y', int), ('z', int, field(default=3))], namespace={'f': lambda s: s.x}, bases=(K,)) if 0 else make_dataclass('M', ['x', ('y', int), ('z', int, field(default=3))], namespace={'f': lambda s: s.x}, frozen=True)
print(M(1, 2), M(1, 2).f(), M.__module__, M.__annotations__)
attempt(make_dataclass, 'M', ['1'])
attempt(make_dataclass, 'M', ['x', 'x'])

@dataclass
class P:
    n: int
    ch: list['P'] = field(default_factory=list)
    d: dict = field(default_factory=dict)

print(asdict(P(1, [P(2)], {'k': P(3)})), asdict(P(1), dict_factory=lambda l: l), P(1, [P(2)]))
p = P(1)
p.ch.append(p)
print(p)
match A(1, 'q'):
    case A(x, y):
        print('m', x, y)

@dataclass
class Inh(A):
    q: int = 9

print(Inh(1, q=2), Inh.__init__.__doc__)
import inspect
print(inspect.signature(Inh), inspect.signature(B), inspect.signature(M))

@dataclass(repr=False, eq=False, init=False)
class N:
    x: int = 1

print(N.x, '__eq__' in N.__dict__, N.__doc__)

@dataclass(slots=True, weakref_slot=True)
class W:
    x: int

print(W.__slots__, W(1))

@dataclass
class De:
    d: 'int' = 0
    e: typing.ClassVar['int'] = 1
    f: 'ClassVar[int]' = 2

print([f.name for f in fields(De)], fields(De)[0].type)
