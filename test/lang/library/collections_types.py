"""collections: Counter, defaultdict, OrderedDict, ChainMap, deque, namedtuple, UserDict."""
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements())[:4])
d = Counter(a=3, b=-1)
print(c + d, c - d, c & d, c | d, +d, -d, c > Counter('a'), Counter('ab') <= Counter('abc'))
c.update('zz')
c.subtract({'a': 10})
print(c['a'], c['z'], c == Counter(dict(c)), repr(Counter()))
g = defaultdict(list)
for word in 'one two three four five six'.split():
    g[len(word)].append(word)
print(g, g.default_factory, dict(g), g.get(99), g | {1: 2})
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 1
print({k: dict(v) for k, v in nested.items()})
try:
    defaultdict(1)
except TypeError as error:
    print(error)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), list(reversed(o)), o == {'b': 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m['a'], m['b'], len(m), sorted(m), m.parents, m.new_child({'c': 4})['c'], m | {'q': 1})
m['b'] = 9
print(m.maps, 'z' in m, m.get('z', 0))
try:
    del m['zz']
except KeyError as error:
    print(error)
q = deque(range(5), maxlen=5)
q.append(5)
q.appendleft(-1)
q.rotate(2)
print(q, q.maxlen, q[0], q[-1], 3 in q, q.index(3), q.count(3))
q.extendleft('ab')
q.insert(1, 'i') if len(q) < 5 else None
q.remove(-1) if -1 in q else None
print(q, list(reversed(q)), q.copy() == q, deque('ab') + deque('c'), deque('ab') * 2, deque([1, 2]) < deque([1, 3]))
for bad in (lambda: deque().pop(), lambda: deque([1]).remove(2), lambda: deque(maxlen=-1), lambda: deque([1], 1).insert(0, 2), lambda: deque()[0]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as error:
    print(error)
P = namedtuple('P', 'x y z', defaults=[0, 0])
p = P(1, z=5)
print(p, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p.x, p[2], [*p], hash(p) == hash((1, 0, 5)), P.__doc__, P.x.__doc__)
for bad in (lambda: P(), lambda: p._replace(q=1), lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'def'), lambda: namedtuple('Q', '_a'), lambda: setattr(p, 'x', 1), lambda: P._make([1])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple('R', 'a def a', rename=True)._fields, namedtuple('S', ['a'])(1) == (1,))


class Lower(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)


u = Lower(A=1, b=2)
u['C'] = 3
print(u, u | {'D': 4}, 'a' in u, UserList([3, 1, 2]) + [4], sorted(UserList([3, 1, 2])))
