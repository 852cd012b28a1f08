def f():
    return (1, 1.0, True, 1j, -0.0, 0.0, 0, False, '', b'', 'a', b'a', (), (1,), (1.0,), (True,))
def g():
    x = 0; x = 0.0; x = -0.0; x = False; x = 0j; x = -0j; x = ''; x = b''
    return x
def folding():
    return 1 + 2, 2 ** 10, 'a' * 5, 'a' + 'b', (1, 2) + (3,), (1, 2) * 3, 7 // 2, 7 % 3, 1 << 10, 5 & 3, 5 | 3, 5 ^ 3, 1 / 4, 2.5 * 2, -(-5), ~5, not 1, +True, -True, ~True
def big():
    return 2 ** 1000, 'x' * 5000, (1,) * 300, 1 << 200, 10 ** 100, 'abc' * 0, b'x' * 4, 'a' % (), 3 ** -1, 1 // 0, 1 % 0, 1 / 0
def subscripts():
    return 'abc'[1], (1, 2, 3)[0], 'abc'[-1], 'abc'[0:2], (1, 2, 3)[::2], 'abc'[10], b'abc'[0]
def sets(x):
    return x in {1, 2, 3}, x in [1, 2, 3], x not in {'a', 'b'}, x in {1.0, 1, True}, x in (1, 2), x in {}, x in [], x in [x], x in {x, 1}
def loops():
    for i in [1, 2, 3]: pass
    for i in {1, 2}: pass
    for i in (1, 2): pass
    for i in [*'ab']: pass
    return [i for i in [1, 2]], {i for i in (1, 2, 3)}
def displays():
    return [1, 2], [1, 2, 3], {1, 2}, {1, 2, 3}, (1, 2, 3), {1: 2, 3: 4}, [[1, 2, 3], (1, 2, 3)], [1, 2, 'x', None, ..., b'x', 1.5]
def long_lists():
    return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32]
def long_sets():
    return {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32}
def conditions():
    if 1: a = 1
    if 0: a = 2
    if '': a = 3
    if (): a = 4
    if None: a = 5
    if not 0: a = 6
    while 0: a = 7
    if 1 and 2: a = 8
    if 0 or a: a = 9
    if ...: a = 10
    if __debug__: a = 11
    if not __debug__: a = 12
    assert a, 'message'
    assert a
    return a
def small_ints():
    return -1, 0, 1, 255, 256, 257, -5, -6, 1000
def same():
    a = (1, 2, ('x', 'y')); b = (1, 2, ('x', 'y')); c = ('x', 'y')
    return a, b, c, frozenset, 'x'
