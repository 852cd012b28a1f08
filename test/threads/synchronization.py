# Locks, conditions, events, semaphores, barriers, timers.
import threading
import time


class Counter:
    def __init__(self):
        self.count = 0
        self.lock = threading.Lock()

    def run(self):
        for _ in range(2000):
            with self.lock:
                self.count += 1


counter = Counter()
threads = [threading.Thread(target=counter.run) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.count, [thread.is_alive() for thread in threads])  # expect: 8000 [False, False, False, False]

event = threading.Event()
seen = []


def wait_for_event():
    seen.append(event.wait())


thread = threading.Thread(target=wait_for_event)
thread.start()
event.set()
thread.join()
print(seen, event.is_set())  # expect: [True] True

condition = threading.Condition()
items = []


def consume():
    with condition:
        while not items:
            condition.wait()
        print('took', items.pop())  # expect: took 1


thread = threading.Thread(target=consume)
thread.start()
with condition:
    items.append(1)
    condition.notify()
thread.join()

barrier = threading.Barrier(3)
semaphore = threading.Semaphore(1)
order = []


def meet():
    with semaphore:
        time.sleep(0.001)
    order.append(barrier.wait())


threads = [threading.Thread(target=meet) for _ in range(2)]
for thread in threads:
    thread.start()
order.append(barrier.wait())
for thread in threads:
    thread.join()
print(sorted(order))  # expect: [0, 1, 2]

timer = threading.Timer(0.001, print, ('timer',))  # expect: timer
timer.start()
timer.join()

lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=0.001), lock.acquire(False), lock.locked())  # expect: False False True
reentrant = threading.RLock()
with reentrant, reentrant:
    print(reentrant.acquire(blocking=False))  # expect: True
    reentrant.release()
try:
    reentrant.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock

# A thread that spins is made to hand over.
done = []


def spin():
    while not done:
        pass


thread = threading.Thread(target=spin)
thread.start()
done.append(True)
thread.join()
print(thread.is_alive())  # expect: False


# Waiting below native code: generators, key functions.
def slow(value):
    time.sleep(0.001)
    return value


result = []
thread = threading.Thread(target=lambda: result.append((list(map(slow, 'ab')), sorted([3, 1], key=slow))))
thread.start()
thread.join()
print(result)  # expect: [(['a', 'b'], [1, 3])]
