def f(a, b, c, d):
    if a and b and c: return 1
    if a or b or c: return 2
    if a and b or c and d: return 3
    if (a or b) and (c or d): return 4
    if not (a and b): return 5
    if not (a or b) and not c: return 6
    if a if b else c: return 7
    if not (a if b else c): return 8
    if a < b < c < d: return 9
    if not (a < b < c): return 10
    if a < b and c < d or a < d < b: return 11
    if a is None and b is not None: return 12
    if a is None or not b is None: return 13
    if a in b and c not in d: return 14
    if a == b != c: return 15
    if not not a: return 16
    if (x := a) and x: return 17
    if a.b and a[0] and a(): return 18
    if [a for a in b]: return 19
    if (lambda: a): return 20
    while a and b: c
    while not (a or b): d
    while a < b < c: d
    x = a and b
    x = a or b or c
    x = a and b or c and d
    x = not a and not b
    x = a if b and c else d
    x = a if not b else c
    x = a if b < c < d else a
    x = (a and b) == (c or d)
    x = [a and b, c or d]
    assert a and b
    assert a or b, c
    assert not (a and b)
    assert a < b < c
    return a and b or c
def g(a):
    return a is None
def h(a):
    return a is not None
def i(a, b):
    return not a == b, not a in b, not a is b, not a < b
def j(a):
    if a == 1 or a == 2 or a == 3: return True
    return False
def k(a):
    for b in a:
        if b is None: continue
        if b is not None: break
        if not b: continue
    return b
def l(a, b):
    return a < b, a > b, bool(a < b), not (a < b), (a < b) and (b > a)
if a and b: c
x = a or b
x = a and b
x = a < b < c
while a or b: c
