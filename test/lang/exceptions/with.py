"""with statements."""


class Manager:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, error, tb):
        print('exit', self.name, kind and kind.__name__, error, tb is not None)
        return self.suppress


with Manager('a') as a, Manager('b') as b:
    print(a, b)

with Manager('suppress', True):
    raise ValueError('hidden')

try:
    with Manager('outer'), Manager('inner'):
        raise KeyError('seen')
except KeyError as error:
    print('caught', error)


def returning():
    with Manager('r') as r:
        return r


print(returning())


def looping():
    for i in range(3):
        with Manager(i):
            if i == 0:
                continue
            if i == 1:
                break


looping()


class NoEnter:
    def __exit__(self, *args):
        pass


class NoExit:
    def __enter__(self):
        pass


class Async:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


for thing in (NoEnter(), NoExit(), 5, Async()):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)


class Instance:
    pass


i = Instance()
i.__enter__ = lambda: 1
i.__exit__ = lambda *a: 1
try:
    with i:
        pass
except TypeError as error:
    print(error)


class Truthy:
    def __enter__(self):
        return [1, 2]

    def __exit__(self, *args):
        class T:
            def __bool__(self):
                print('asked')
                return True
        return T()


with Truthy() as (x, y):
    print(x, y)
    raise OSError
with (Manager('p') as p, Manager('q') as q,):
    pass
print('done')
