"""Binding of arguments to parameters."""


def positional(a, b, c=3):
    return a, b, c


def keyword_only(*, a, b=2):
    return a, b


def positional_only(a, b=2, /, c=3):
    return a, b, c


def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(positional(1, 2))
print(positional(1, 2, 4))
print(positional(b=1, a=2))
print(positional(1, c=9, b=8))
print(keyword_only(a=1))
print(keyword_only(b=1, a=3))
print(positional_only(1))
print(positional_only(1, 5, 6))
print(positional_only(1, c=7))
print(everything(1, d=4))
print(everything(1, 2, 3, 4, 5, d=6, e=7, f=8, g=9))
print(everything(1, d=4, a=5, b=6))
print((lambda *a, **k: (a, k))(1, 2, x=3))
print((lambda: 42)())


def defaults(x, seen=[]):
    seen.append(x)
    return seen


print(defaults(1), defaults(2), defaults(3, []))


def order(*args, **kwargs):
    return args, list(kwargs.items())


print(order(*[1, 2], 3, *(4, 5), x=1, **{'y': 2}, z=3, **{'w': 4}))
print(order(*range(3), *'ab'))
print(order(**{'a': 1}, **{'b': 2}))
