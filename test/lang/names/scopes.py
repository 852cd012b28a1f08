"""Global, local and builtin names and their errors."""

g = 'global'


def read():
    return g


def assign():
    global g, made
    g = 'changed'
    made = 'made'


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(read())
assign()
print(g, made)


def unbound():
    print(local)
    local = 1


def unbound_after_del():
    local = 1
    del local
    return local


def delete_twice():
    local = 1
    del local
    del local


def delete_global():
    global never
    del never


def conditional(flag):
    if flag:
        value = 1
    return value


def loop_variable(items):
    for item in items:
        pass
    return item


for function in (unbound, unbound_after_del, delete_twice, delete_global, lambda: conditional(0), lambda: conditional(1),
                 lambda: loop_variable([]), lambda: loop_variable([1, 2]), lambda: undefined_name):
    attempt(function)
try:
    del never
except NameError as error:
    print(error, error.name)
try:
    undefined_name
except NameError as error:
    print(error, error.name)


def builtin_shadow():
    len = lambda x: 'shadowed'
    return len([])


print(builtin_shadow(), len([]))
abs = lambda x: 'module level'
print(abs(-1))
del abs
print(abs(-1))


class Scope:
    g = g + ' in class'
    print(g)
    del g
    print(g)
    try:
        del g
    except NameError as error:
        print(error)
    __private = 1

    def method(self):
        return self.__private, g


print(Scope().method(), hasattr(Scope, '_Scope__private'))


def walrus(items):
    if (n := len(items)) > 1:
        return n, [last := x for x in items], last
    return n


print(walrus([1, 2]), walrus([]))
print(sorted(globals().keys() & {'g', 'made', 'read'}))


def local_names(a, b=2):
    c = 3

    def inner():
        return c
    return sorted(locals().items(), key=lambda item: item[0])[:3]


print(local_names(1))
globals()['dynamic'] = 'set through globals()'
print(dynamic)
__annotations__ = {}
annotated: int = 5
only_annotated: str
print(annotated)
try:
    only_annotated
except NameError as error:
    print(error)
for i in range(3):
    pass
else:
    print('else', i)
while i:
    i -= 1
    if i == 0:
        break
else:
    print('not printed')
