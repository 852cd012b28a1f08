"""Assignment in all its targets and orders of evaluation."""


def note(x):
    print(x, end=' ')
    return x


class Target:
    def __setattr__(self, name, value):
        print('setattr', name, value)

    def __setitem__(self, key, value):
        print('setitem', key, value)

    def __getitem__(self, key):
        return key


t = Target()
t.a = t[note('key')] = note('value')
t[note(1)], t[note(2)] = note(3), note(4)
t.__class__.__repr__ = lambda self: 'Target()'
note(t)[note('k')] = note('v') if False else note('w')
print()
t[1:2] = 'slice'
t[1, 2:3, ...] = 'tuple'
t['x'] += '!'
(a), [b, (c, *d)] = 1, (2, (3, 4, 5))
print(a, b, c, d)
x = y = z = 0
x += 1
y -= 1
print(x, y, z)
i = 0
i, lst = 1, [0, 0]
lst[i], i = 5, 0
print(lst, i)
(p := 1, q := p + 1)
print(p, q)
if (n := len('abc')) > 2 and (m := n * 2):
    print(n, m)
while (line := note('')) != '':
    pass
print([last := v for v in range(3)], last)
data: dict = {}
data['k'], data['j'] = 1, 2
print(data)
del data['k'], lst[0]
print(data, lst)


class NS:
    pass


ns = NS()
ns.x, ns.y = 1, 2
ns.x += 10
del ns.y
print(ns.__dict__)
for ns.loop in range(2):
    pass
for data['item'] in 'ab':
    pass
print(ns.loop, data['item'])


class CM:
    def __enter__(self):
        return 1, 2

    def __exit__(self, *args):
        pass


with CM() as (ns.a, data['b']):
    print(ns.a, data['b'])
s = [1, 2, 3]
s[1:] = s
s[0:0] = (9,)
print(s)
u = v = [1]
u += [2]
print(u is v, v)
tup = (1, [])
try:
    tup[1] += [2]
except TypeError as error:
    print(error, tup)
