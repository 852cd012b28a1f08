@a
def f(): pass
@a
@b
@c
def f(): pass
@a.b.c
def f(): pass
@a(b, c=d)
def f(x: int = 1) -> str: pass
@a[0]
def f(): pass
@a or b
def f(): pass
@(x := a)
def f(): pass
@a
class C: pass
@a
@b(1)
class C(D): x = 1
@a

@b
# comment
def f():
    pass
@a
async def f(): await b
class E:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
    @staticmethod
    @a
    def s(): pass
    @classmethod
    async def c(cls): pass
def outer():
    @inner
    def f(): return f
    @f
    class G: pass
    return f, G
@a
def generic[T](x: T): pass
@a
class Generic[T]: pass
@lambda f: f
def last(): pass
