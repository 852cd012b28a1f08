"""contextlib: generators as managers, ExitStack, suppress, redirects, closing, async managers driven by hand."""
import contextlib
import io
import sys


@contextlib.contextmanager
def tag(name, swallow=()):
    print(f'<{name}>')
    try:
        yield name.upper()
    except swallow as error:
        print('swallowed', error)
    finally:
        print(f'</{name}>')


with tag('a') as a, tag('b') as b:
    print(a, b)
with tag('c', ValueError):
    raise ValueError('inside')
try:
    with tag('d'):
        raise KeyError('out')
except KeyError as error:
    print('got', error)


@tag('decorator')
def decorated(x): return x * 2


print(decorated(4), decorated(5))
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in 'xy']
    stack.callback(print, 'callback', 1, sep=':')
    stack.push(lambda kind, value, tb: print('pushed', kind and kind.__name__) or kind is ZeroDivisionError)
    print(names)
    1 / 0
print('after')
with contextlib.ExitStack() as stack:
    stack.callback(print, 'kept')
    moved = stack.pop_all()
print('not yet')
moved.close()
with contextlib.suppress(KeyError, IndexError):
    {}['x']
with contextlib.suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1)])
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    print('to out')
    print('to err', file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))


class Thing:
    def close(self): print('closed')


with contextlib.closing(Thing()) as t, contextlib.nullcontext(5) as five:
    print(type(t).__name__, five)


@contextlib.contextmanager
def no_yield():
    return
    yield


@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2


for manager in (no_yield, two_yields):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)


class Both(contextlib.ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *exc): print('out', exc[0])


@Both()
def f(): return 'f'


print(f())


@contextlib.asynccontextmanager
async def amanager(n):
    print('aenter', n)
    yield n
    print('aexit', n)


async def main():
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(amanager(1)), stack.enter_context(tag('sync')))
    async with contextlib.aclosing(agen()) as g:
        async for x in g:
            return x


async def agen():
    try:
        yield 'from agen'
    finally:
        print('agen closed')


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)


class Raises:
    def __enter__(self): return self
    def __exit__(self, *exc): raise TypeError('in exit')


try:
    with Raises():
        raise ValueError('body')
except TypeError as error:
    print(error, repr(error.__context__))
for bad in (1, object()):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)
