[x for x in y]
[x for x in y if x]
[x for x in y if x if not x if a < x < b]
[(x, z) for x in y for z in x]
[x for x in y for z in [x]]
[x for x in y for z in (x,) if z]
[x for x in y for z in [x, 1]]
[x for x in y for z in [*x]]
{x for x in y}
{x: z for x, z in y}
(x for x in y)
list(x for x in y)
f((x for x in y), 1)
any(x for x in y), all(x for x in y), tuple(x for x in y), set(x for x in y)
any(x for x in y for z in x if z)
any([x for x in y])
a.any(x for x in y)
x = any(x for x in y) and all(
    x for x in y
)
if any(x for x in y): pass
[[x for x in z] for z in y]
[[x for x in z] for z in [w for w in y]]
[lambda: x for x in y]
[lambda x: x for x in y]
[(lambda: x)() for x in y if (lambda: x)()]
[x := 1 for z in y]
[z for z in y if (w := z)]
def f(y):
    [x for x in y]
    x = 1
    [x for x in y]
    print(x)
    [x for x in y if a]
    {k: v for k, v in y for q in (k, v)}
    [lambda: x for x in y]
    [lambda: (x, y) for z in y]
    [[x for x in z] for z in y]
    [(x, [z for z in x]) for x in y]
    (x for x in y)
    [(q := x) for x in y]
    [[(r := x) for x in z] for z in y]
    def g(): return x, q
    return [i for i in range(10)], [i for i in range(20)]
def nested_free(a):
    b = 1
    return [[a + b + c + d for c in range(2)] for d in range(3)], lambda: [b for _ in a]
class C:
    a = [1]
    b = [x for x in a]
    c = [a for x in a]
    d = [[a for x in a] for y in a]
    e = (x for x in a)
    f = [lambda: (a, x) for x in a]
    g = {a: x for a in a for x in a}
    def m(self): return [self.__p for __q in self if __q]
    __q = [__r for __r in ()]
async def coro():
    [x async for x in y]
    [await x for x in y]
    [await x async for x in y if await x]
    {x: await x async for x in y}
    {x async for x in y for z in x}
    {x for x in y async for z in x}
    (x async for x in y)
    (await x for x in y)
    [[await z for z in x] for x in y]
    [[z async for z in x] for x in y]
    return [x async for x in y]
def with_try(y):
    try:
        return [x for x in y]
    except E as x:
        return {x for x in y}
    finally:
        [x for x in y]
def delete(y):
    x = 1
    del x
    [x for x in y]
    return x
def args_clash(x, *y, **z):
    return [x for x in x], [y for y in y], [z for z in z]
global_clash = [global_clash for global_clash in ()]
