"""Exception classes of a program's own: arguments, inheritance, str, notes, cause, context, tracebacks, pickling state."""
import traceback


class AppError(Exception):
    """Base of the program's errors."""


class HttpError(AppError):
    def __init__(self, status, reason='unknown', *, url=None):
        super().__init__(status, reason)
        self.status, self.reason, self.url = status, reason, url

    def __str__(self):
        return f'{self.status} {self.reason}' + (f' at {self.url}' if self.url else '')


class NotFound(HttpError):
    def __init__(self, url):
        super().__init__(404, 'not found', url=url)


class Both(KeyError, AppError):
    pass


e = NotFound('/x')
print(e, repr(e), e.args, isinstance(e, AppError), [c.__name__ for c in NotFound.__mro__])
print(str(Both('k')), repr(Both()), Both('a', 'b'))


def lowest():
    raise NotFound('/a')


def middle():
    try:
        lowest()
    except HttpError as error:
        raise AppError('middle failed') from error


def top(suppress):
    try:
        middle()
    except AppError:
        if suppress:
            raise RuntimeError('top failed') from None
        raise RuntimeError('top failed')


for suppress in (False, True):
    try:
        top(suppress)
    except RuntimeError as error:
        chain, at = [], error
        while at:
            chain.append(f'{type(at).__name__}({at}) suppress={at.__suppress_context__}')
            at = at.__cause__ or at.__context__
        print(' <- '.join(chain))
        print(''.join(traceback.format_exception(error)).replace(__file__, 'FILE'))
        names = [f.name for f in traceback.extract_tb(error.__traceback__)]
        print(names)


err = ValueError('noted')
err.add_note('first')
err.add_note('second\nline')
print(err.__notes__, ''.join(traceback.format_exception_only(err)), end='')
try:
    err.add_note(1)
except TypeError as error:
    print(error)
err.__notes__ = 'not a list'
print(''.join(traceback.format_exception_only(err)), end='')


class Unprintable(Exception):
    def __str__(self):
        raise ZeroDivisionError


print(''.join(traceback.format_exception_only(Unprintable())), end='')
print(BaseException.__new__(ValueError, 1, 2).args, ValueError(*range(3)), Exception().args)
a, b = ValueError('a'), KeyError('b')
a.__cause__ = b
print(a.__suppress_context__, a.__cause__ is b, a.with_traceback(None) is a)
for bad in (lambda: setattr(a, '__cause__', 1), lambda: setattr(a, '__context__', 'x'), lambda: setattr(a, '__traceback__', 1), lambda: delattr(a, '__cause__'), lambda: setattr(a, 'args', 5)):
    try:
        bad()
    except TypeError as error:
        print(error)
a.args = [1, 2]
print(a.args, a.__reduce__(), HttpError(500).__reduce__()[1:])
a.__setstate__({'extra': 1})
print(a.extra, StopIteration(5).value, SystemExit(3).code, UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'))
print(OSError(1, 'x').args, NameError('n', name='q').name, ImportError('m', name='a').name, AttributeError('a', obj=3).obj)
print(issubclass(ModuleNotFoundError, ImportError), IOError is OSError, EnvironmentError.__name__, issubclass(RecursionError, RuntimeError))
