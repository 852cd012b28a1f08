# contextlib.
from contextlib import *
import contextlib, sys, io

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

@contextmanager
def cm(x):
    """doc"""
    print('in', x)
    try:
        yield (x * 2)
    except ValueError as e:
        print('caught', e)
    finally:
        print('out')

with cm(2) as v:
    print(v)
with cm(3):
    raise ValueError('q')

def a():
    with cm(1):
        raise KeyError('z')

attempt(a)

@cm(5)
def deco():
    print('body')
    return 7

print(deco(), cm.__doc__, cm.__wrapped__.__name__)

@contextmanager
def bad():
    yield 1
    yield 2

def b():
    with bad():
        pass

attempt(b)

@contextmanager
def bad2():
    if 0:
        yield

def b():
    with bad2():
        pass

attempt(b)

def b():
    with bad():
        raise ValueError('x')

attempt(b)
with suppress(KeyError, IndexError):
    {}['x']
with suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1)])

def b():
    with suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])

attempt(b)
f = io.StringIO()
with redirect_stdout(f):
    print('hid')
print(repr(f.getvalue()))
with redirect_stderr(f):
    print('e', file=sys.stderr)
print(repr(f.getvalue()))
with ExitStack() as s:
    s.enter_context(cm('s1'))
    s.callback(print, 'cb', 1)
    s.push(lambda *a: print('exit', a[0]))

    @s.callback
    def _():
        print('deco cb')
    s2 = s.pop_all()
    print('popped')
s2.close()

def b():
    with ExitStack() as s:
        s.callback(lambda: 1 / 0)
        s.callback(lambda: {}['k'])
        raise ValueError('orig')

try:
    b()
except Exception as e:
    while e:
        print(repr(e))
        e = e.__context__
attempt(ExitStack().enter_context, 1)

class Cl:

    def close(s):
        print('closed')

with closing(Cl()) as c:
    pass
with nullcontext(3) as n:
    print(n)

class D(ContextDecorator):

    def __enter__(s):
        print('E')
        return s

    def __exit__(s, *a):
        print('X', a[0])
        return True

@D()
def q():
    raise ValueError

print(q())
print(AbstractContextManager, isinstance(D(), AbstractContextManager))
@asynccontextmanager
async def ac(x):
    print('ain')
    try:
        yield x
    finally:
        print('aout')
async def main():
    async with ac(1) as v:
        print(v)
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(ac(2)))
        st.push_async_callback(cb, 3)
        st.enter_context(cm(9))
    try:
        async with ac(3):
            raise KeyError('k')
    except KeyError as e:
        print('K', e)
    async with nullcontext(4) as z:
        print(z)
    async with aclosing(gen()) as g:
        async for i in g:
            print(i)
            break
async def cb(x):
    print('acb', x)
async def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gfin')

def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value

run(main())
import os
with chdir('/'):
    print(os.getcwd())
