"""yield from: delegation of send, throw and close; return values."""


def inner():
    try:
        while True:
            try:
                x = yield 'inner'
                print('inner got', x)
                if x == 'stop':
                    return 'inner result'
            except KeyError as error:
                print('inner caught', repr(error))
    finally:
        print('inner done')


def outer():
    result = yield from inner()
    print('outer got', result)
    yield 'outer'
    return result


g = outer()
print(next(g))
print(g.send(1))
print(g.throw(KeyError('k')))
print(g.gi_yieldfrom is not None)
print(g.send('stop'))
print(g.gi_yieldfrom)
try:
    next(g)
except StopIteration as stop:
    print(stop.value)

g = outer()
next(g)
g.close()

g = outer()
next(g)
try:
    g.throw(ValueError('v'))
except ValueError as error:
    print('out', error)


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            stop = StopIteration('iterator result')
            raise stop
        return self.n

    def close(self):
        print('iterator closed')


def delegate(iterable):
    result = yield from iterable
    yield ('result', result)


print(list(delegate(Iterator())))
print(list(delegate([1, 2])), list(delegate('ab')), list(delegate(range(2))))
g = delegate(Iterator())
next(g)
g.close()
g = delegate(Iterator())
next(g)
try:
    g.send(5)
except AttributeError as error:
    print(error)
g = delegate([1, 2, 3])
next(g)
try:
    g.throw(ValueError('not delegated'))
except ValueError as error:
    print(error)
try:
    next(delegate(5))
except TypeError as error:
    print(error)


def chain(depth):
    if depth:
        return (yield from chain(depth - 1)) + 1
    yield 'bottom'
    return 0


g = chain(200)
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree((((), 1, ()), 2, ((), 3, ())))))


class Throwing:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print('throw', args[0])
        return 'thrown value'


g = delegate(Throwing())
next(g)
print(g.throw(ValueError('t')))


class StopOnThrow(Throwing):
    def throw(self, error):
        raise StopIteration('stopped by throw')


g = delegate(StopOnThrow())
next(g)
print(g.throw(ValueError('t')))
