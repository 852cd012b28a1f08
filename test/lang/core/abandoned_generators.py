# Generators that are left before their end clean up.
import contextlib
import sys


def hook(args):
    print("ignored", args.exc_type.__name__, args.exc_value, args.err_msg.split("<")[0])


sys.unraisablehook = hook


def gen():
    try:
        for i in range(5):
            yield i
    finally:
        print("cleanup")


for x in gen():
    if x == 2:
        break
print("after loop")
g = gen()
next(g)
del g
print("after del")
g = gen()
next(g)
g = None
print("after assignment")
g = gen()
next(g)
for x in g:
    break
print("still alive", next(g))
del g


@contextlib.contextmanager
def manager():
    print("in")
    try:
        yield 1
    finally:
        print("out")


with manager() as x:
    print(x)


class Error(Exception):
    pass


def bad():
    try:
        yield
    finally:
        raise Error("x")


b = bad()
next(b)
del b


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield


b = stubborn()
next(b)
del b
print("end")
