"""Lines and names of tracebacks."""
import sys


def entries(tb):
    result = []
    while tb is not None:
        result.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return result


def bottom():
    raise ValueError('bottom')


def middle():
    x = 1
    bottom()


def top():
    try:
        middle()
    except ValueError:
        raise


def show(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, entries(error.__traceback__)[1:])


show(middle)
show(top)


def reraise():
    try:
        middle()
    except ValueError as error:
        kept = error
    raise kept


show(reraise)


def in_finally():
    try:
        bottom()
    finally:
        x = 1


show(in_finally)


def generator():
    yield 1
    bottom()


def use_generator():
    for _ in generator():
        pass


show(use_generator)


def comprehension():
    return [1 // n
            for n in (1, 0)]


show(comprehension)


class C:
    def __init__(self):
        bottom()

    @property
    def p(self):
        return 1 + None

    def __len__(self):
        return bottom()


show(C)
show(lambda: C.__new__(C).p)
show(lambda: len(C.__new__(C)))


def multiline():
    return (1 +
            2 +
            undefined_name)


show(multiline)


class CM:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def with_statement():
    with CM():
        bottom()


show(with_statement)

try:
    bottom()
except ValueError as error:
    tb = error.__traceback__
    print(tb.tb_next.tb_frame.f_code.co_name, tb.tb_lasti >= 0, tb.tb_frame is sys._getframe())
    again = error.with_traceback(None)
    print(again is error, error.__traceback__)
    try:
        raise error.with_traceback(tb.tb_next)
    except ValueError as second:
        print(len(entries(second.__traceback__)))


def show_exc_info():
    print(sys.exc_info()[0], sys.exception())
    try:
        bottom()
    except ValueError:
        print(sys.exc_info()[0].__name__, sys.exception())
        try:
            raise KeyError
        except KeyError:
            print(sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info())


show_exc_info()
