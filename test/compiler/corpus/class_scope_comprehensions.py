class A:
    x = 1
    a = [x for _ in range(3)]
    b = [y for y in [x]]
    c = [[x, y] for y in ()]
    d = [lambda: x for _ in ()]
    e = [lambda: __class__ for _ in ()]
    f = [__class__ for _ in ()]
    g = [(lambda: super().x)() for _ in ()]
    h = {x: y for x, y in ()}
    i = {x for x in ()}
    j = [z for z in [z for z in ()]]
    k = (x for x in x)
    l = [(x for x in x) for x in x]
    m: [q for q in x]
    n: list[lambda: x]
    def o(self): return [__class__ for _ in ()]
def f():
    x = 1
    class B:
        a = [x for _ in ()]
        b = [y for y in x]
        x = [x for x in x]
        c = [lambda: (x, y) for y in x]
        def m(self): return x
    return B
class C[T]:
    a = [T for _ in ()]
    b = [lambda: T for _ in ()]
    def m[U](self, x: [U for _ in ()]) -> [T for _ in ()]: return [U for _ in T]
    type X = [T for _ in ()]
    c: [T for _ in ()]
class D:
    type A = [x for x in y]
    def f[T: [x for x in ()]](self, a: [lambda: x for x in ()]): pass
    def g(self, a: [x for x in ()], b: {k: v for k, v in ()}): pass
    class E:
        def h(self, a: [__class__ for x in ()]): return __class__
