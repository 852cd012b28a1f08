pass
1
'string'
...
None
x
x.y
x()
x[0]
-x
x + y
x, y
[x]
lambda: x
(yield_)
if x: pass
def f():
    'doc'
    1
    'not doc'
    x
    return
def g(): ...
def h(): 1; 2; 3
def i():
    global a, b
    a = b = 1
class C: ...; x = 1
def j(x):
    if x: raise A
    elif y: raise B(1) from x
    raise
def k():
    return 1 if x else 2
def l():
    return x and y
def m():
    return not x
def n():
    return x or y or z
def o():
    return -1
def p():
    return (1, 2, x)
def q():
    x = y = z = 1
    return x if y else z
def r():
    (x, y) = (y, x)
    x, y, z = z, y, x
    [a, b] = b, a
    a, b, c, d = d, c, b, a
    x, = y
    x, x = 1, 2
    x, y, x = 1, 2, 3
def s():
    _ = 1
    _, _ = _, _
def t(x):
    x.a, x.b = x.b, x.a
    x[0], x[1] = x[1], x[0]
