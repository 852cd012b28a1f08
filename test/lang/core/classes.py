# Making and changing classes: bases, __slots__, __class__, names, __init_subclass__, __set_name__.
from _snippets import run

run(r'''
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
#--
class C(1): pass
#--
class C(int, str): pass
#--
class A: pass
class B(A): pass
class C(A, B): pass
#--
class A: pass
class C(A, A): pass
#--
class C(bool): pass
#--
class C(type(None)): pass
#--
class C(type(lambda: 0)): pass
#--
class A: __slots__ = ('x',)
a = A()
try: a.x
except AttributeError as e: print(e, e.name, e.obj is a)
try: a.y
except AttributeError as e: print(e, e.name, e.obj is a)
try: a.y = 1
except AttributeError as e: print(e, e.name, e.obj is a)
try: del a.x
except AttributeError as e: print(e, e.name, e.obj)
a.x = 1
print(a.x, A.x, type(A.x), A.__slots__)
del a.x
a.x
#--
class A(int): __slots__ = ('x',)
#--
class A(int): __slots__ = ()
a = A(3)
a.x = 1
#--
class A(tuple): __slots__ = ('x',)
#--
class A(bytes): __slots__ = 'x'
#--
class A:
    __slots__ = ('x', 'x')
print(A.x)
#--
class A:
    __slots__ = 1
#--
class A:
    __slots__ = ('1a',)
#--
class A:
    __slots__ = ('__dict__', '__dict__')
#--
class A:
    __slots__ = ('__weakref__', '__weakref__')
#--
class A:
    x = 1
    __slots__ = ('x',)
#--
class A:
    __slots__ = {'x': 'the x doc'}
print(A.x.__doc__, A.__slots__, repr(A.x))
import inspect
print(inspect.getdoc(A.x))
#--
class A: __slots__ = ('a',)
class B: __slots__ = ('b',)
class C(A, B): pass
#--
class A: __slots__ = ('a',)
class B: __slots__ = ()
class C(A, B): __slots__ = ('c',)
c = C(); c.a = 1; c.c = 2
print(c.a, c.c, hasattr(c, '__dict__'), hasattr(c, '__weakref__'))
#--
class A: __slots__ = ('__x', '_y', '__z__')
a = A(); a._A__x = 4
print(sorted(k for k in A.__dict__ if not k.startswith('__')), a._A__x)
#--
class A:
    def __init_subclass__(cls, **kw): print('init_subclass', cls, kw); super().__init_subclass__(**kw)
class B(A): pass
class C(A, x=1): pass
#--
class A(x=1): pass
#--
class D:
    def __set_name__(self, owner, name): print('set_name', owner, name); self.name = name
    def __get__(self, o, t=None): return (self.name, o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class A: d = D(); e = D()
a = A(); print(a.d, A.d, a.e); a.d = 3; del a.d
#--
class D:
    def __set_name__(self, owner, name): 1/0
class A: d = D()
#--
class D:
    def __set_name__(self, owner): pass
class A: d = D()
#--
class D:
    def __get__(self, o, t=None): return 5
    def __set__(self, o, v): pass
class A: d = D()
a = A(); del a.d
#--
class D:
    def __delete__(self, o): pass
class A: d = D()
a = A(); a.d = 1
#--
class A: pass
a = A()
class B: pass
a.__class__ = B
print(type(a).__name__, isinstance(a, B))
a.__class__ = int
#--
class A: __slots__ = ('a',)
class B: pass
a = A(); a.__class__ = B
#--
class A: __slots__ = ('a', 'b')
class B: __slots__ = ('b', 'a')
a = A(); a.a = 1; a.b = 2; a.__class__ = B; print(a.a, a.b, type(a).__name__)
#--
class A: __slots__ = ('a', 'b')
class B: __slots__ = ('c', 'd')
a = A(); a.a = 1; a.b = 2; a.__class__ = B; print(a.c, a.d, type(a).__name__)
#--
a = 1; a.__class__ = bool
#--
class A: pass
A().__class__ = 1
#--
class A: pass
del A().__class__
#--
[].__class__ = tuple
#--
class A: pass
A.__bases__ = (int,)
#--
class A: pass
class B: pass
class C(A): pass
C.__bases__ = (B,); print(C.__mro__, B.__subclasses__(), A.__subclasses__())
C.__bases__ = (C,)
#--
class C: pass
C.__bases__ = ()
#--
class C: pass
C.__bases__ = 1
#--
class C: pass
C.__name__ = 'D'; print(C, C.__name__, C.__qualname__); C.__qualname__ = 'x.D'; print(C)
C.__name__ = 1
#--
class C: pass
del C.__name__
#--
class C: pass
C.__name__ = 'a\0b'
#--
class C: pass
C.__module__ = 'foo'; print(C, C()); del C.__module__; print(C)
#--
class C: pass
C.__module__ = 1; print(C); print(C().__repr__()[:10])
#--
int.x = 1
#--
del int.x
#--
int.__name__ = 'x'
#--
class C: "doc"
print(C.__doc__); C.__doc__ = 'new'; print(C.__doc__); del C.__doc__
#--
class C: pass
C.__dict__ = {}
#--
class C: pass
c = C(); c.__dict__ = {'a': 1}; print(c.a); c.__dict__ = 1
#--
class C: pass
c = C(); c.x = 1; del c.__dict__; print(c.__dict__, hasattr(c, 'x'))
#--
class C: pass
c = C(); c.__weakref__ = 1
#--
print(type.__dict__['__dict__'], object.__dict__['__class__'])
class C: pass
print(C.__dict__['__dict__'], C.__dict__['__weakref__'], C.__dict__['__dict__'].__doc__, C.__dict__['__weakref__'].__doc__)
print(list(C.__dict__))
#--
class C:
    "d"
    x: int = 1
    def f(self): pass
    def g(self): self.zz = 1; self.yy = 2
print(list(C.__dict__), C.__static_attributes__, C.__firstlineno__)
#--
object.__setattr__(int, 'x', 1)
#--
type.__setattr__(3, 'x', 1)
#--
object.__setattr__(3, 'x', 1)
#--
class A:
    def __new__(cls): return 5
print(A())
#--
class A:
    def __init__(self): return 5
A()
#--
object(1)
#--
class A: pass
A(1)
#--
class A:
    def __new__(cls, x): return object.__new__(cls, x)
A(1)
#--
class A:
    def __init__(self, x): super().__init__(x)
A(1)
#--
class A:
    def __init__(self, x): pass
A(x=1); A()
#--
object.__new__(int)
#--
object.__new__()
#--
object.__new__(1)
#--
int.__new__(str)
#--
list.__new__(dict)
#--
int.__new__()
#--
int.__new__(1)
#--
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @abc.abstractmethod
    def g(self): pass
class B(A):
    def f(self): pass
try: A()
except TypeError as e: print(e)
B()
#--
type('x')
type()
#--
type('a', 'b')
#--
type('a', (), {}, 3)
#--
type(1, (), {})
#--
type('A', [], {})
#--
type('A', (), 1)
#--
print(type('A', (), {}), type('A', (), {'__module__': 'q', '__qualname__': 'r.A'}))
type('A', (), {'__qualname__': 3})
#--
type('A', (1,), {})
''')
