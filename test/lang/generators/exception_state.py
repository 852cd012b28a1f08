"""sys.exception() in generators belongs to the generator and its caller."""
import sys


def current():
    return repr(sys.exception())


def generator():
    print('  start', current())
    yield
    print('  resumed', current())
    try:
        raise ValueError('in generator')
    except ValueError:
        print('  handling', current())
        yield
        print('  still handling', current())
    print('  after', current())
    yield
    print('  end', current())


g = generator()
next(g)
try:
    raise KeyError('caller')
except KeyError:
    next(g)
    print('caller', current())
print('outside', current())
next(g)
print('outside', current())
try:
    raise OSError('second')
except OSError:
    try:
        next(g)
    except StopIteration:
        print('stop', current())
print(current())


def raises():
    try:
        yield
    except ValueError:
        raise TypeError('from generator')


g = raises()
next(g)
try:
    try:
        raise KeyError('outer')
    except KeyError:
        g.throw(ValueError('thrown'))
except TypeError as error:
    chain = []
    while error:
        chain.append(repr(error))
        error = error.__context__
    print(chain)


def yields_in_except():
    try:
        raise ValueError('held')
    except ValueError:
        yield current()
        yield current()


g = yields_in_except()
print(next(g), current())
try:
    1 / 0
except ZeroDivisionError:
    print(next(g), current())
    g.close()
    print(current())


def in_for():
    try:
        raise ValueError('x')
    except ValueError:
        for value in yields_in_except():
            print(value, current())


in_for()


def bare_raise():
    try:
        yield
    finally:
        try:
            raise
        except RuntimeError as error:
            print(error)


g = bare_raise()
next(g)
next(g, None)
