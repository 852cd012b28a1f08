x: int
y: str = 'a'
z: list[x] = []
(paren): int = 1
a.b: c = 1
a[0]: d
a.b: e
a[1:2, x]: f
if x:
    cond: int
else:
    cond: str = 1
for i in x: loop: int
while x: w: int
try: t: int
except E: t2: int
with x: wi: int
match x:
    case 1: m: int
def f(a: int, b: lambda: x = 1, /, c: [i for i in x] = 2, *d: *Ts, e: x.y, **g: 'h') -> f: pass
def no_return(a: int): pass
def only_return() -> int: pass
class C:
    a: int
    b: 'C' = None
    __private: int
    c: __private
    def m(self, a: C, b: a) -> __private: local: int = a; local2: b
    if x: d: int = 1
    e: [y for y in x]
    f: lambda: a
    class Inner:
        g: a
        h: C
def outer(T):
    class D:
        a: T
        T: int
        b: T
        def m(self, x: T): return T
    def g(x: T) -> D: pass
    v: T = 1
    return g
async def h(a: int) -> str: pass
lambda: 0
def nested():
    x: int
    def inner(y: x): return x
class Dup:
    a: int
    a: str
    a: float = 1
