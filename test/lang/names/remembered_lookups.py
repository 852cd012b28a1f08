"""What instructions remember of globals, attributes and slots must notice every change."""

import builtins


def read():
    return value, len('four')


value = 1
print(read(), read())
value = 2
print(read())
len = lambda text: 'mine'
print(read())
del len
print(read())
globals()['value'] = 3
print(read())
builtins.value = 'builtin'
del value
print(read())
value = 4
print(read())
del value
del builtins.value
try:
    read()
except NameError as error:
    print(error)
other = {'value': 'other', '__builtins__': {'len': lambda text: 'other len'}}
print(type(read)(read.__code__, other)())
value = 5
print(read())
for value in range(3):
    print(read()[0])


class Slotted:
    __slots__ = ('a', 'b')


class Derived(Slotted):
    pass


class Plain:
    pass


def get(thing):
    try:
        return thing.a
    except AttributeError as error:
        return str(error)


def put(thing, a):
    thing.a = a


for make in (Slotted, Derived, Plain, Slotted):
    thing = make()
    print(get(thing))
    for a in (1, 'x'):
        put(thing, a)
        print(get(thing), get(thing))
    del thing.a
    print(get(thing))
derived = Derived()
put(derived, 1)
derived.__dict__['a'] = 'in the dict'
print(get(derived))
Slotted.a = 'on the class'
print(get(derived), Derived.a)


class Borrowed:
    a = Derived.__dict__.get('a', Slotted.__dict__['b'])


try:
    Borrowed().a
except TypeError as error:
    print(error)

plain = Plain()
put(plain, 'own')
print(get(plain))
plain.__dict__ = {'a': 'from a new dict'}
print(get(plain))
put(plain, 'stored')
print(get(plain), plain.__dict__)
plain.__dict__[1] = 'odd key'
print(get(plain), plain.__dict__)
Plain.a = property(lambda self: 'property')
print(get(plain))
del Plain.a
print(get(plain))


def item(container, key):
    try:
        return container[key]
    except (LookupError, TypeError) as error:
        return type(error).__name__, error.args


class Missing(dict):
    def __missing__(self, key):
        return 'missing', key


for container in ({1: 'one'}, Missing(), [10, 20], (10, 20), 'text', {True: 'true'}):
    print(item(container, 1), item(container, 9), item(container, -1), item(container, 'k'), item(container, []))
