"""Cells: closures, nonlocal, class scopes."""


def counter(start):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def get():
        return count

    return increment, get


inc, get = counter(10)
print(inc(), inc(5), get())
other, other_get = counter(0)
print(other(), get(), other_get())

functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def unbound():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        value
    except UnboundLocalError as error:
        print(type(error).__name__, error)


unbound()


def outer(x):
    class Inner:
        x = x if False else 'class'
        y = [x for _ in range(2)]

        def method(self):
            return x, __class__.__name__

    return Inner


Inner = outer('arg')
print(Inner.x, Inner.y, Inner().method())


def argument_cell(a, b):
    def read():
        return a, b
    a = a + 1
    return read


print(argument_cell(1, 2)())


def deep():
    x = 1

    def one():
        def two():
            nonlocal x
            x += 1

            def three():
                return x
            return three
        return two
    return one()()


print(deep()())
print(deep().__closure__[0].cell_contents, deep().__code__.co_freevars)


def star(*args, **kwargs):
    return lambda: (args, kwargs)


print(star(1, a=2)())
