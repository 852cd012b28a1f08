"""A small event loop over await: tasks, queues, async with, async for, cancellation, gather."""
import heapq
import types
from collections import deque


@types.coroutine
def suspend(what=None):
    return (yield what)


class Loop:
    def __init__(self):
        self.ready, self.sleeping, self.now, self.serial = deque(), [], 0, 0

    def spawn(self, coroutine):
        task = Task(coroutine)
        self.ready.append((task, None))
        return task

    def run(self, main):
        main = self.spawn(main)
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append((task, None))
            task, value = self.ready.popleft()
            try:
                request = task.step(value)
            except StopIteration as stop:
                task.finish(self, result=stop.value)
            except Exception as error:
                task.finish(self, error=error)
            else:
                self.handle(task, request)
        return main.result()

    def handle(self, task, request):
        match request:
            case ('sleep', delay):
                self.serial += 1
                heapq.heappush(self.sleeping, (self.now + delay, self.serial, task))
            case ('join', Task(done=True)):
                self.ready.append((task, None))
            case ('join', other):
                other.waiters.append(task)
            case None:
                self.ready.append((task, None))


class Task:
    def __init__(self, coroutine):
        self.coroutine, self.done, self.waiters, self.cancelled = coroutine, False, [], False
        self.value = self.error = None

    def step(self, value):
        if self.cancelled:
            self.cancelled = False
            return self.coroutine.throw(Cancelled('cancelled'))
        return self.coroutine.send(value)

    def finish(self, loop, result=None, error=None):
        self.done, self.value, self.error = True, result, error
        loop.ready.extend((w, None) for w in self.waiters)

    def result(self):
        if self.error:
            raise self.error
        return self.value

    def __await__(self):
        yield ('join', self)
        return self.result()


class Cancelled(Exception):
    pass


async def sleep(n):
    await suspend(('sleep', n))


class Lock:
    async def __aenter__(self):
        await suspend()
        print('locked')
        return self

    async def __aexit__(self, kind, error, tb):
        await suspend()
        print('unlocked', kind and kind.__name__)
        return kind is ValueError


async def ticker(name, delay, count):
    try:
        for i in range(count):
            await sleep(delay)
            yield name, i, loop.now
    finally:
        print('ticker', name, 'closed')


async def worker(name, delay):
    async for tick in ticker(name, delay, 2):
        print(tick)
    return name.upper()


async def failing():
    await sleep(1)
    async with Lock():
        raise ValueError('swallowed by the lock')
    raise KeyError('from task')


async def patient():
    try:
        await sleep(1000)
    except Cancelled as error:
        print('patient:', error)
        return 'gave up'


async def main():
    tasks = [loop.spawn(worker('a', 2)), loop.spawn(worker('b', 3))]
    bad = loop.spawn(failing())
    slow = loop.spawn(patient())
    print([await t for t in tasks])
    try:
        await bad
    except KeyError as error:
        print('caught', error)
    slow.cancelled = True
    loop.ready.append((slow, None))
    loop.sleeping.clear()
    print(await slow)
    return [x async for x in ticker('c', 1, 3) if x[1] != 1], {k: v async for k, v, _ in ticker('d', 1, 2)}


loop = Loop()
print(loop.run(main()), loop.now)
