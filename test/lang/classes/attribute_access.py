"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__, and where attributes are found."""


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Lazy:
    known = 'class'

    def __getattr__(self, name):
        if name.startswith('make_'):
            value = name[5:].upper()
            setattr(self, name, value)
            return value
        raise AttributeError(f'no {name}', name=name, obj=self)


l = Lazy()
print(l.known, l.make_x, l.__dict__, attempt(lambda: l.other), getattr(l, 'other', 'default'), hasattr(l, 'y'))


class Guard:
    def __init__(self):
        object.__setattr__(self, 'log', [])

    def __getattribute__(self, name):
        if name != 'log':
            object.__getattribute__(self, 'log').append(('get', name))
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        self.log.append(('set', name, value))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(('del', name))
        super().__delattr__(name)

    def method(self): return 'm'
    def __len__(self): return 3


g = Guard()
g.a = 1
g.a += 1
g.method()
del g.a
print(attempt(lambda: g.a), len(g), g.log)


class Property:
    def __init__(self): self._x = 1

    @property
    def x(self):
        """The x."""
        return self._x

    @x.setter
    def x(self, value):
        if value < 0:
            raise ValueError('negative')
        self._x = value

    @x.deleter
    def x(self): del self._x

    @property
    def broken(self): return self.missing

    read_only = property(lambda self: 'ro')
    write_only = property(fset=lambda self, v: print('wrote', v))


p = Property()
p.x = 5
print(p.x, attempt(lambda: setattr(p, 'x', -1)), Property.x.__doc__, Property.x.fget.__name__)
del p.x
print(attempt(lambda: p.x), attempt(lambda: p.broken))
p.write_only = 1
print(attempt(lambda: p.write_only), attempt(lambda: setattr(p, 'read_only', 1)), attempt(lambda: delattr(p, 'read_only')))
print(attempt(lambda: setattr(1, 'x', 1)), attempt(lambda: setattr(object(), 'x', 1)), attempt(lambda: setattr(int, 'x', 1)))
print(attempt(lambda: delattr(l, 'nope')), attempt(lambda: l.known.nope), attempt(lambda: Lazy.nope), attempt(lambda: None.x))


class Shadow:
    def method(self): return 'class'


s = Shadow()
s.method = lambda: 'instance'
print(s.method())
del s.method
print(s.method(), vars(s))
Shadow.method = lambda self: 'patched'
print(s.method())
s.__dict__ = {'fresh': 1}
print(s.fresh, attempt(lambda: setattr(s, '__dict__', 1)))
s.__class__ = Lazy
print(type(s).__name__, s.make_q, attempt(lambda: setattr(s, '__class__', int)))


class Dir:
    def __init__(self): self.inst = 1
    def __dir__(self): return ['b', 'a', 'inst']


print(dir(Dir()), 'inst' in dir(type('T', (), {'inst': 1})), [n for n in dir(Lazy()) if not n.startswith('_')])
print([n for n in vars(Property) if not n.startswith('__')], attempt(lambda: vars(1)))
