def f(): pass
def f(a, b=1, /, c=2, *args, d, e=3, **kw): return a
def f(*, a): "docstring"
def f(a, /): """  doc
    with indent
      more
	tab
    end   """; return 1
def f(): return
def f(): return None
def f(x):
    return (
        x
    )
def f(x):
    if x: return 1
    elif x + 1: return 2
    else: return 3
@dec
@dec.attr(1)
@(lambda f: f)
def decorated(a: int, *b: str, c: float = 1, **d: 'quoted') -> list[int]:
    x: int = 1
    y: str
    (z): int = 2
    q.w: int
    q[0]: int = 3
    return x
def outer(a):
    b = 1
    def middle(c=a, *, d=b):
        e = 2
        def inner():
            nonlocal b
            b = a + c + d + e
            return lambda: (a, b, e)
        return inner
    return middle
def __private(_C__x, __y): return __z
class C:
    __attr = 1
    def __method(self, __arg, *, __kw=1, __kw2: int = 2):
        __local = self.__attr
        self.__attr.__other__ = __arg
        del self.__x
        import __mod
        import a.__b as __c
        from __pkg import __name as __alias
        def __inner(): return __local
        class __Inner: pass
        global __glob
        __glob = lambda __p: __p + __q
        return [__i for __i in __local], f(__kw=1), __local.__m(__a=1)
def gen():
    x = yield
    y = yield 1
    z = yield x, y
    yield from gen()
    r = yield from (a for a in z)
    return r
def recursive(n): return recursive(n - 1) if n else n
def unreachable():
    return 1
    x = 2
    def g(): return x
def stars(*a): return f(*a, *a), [*a, *a], {**a}, print(*a, sep='')
lambda *a, **k: (yield)
def default_order(a=f(), *, b=g(), c, d=h()): pass
def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t): return locals()
def uses_class_cell(): return __class__
