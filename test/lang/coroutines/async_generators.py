"""Asynchronous generators, driven by hand."""


class Future:
    def __await__(self):
        return (yield 'future')


def run(coro):
    log = []
    try:
        while True:
            log.append(coro.send(None))
    except StopIteration as stop:
        return stop.value, log


async def generator(n):
    for i in range(n):
        await Future()
        try:
            received = yield i
            if received:
                print('received', received)
        except ValueError as error:
            print('thrown', error)
            yield 'after throw'


async def collect():
    return [x async for x in generator(3)]


print(run(collect()))


async def use():
    g = generator(5)
    print(await g.__anext__())
    print(await g.asend('hello'))
    print(await g.athrow(ValueError('v')))
    print(await anext(g))
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('closed')
    return g.ag_running, g.ag_frame


print(run(use()))


async def exhausted():
    g = generator(1)
    result = [x async for x in g]
    try:
        await g.__anext__()
    except StopAsyncIteration:
        result.append('end')
    return result


print(run(exhausted()))


async def cleanup():
    try:
        yield 1
        yield 2
    finally:
        await Future()
        print('cleanup')


async def close_early():
    g = cleanup()
    async for x in g:
        break
    await g.aclose()
    return x


print(run(close_early()))


async def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def close_ignoring():
    g = ignoring()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)


print(run(close_ignoring()))


async def stops():
    yield 1
    raise StopAsyncIteration


async def use_stops():
    try:
        async for x in stops():
            pass
    except RuntimeError as error:
        print(error)


run(use_stops())


async def stop_iteration():
    yield 1
    raise StopIteration


async def use_stop_iteration():
    try:
        async for x in stop_iteration():
            pass
    except RuntimeError as error:
        print(error)


run(use_stop_iteration())
g = generator(2)
a = g.asend(None)
closing = generator(1).aclose()
print(type(a).__name__, type(closing).__name__, g.__name__)
closing.close()
try:
    a.send(None)
    g.asend(None).send(None)
except RuntimeError as error:
    print(error)
a.close()
try:
    a.send(None)
except RuntimeError as error:
    print(error)
g2 = generator(1)
try:
    g2.asend(5).send(None)
except TypeError as error:
    print(error)


async def expression():
    outer = (x * 2 async for x in generator(3))
    return [y async for y in outer if y]


print(run(expression()))
