lambda: 0
lambda x: x
lambda x, y: x + y
lambda x=1: x
lambda *a: a
lambda **k: k
lambda *, a: a
lambda *, a=1: a
lambda a, /: a
lambda a, b=1, /, c=2, *d, e, f=3, **g: (a, b, c, d, e, f, g)
f = lambda: (yield)
f = lambda: (yield from a)
f = lambda: [x for x in y]
f = lambda x: lambda y: lambda z: x + y + z
f = lambda x: (lambda: x)()
f = lambda: a if b else c
f = lambda: (a := 1)
f = lambda: a and b
f = lambda: not a
f = lambda: None
f = lambda: 1
f = lambda: 'string'
f = lambda: (a,
             b)
(lambda: a)(), (lambda b: b)(c)
[lambda: i for i in a]
{k: lambda v: v for k in a}
def g(a, b):
    return lambda: a, lambda b: b, lambda c=a: c
class C:
    x = lambda self: self.y
    y = lambda: x
    __z = lambda self: self.__z
lambda: await_
sorted(a, key=lambda x: x.y)
lambda: (lambda: (lambda: a))
lambda x: x.y.z().w[0]
lambda x: f'{x!r}'
lambda x: any(y for y in x)
try: lambda: 1
finally: lambda: 2
