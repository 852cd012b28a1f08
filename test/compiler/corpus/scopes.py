x = 1
def f():
    print(x)
    def g():
        global x
        x = 2
        def h(): return x
        return h
    return g
def a():
    v = 1
    def b():
        def c():
            nonlocal v
            v = 2
            return v
        return c
    def d():
        global v
        v = 3
        class E:
            def m(self): return v
        return E
    return b, d
class C:
    x = 1
    def m(self): return x
    def n(self):
        x = 2
        class D:
            print(x)
            x = 3
            print(x)
            def o(self): return x
        return D
def k(arg, *args, kw, **kwargs):
    def inner(): return arg, args, kw, kwargs
    return inner
def l():
    for i in (): pass
    with a as b: pass
    try: pass
    except E as e: pass
    import m
    from n import o as p
    def q(): return i, b, e, m, p, r, s
    class r: pass
    s = 1
    del s
    return q
def unbound():
    print(u)
    u = 1
    del u
    print(u)
def conditional(c):
    if c: w = 1
    print(w)
    return w
def loop_defined():
    while z:
        if y: t = 1
        print(t)
def exec_like():
    locals()
    return super
def super_shadow(super): return super().x
class S:
    def m(self):
        super = 1
        return super().x
    def n(self):
        return super
    def o():
        return super().x
    def p(*self):
        return super().x
    def q(self, /):
        return super().x
    def r(self):
        self = 1
        return lambda: super().x
    def s(self):
        def self_cell(): return self
        return super().x
    def t(self):
        return [super().x for y in self], (super().x for y in self)
def walrus():
    if (n := f()) and (m := n): return n
    while (chunk := read()): use(chunk)
    [last := i for i in n]
    def inner(): return last, n
    return any((found := i) for i in n), found
[module_walrus := i for i in ()]
def global_walrus():
    global gw
    [gw := i for i in ()]
def deep():
    a1 = 1
    def d2():
        a2 = 2
        def d3():
            a3 = 3
            def d4(): return a1, a2, a3
            return d4
        return d3
    return d2
__name__, __file__, __builtins__
def dunder(): return __name__, __debug__
