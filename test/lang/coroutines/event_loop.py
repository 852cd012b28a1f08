"""A small event loop: tasks, sleeping, queues, cancellation."""


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        for _ in range(self.ticks):
            yield
        return self.ticks


class Cancelled(Exception):
    pass


class Task:
    def __init__(self, name, coro):
        self.name = name
        self.coro = coro
        self.done = False
        self.result = None
        self.to_throw = None

    def step(self):
        try:
            if self.to_throw:
                error, self.to_throw = self.to_throw, None
                self.coro.throw(error)
            else:
                self.coro.send(None)
        except StopIteration as stop:
            self.done = True
            self.result = stop.value
        except Exception as error:
            self.done = True
            self.result = error

    def __await__(self):
        while not self.done:
            yield
        return self.result


class Loop:
    def __init__(self):
        self.tasks = []

    def spawn(self, name, coro):
        task = Task(name, coro)
        self.tasks.append(task)
        return task

    def run(self):
        ticks = 0
        while self.tasks:
            for task in list(self.tasks):
                task.step()
                if task.done:
                    self.tasks.remove(task)
                    print(ticks, task.name, 'finished', repr(task.result))
            ticks += 1


class Queue:
    def __init__(self):
        self.items = []

    async def get(self):
        while not self.items:
            await Sleep(1)
        return self.items.pop(0)

    def put(self, item):
        self.items.append(item)


loop = Loop()
queue = Queue()


async def producer():
    for i in range(3):
        await Sleep(2)
        queue.put(i)
    queue.put(None)
    return 'produced'


async def consumer():
    received = []
    while (item := await queue.get()) is not None:
        received.append(item)
    return received


async def failing():
    await Sleep(1)
    raise ValueError('task failed')


async def cancellable():
    try:
        await Sleep(100)
    except Cancelled:
        await Sleep(1)
        return 'cleaned up'
    finally:
        print('finally')


async def main():
    tasks = [loop.spawn('producer', producer()), loop.spawn('consumer', consumer()), loop.spawn('failing', failing())]
    victim = loop.spawn('victim', cancellable())
    await Sleep(2)
    victim.to_throw = Cancelled()
    results = [await task for task in tasks]
    return results, await victim


async def ticker(n):
    for i in range(n):
        yield i
        await Sleep(1)


async def listen():
    return [i async for i in ticker(4) if i % 2]


main_task = loop.spawn('main', main())
loop.spawn('listener', listen())
loop.run()
print(main_task.result)
