# enum.
from enum import *
import enum, pickle, copy

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

class C(Enum):
    R = 1
    G = 2
    B = R

    def f(s):
        return s.name

print(C.R, repr(C.R), C.B is C.R, list(C), C(1), C['G'], C.__members__, len(C), C.R.f())
print(C.R == 1, C.R in C, 1 in C, 9 in C, hash(C.R) == hash('R'), C, repr(C), type(C))
print(C.R.__class__, isinstance(C.R, C), C.R.name, C.R.value)
attempt(C, 3)
attempt(lambda: C['Z'])
attempt(setattr, C, 'R', 2)
attempt(delattr, C, 'R')
attempt(lambda: C.R < C.G)
attempt(lambda: C.Q)
attempt(C.R.__setattr__, 'name', 'q')
print(dir(C), C.R._value_, C.R._name_, C.R.__dict__, f'{C.R}', f'{C.R!r:>10}', '%s' % C.R, format(C.R, '>8'))

class I(IntEnum):
    A = 1
    B = 2

print(I.A, repr(I.A), I.A + 1, I.A < I.B, f'{I.A}', f'{I.A:03}', I(2), str(I.A), '%d' % I.A)
print(sorted([I.B, I.A]), {I.A: 1}[1])

class S(StrEnum):
    X = auto()
    Y = 'why'

print(S.X, repr(S.X), S.Y.upper(), S('x'), f'{S.X:>5}', S.X == 'x')

class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

print(F.R, F.R | F.W, repr(F.R | F.X), F.RW, ~F.R, F.R & F.W, bool(F.R & F.W), F(0), F(7))
print(list(F.RW), len(F.RW), F.R in F.RW, F.RW ^ F.R, list(F), F.RW.name, F(5).name, F(5).value)
print(F.R.__or__(1))
attempt(F, 8)
attempt(F, 'a')
attempt(lambda: F.R | 1)
attempt(lambda: 1 in F.R)

class FI(IntFlag):
    A = 1
    B = 2

print(FI.A | 8, repr(FI(9)), ~FI.A, FI.A + 1, FI(3), FI.A | FI.B, repr(FI(0)), FI.A | 4)

class FK(Flag, boundary=KEEP):
    A = 1

print(repr(FK(5)))

class FC(Flag, boundary=CONFORM):
    A = 1

print(repr(FC(5)))

class FE(Flag, boundary=EJECT):
    A = 1

print(repr(FE(5)))

def mk(s):
    exec('from enum import *\n' + s, {})

attempt(mk, 'class A(Enum):\n x=1\n x=2')
attempt(mk, 'class A(Enum):\n x=1\nclass B(A): pass')
attempt(mk, '@unique\nclass A(Enum):\n x=1\n y=1')
attempt(mk, 'class A(Enum):\n mro=1')
attempt(mk, 'class A(Enum):\n _bad_=1')
attempt(mk, 'class A(IntEnum):\n x="a"')
attempt(mk, 'class A(StrEnum):\n x=1')
attempt(mk, '@verify(CONTINUOUS)\nclass A(Enum):\n x=1\n y=5')
attempt(mk, '@verify(NAMED_FLAGS)\nclass A(Flag):\n x=1\n y=6')
D = Enum('D', 'a b c')
print(list(D), D.__module__)
E2 = Enum('E2', {'p': 1, 'q': 'z'}, type=None)
print(list(E2))
print(list(Enum('Z', [('a', 1), ('b', 2)], start=5)), list(IntEnum('ZZ', 'a,b', start=3)))

class P(Enum):
    E = (1, 2)
    M = (3, 4)

    def __init__(s, a, b):
        s.a = a
        s.b = b

    @property
    def sum(s):
        return s.a + s.b

    @classmethod
    def cm(cls):
        return cls.E

print(P.E.a, P.E.sum, P.cm(), P((3, 4)))

class A(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    X = auto()
    Y = auto()

print(list(A))

class Mi(Enum):
    _ignore_ = ['q']
    q = 1
    N = nonmember(5)
    Z = member(6)
    L = 1

    @classmethod
    def _missing_(cls, v):
        return cls.L if v == 'miss' else None

print(list(Mi), Mi.N, Mi('miss'))
attempt(Mi, 'zz')
print(pickle.loads(pickle.dumps(C.R)) is C.R, copy.deepcopy(C.R) is C.R, copy.copy(F.R | F.W))

@global_enum
class G(Enum):
    GA = 1

print(G.GA, repr(G.GA), GA)

class O(Enum):
    _order_ = 'b a'
    b = 1
    a = 2

print([x for x in O], C.__doc__, O.__doc__, enum.show_flag_values(7))

class DT(int, Enum):
    A = 1

print(DT.A, repr(DT.A), f'{DT.A}', DT.A + 1)

class AL(Enum):
    A = 1
    AL._add_alias_ if 0 else None

AL.A._add_alias_('Q')
AL.A._add_value_alias_(44)
print(AL.Q, AL(44))

class Bn(Enum):
    A = 1.5
    B = 'x'
    C = None
    D = auto() if 0 else 3

print(list(Bn))
print(auto(), EnumType, EnumMeta is EnumType, enum.bin(10), enum.bin(-3, 5), EnumCheck.UNIQUE)
print(FlagBoundary.STRICT, enum.property)
