# Copying and pickling objects; attributes, messages and groups of exceptions.
from _snippets import run

run(r'''
import copy, copyreg
class A: pass
a = A(); a.x = [1]; b = copy.copy(a); c = copy.deepcopy(a); print(b.x is a.x, c.x, c.x is a.x)
print(a.__reduce_ex__(2)[1:], a.__reduce_ex__(0)[1:], a.__reduce__()[1:], a.__getstate__())
#--
class A: __slots__ = ('x', 'y')
a = A(); a.x = 1
print(a.__getstate__(), a.__reduce_ex__(2)[1:])
a.__reduce_ex__(0)
#--
class A: __slots__ = ('x', '__dict__')
a = A(); a.x = 1; a.z = 3
print(a.__getstate__(), a.__reduce_ex__(4)[0].__name__)
#--
class A:
    def __getnewargs__(self): return (1, 2)
print(A().__reduce_ex__(2)[1:])
#--
class A:
    def __getnewargs_ex__(self): return (1, 2), {'a': 3}
print(A().__reduce_ex__(2)[0], A().__reduce_ex__(2)[1:])
#--
class A:
    def __getnewargs_ex__(self): return 1
A().__reduce_ex__(2)
#--
class A:
    def __reduce__(self): return 'x'
print(A().__reduce_ex__(4))
#--
class A(list): pass
a = A([1, 2]); a.z = 1; r = a.__reduce_ex__(2); print(r[0].__name__, r[1:3], list(r[3]))
class D(dict): pass
d = D(a=1); r = d.__reduce_ex__(2); print(r[0].__name__, r[1:4], list(r[4]))
#--
for o in [(lambda: 0), iter([]), (x for x in ()), type, int, len, [].append, 1, 'a', object(), Exception(1), {}.keys(), range(3), slice(1), 1.5, 2j, b'a', bytearray(b'a'), {1}, frozenset([1]), None, ..., NotImplemented, memoryview(b'a'), open]:
    try:
        r = o.__reduce_ex__(2)
        if isinstance(r, tuple): r = (getattr(r[0], '__name__', r[0]),) + r[1:]
        s = repr(r)
        import re
        print(type(o).__name__, re.sub('0x[0-9a-f]+', '0x', s))
    except Exception as e: print(type(o).__name__, type(e).__name__, e)
#--
import pickle
for o in [1, -1, 2**70, 1.5, 'aé\U0001f600', b'x', [1, [2]], (1,), (), {1: 2}, {1, 2}, frozenset([1]), None, True, ..., NotImplemented, int, len, Exception('a', 1), ValueError(), OSError(2, 'x', 'f'), range(1, 5, 2), slice(1, 2), 2+3j, bytearray(b'ab'), type(None), KeyError('k'), UnicodeDecodeError('utf-8', b'a', 0, 1, 'r'), ImportError('a', name='n', path='p'), AttributeError('a', name='n', obj=1), StopIteration(3), SystemExit(2), ExceptionGroup('m', [ValueError(1)]), SyntaxError('m', ('f', 1, 2, 't'))]:
    for p in range(0, 6):
        try:
            q = pickle.loads(pickle.dumps(o, p))
            if repr(q) != repr(o) or type(q) is not type(o): print('DIFF', p, repr(o), repr(q))
        except Exception as e: print(p, repr(o), type(e).__name__, e)
#--
e = BaseException(1, 2); print(e, repr(e), e.args, e.__traceback__, e.__context__, e.__cause__, e.__suppress_context__)
e.args = [1]; print(e.args); e.args = 'ab'; print(e.args); e.args = 1
#--
del BaseException().args
#--
BaseException().__traceback__ = 1
#--
BaseException().__cause__ = 1
#--
del BaseException().__cause__
#--
BaseException().__context__ = 1
#--
BaseException().with_traceback(1)
#--
e = BaseException(); e.add_note('a'); e.add_note('b'); print(e.__notes__); e.add_note(1)
#--
e = BaseException(); e.__notes__ = 1; e.add_note('a')
#--
BaseException(a=1)
#--
class E(Exception): pass
E(a=1)
#--
class E(Exception):
    def __init__(self, a=1): self.a = a
e = E(a=5); print(e, repr(e), e.args, e.a)
e = E(7); print(e, repr(e), e.args, e.a)
#--
for t in (Exception, KeyError, OSError, SystemExit, StopIteration, ImportError, AttributeError, NameError, SyntaxError, UnboundLocalError):
    for a in ((), (1000,), ('a',), (1000, 2), (2000, 'x', 'f'), (2000, 'x', 'f', 0), (2000, 'x', 'f', 0, 'g'), ('a', 'b', 'c', 'd', 'e', 'f')):
        try:
            e = t(*a); print(t.__name__, a, repr(str(e)), repr(e), e.args, type(e).__name__, [(n, getattr(e, n)) for n in sorted(set(dir(e)) - set(dir(Exception)))if not callable(getattr(e, n, None)) and n != 'characters_written'])
        except Exception as x: print(t.__name__, a, type(x).__name__, x)
#--
import errno
for n in 'EPERM ENOENT ESRCH EINTR ECHILD EAGAIN EACCES EEXIST ENOTDIR EISDIR EPIPE ECONNABORTED ECONNRESET ETIMEDOUT ECONNREFUSED EINPROGRESS EINVAL'.split(): print(n, type(OSError(getattr(errno, n), 'x')).__name__, OSError(getattr(errno, n), 'x', 'f'))
#--
e = OSError(2000, 'x', 'f'); e.errno = 5; print(e, repr(e), e.args, e.filename); del e.filename; print(e, e.filename)
e = OSError('x'); print(e.errno, e.strerror, e.filename, e.filename2); e.characters_written
#--
import errno; e = BlockingIOError(errno.EAGAIN, 'x', 5); print(e.characters_written, e.filename, e); BlockingIOError(errno.EAGAIN, 'x', 'f'); 
#--
e = UnicodeDecodeError('utf-8', b'\xff\xfe', 0, 1, 'bad'); print(e, repr(e), e.args, e.start, e.end, e.object, e.encoding, e.reason)
e.start = 5; print(e, e.start); e.end = -1; print(e, e.end)
print(UnicodeDecodeError('utf-8', b'\xff\xfe', 0, 2, 'bad'))
#--
UnicodeDecodeError('a', 'b', 1, 2, 'c')
#--
UnicodeDecodeError()
#--
UnicodeEncodeError('a', b'b', 1, 2, 'c')
#--
print(UnicodeEncodeError('a', '\xe9\u1234\U0001f600', 0, 1, 'c'), UnicodeEncodeError('a', '\xe9\u1234\U0001f600', 1, 2, 'c'), UnicodeEncodeError('a', '\xe9\u1234\U0001f600', 2, 3, 'c'), UnicodeEncodeError('a', 'x', 0, 3, 'c'))
print(UnicodeTranslateError('\xe9\u1234', 0, 1, 'c'), repr(UnicodeTranslateError('\xe9', 0, 5, 'c')))
#--
UnicodeTranslateError('a', 1)
#--
e = SyntaxError('m', ('f.py', 1, 2, 'text', 3, 4)); print(e, repr(e), e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)
SyntaxError('m', ('f', 1, 2, 't', 3))
#--
SyntaxError('m', (1,))
#--
SyntaxError('m', 1)
#--
print(SyntaxError(), SyntaxError('a'), SyntaxError('a', ('f', None, None, None)), SyntaxError(None))
e = SyntaxError('a'); e.filename = '/x/y.py'; print(e); e.lineno = 4; print(e); e.filename = None; print(e)
#--
ImportError('a', foo=1)
#--
ImportError(name=1, path=2)
e = ImportError('a', 'b', name='n'); print(e, e.name, e.path, e.msg, e.args, repr(e))
#--
AttributeError('a', foo=1)
#--
NameError('a', foo=1)
#--
NameError('a', name='x', obj=1)
#--
ExceptionGroup('a')
#--
ExceptionGroup('a', [])
#--
ExceptionGroup('a', 1)
#--
ExceptionGroup('a', [1])
#--
ExceptionGroup(1, [ValueError()])
#--
ExceptionGroup('a', [KeyboardInterrupt()])
#--
class E(ExceptionGroup): pass
E('a', [KeyboardInterrupt()])
#--
class E(BaseExceptionGroup, ValueError): pass
E('a', [KeyboardInterrupt()])
#--
g = BaseExceptionGroup('a', [ValueError(1), TypeError(2)]); print(repr(g), g, type(g), g.message, g.exceptions, g.args)
print(g.split(ValueError), g.subgroup(TypeError), g.split(lambda e: e.args == (1,)), g.derive([OSError()]), g.subgroup(OSError))
g.message = 1
#--
g = ExceptionGroup('a', [ValueError(1)]); g.exceptions = ()
#--
g = ExceptionGroup('a', [ValueError(1)]); g.split(1)
#--
class G(ExceptionGroup):
    def derive(self, e): return 1
G('a', [ValueError(), TypeError()]).split(ValueError)
#--
class G(ExceptionGroup):
    def __new__(cls, *a, x): o = super().__new__(cls, *a); o.x = x; return o
    def __init__(self, *a, x): pass
    def derive(self, e): return G(self.message, e, x=self.x)
g = G('a', [ValueError(), TypeError()], x=3); print(g.split(ValueError), g.split(ValueError)[1].x)
#--
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e: print('V', repr(e), repr(e.__context__)); raise OSError(5)
    except* TypeError as e: print('T', repr(e))
except BaseException as e: print(repr(e), e.exceptions, [x.__context__ for x in e.exceptions])
#--
try:
    try: raise ValueError(1)
    except* ValueError as e: print(repr(e)); raise
except BaseException as e: print(repr(e))
#--
try: 1/0
except* ExceptionGroup: pass
#--
try: 1/0
except* 1: pass
#--
def f():
    try: 1/0
    finally: raise ValueError
try: f()
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError as z: raise ValueError from None
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError as z: raise ValueError from z
except ValueError as e: print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
#--
class E(Exception):
    def __new__(cls): return 1
raise E
#--
class E(Exception):
    def __init__(self, x): pass
raise E
#--
e = ValueError(1)
try: raise e from e
except ValueError as x: print(x.__cause__ is x, x.__context__)
#--
def g():
    try: yield 1
    except GeneratorExit: yield 2
x = g(); next(x); x.close()
#--
def g(): raise StopIteration(3); yield
next(g())
#--
def g(): return 3; yield
try: next(g())
except StopIteration as e: print(e.value, e.args)
#--
def g(): yield 1
x = g(); next(x); x.throw(ValueError('a'))
#--
def g(): yield 1
x = g(); x.throw(1)
#--
def g(): yield 1
g().send(1)
#--
def g(): next(x); yield
x = g(); next(x)
#--
import sys
def f(): f()
sys.setrecursionlimit(100)
try: f()
finally: sys.setrecursionlimit(1000)
#--
raise
#--
e = KeyError('a'); print(str(e), repr(e)); e = KeyError('a', 'b'); print(str(e), repr(e)); e = KeyError(); print(repr(str(e)))
#--
e = StopIteration(1, 2); print(e.value); e.value = 5; print(e.value, e.args); del e.value; print(e.value)
e = SystemExit(1, 2); print(e.code); e = SystemExit(); print(e.code)
#--
class A(ValueError, KeyError): pass
print(repr(A('a')), str(A('a')), A.__mro__)
#--
class A(OSError, SyntaxError): pass
#--
class A(OSError, KeyError): pass
print(repr(A(2, 'a')), str(A(2, 'a')))
#--
class A(OSError):
    def __init__(self, x): self.x = x
a = A(5); print(repr(a), a.errno, a.args, a.x)
class B(OSError):
    def __new__(cls, *a, **k): return super().__new__(cls, *a)
    def __init__(self, *a, k=1): super().__init__(*a)
a = B(2, 'x', k=3); print(repr(a), a.errno, a.args)
''')
