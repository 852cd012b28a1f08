"""async def and await, driven by hand."""


class Future:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        result = yield 'waiting for ' + self.name
        return result


async def inner(x):
    value = await Future('inner')
    return x + value


async def outer():
    total = 0
    for i in range(2):
        total += await inner(i)
    try:
        await Future('failing')
    except ValueError as error:
        print('caught', error)
    return total


def run(coro, *sends):
    try:
        value = coro.send(None)
        while True:
            print('yielded', value)
            value = coro.send(10)
    except StopIteration as stop:
        return stop.value


c = outer()
print(c.cr_await, c.cr_running, c.cr_suspended)
print(c.send(None))
print(type(c.cr_await).__name__, c.cr_suspended)
print(c.send(5))
print(c.send(6))
try:
    c.throw(ValueError('boom'))
except StopIteration as stop:
    print('result', stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)


async def simple():
    return 1


print(run(simple()))
print(run(inner(1)))


async def bad(value):
    await value


class BadAwait:
    def __await__(self):
        return 5


class CoroAwait:
    def __await__(self):
        return simple()


for value in (5, None, BadAwait()):
    c = bad(value)
    try:
        c.send(None)
    except TypeError as error:
        print(error)


async def raises_stop():
    raise StopIteration(1)


try:
    raises_stop().send(None)
except RuntimeError as error:
    print(error)


class Manager:
    async def __aenter__(self):
        print('aenter')
        await Future('enter')
        return 'resource'

    async def __aexit__(self, kind, error, tb):
        await Future('exit')
        print('aexit', kind and kind.__name__)
        return kind is KeyError


async def use_manager(fail):
    async with Manager() as resource:
        print(resource)
        if fail:
            raise fail
    return 'after'


print(run(use_manager(None)))
print(run(use_manager(KeyError('k'))))
try:
    run(use_manager(OSError('o')))
except OSError as error:
    print('out', error)


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Future('next')
        return self.n


async def loop():
    async for x in Count(2):
        print('item', x)
    else:
        print('else')
    return [x async for x in Count(3)], {x: x async for x in Count(1)}


print(run(loop()))


async def comprehension():
    return [await inner(x) for x in range(2)]


print(run(comprehension()))


async def not_iterable(x):
    async for _ in x:
        pass


class NoAnext:
    def __aiter__(self):
        return 5


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


for value in (5, NoAnext(), BadAnext()):
    try:
        not_iterable(value).send(None)
    except TypeError as error:
        print(error)


async def not_manager(x):
    async with x:
        pass


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        pass


for value in (5, Sync(), NotAwaitable()):
    try:
        not_manager(value).send(None)
    except TypeError as error:
        print(error)

c = simple()
w = c.__await__()
try:
    next(w)
except StopIteration as stop:
    print(stop.value)
c = outer()
c.send(None)
c.close()
print(c.cr_frame)
c = simple()
c.close()
print(simple.__code__.co_flags & 0x80 != 0, type(c).__name__)


async def double():
    f = inner(1)
    await f
    await f


try:
    run(double())
except RuntimeError as error:
    print(error)
