"""Uncaught: through coroutines and async with."""


class Manager:
    async def __aenter__(self): return self
    async def __aexit__(self, *args):
        print('leaving', args[0].__name__)


async def inner():
    raise ValueError('async failure')


async def main():
    async with Manager():
        await inner()


main().send(None)
