# Generators that are left before their end clean up.
import contextlib
def gen():
    try:
        for i in range(5): yield i
    finally: print('cleanup')
for x in gen():
    if x == 2: break
print('after loop')
g = gen(); next(g)
del g
print('after del')
g = gen(); next(g)
g = None
print('after None')
g = gen(); next(g)
for x in g: break
print('alive', next(g))
@contextlib.contextmanager
def cm():
    print('in')
    try: yield 1
    finally: print('out')
with cm() as x: print(x)
async def coro(): pass
c = coro()
class E(Exception): pass
def bad():
    try: yield
    finally: raise E('x')
b = bad(); next(b)
del b
def ign():
    while True:
        try: yield
        except GeneratorExit: pass
b = ign(); next(b)
print('end')
