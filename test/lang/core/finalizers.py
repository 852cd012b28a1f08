# Objects with __del__: when the last name goes, in collections.
import gc
import sys


def hook(args):
    print("ignored", args.exc_type.__name__, args.exc_value, args.object, args.err_msg.split("<")[0])


sys.unraisablehook = hook


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = A(1)
del a
print("after del")
b = A(2)
b = None
print("after assignment")
c = A(3)
c.self = c
del c
print("in a cycle")
gc.collect()
print("after collection")


class B:
    def __del__(self):
        raise ValueError("in del")


b = B()
del b
print("goes on")


def f():
    x = A(4)
    del x
    print("end of f")


f()


class Reviver:
    kept = []

    def __del__(self):
        print("revived")
        Reviver.kept.append(self)


r = Reviver()
del r
print(gc.is_finalized(Reviver.kept[0]), len(Reviver.kept))
Reviver.kept.clear()
gc.collect()
print(gc.is_finalized(A), gc.is_finalized(1))


class Sub(A):
    pass


s = Sub("sub")
t = s
del s
print("still there")
del t
print("gone")
