async def f(): pass
async def f(): await a
async def f(): return await a
async def f(): yield 1
async def f():
    x = yield
    y = yield await x
    return
async def f():
    async for i in a: b
    async for i in a:
        if b: break
        if c: continue
        if d: return e
    else: g
    async for i, (j, *k) in a.b(): pass
async def f():
    try: await a
    except A as e: await b
    finally: await c
async def f():
    async with a as b, c: await d
    return 1
async def f(a, *, b=1):
    """doc"""
    def inner(): return a
    async def inner2(): return b
    lambda: (yield)
    await inner2()
    return [await x for x in a]
async def f():
    while await a: await b
    if await a: return await b
    await a if await b else await c
    f'{await a}'
    await a.b(await c, d=await e)
async def gen():
    async with a:
        yield 1
    async for x in y:
        yield x
    try:
        yield
    finally:
        await z
class C:
    async def m(self): return super().m()
    async def __aenter__(self): return await self.x
async def star(): return await f(*a, **b)
async def f():
    async for x in a:
        async for y in b:
            async with c: continue
    else:
        return await d
