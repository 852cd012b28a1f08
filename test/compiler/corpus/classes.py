class A: pass
class B(A): x = 1
class C(A, B, metaclass=type, **kw): "doc"
class D(*bases, **kwargs): pass
class E(A, *bases, x=1, **kw): pass
@decorator
class F:
    """Doc
       string."""
    a: int
    b: str = 'x'
    def __init__(self): self.x = self.y = 1; super().__init__()
    def m(self, v):
        self.z: int = v
        self.z, self.w = 1, 2
        super().m(v)
        super(F, self).m(v)
        super().attr
        super(F, self).attr
        super().__class__
        super(*v).m()
        super().m(*v)
        super().m(a=1)
        super() \
            .multi \
            .line()
        return __class__
    @classmethod
    def cm(cls): return super().cm
    @staticmethod
    def sm(): return super().sm
    def nested(self):
        def inner(other):
            self.inner_attr = 1
            return super().x
        class Inner:
            def method(self): self.inner_only = 2; return __class__
        lambda: super().y
        [super().z for _ in ()]
    x = [a for a in range(3)]
    y = [b for a in x]
    z = (lambda: a)()
    w = {a: b for a, b in ()}
    v = [lambda: __class__ for _ in ()]
    del x
class G:
    def f(): nonlocal_ = 1
    x = 1
    def g(self): return x
    class H:
        y = x
        def i(self): return y
class I:
    __slots__ = ('a',)
    if True:
        c: int = 1
    else:
        d: str
    for i in (): e: int
    try: f: int
    except: g: int
    finally: h: int
    with x: j: int
    while x: k: int
    match x:
        case 1: l: int
class J:
    global k
    k = 1
    def k(self): pass
    class k: pass
class K:
    a = 1
    def f(self): return a
    a: int
def f():
    x = 1
    class L:
        x = x
        y = x
        def g(self): return x
        z = [x for _ in ()]
        locals()
    class M:
        nonlocal x
        x = 2
    return L
class N: 'doc only'
class O:
    b'not doc'
class P:
    f'not doc'
class Q:
    __classcell__ = 1
    __dict__: int
