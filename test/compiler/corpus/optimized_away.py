if __debug__:
    def f(): 'doc'
else:
    def f(): pass
assert x
assert x, y
class C:
    'only doc'
class D:
    'doc'
    x = 1
def f():
    'only doc'
def g():
    'doc'
    'second'
def h():
    assert x, 'message'
def i():
    assert x
    return 1
def j():
    """doc"""
    assert (yield)
async def k():
    """doc"""
    assert await x
def l():
    if not __debug__: return 1
    while __debug__: return 2
    return __debug__
def m(x):
    if False: x = 1
    if True: return x
    else: y
    z
def n():
    while False: x
    for x in (): pass
    return 1 if 0 else 2
def o():
    return 0 and x, 1 and x, 0 or x, 1 or x, not 0, x and 0, x or 1
def p(x):
    if x and 0: a
    if x or 1: b
    if 0 and x: c
    if 1 or x: d
    if not (x and 0): e
def q():
    """doc"""
    def r():
        """inner doc"""
    class S:
        """class doc"""
        def t(self):
            """method doc"""
    return r
if 0:
    x = [y for y in z]
    def dead(): yield
    class Dead: pass
while 0:
    import dead
