"""Attributes and messages of exceptions that the interpreter raises."""
import errno


def attempt(function):
    try:
        function()
    except BaseException as error:
        return error


e = attempt(lambda: undefined_name)
print(type(e).__name__, e, e.name, e.args)
e = attempt(lambda: (1).nope)
print(type(e).__name__, e, e.name, e.obj)
e = attempt(lambda: {}['key'])
print(type(e).__name__, e, e.args)
e = attempt(lambda: next(iter([])))
print(type(e).__name__, repr(e), e.value)
e = StopIteration(1, 2)
print(e.value, e.args)
e = SystemExit(3)
print(e.code, SystemExit().code, SystemExit(1, 2).code)
e = ImportError('message', name='n', path='p')
print(e, e.name, e.path, e.msg)
e = OSError(errno.EEXIST, 'There', 'name')
print(type(e).__name__, e.errno == errno.EEXIST, e.strerror, e.filename)
e = KeyError('a')
print(str(e), repr(e), str(KeyError('a', 'b')), str(KeyError()))
e = ValueError('a', 1)
print(str(e), repr(e), str(ValueError()), repr(ValueError('x')))
e.add_note('a note')
print(e.__notes__)
e = AttributeError('m', name='n', obj=5)
print(e.name, e.obj)
e = NameError('m', name='n')
print(e.name)
e = UnicodeDecodeError('utf-8', b'abc', 1, 2, 'reason')
print(e, e.start, e.end, e.object)
e = SyntaxError('msg', ('file', 1, 2, 'text', 3, 4))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)


class Custom(Exception):
    def __init__(self, a, b=2):
        self.a = a
        self.b = b

    def __str__(self):
        return f'<{self.a} {self.b}>'


e = attempt(lambda: (_ for _ in ()).throw(Custom(1)))
print(e, repr(e), e.args)
print({c.__name__ for c in BaseException.__subclasses__()} >= {'BaseExceptionGroup', 'Exception'}, issubclass(KeyboardInterrupt, Exception))
e = ValueError('with state')
e.extra = 1
print(e.__dict__, e.__reduce__()[1])
for bad in (lambda: setattr(e, '__cause__', 5), lambda: setattr(e, '__context__', 5), lambda: setattr(e, '__traceback__', 5),
            lambda: delattr(e, '__cause__'), lambda: setattr(e, 'args', 5)):
    print(repr(attempt(bad)))
e.__cause__ = KeyError('k')
print(e.__suppress_context__, repr(e.__cause__))
