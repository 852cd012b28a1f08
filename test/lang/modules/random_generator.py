"""The generator under random."""

import _random

R = _random.Random

EXPRESSIONS = r'''
R(42).random()
R(-42).random()
R(0).getrandbits(100)
R(x=1)
R(5).getrandbits(0)
R(5).getrandbits(-1)
R(5).getrandbits('a')
R(5).getrandbits(33)
R(2**100).getrandbits(64)
R(1).getstate()[:3]
R(1).getstate()[-1]
R(1).setstate((1,2))
R(1).setstate([1])
R(1).setstate(tuple([0]*624+[625]))
R(1).setstate(tuple([0]*624+[-1]))
R(1).setstate(tuple(['a']*625))
R(1).seed([])
R(1).seed(5)
R().random.__self__.__class__
R(True).random()
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
