# What special methods may return, and the messages of operations on objects without them.
from _snippets import run

run(r'''
class A:
    def __repr__(self): return 1
repr(A())
#--
class A:
    def __str__(self): return 1
str(A())
#--
class A:
    def __len__(self): return -1
len(A())
#--
class A:
    def __len__(self): return 'a'
len(A())
#--
class A:
    def __len__(self): return 10**30
len(A())
#--
class A:
    def __bool__(self): return 1
bool(A())
#--
class A:
    def __len__(self): return -1
bool(A())
#--
class A:
    def __hash__(self): return 'a'
hash(A())
#--
class A:
    def __hash__(self): return 10**30
print(hash(A()) == hash(10**30))
#--
class A:
    def __eq__(self, o): return True
hash(A())
#--
class A:
    __hash__ = None
{A(): 1}
#--
class A:
    __hash__ = None
{A()}
#--
hash([])
#--
{[]: 1}
#--
{{}: 1}[0]
#--
d = {}; d[[]] = 1
#--
d = {}; d[[]]
#--
s = set(); s.add([])
#--
class A:
    def __iter__(self): return 1
iter(A())
#--
class A:
    __iter__ = None
iter(A())
#--
class A:
    __iter__ = None
list(A())
#--
class A:
    __contains__ = None
1 in A()
#--
1 in 1
#--
for x in 1: pass
#--
a, b = 1
#--
[*1]
#--
print(*1)
#--
print(**1)
#--
print(**{1: 2})
#--
class A:
    def __next__(self): return 1
    def __iter__(self): return self
a = A(); print(next(a))
#--
next(1)
#--
iter(1)
#--
class A:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
print(list(A()), 2 in A(), list(reversed(A())) if 0 else '')
reversed(A())
#--
class A:
    def __index__(self): return 'a'
[1][A()]
#--
class A:
    def __index__(self): return True
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    print([1,2][A()], w[0].message)
#--
class A:
    def __int__(self): return 'a'
int(A())
#--
class A:
    def __float__(self): return 'a'
float(A())
#--
class A:
    def __complex__(self): return 'a'
complex(A())
#--
class A:
    def __bytes__(self): return 'a'
bytes(A())
#--
class A:
    def __format__(self, s): return 1
format(A())
#--
class A:
    def __format__(self, s): return 1
f'{A()}'
#--
format(object(), 'x')
#--
class A:
    def __dir__(self): return 1
dir(A())
#--
class A:
    def __dir__(self): return ['b', 'a']
print(dir(A()))
#--
class A:
    def __length_hint__(self): return -1
import operator
operator.length_hint(A())
#--
class A:
    def __call__(self, x): return x
print(A()(1)); A()()
#--
class A: pass
A()()
#--
class A: pass
A()[1]
#--
class A: pass
A()[1] = 2
#--
class A: pass
del A()[1]
#--
class A: pass
A[1]
#--
class A: pass
A[1] = 1
#--
class A: pass
len(A())
#--
class A: pass
-A()
#--
class A: pass
A() + 1
#--
class A: pass
1 + A()
#--
class A: pass
a = A(); a += 1
#--
class A: pass
A() < A()
#--
class A: pass
A() @ 1
#--
class A: pass
pow(A(), 1)
#--
class A: pass
pow(A(), 1, 2)
#--
class A: pass
divmod(A(), 1)
#--
class A: pass
abs(A())
#--
class A: pass
round(A())
#--
import math
class A: pass
math.floor(A())
#--
class A: pass
~A()
#--
class A: pass
with A(): pass
#--
class A:
    def __enter__(self): pass
with A(): pass
#--
class A:
    def __aenter__(self): pass
    def __aexit__(self): pass
with A(): pass
#--
class A:
    def __enter__(self): pass
    def __exit__(self): pass
async def f():
    async with A(): pass
f().send(None)
#--
async def f():
    async for x in 1: pass
f().send(None)
#--
async def f():
    await 1
f().send(None)
#--
class A:
    def __await__(self): return 1
async def f():
    await A()
f().send(None)
#--
class A:
    def __getattr__(self, n): raise AttributeError(n)
A().x
#--
class A:
    def __getattribute__(self, n): raise AttributeError('no ' + n)
A().x
#--
class A:
    @property
    def x(self): return self.yy
A().x
#--
class A:
    @property
    def x(self): return 1
A().x = 2
#--
class A:
    @property
    def x(self): return 1
del A().x
#--
class A:
    x = property()
A().x
#--
class A:
    x = property()
    y = property(lambda s: 1, lambda s, v: print('set', v), lambda s: print('del'), 'doc')
print(A.x, A.y.__doc__, A.y.__name__, A.x.__name__)
a = A(); a.y = 1; del a.y
A.y.fget = 1
#--
p = property(lambda s: 1); print(p.__name__); del p.__name__
#--
p = property(); p.__name__
#--
class A:
    def f(self): pass
print(A.f, A().f.__name__, A.f.__qualname__)
A().f.x = 1
#--
class A:
    def f(self): pass
a = A()
print(a.f == a.f, a.f is a.f, hash(a.f) == hash(a.f), a.f.__self__ is a, a.f.__func__ is A.f)
A.f(); 
#--
class A:
    def f(): pass
A().f()
#--
class A:
    @classmethod
    def f(cls): return cls.__name__
    @staticmethod
    def g(): return 'g'
print(A.f(), A().f(), A.g(), A().g(), A.__dict__['f'].__func__, A.__dict__['g'].__func__, A.__dict__['g'].__wrapped__)
print(A.__dict__['g'](), repr(A.__dict__['f'])[:12])
A.__dict__['f']()
#--
super()
#--
class A:
    def f(self): return super().zz
A().f()
#--
class A:
    def f(self): del self; super()
A().f()
#--
class A:
    def f(): super()
A.f()
#--
super(1)
#--
super(int, 'a')
#--
class A: pass
class B(A): pass
s = super(B, B()); print(repr(s)[:30], s.__thisclass__, s.__self_class__, type(s.__self__)); print(super(B), super(B).__self__)
#--
super(int).x
#--
class A:
    def __class_getitem__(cls, i): return (cls.__name__, i)
print(A[1], A[1, 2])
A()[1]
#--
class M(type):
    def __getitem__(cls, i): return i
    def __call__(cls, *a): return a
    def __len__(cls): return 3
    def __iter__(cls): return iter((1, 2))
    def __contains__(cls, x): return True
    def __instancecheck__(cls, x): return x == 1
    def __subclasscheck__(cls, x): return x is int
    def __repr__(cls): return 'M!'
    @property
    def p(cls): return 'p'
class A(metaclass=M): pass
print(A[1], A(1, 2), len(A), list(A), 4 in A, isinstance(1, A), isinstance(2, A), issubclass(int, A), A, A.p)
#--
isinstance(1, 1)
#--
isinstance(1, (int, 1)), isinstance('', (int, 1))
#--
issubclass(1, int)
#--
issubclass(int, 1)
#--
isinstance(1, int | str), isinstance(1, list[int])
#--
class A: __class__ = int
print(isinstance(A(), int), isinstance(A(), A), A().__class__)
#--
class A:
    def __eq__(self, o): return NotImplemented
print(A() == 1, A() != 1)
bool(NotImplemented)
#--
class A:
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
print(A() < 1, 1 < A(), A() > 1, 1 > A())
A() <= 1
#--
class A: 
    def __add__(self, o): return 'A+'
    def __radd__(self, o): return 'A r+'
class B(A):
    def __radd__(self, o): return 'B r+'
class C(A): pass
print(A() + B(), A() + C(), B() + A(), C() + A(), 1 + B())
#--
class I(int):
    def __radd__(self, o): return 'radd'
    def __rsub__(self, o): return 'rsub'
    def __rpow__(self, o, m=None): return 'rpow', m
print(1 + I(2), 1 - I(1), 1 * I(2), 1 ** I(2), pow(1, I(2), 3), I(3) + I(4))
#--
class L(list):
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'
print([1] + L(), 2 * L(), [1] + L([3]))
#--
class S(str):
    def __rmod__(self, o): return 'rmod'
    def __radd__(self, o): return 'radd'
print('%s' % S('a'), 'a' + S('b'))
#--
[1] + 1
#--
[1] + (1,)
#--
(1,) + [1]
#--
'a' + 1
#--
1 + 'a'
#--
b'a' + 'a'
#--
'a' * 'b'
#--
[1] * 1.5
#--
x = [1]; x += 1
#--
x = (1,); x *= 'a'
#--
{} | 1
#--
{1} | [1]
#--
None + 1
#--
print >> 1
#--
1 << -1
#--
1 // 0
#--
1 % 0
#--
1.0 / 0
#--
divmod(1.0, 0)
#--
0 ** -1
#--
int('a')
#--
float('a')
#--
int('1' * 5000)
#--
[].pop()
#--
[1].index(2)
#--
{}.popitem()
#--
{}['a']
#--
(1,)[1]
#--
'a'[1]
#--
'a'['b']
#--
[1]['a']
#--
(1,)['a']
#--
[1][1] = 1
#--
del [1][3]
#--
'a'[0] = 'b'
#--
del 'a'[0]
#--
(1,)[0] = 1
#--
None.x
#--
None.x = 1
#--
(1).x = 1
#--
del (1).x
#--
x = object(); x.a = 1
#--
def f(): pass
f.x
#--
f = lambda: 0; f.__code__ = 1
#--
f = lambda: 0; f.__name__ = 1
#--
f = lambda: 0; f.__defaults__ = 1
#--
f = lambda: 0; f.__dict__ = 1
#--
f = lambda: 0; f.__closure__ = ()
#--
f = lambda: 0; f.__globals__ = {}
#--
f = lambda: 0; del f.__globals__
#--
raise 1
#--
raise int
#--
raise ValueError from 1
#--
try: 1/0
except 1: pass
#--
try: 1/0
except (ValueError, int): pass
#--
import nonexistent
#--
from os import nonexistent
#--
import os.nonexistent
#--
from . import x
#--
undefined_name
#--
def f(): x; x = 1
f()
#--
def f():
    def g(): return x
    g()
    x = 1
f()
#--
del zzz
#--
global_x: int
global_x
#--
(lambda a: 0)()
#--
(lambda a, b: 0)()
#--
(lambda a, b, c: 0)()
#--
(lambda: 0)(1)
#--
(lambda *, a: 0)()
#--
(lambda *, a, b: 0)()
#--
(lambda a, /: 0)(a=1)
#--
(lambda a: 0)(1, a=1)
#--
(lambda a: 0)(b=1)
#--
(lambda a, b=1: 0)(1, 2, 3)
#--
(lambda a, *, b: 0)(1, 2, b=3)
#--
len()
#--
len(1, 2)
#--
len(x=1)
#--
int(1, 2, 3)
#--
int(x=1)
#--
print(foo=1)
#--
sorted()
#--
sorted([1], 2)
#--
'a'.join(1)
#--
'a'.join([1])
#--
'a'.split(1)
#--
'a'.replace('a')
#--
[].append()
#--
x = [].append; x()
#--
class L(list): pass
x = L().append; x()
#--
class L(list): pass
L().append()
#--
list.append()
#--
list.append(1)
#--
list.append(1, 2)
#--
str.upper(1)
#--
dict.fromkeys()
#--
int.__add__(1)
#--
int.__add__('a', 1)
#--
int.__add__()
#--
(1).__add__()
#--
object.__init__()
#--
object().__init__(1)
#--
getattr(1, 2)
#--
getattr(1, 'x')
#--
setattr(1, 2, 3)
#--
hasattr(1, 2)
#--
delattr(1, 2)
#--
vars(1)
#--
eval(1)
#--
exec(1)
#--
compile(1, 'a', 'exec')
#--
chr(-1)
#--
ord('ab')
#--
ord(1)
#--
hex('a')
#--
sum(['a'])
#--
sum([b''], b'')
#--
max()
#--
max([])
#--
max(1)
#--
min(1, 'a')
#--
zip(1)
#--
list(zip([1], [1, 2], strict=True))
#--
map()
#--
enumerate()
#--
range()
#--
range(1, 2, 0)
#--
range(1.0)
#--
slice()
#--
open('/nonexistent/x')
#--
__import__('')
#--
__import__(1)
#--
id()
#--
globals(1)
#--
input(1, 2)
#--
round('a')
#--
pow(2, -1, 0)
#--
pow(2, 3, 0)
#--
pow(2, -1, 4)
#--
abs('a')
#--
all(1)
#--
iter(1, 2)
#--
bytes(-1)
#--
bytes('a')
#--
bytes([256])
#--
bytes(1, 'a')
#--
bytearray('a')
#--
memoryview('a')
#--
complex('a')
#--
frozenset(1)
#--
dict(1)
#--
dict([1])
#--
dict([(1,)])
#--
dict(1, 2)
#--
{}.update(1)
#--
type.mro(1)
#--
classmethod()
#--
staticmethod(1, 2)
#--
property(1, 2, 3, 4, 5)
''')
