with a: b
with a as b: c
with a as b, c as d: e
with a, b: c
with (a as b, c): d
with (a, b) as c: d
with a as (b, c): d
with a as b.c, d as e[0]: f
with a as [b, *c]: d
def f(x):
    with x: return 1
def g(x):
    with x as y: return y
def h(x):
    for i in x:
        with i:
            if a: break
            if b: continue
            return c
def i(x):
    with x:
        with y: pass
        raise A
def j():
    with a():
        pass
    return 1
def k():
    with open(
        'x'
    ) as f, open('y') as g:
        return f.read(), g
async def l(x):
    async with x: pass
    async with x as y: return y
    async with x as y, z as w: pass
    for i in x:
        async with i:
            if a: break
            if b: continue
            return await c
def m():
    with a:
        try: b
        finally:
            with c: return d
def n():
    with a: yield b
    with c as d: yield from e
