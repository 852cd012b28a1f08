def f():
    yield
def f():
    yield 1
    return 2
def f():
    x = yield 1
    return (yield x)
def f():
    x = yield from g()
    yield from x
    return (yield from x)
def f():
    try:
        yield 1
    except E:
        yield 2
    else:
        yield 3
    finally:
        yield 4
def f():
    with a: yield
    for x in (yield): yield x
    while (yield): pass
    if (yield): pass
    a[(yield)] = (yield)
    (yield).b = 1
    f((yield), *(yield), x=(yield))
    [(yield), (yield)]
    lambda: (yield)
    assert (yield), (yield)
    return (yield), (yield)
def f(a, b=1):
    def inner(): yield a
    yield from inner()
    b = yield b
g = (x for x in y)
g = (x for x in y if x for z in x if z)
g = ((yield_) for x in y)
g = (lambda: x for x in y)
g = (x for x in (y for y in z))
g = ((x, y) for x in a for y in (z for z in x))
def h(a): return (a for _ in a), (lambda: a for _ in b)
def i():
    return
    yield
def j():
    while True:
        x = yield
        if x is None: break
        try: yield x
        finally: del x
def k():
    for x in y:
        try: yield x
        except GeneratorExit: return
        finally: z
