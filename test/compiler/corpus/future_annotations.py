from __future__ import annotations
x: int
y: str = 'a'
def f(a: int, b: list[str] = 1, *c: 'q', d: x.y.z, e: 1 + 2 = 3, **g: {1: 2}) -> None: pass
class C:
    a: int
    __b: str = 1
    def m(self, x: C, *args: *Ts) -> C: ...
if x:
    z: (yield_) = 1
def g():
    l: int = 1
    m: undefined
def h(a: lambda x, y=1, *z, w, **k: x, b: [i for i in y if i], c: {k: v for k, v in x}, d: (i for i in x)): pass
def i(a: a if b else c, b: not a and b or c, c: a < b is not c, d: -a ** -b, e: (a, b), f: (a,), g: ()): pass
def j(a: a[1:2, ::3], b: f(*a, **k, x=1), c: f'{x!r:>{w}}a{{}}', d: b'bytes', e: ..., f: 1.5, g: 1e400, h: 2j, i: 'it\'s'): pass
def k(b: {1, 2, *c}, c: {**a}, d: a @ b % c // d, e: ~a, f: (lambda: 0), g: 1 .real, h: 'é\u0300\U0001f600\x00'): pass
def l(a: (a + b) * c, b: a ** b ** c, c: (a ** b) ** c, d: a - (b - c), e: not (a or b), f: (not a) in b, g: x if (a if b else c) else d): pass
def m(a: t'{x}{y!r:z}', b: (await_), c: None, d: True, e: -1, f: u'unicode', g: f'{ {1: 2} }', h: f"{'nested'}"): pass
