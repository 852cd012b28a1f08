"""Function objects."""


def f(a, b=2, *args, c, d=4, **kwargs):
    """The docstring."""
    return a


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_flags)
print(f.__closure__, f.__globals__ is globals(), f.__dict__, f.__type_params__)
f.attribute = 1
print(f.attribute, f.__dict__)
del f.attribute
print(f.__dict__)
f.__name__ = 'renamed'
f.__qualname__ = 'Q.renamed'
f.__doc__ = 'new'
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {'c': 3, 'd': 5}
print(f.__name__, f(), f.__doc__)
f.__defaults__ = None
f.__kwdefaults__ = None
try:
    f()
except TypeError as error:
    print(error)


def g(x):
    return x * 2


def h(x):
    return x * 3


print(g(2))
g.__code__ = h.__code__
print(g(2))


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


def set_attribute(name, value):
    return lambda: setattr(f, name, value)


for name in ('__code__', '__name__', '__qualname__', '__defaults__', '__kwdefaults__', '__annotations__', '__annotate__',
             '__type_params__', '__globals__', '__closure__', '__dict__'):
    attempt(set_attribute(name, 5))
attempt(lambda: delattr(f, '__name__'))
attempt(lambda: delattr(f, '__annotate__'))


def closure():
    x = 1
    return lambda: x


def set_code():
    f.__code__ = closure().__code__


attempt(set_code)


class C:
    def method(self):
        """Method doc."""
        return self


c = C()
m = c.method
print(m.__name__, m.__qualname__, m.__doc__, m.__self__ is c, m.__func__ is C.method, m() is c)
print(m == c.method, m is c.method, hash(m) == hash(c.method), m != C().method)
attempt(lambda: setattr(m, 'x', 1))
C.method.x = 5
print(m.x)
bound = g.__get__(21)
print(bound(), g.__get__(None, int) is g)
FunctionType = type(f)
made = FunctionType(h.__code__, {'__builtins__': {}}, 'made', (7,))
print(made(), made.__name__)
for arguments in ((), (1, {}), (h.__code__, 1), (h.__code__, {}, 1), (h.__code__, {}, None, 1), (h.__code__, {}, None, None, 1),
                  (closure().__code__, {}), (closure().__code__, {}, None, None, (1,)), (closure().__code__, {}, None, None, ())):
    attempt(lambda: FunctionType(*arguments))
print((lambda: 0).__name__, (lambda: 0).__qualname__)


def decorator(tag):
    def decorate(function):
        def wrapper(*args):
            return tag, function(*args)
        wrapper.__name__ = function.__name__
        return wrapper
    return decorate


@decorator('outer')
@decorator('inner')
def decorated(x):
    return x


print(decorated(1), decorated.__name__)
cell = closure().__closure__[0]
print(cell.cell_contents, type(cell).__name__)
cell.cell_contents = 5
print(cell.cell_contents)
CellType = type(cell)
print(CellType(1) == CellType(1), CellType() < CellType(1), CellType(2) > CellType(1))
attempt(lambda: CellType().cell_contents)
attempt(lambda: CellType(1, 2))
attempt(lambda: hash(CellType()))
