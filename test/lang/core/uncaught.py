# How exceptions are shown.
import sys, traceback
def shown(f, *a):
    try: f(*a)
    except BaseException as e: sys.excepthook(type(e), e, e.__traceback__); traceback.print_exception(e); print(traceback.format_exception_only(e), file=sys.stderr)
def a(): b(1,
    2)
def b(x, y): return x / 0 + y
shown(a)
def c():
    try: a()
    except ZeroDivisionError: raise ValueError('multi\nline')
shown(c)
def d():
    try: a()
    except ZeroDivisionError as e: raise ValueError from e
shown(d)
def e(): raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError('x'), KeyError('k')])])
shown(e)
def f(n): 
    if n: f(n - 1)
    else: 1/0
shown(f, 10)
def g(): exec('x = 1\nraise ValueError("in exec")')
shown(g)
def h(): compile('a b', 'file.py', 'exec')
shown(h)
def i(): eval('1 +')
shown(i)
def j(): compile('def f(:\n  pass', 'x.py', 'exec')
shown(j)
def k(): import nonexistent_mod
shown(k)
class A:
    foo = 1
def l(): A().fooo
shown(l)
def m(): undefinedd = 1; print(undefined)
shown(m)
def n(): [].appendd(1)
shown(n)
def o(): sys.nothing_here; 
shown(o)
def q(): raise SystemExit('x')
shown(q)
def r(): raise KeyboardInterrupt
shown(r)
def s():
    e = ValueError('with notes'); e.__notes__ = ['a', 1, 'b\nc']; raise e
shown(s)
class E(Exception):
    def __str__(self): raise ValueError
def t(): raise E
shown(t)
class E2(Exception):
    __module__ = 'some.mod'
def u(): raise E2('x')
shown(u)
def v(): assert 1 == 2, 'msg'
shown(v)
def w():
    x = [1,2,3]
    return x[0]['a'].foo(
        1)
shown(w)
def x(): return sum(y for y in [1, 'a'])
shown(x)
def y(): (lambda: 1/0)()
shown(y)
def aa():
    raise UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'bad')
shown(aa)
def bb(): raise IndentationError('x', ('f.py', 1, 3, 'abc def', 1, 5))
shown(bb)
def cc(): raise SyntaxError('x', ('f.py', 1, 0, None))
shown(cc)
def dd(): raise StopIteration
shown(dd)
def ee(): return 1 + "éé" + [
   2]
shown(ee)
def ff(): print("日本語" + 1)
shown(ff)
def gg():
    class B(metaclass=1): pass
shown(gg)
def hh(x=1, *, y): pass
shown(hh)
e1 = ValueError(1); e2 = ValueError(2); e1.__context__ = e2; e2.__context__ = e1
traceback.print_exception(e1)
def last():
    try: raise KeyError('a')
    finally: del_me = 1; raise OSError(2000, 'No such', 'file')
last()
