"""Ranges: construction, subscripts, membership, equality."""

class Integral:
    def __index__(self): return 3


R = range

EXPRESSIONS = r'''
range()
range(1,2,3,4)
range('a')
range(1.5)
range(0,5,0)
range(x=1)
range(Integral())
repr(range(5))
repr(range(1,5))
repr(range(1,5,2))
range(5)[1]
range(5)[5]
range(5)[1:3]
range(0,10,3)[::-1]
range(5)['a']
range(10**20)[10**19]
len(range(10**20))
range(10**20)[10**25]
range(5)==range(0,5,1)
range(0)==range(2,1)
range(0,3,2)==range(0,4,2)
range(5)<range(6)
hash(range(5))==hash(range(0,5))
3 in range(5)
3.0 in range(5)
'a' in range(5)
True in range(2)
range(5).index(3)
range(5).index(9)
range(5).index('a')
range(5).count(3)
range(5).count('a')
range(5).count(3.0)
list(range(10**20,10**20+3))
list(reversed(range(5)))
range(1,2,3).__reduce__()
iter(range(3)).__length_hint__()
range(5).start,range(5).stop,range(5).step
bool(range(0))
range(True)
range(5).__getitem__(slice(None,None,0))
type(range(5)[True:3])
list(range(5,0,-2))
range(0,2**63,1)[2**62]
range(-5)[0:2]
next(iter(range(0)))
range(5).start.foo
range(3).__contains__(Integral())
range(10)[-3:]
range(10)[10**30:]
range(10)[::10**30]
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
