x = 1
x = y = z = (1, 2)
(a, b), [c, d] = (1, 2), [3, 4]
a, *b = x
*a, b = x
a, *b, c, d = x
[*a] = x
obj = type('O', (), {})()
obj.attr = obj.other = 3
obj.attr.deep.er = x[0] = x[1:2] = x[1:2:3] = x[::] = x[a, b:c] = 4
x[:] = []
x += 1
x -= 1; x *= 2; x @= 3; x /= 4; x %= 5; x **= 6; x <<= 7; x >>= 8; x |= 9; x ^= 10; x &= 11; x //= 12
obj.attr += 1
obj.a.b \
    .c += 2
x[0] += 1
x[a:b] += [1]
x[1:2] += [1]
x[a:b:c] += [1]
x[a:b][c] -= 1
del x
del a, (b, c), [d]
del obj.attr, obj.list[0], obj.list[1:2], obj.list[a:b], obj.list[::2]
def f():
    global g1, g2
    g1 = 1
    g2 += g1
    del g1
    local = local2 = 5
    local += local2
    del local
    return local2
def g():
    n = 0
    m = 1
    def h():
        nonlocal n
        n += m
        del n
    return h
(parenthesized) = 5
((x.y)) = 6
for x.attr in []: pass
for x[0] in []: pass
for (a, (b, *c)) in []: pass
