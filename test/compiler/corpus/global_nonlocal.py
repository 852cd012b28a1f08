global top
top = 1
def f():
    global a, b
    a = 1
    def g():
        nonlocal_ = a
        def h():
            global a
            a = nonlocal_
        return h
    class C:
        global a, c
        a = 2
        c = a
        def m(self): return a, c
        [c for c in a]
    return g, C
def outer():
    x = y = 1
    def inner():
        nonlocal x
        nonlocal y
        x, y = y, x
        class D:
            nonlocal x
            x += 1
            z = x
            def m(self):
                nonlocal y
                y = x
        for x in (): pass
        with x as y: pass
        try: pass
        except E as x: pass
        del y
        [x := 1 for _ in ()]
        return lambda: x
    return inner
class E:
    global g1
    g1 = 1
    def g1(self): pass
    class g1: pass
    import g1
def types():
    T = 1
    def f[T](x: T):
        global u
        u = T
        def g():
            return T, u
        return g
    return f
