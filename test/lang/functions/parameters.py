"""Every kind of parameter, defaults, and how calls reach them."""
import inspect


def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(everything(1, d=4))
print(everything(1, 20, 30, 40, 50, d='d', e='e', a='in kwargs', b='too'))
print(everything(*(1, 2), *[3, 4], **{'d': 0}, **{'z': 1}))
print(inspect.signature(everything))
for p in inspect.signature(everything).parameters.values():
    print(p.name, p.kind.name, p.default is p.empty or p.default)


def call(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except TypeError as error:
        return f'TypeError: {error}'


def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def positional(a, b, /): pass
def keyword(*, k, l): pass
def optional(a, b=1, *, k=2): pass


print(call(none, 1))
print(call(none, 1, 2))
print(call(one))
print(call(two))
print(call(two, 1))
print(call(three))
print(call(two, 1, 2, 3))
print(call(two, 1, a=2))
print(call(two, 1, 2, c=3))
print(call(positional, a=1, b=2))
print(call(positional, 1, b=2))
print(call(keyword))
print(call(keyword, k=1))
print(call(keyword, 1, k=1, l=2))
print(call(optional, 1, 2, 3))
print(call(optional, 1, 2, 3, k=4))
print(call(optional, k=4))
print(call(lambda x: x))
print(call(call))
print(call(optional, **{'a': 1, 'nope': 2}))

shared = []


def remember(item, seen=[], *, where=shared):
    seen.append(item)
    where.append(item)
    return seen


print(remember(1), remember(2), remember(3, []), shared, remember.__defaults__, remember.__kwdefaults__)
remember.__defaults__ = None
print(call(remember, 1, []), call(remember, 1))
remember.__kwdefaults__ = {'where': []}
print(remember(5, [4]))
order = []


def note(x):
    order.append(x)
    return x


def defaults(a=note('a'), *, b: note('never') = note('b')): pass


everything(note(1), *[note(2)], d=note(3), **{'x': note(4)})
print(order)
print(defaults.__annotations__, order)
