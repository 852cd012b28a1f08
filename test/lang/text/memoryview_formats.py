"""Items of every native format."""

def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

view = memoryview(bytearray(8))
for code in 'cbBhHiIqQfde?':
    items = view.cast(code)
    t(lambda: (code, items.itemsize, items.shape, items.strides))
    for value in ('x', b'x', b'xy', -1, 2**70, 1.5, 200, 70000, True, None):
        t(lambda: (items.__setitem__(0, value), items[0]))
halves = memoryview(bytearray(2)).cast('e')
for number in (0.0, -0.0, 1.0, 65504.0, 65519.9, 65520.0, 1e-8, 2.0**-24, 2.0**-25, 6e-5, 0.1, 1/3, float('inf'), float('nan'), -2.5):
    t(lambda: (number, halves.__setitem__(0, number), halves[0], bytes(halves)))
t(lambda: memoryview(b'abcdefgh').cast('I').tolist())
t(lambda: memoryview(b'abcdefgh').cast('q').tolist())
t(lambda: memoryview(b'abcdefgh').cast('@H', [2, 2]).tolist())
t(lambda: memoryview(b'abcdefgh').cast('H')[1:3].tobytes())
t(lambda: memoryview(b'abcdefgh').cast('B', [2, 2, 2]).tolist())
t(lambda: memoryview(b'abcdefgh').cast('B', [2, 4]).tobytes('F'))
t(lambda: memoryview(b'abcd').cast('b') == memoryview(b'abcd'))
t(lambda: memoryview(b'abcd').cast('H') == b'abcd')
t(lambda: memoryview(bytearray(b'\x01\0')).cast('h') == memoryview(b'\x01\0').cast('H'))
