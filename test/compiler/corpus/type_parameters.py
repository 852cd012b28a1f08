def f[T](a: T) -> T: return a
def f[T: int](a: T): pass
def f[T: (int, str)](): pass
def f[T = int](): pass
def f[T: int = bool](a=1, *, b=2): pass
def f[*Ts](*args: *Ts): pass
def f[*Ts = *tuple[int]](): pass
def f[**P](*args: P.args, **kwargs: P.kwargs): pass
def f[**P = [int]](): pass
def f[T, *Ts, **P, U: T = T](a: T = 1, *b: *Ts, c: U = 2, **d): return T, Ts
async def f[T](a: T): return T
@decorator
def f[T](a, b=1): pass
class A[T]: pass
class A[T: int, *Ts, **P](Base[T], metaclass=M, **kw):
    x: T
    def m[U](self, a: T, b: U) -> T: return T, U, __class__
    class Inner[V](A[T]): y: V
    type Alias = T
    type Generic[W] = dict[T, W]
@decorator
class A[T = int]:
    """doc"""
    __t: T
class B[T](*bases): pass
class B[__T](C[__T]):
    def m(self): return __T
type X = int
type X[T] = list[T]
type X[T: int, *Ts, **P] = dict[T, X]
type X[T = int] = T
type X = [y for y in z]
type X = lambda: x
def outer():
    type Y = z
    z = 1
    type Z[T] = Y | z | T
    class C[T]:
        type A = T | z
        def m(self): return T
    def g[T: z](x: T = z): return T, z
    return g
class D:
    type A = x
    x = 1
    type B[T: x] = T | x
    def f[T: x](self, a: T = x): pass
    def g[T](self): return lambda: (T, __class__)
    class E[T: x](x): y = x
def generic_generator[T](): yield T
class F[T: (yield_)]: pass
def nested[T]():
    def inner[U: T](a: U, b: T): return T, U
    class C[V]:
        def m[W](self): return T, V, W
    return inner
