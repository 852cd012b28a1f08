"""`%` formatting of bytes and bytearray."""

def t(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class B:
    def __bytes__(self):
        return b'own'


CASES = [
    (b'%s', 'x'), (b'%s', b'x'), (b'%b', bytearray(b'x')), (b'%s', memoryview(b'x')), (b'%d', 5), (b'%d', 'x'), (b'%c', 65),
    (b'%c', b'a'), (b'%c', b'ab'), (b'%c', 256), (b'%c', 'a'), (b'%a', '\xe9'), (b'%r', b'x'), (b'%z', 1), (b'%', ()),
    (b'%s', ()), (b'a', 1), (b'%(a)s', {b'a': b'x'}), (b'%(a)s', {'a': b'x'}), (b'%5.2f|', 3.14159), (b'%x', 1.5), (b'%s', 5),
    (b'%10s|%-10s|%.1s', (b'a', b'b', b'cd')), (b'%i', 1.5), (b'%i', None), (b'%x', b'a'), (b'%*d', (5, 1)), (b'%*d', ('5', 1)),
    (b'%f', 'x'), (b'%', 1), (b'%(a', {}), (b'%u', 5), (b'%#x', 15), (b'%b', B()), (b'%s|%d', (B(), 7)), (b'%%', ()),
]
for form, args in CASES:
    print(form, end=' ')
    t(lambda: form % args)
    t(lambda: bytearray(form) % args)
