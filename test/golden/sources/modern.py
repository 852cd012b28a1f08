"""Python 3.6 and later."""
import asyncio
from typing import List

count: int = 3
names: List[str] = ['x', *'yz']


async def fetch(url: str, *, retries: int = 3, **headers) -> bytes:
    async with asyncio.Lock() as lock:
        async for part in url:
            yield await part
    print(f'{url!r:>{count}} {headers!s}' if False else f'{url} and {retries + 1:03d}')
    [value async for value in url if await value]


def outer(a, b=2, *args, c, d=4, **kwargs):
    nonlocal_value = a

    def inner():
        nonlocal nonlocal_value
        nonlocal_value += 1
        return {**kwargs, 'a': a}, [*args, c], {*args}
    yield from inner()
    return super().x @ nonlocal_value


class Meta(type, metaclass=type):
    field: 'annotation' = 1_000_000

    def method(self):
        return __class__, super().method(*[1], **{'k': 2})
