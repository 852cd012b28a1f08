"""asyncio: tasks, `gather`, futures, queues and timeouts of zero length."""

import asyncio

GROUP = "language"
SIZE = 200


async def worker(queue, results):
    while True:
        item = await queue.get()
        if item is None:
            return
        await asyncio.sleep(0)
        results.append(item * 2)


async def tree(depth):
    if depth == 0:
        await asyncio.sleep(0)
        return 1
    return sum(await asyncio.gather(tree(depth - 1), tree(depth - 1)))


async def main(size):
    queue = asyncio.Queue(maxsize=5)
    results = []
    workers = [asyncio.ensure_future(worker(queue, results)) for _ in range(3)]
    for i in range(size):
        await queue.put(i)
    for _ in workers:
        await queue.put(None)
    await asyncio.gather(*workers)
    leaves = await tree(5)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, 7)
    return sorted(results), leaves, await future


def run(size):
    return asyncio.run(main(size))
