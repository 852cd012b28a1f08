# Queues, thread pools, thread-local data, context variables, uncaught exceptions, daemons.
import _thread
import asyncio
import concurrent.futures
import contextvars
import queue
import threading
import time

channel = queue.Queue(maxsize=2)
received = []


def produce():
    for number in range(5):
        channel.put(number)
    channel.put(None)


def consume():
    while (number := channel.get()) is not None:
        received.append(number)


threads = [threading.Thread(target=consume), threading.Thread(target=produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(received)  # expect: [0, 1, 2, 3, 4]
try:
    queue.SimpleQueue().get(timeout=0.001)
except queue.Empty:
    print('empty')  # expect: empty

with concurrent.futures.ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda number: number * number, range(6))))  # expect: [0, 1, 4, 9, 16, 25]
    future = pool.submit(lambda: 1 / 0)
    print(repr(future.exception()), future.done())  # expect: ZeroDivisionError('division by zero') True
    futures = [pool.submit(pow, 2, power) for power in range(3)]
    print(sorted(each.result() for each in concurrent.futures.as_completed(futures)))  # expect: [1, 2, 4]

local = threading.local()
local.value = 1
variable = contextvars.ContextVar('variable', default=0)
variable.set(5)
seen = []


def look():
    seen.append((hasattr(local, 'value'), variable.get()))
    local.value = 2
    variable.set(6)


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(seen, local.value, variable.get())  # expect: [(False, 0)] 1 5


class Local(threading.local):
    def __init__(self, value):
        self.value = value


typed = Local(7)
thread = threading.Thread(target=lambda: seen.append(typed.value))
thread.start()
thread.join()
print(seen[-1])  # expect: 7

threading.excepthook = lambda args: print(args.exc_type.__name__, args.exc_value, args.thread.name)


def fail():
    raise ValueError('boom')


thread = threading.Thread(target=fail, name='failing')  # expect: ValueError boom failing
thread.start()
thread.join()
_thread.start_new_thread(lambda text: seen.append(text), ('raw',))
time.sleep(0.01)
print(seen[-1])  # expect: raw


async def main():
    print(await asyncio.to_thread(lambda: 'from a thread'))  # expect: from a thread
    print(await asyncio.get_running_loop().run_in_executor(None, sum, [1, 2]))  # expect: 3


asyncio.run(main())
threading.Thread(target=lambda: time.sleep(100), daemon=True).start()


def late():
    time.sleep(0.01)
    print('late')  # expect: late


threading.Thread(target=late).start()
