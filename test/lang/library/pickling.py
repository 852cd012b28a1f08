# The native pickler against the library's own, in all protocols; errors and notes.
import _pickle
import collections
import io
import re
import pickle


class Point:
    def __init__(self):
        self.x = 1
        self.itself = [self]

    def __eq__(self, other):
        return self.x == other.x


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b

    def __eq__(self, other):
        return (self.a, self.b) == (other.a, other.b)


class Reduced:
    def __reduce__(self):
        return list, ((1, 2),), None, iter([3, 4])


objects = [None, True, False, ..., NotImplemented, 0, 1, 255, 256, 65535, 65536, -1, 2**31, 2**40, -(2**70), 10**300, 1.5, -0.0]
objects += ["", "abc", "line\nback\\slash", "\xe9\ud800", "\U0001f600", b"", b"x" * 300, bytearray(b"abc")]
objects += [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, [2]], {}, {1: 2}, {1: 2, "a": [3]}]
objects += [set(), {1}, frozenset([1]), Point(), Slotted(1, [2]), len, print, int, Point, type(None), range(10), slice(1, 2)]
objects += [collections.OrderedDict(a=1), ValueError("x"), "x" * 70000, list(range(3000)), dict.fromkeys(range(2500))]

for protocol in range(6):
    for value in objects:
        if isinstance(value, Slotted) and protocol < 2:
            continue
        data = _pickle.dumps(value, protocol)
        if data != pickle._dumps(value, protocol):
            print("differs", protocol, repr(value)[:40])
        for load in _pickle.loads, pickle._loads:
            found = load(data)
            if found != value or type(found) is not type(value):
                print("not the same", protocol, repr(value)[:40], repr(found)[:40])

print(pickle.loads(pickle.dumps(Reduced())))
shared = []
copy = pickle.loads(pickle.dumps([shared, shared, (shared,)]))
print(copy[0] is copy[1] is copy[2][0])

file = io.BytesIO()
pickler = pickle.Pickler(file)
pickler.dump([1, 2])
pickler.dump("second")
file.seek(0)
unpickler = pickle.Unpickler(file)
print(unpickler.load(), unpickler.load())


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return "number" if value == 42 else None


class Loading(pickle.Unpickler):
    def persistent_load(self, name):
        return name.upper()

    def find_class(self, module, name):
        return super().find_class(module, "tuple" if name == "list" else name)


file = io.BytesIO()
Persistent(file).dump([42, list])
file.seek(0)
print(Loading(file).load())

for data in b"", b"\x80\x04", b"X", b"e.", b"0.", b"\x80\x09.", b"g5\n.", b"(0.", b"Q", b"c\n.", b"\x80\x04\x95\xff\xff.":
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, repr(error))

for value in lambda: 0, {"a": [lambda: 0]}, io:
    try:
        pickle.dumps(value)
    except Exception as error:
        print(type(error), re.sub("0x[0-9a-f]+", "0x", str(error)).replace("<locals>.", "")[:60], getattr(error, "__notes__", None))
