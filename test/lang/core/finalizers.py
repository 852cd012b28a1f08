# Objects with __del__: when the last name goes, in collections, at the end of the program.
import sys, gc
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A(1)
del a
print('after')
b = A(2)
b = None
print('after 2')
c = A(3); c.self = c
del c
print('cycle kept')
gc.collect()
print('collected')
class B:
    def __del__(self): raise ValueError('in del')
b = B()
del b
print('x', file=sys.stderr)
def f():
    x = A(4)
    del x
    print('f end')
f()
class R:
    keep = []
    def __del__(self): print('R'); R.keep.append(self)
r = R(); del r
print(gc.is_finalized(R.keep[0]), len(R.keep))
R.keep.clear()
z = A(5); y = A(6); _p = A(7)
l = [A(8), A(9)]
del l[:]
print('end')
