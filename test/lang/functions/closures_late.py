"""Closures: cells shared, late binding, nonlocal through levels, deleted and unbound variables, class bodies."""


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def down():
        nonlocal n
        n -= 1
        return n
    return up, down, lambda: n


up, down, value = counter()
print(up(), up(10), down(), value(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
print(up.__closure__[0] is down.__closure__[0])

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def three():
    x = 'outer'

    def two():
        def one():
            nonlocal x
            x = 'changed'
            return x
        return one() + ' ' + x
    return two() + ' ' + x


print(three())


def unbound(flag):
    def inner():
        return late_name
    if flag:
        late_name = 1
    return inner


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error).__name__, str(error)


print(attempt(unbound(True)), attempt(unbound(False)))


def deleted():
    x = 1

    def inner():
        return x
    del x
    return attempt(inner)


def local():
    print(attempt(lambda: zzz))
    try:
        print(y)
    except UnboundLocalError as error:
        print(error)
    y = 1
    del y
    try:
        del y
    except UnboundLocalError as error:
        print(error)


print(deleted())
local()
x = 'global'


def classes(x='parameter'):
    class A:
        y = x
        x = 'class'
        z = x

        def method(self):
            return x, __class__.__name__
    return A.y, A.x, A.z, A().method()


print(classes())


class Body:
    x = x + '!'
    xs = [x for _ in range(2)]
    ys = [y for y in (x, x)]


print(Body.x, Body.xs, Body.ys)


def swap_cells():
    a, b = 1, 2
    def f(): return a, b
    c1, c2 = f.__closure__
    c1.cell_contents, c2.cell_contents = c2.cell_contents, c1.cell_contents
    result = f()
    del c1.cell_contents
    return result, attempt(f), c2, attempt(lambda: c1.cell_contents)


result = swap_cells()
print(result[0], result[1], type(result[2]).__name__, result[3])


def globals_and_locals():
    global made
    made = 'by function'
    a = 1
    snapshot = locals()
    b = 2
    return snapshot, sorted(locals())


print(globals_and_locals(), made)
exec('def g(): return [made for made in (1, 2)], made')
print(g())
