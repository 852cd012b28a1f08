# The array type: construction, items of every typecode, slices, conversions, errors.
import array
from array import array as A

def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)

print(array.typecodes, array.ArrayType is A)
for code in 'bBhHiIqQfd':
    print(code, A(code).itemsize, A(code, [1, 2, 3]))
for code, low, high in [('b', -128, 127), ('B', 0, 255), ('h', -32768, 32767), ('H', 0, 65535),
                        ('q', -2**63, 2**63 - 1), ('Q', 0, 2**64 - 1)]:
    print(A(code, [low, high]))
    t(A, code, [low - 1])
    t(A, code, [high + 1])
    t(A, code, [1.5])
    t(A, code, ['a'])
t(A, 'f', [1.5, 'a'])
t(A, 'd', [1, 2.5, True])
t(A, 'f', [0.1])
t(A, 'w', 'héllo\U0001F600')
t(A, 'w', ['a', 'b'])
t(A, 'w', ['ab'])
t(A, 'w', [1])
t(A, 'i', 'abc')
t(A, 'x')
t(A)
t(A, 1)
t(A, 'ii')
t(A, 'i', 5)
t(A, 'i', [1], [2])
t(A, 'i', b'\x01\x00\x00\x00\x02\x00\x00\x00')
t(A, 'i', b'\x01\x00\x00')
t(A, 'h', bytearray(b'\x01\x00'))
t(A, 'i', A('h', [1, 2]))
t(A, 'w', A('h', [1, 2]))
t(A, 'i', A('w', 'ab'))
t(A, 'i', (x * x for x in range(4)))
t(lambda: A(typecode='i'))

a = A('i', range(10))
print(len(a), a[0], a[-1], a[2:5], a[::-2], a[5:2])
t(lambda: a[10])
t(lambda: a[-11])
t(lambda: a['x'])
t(lambda: a[1.0])
print(5 in a, 50 in a, a.index(3), a.count(4), 3.0 in a)
t(a.index, 99)
t(a.index, 3, 4)
t(a.index, 3, -9, 100)
a[0] = 100
a[-1] = -100
def set_item(k, v): a[k] = v
t(set_item, 10, 1)
t(set_item, 0, 'x')
t(set_item, 0, -2**90)
a[1:3] = A('i', [7, 8, 9])
print(a)
a[::2] = A('i', [0] * 6) if len(a[::2]) == 6 else A('i', [0] * len(a[::2]))
print(a)
t(set_item, slice(0, 2), [1, 2])
t(set_item, slice(0, 2), A('h', [1]))
t(set_item, slice(None, None, 2), A('i', [1]))
del a[0], a[-1], a[1:3]
print(a)
del a[::2]
print(a)
def del_item(k): del a[k]
t(del_item, 50)
a.append(5); a.insert(0, -1); a.insert(100, 9); a.insert(-1, 3); a.extend([1, 2]); a.extend(A('i', [3]))
print(a)
t(a.extend, A('h', [1]))
t(a.extend, 5)
t(a.append, 'x')
print(a.pop(), a.pop(0), a.pop(-2), a)
t(a.pop, 100)
t(A('i').pop)
a.remove(9); print(a)
t(a.remove, 1000)
a.reverse(); print(a)
print(a + a, a * 2, 2 * a, a * 0, a * -1)
t(lambda: a + [1])
t(lambda: a + A('h', [1]))
t(lambda: a * 'x')
b = A('h', [1, 2])
c = b
b += A('h', [3]); b *= 2
print(b, b is c)
def iadd(): global b; b += [1]
t(iadd)
print(A('i', [1, 2]) == A('h', [1, 2]), A('i', [1, 2]) < A('i', [1, 3]), A('i', [1]) != A('i', [1]), A('i', [1, 2]) > A('i', [1]),
      A('d', [1.0]) == A('i', [1]), A('i', [1]) == [1])
t(lambda: A('i') < [1])
t(hash, A('i'))
print(A('h', [1, 258]).tobytes(), A('h', [1, 258]).tolist(), list(A('d', [1, 2])))
x = A('h', [1, 258]); x.byteswap(); print(x)
t(A('d', [1.5]).byteswap)
x.frombytes(b'\x05\x00'); print(x)
t(x.frombytes, b'\x05')
t(x.frombytes, 'a')
x.fromlist([9, 8]); print(x)
t(x.fromlist, [1, 'a'])
print(x)
t(x.fromlist, (1,))
t(x.fromunicode, 'a')
w = A('w', 'ab'); w.fromunicode('c\U0001F601'); print(w, w.tounicode(), w[3], w.tolist())
t(w.fromunicode, 1)
t(x.tounicode)
print(repr(A('w')), repr(A('i')), A('w', 'it\'s'))
x.clear(); print(x, x.typecode, x.itemsize)
import copy
y = A('i', [1, 2]); z = copy.copy(y); z.append(3); print(y, z, copy.deepcopy(z))
it = iter(A('i', [1, 2, 3]))
print(next(it), it.__reduce__()[1:], list(it), type(it).__name__)
it.__setstate__(0)
print(list(it))
m = memoryview(y)
print(m.format, m.itemsize, m.tolist(), m.nbytes, m.readonly)
m[0] = 77
print(y)
t(y.append, 5)
t(y.extend, [5])
t(y.pop)
m.release()
y.append(5)
print(y, bytes(A('B', [1, 2])))
class S(A):
    def __new__(cls, *args):
        return A.__new__(cls, 'i', *args)
s = S([1, 2])
print(type(s).__name__, s, s[:1].__class__, s + s, type(s + s))
s.attr = 1
print(s.__dict__, s.__reduce_ex__(2)[1:], A('i', [1]).__reduce_ex__(2), A('h', [1]).__reduce_ex__(3)[1:])
import pickle
for p in range(6):
    print(pickle.loads(pickle.dumps(A('i', [1, -2, 3]), p)), pickle.loads(pickle.dumps(A('d', [1.5]), p)))
from array import _array_reconstructor as r
print(r(A, 'i', 8, b'\x01\x00\x00\x00'), r(A, 'h', 5, b'\x00\x01'), r(A, 'd', 14, b'\x00\x00\x00\x00\x00\x00\xf0?'), r(A, 'w', 18, b'a\0b\0'))
t(r, A, 'i', 22, b'')
t(r, int, 'i', 8, b'')
t(r, A, 'xx', 8, b'')
t(r, A, 'i', 8, 'abc')
match A('i', [1, 2]):
    case [p, q]:
        print('sequence', p, q)
import io
f = io.BytesIO(); A('h', [1, 2, 3]).tofile(f); f.seek(0)
e = A('h'); e.fromfile(f, 2); print(e)
t(e.fromfile, f, 2)
print(e)
t(e.fromfile, f, -1)
print(A('i', [3, 1, 2]).__class_getitem__(int), sorted(A('i', [3, 1, 2])), list(reversed(A('i', [1, 2]))))
print(A.__doc__.splitlines()[0], A('i', [1]).buffer_info()[1])
