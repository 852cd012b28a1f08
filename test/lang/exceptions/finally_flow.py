"""How return, break, continue and exceptions pass through finally, with and loops."""


def log(*args):
    print('  ', *args)


def f(mode):
    try:
        log('try', mode)
        if mode == 'return':
            return 'from try'
        if mode == 'raise':
            raise ValueError(mode)
        if mode == 'type':
            raise TypeError(mode)
    except ValueError as error:
        log('except', error)
        return 'from except'
    else:
        log('else')
        return 'from else'
    finally:
        log('finally')


for mode in ('return', 'raise', 'type', 'none'):
    try:
        print(mode, '->', f(mode))
    except TypeError as error:
        print(mode, 'raised', error)


def loops():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log('body', i)
        finally:
            log('cleanup', i)
    else:
        log('not reached')
    while True:
        try:
            try:
                break
            finally:
                log('inner')
        finally:
            log('outer')
    return 'done'


print(loops())
source = '''
def override(n):
    try:
        1 / n
        return 'try'
    finally:
        return 'finally wins'

def swallow():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            continue
    return 'swallowed'
'''
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    namespace = {}
    exec(source, namespace)
print(namespace['override'](0), namespace['override'](1), namespace['swallow'](), [str(w.message) for w in caught])


def nested():
    try:
        try:
            raise KeyError('first')
        finally:
            log('context here')
            try:
                raise IndexError('second')
            except IndexError as error:
                log(repr(error), repr(error.__context__))
    except KeyError as error:
        log(repr(error), repr(error.__context__))


nested()


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        log('enter', self.name)
        return self

    def __exit__(self, kind, value, tb):
        log('exit', self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


def managed(mode):
    with Manager('a', swallow=True), Manager('b') as b:
        if mode == 'return':
            return 'returned'
        if mode == 'raise':
            raise RuntimeError(b.name)
    return 'fell through'


for mode in ('return', 'raise', 'none'):
    print(mode, managed(mode))
try:
    raise
except RuntimeError as error:
    print(error)


def reraise():
    try:
        try:
            {}['k']
        except KeyError as error:
            saved = error
            raise
    except KeyError as again:
        return again is saved


print(reraise())
try:
    error
except NameError as e:
    print(e)


def handled():
    import sys
    try:
        raise ValueError
    except ValueError:
        inside = sys.exception()
    return inside, sys.exception()


print(handled())
for bad in (1, 'text', object, None):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    raise ValueError from 1
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except 'not a class':
        pass
except TypeError as error:
    print(error, repr(error.__context__))
