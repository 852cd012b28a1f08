"""Metaclasses: __prepare__, __new__, __init__, __call__, keywords, conflicts, __init_subclass__, class cells."""


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        print('prepare', name, [b.__name__ for b in bases], kwargs)
        return {'prepared': True}

    def __new__(mcls, name, bases, namespace, **kwargs):
        print('new', name, sorted(k for k in namespace if not k.startswith('__')), kwargs)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print('init', name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance): return instance == 42 or super().__instancecheck__(instance)
    def __subclasscheck__(cls, sub): return sub is int or super().__subclasscheck__(sub)
    def __len__(cls): return 7
    def __getitem__(cls, item): return cls.__name__, item
    def __iter__(cls): return iter('meta')
    def __repr__(cls): return f'<{cls.__name__} of Meta>'
    def __getattr__(cls, name): return f'missing {name}'
    def __contains__(cls, x): return x == 1


class Base(metaclass=Meta, option=1):
    attribute = 1

    def __init__(self, x=0): self.x = x


class Derived(Base, option=2):
    pass


d = Derived(5)
print(d.x, Derived.prepared, type(Derived), len(Derived), Derived['k'], list(Derived), Derived.nothing, 1 in Derived)
print(isinstance(42, Base), issubclass(int, Base), isinstance(d, Base), isinstance(41, Base))


class Other(type): pass
class OtherBase(metaclass=Other): pass


print(attempt(lambda: type('X', (Base, OtherBase), {})))
print(attempt(lambda: type('X', (), {}, bad=1)))


class Registry:
    plugins = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Registry.plugins[name or cls.__name__.lower()] = cls


class Csv(Registry): pass
class Json(Registry, name='js'): pass


print({k: v.__name__ for k, v in Registry.plugins.items()})
print(attempt(lambda: type('Bad', (Registry,), {}, other=1)))


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key if key.startswith('__') else key.upper(), value)


class UpperMeta(type):
    __prepare__ = lambda name, bases: Upper()


class Shout(metaclass=UpperMeta):
    quiet = 1
    def method(self): return __class__


print(Shout.QUIET, Shout().METHOD() is Shout)


def function_metaclass(name, bases, namespace, **kw):
    return name, bases, sorted(k for k in namespace if not k.startswith('__')), kw


class Fake(metaclass=function_metaclass, extra=1):
    a = 1
    b = 2


print(Fake)
print(attempt(lambda: exec('class X(metaclass=lambda *a: 5): pass\nprint(X)')))
print(attempt(lambda: exec('class M(type):\n  __prepare__ = lambda *a: 1\nclass X(metaclass=M): pass', {})))


class Singleton(type):
    instances = {}
    def __call__(cls, *args):
        if cls not in Singleton.instances:
            Singleton.instances[cls] = super().__call__(*args)
        return Singleton.instances[cls]


class Config(metaclass=Singleton): pass


print(Config() is Config(), type(Config).__name__, Config.__class__.__mro__[0].__name__)
T = type('T', (Base,), {'z': 3, '__module__': 'elsewhere', '__qualname__': 'Out.T'})
print(T.z, T.__module__, T.__qualname__, T)
T.__name__ = 'Renamed'
print(T.__name__, attempt(lambda: setattr(T, '__name__', 1)), attempt(lambda: setattr(int, '__name__', 'x')))


class ABCish(type):
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns, **kw)
        cls.cells = [c for c in ('__classcell__', '__static_attributes__', '__firstlineno__') if c in ns]
        return cls


class WithCell(metaclass=ABCish):
    def f(self):
        self.attr = 1
        return super().__repr__
print(WithCell.cells, WithCell.__static_attributes__)
