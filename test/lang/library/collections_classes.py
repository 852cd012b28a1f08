# collections: named tuples, counters, ordered and default dicts, deques, chain maps, abstract classes.
from collections import *
import collections, pickle, copy

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

P = namedtuple('P', 'x y z', defaults=[1, 2])
p = P(0)
print(p, p._asdict(), p._replace(y=9), P._fields, P._field_defaults, P._make([1, 2, 3]))
print(P.__doc__, P.x.__doc__, p == (0, 1, 2), P.__new__.__doc__, P.__match_args__)
attempt(P)
attempt(P, 1, 2, 3, 4)
attempt(p._replace, q=1)
attempt(P._make, [1])
attempt(namedtuple, 'X', 'a a')
attempt(namedtuple, 'X', '_a')
attempt(namedtuple, 'X', 'class')
attempt(namedtuple, '1', 'a')
print(namedtuple('X', 'a def _b a', rename=True)._fields)
attempt(copy.replace, p, x=5)
try:
    p.x = 1
except AttributeError as e:
    print(e)

class Q(P):
    __slots__ = ()

print(Q(1), pickle.loads(pickle.dumps(p)), copy.deepcopy(p))
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], list(c.elements()), c.total(), c + Counter('ab'))
print(c - Counter('aab'), c & Counter('ab'), c | Counter('zz'), -c, +c)
print(c == Counter('abracadabra'), c <= c, c > Counter('a'))
c.subtract('aab')
c.update(x=3)
print(c, c.copy(), repr(Counter()))
attempt(Counter, 1)
attempt(Counter.fromkeys, 'ab')
del c['nope']
c2 = Counter(a=1)
c2 += Counter(b=2)
c2 -= Counter(a=1)
print(c2, Counter({'a': 1.5, 'b': -2}), Counter(a=1) ^ Counter(b=2) if hasattr(Counter, '__xor__') else None)
attempt(Counter, 'a', 'b')
attempt(Counter.update)
d = defaultdict(list)
d['a'].append(1)
print(d, d.default_factory, d.copy(), d | {'b': 2}, {'z': 1} | d)
attempt(defaultdict, 1)
attempt(defaultdict().__getitem__, 'x')
print(defaultdict(int, a=1), copy.copy(d), pickle.loads(pickle.dumps(d)))
d.default_factory = None
attempt(d.__getitem__, 'q')
r = defaultdict(lambda: r)
r['a']
print(repr(defaultdict(None, {1: 2})))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
print(o, o.popitem(), o.popitem(last=False))
o.move_to_end('c', last=False)
print(o, o == OrderedDict(c=3), o == {'c': 3}, list(reversed(OrderedDict(a=1, b=2).items())))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
attempt(o.move_to_end, 'zz')
attempt(OrderedDict().popitem)
print(OrderedDict([(1, 2)]) | {3: 4}, OrderedDict.fromkeys('ab', 0), o.keys(), o.items())
print(o.values(), pickle.loads(pickle.dumps(o)), copy.copy(o), repr(OrderedDict()))
o['self'] = o
print(o)
attempt(OrderedDict, 1, 2)
attempt(o.pop, 'nope')
print(o.pop('nope', 5), o.setdefault('k', 4))
try:
    for k in o:
        o['new' + str(k)] = 1
except RuntimeError as e:
    print(e)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.maxlen, q[0], q[-1], q.index(2), q.count(2))
q.rotate(1)
q.extend([7, 8])
q.extendleft([5])
print(q, list(reversed(q)), q + deque([1]), q * 2, 5 in q, q.copy(), deque('ab') < deque('ac'))
q.insert(0, 1) if 0 else attempt(q.insert, 0, 1)
attempt(deque().pop)
attempt(deque().popleft)
attempt(q.remove, 99)
attempt(q.index, 99)
attempt(q.__getitem__, 10)
del q[0]
q[0] = 'x'
q.reverse()
print(q)
attempt(deque, 1)
attempt(deque, [], -1)
attempt(deque, [], 'a')
q.clear()
print(q, deque(maxlen=0), copy.copy(deque([1], 3)), pickle.loads(pickle.dumps(deque([1], 3))))
attempt(q.__delitem__, 0)
attempt(deque([1, 2]).__setitem__, 5, 1)
dd = deque([1])
dd.append(dd)
print(dd)
attempt(hash, dd)
attempt(lambda: deque()[1:2])
attempt(lambda: deque() + [1])
try:
    q = deque([1, 2, 3])
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'], list(m), len(m), m.maps, m.parents, m.new_child({'c': 1}), dict(m))
print(m | {'z': 1}, {'y': 1} | m)
attempt(m.__getitem__, 'q')
m['n'] = 1
attempt(m.__delitem__, 'b')
attempt(m.pop, 'b')
attempt(m.popitem)
print(m.get('x', 4), 'a' in m, bool(ChainMap()), ChainMap.fromkeys('a'))
attempt(ChainMap().popitem)
u = UserDict(a=1)
u['b'] = 2
print(u, u.data, u | {'c': 3}, u.copy(), 'a' in u, list(u))
ul = UserList([3, 1, 2])
ul.sort()
print(ul, ul + [4], ul * 2, ul[1:], ul.index(2))
us = UserString('abc')
print(us, us.upper(), us + 'd', us[1], us == 'abc', hash(us) == hash('abc'), us.encode())
print(repr(us), 'b' in us, int(UserString('5')))
print(sorted(collections.__all__))
attempt(lambda: collections.Mapping)
from collections.abc import *
print(Mapping.__abstractmethods__ == frozenset({'__getitem__', '__iter__', '__len__'}))
print(issubclass(dict, MutableMapping), isinstance((), Sequence), isinstance(iter([]), Iterator))
print(isinstance(len, Callable), Callable[[int], str], Generator)
print(isinstance((i for i in ()), Generator))

class M(Mapping):
    pass

attempt(M)

class S(Set):

    def __init__(s, x):
        s.x = list(x)

    def __contains__(s, k):
        return k in s.x

    def __iter__(s):
        return iter(s.x)

    def __len__(s):
        return len(s.x)

print(set(S('abc') & S('bcd')), sorted(S('ab') | S('c')), S('ab') <= S('abc'))
print(S('ab').isdisjoint('cd'), S('ab') == S('ba'), sorted(S('ab') - S('b')))
print(sorted(S('ab') ^ S('bc')))
