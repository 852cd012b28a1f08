"""__context__, __cause__, __suppress_context__."""


def show(error, depth=0):
    while error is not None:
        print('  ' * depth, type(error).__name__, error, '| suppress', error.__suppress_context__,
              '| cause', repr(error.__cause__))
        error = error.__context__
        depth += 1


try:
    try:
        raise ValueError('first')
    except ValueError:
        raise TypeError('second')
except TypeError as error:
    show(error)

try:
    try:
        raise ValueError('first')
    except ValueError as first:
        raise TypeError('second') from first
except TypeError as error:
    show(error)

try:
    try:
        raise ValueError('first')
    except ValueError:
        raise TypeError('second') from None
except TypeError as error:
    show(error)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}['missing']
except KeyError as error:
    show(error)

try:
    try:
        1 / 0
    finally:
        [][1]
except IndexError as error:
    show(error)

a, b, c = ValueError('a'), ValueError('b'), ValueError('c')
try:
    try:
        try:
            raise a
        except ValueError:
            raise b
    except ValueError:
        raise a
except ValueError as error:
    show(error)

try:
    try:
        raise a
    except ValueError:
        raise a
except ValueError as error:
    show(error)

try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise ValueError('x') from KeyError
except ValueError as error:
    show(error)
try:
    raise
except RuntimeError as error:
    print(error)


class Weird(Exception):
    def __new__(cls):
        return 5


try:
    raise Weird
except TypeError as error:
    print(str(error).replace(str(Weird), 'Weird'))


def inner():
    try:
        raise KeyError('inner')
    except KeyError:
        pass


try:
    try:
        raise ValueError('outer')
    except ValueError:
        inner()
        raise TypeError('after')
except TypeError as error:
    show(error)


class Context:
    def __exit__(self, *args):
        raise OSError('in exit')

    def __enter__(self):
        return self


try:
    with Context():
        raise ValueError('in body')
except OSError as error:
    show(error)
