"""copy, pickle, weakref-free object graphs: reduce protocols, slots, cycles, copyreg."""
import copy
import copyreg
import pickle
from collections import OrderedDict, defaultdict, deque
from datetime import date
from enum import Enum
from functools import partial


class Plain:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is type(self) and vars(o) == vars(self)
    def __repr__(self): return f'Plain({self.x!r})'


class Slotted:
    __slots__ = ('a', 'b')
    def __init__(self, a): self.a = a


class State:
    def __init__(self): self.value, self.secret = 1, 2
    def __getstate__(self): return {'value': self.value}
    def __setstate__(self, state): self.__dict__.update(state, restored=True)


class Reduced:
    def __init__(self, *args): self.args = args
    def __reduce__(self): return Reduced, self.args + ('again',)


class NewArgs(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)


class Color(Enum):
    RED = 1


class Singleton:
    def __reduce__(self): return 'SINGLETON'


SINGLETON = Singleton()


def function(): pass


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for value in (None, True, 1, 255, 65536, -1, 2**40, 2**100, 1.5, 'ä\U0001f40d\ud800', b'bytes', bytearray(b'ba'), (), (1,), (1, 2, 3, 4), [1, [2]], {'k': {1: 2}}, {1}, frozenset([2]), 1j, Ellipsis, range(3), slice(1, 2), Plain([1]), Color.RED, date(2020, 1, 2),
                  OrderedDict(a=1), deque([1], 3), function, len, Plain, int, NewArgs(1, 2), SINGLETON, partial(int, base=2).args, ValueError('x', 1).args):
        back = pickle.loads(pickle.dumps(value, protocol))
        if back != value or type(back) is not type(value):
            print('differs', protocol, value, back)
print(pickle.dumps([1, 'a', (True, None)], 2), len(pickle.dumps(Plain(1), 5)) > 30, pickle.dumps('x' * 3, 0))
s = pickle.loads(pickle.dumps(State()))
print(vars(s), pickle.loads(pickle.dumps(Reduced(1))).args, pickle.loads(pickle.dumps(defaultdict(list, a=[1]))), pickle.loads(pickle.dumps(ValueError('m', 2))).args)
cycle = [1]
cycle.append(cycle)
back = pickle.loads(pickle.dumps(cycle))
print(back[1] is back, copy.deepcopy(cycle)[1][0])
for bad in (lambda: 0, (x for x in ()), type('Local', (), {})()):
    try:
        pickle.dumps(bad)
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0].split('<locals>')[0])
for bad in (b'', b'\x80\x05', b'garbage', b'cno_such\nname\n.', b'\x80\x63.', b'(lp0\n'):
    try:
        pickle.loads(bad)
    except Exception as error:
        print(isinstance(error, (EOFError, ValueError, ImportError, pickle.UnpicklingError)))
a = Plain({'deep': [1, 2]})
b, c = copy.copy(a), copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c == a, copy.copy([1, [2]]), copy.deepcopy((1, [2])), copy.copy(Slotted(5)).a, copy.deepcopy({1: {2: [3]}}), copy.copy(function) is function, copy.replace(date(2020, 1, 1), year=2021))


class Custom:
    def __copy__(self): return 'shallow'
    def __deepcopy__(self, memo): return f'deep {len(memo)}'


print(copy.copy(Custom()), copy.deepcopy([Custom()]), [m for m in ('__reduce__', '__reduce_ex__') if hasattr(Custom, m)])
copyreg.pickle(Custom, lambda c: (str, ('via copyreg',)))
print(pickle.loads(pickle.dumps(Custom())), object().__reduce_ex__(2)[0].__name__, Slotted(1).__reduce_ex__(2)[2], copyreg.dispatch_table[Custom] is not None)


class Persistent(pickle.Pickler):
    def persistent_id(self, obj): return 'P1' if isinstance(obj, Custom) else None


import io
buffer = io.BytesIO()
Persistent(buffer).dump([1, Custom()])


class Loader(pickle.Unpickler):
    def persistent_load(self, pid): return f'loaded {pid}'
    def find_class(self, module, name): raise pickle.UnpicklingError(f'forbidden {module}.{name}')


print(Loader(io.BytesIO(buffer.getvalue())).load())
try:
    Loader(io.BytesIO(pickle.dumps(Plain(1)))).load()
except pickle.UnpicklingError as error:
    print(error)
import pickletools
pickletools.dis(pickle.dumps([1, 'a'], 2))
