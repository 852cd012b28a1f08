"""Generators: send, throw, close, return values, delegation, state, and generator expressions."""
import inspect
import types


def echo():
    received = 'start'
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f'caught {error}'
        except GeneratorExit:
            print('closing')
            raise


g = echo()
print(inspect.getgeneratorstate(g), next(g), g.send('a'), g.throw(ValueError('v')), inspect.getgeneratorstate(g))
print(g.gi_yieldfrom, g.gi_running, g.gi_code.co_name, g.__name__, g.__qualname__)
g.close()
print(inspect.getgeneratorstate(g), list(g), g.gi_frame)
for late in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError('late'))):
    try:
        late()
    except BaseException as error:
        print(type(error).__name__, error)
fresh = echo()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
try:
    fresh.throw(ZeroDivisionError('before start'))
except ZeroDivisionError as error:
    print(error, inspect.getgeneratorstate(fresh))


def returns():
    x = yield 1
    return x, 'returned'


def outer():
    result = yield from returns()
    print('inner gave', result)
    try:
        result = yield from iter([10, 20])
    except KeyError:
        print('thrown into a list iterator')
    print('list gave', result)
    return (yield from ())


o = outer()
print(next(o), o.send('sent'), o.gi_yieldfrom is not None, next(o))
try:
    o.throw(KeyError)
except StopIteration as stop:
    print('stopped', stop.value)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def catches():
    try:
        yield 1
    except GeneratorExit:
        return 'value of close'


c = catches()
next(c)
print(c.close(), c.close())


def leaks():
    yield 1
    raise StopIteration('inside')


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def reenter():
    try:
        next(me)
    except ValueError as error:
        yield str(error)


me = reenter()
print(next(me))
squares = (x * y for x in range(3) for y in range(x) if x != y)
print(list(squares), type(squares).__name__, squares.__name__, sum(x for x in [1, 2]), max((len(w), w) for w in 'a bbb cc'.split()))
source = [1, 2, 3]
lazy = (x for x in source)
source.append(4)
print(list(lazy))
try:
    (x for x in None)
except TypeError as error:
    print(error)


def countdown(n):
    while n:
        n = (yield n) or n - 1


c = countdown(5)
print(next(c), c.send(3), next(c), next(c), next(c, 'done'))


@types.coroutine
def wait(x):
    return (yield x)


async def main():
    return await wait('a') + await wait('b')


m = main()
print(m.send(None), m.send(1))
try:
    m.send(2)
except StopIteration as stop:
    print(stop.value)


class Tree:
    def __init__(self, value, *children): self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
