"""`async` and `await` under a small scheduler: tasks that pass messages through queues."""

from collections import deque

GROUP = "language"
SIZE = 800


class Pause:
    def __await__(self):
        yield self


class Queue:
    def __init__(self):
        self.items = deque()

    def put(self, item):
        self.items.append(item)

    async def get(self):
        while not self.items:
            await Pause()
        return self.items.popleft()


class Lock:
    def __init__(self):
        self.is_held = False

    async def __aenter__(self):
        while self.is_held:
            await Pause()
        self.is_held = True

    async def __aexit__(self, *details):
        self.is_held = False


async def numbers(queue, n):
    for _ in range(n):
        yield await queue.get()


async def producer(queue, n):
    for i in range(n):
        queue.put(i)
        if i % 3 == 0:
            await Pause()


async def consumer(queue, lock, n, results):
    async for number in numbers(queue, n):
        async with lock:
            results.append(await square(number))


async def square(number):
    return number * number


def run(size):
    results = []
    lock = Lock()
    ready = deque()
    for _ in range(4):
        queue = Queue()
        ready.append(producer(queue, size))
        ready.append(consumer(queue, lock, size, results))
    while ready:
        task = ready.popleft()
        try:
            task.send(None)
        except StopIteration:
            continue
        ready.append(task)
    return len(results), sum(results)
