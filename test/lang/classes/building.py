"""Class statements: metaclasses, __prepare__, keywords, __classcell__, __mro_entries__."""


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **kwargs):
        print('prepare', name, [b.__name__ for b in bases], kwargs)
        return {'injected': 1}

    def __new__(metacls, name, bases, namespace, **kwargs):
        print('new', name, sorted(k for k in namespace if not k.startswith('__')), kwargs)
        return super().__new__(metacls, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        print('init', name, kwargs)
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta, flag=True):
    x = 1

    def method(self):
        return __class__


class Derived(Base, other=2):
    y = 2

    def method(self):
        return super().method(), __class__


print(Derived().method(), Derived.injected)


class Subclassed:
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        print('init_subclass', cls.__name__, tag)


class Tagged(Subclassed, tag='hello'):
    pass


class Described:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)


class Owner:
    a = Described()
    b = Described()


class Entries:
    def __mro_entries__(self, bases):
        print('mro_entries', len(bases))
        return (Subclassed,)


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__, len(FromEntries.__orig_bases__))


def function_meta(name, bases, namespace, **kwargs):
    return name, bases, 'body' in namespace, kwargs


class NotAClass(metaclass=function_meta, k=1):
    body = 1


print(NotAClass)


class M1(type):
    pass


class M2(type):
    pass


class A1(metaclass=M1):
    pass


class A2(metaclass=M2):
    pass


try:
    class Conflict(A1, A2):
        pass
except TypeError as error:
    print(error)

try:
    class Bad(1):
        pass
except TypeError as error:
    print(error)


class Forgets(type):
    def __new__(metacls, name, bases, namespace):
        namespace.pop('__classcell__', None)
        return super().__new__(metacls, name, bases, namespace)


try:
    class WithoutCell(metaclass=Forgets):
        def f(self):
            return __class__
except RuntimeError as error:
    print(str(error).split(' defining ')[0])


class Scope:
    value = 1
    names = [n for n in ('a', 'b')]
    if value:
        conditional = 'yes'
    for loop in range(2):
        pass
    del value


print(sorted(k for k in Scope.__dict__ if not k.startswith('__')))
print(Scope.__module__, Scope.__qualname__, Scope.__name__)


class Outer:
    class Inner:
        def f(self):
            def g():
                pass
            return g


print(Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, Outer.Inner().f().__qualname__)
