"""Methods of ints: bytes, bits, rounding."""

class I(int): pass
class F(float): pass
class FF(float): pass
class CC(complex): pass


class ReturnsText:
    def __int__(self): return 's'
    def __float__(self): return 's'
    def __index__(self): return 's'


class Integral:
    def __index__(self): return 5


class Real:
    def __float__(self): return 1.5


class ReturnsInteger:
    def __complex__(self): return 5


class Truncates:
    def __trunc__(self): return 5

EXPRESSIONS = r'''
(5).to_bytes(1,byteorder=5)
(5).to_bytes('a')
(5).__format__(5)
(5).to_bytes(1,'big',True)
1 .__add__()
1 .__lt__(2.0)
round(1.5)
round(2.675,2)
round(1e308,-309)
round(15,-1)
round(25,-1)
round(-25,-1)
round(5,'a')
(1).to_bytes(0)
(256).to_bytes(1)
(-1).to_bytes(1)
(-129).to_bytes(1,signed=True)
(1).to_bytes(-1)
(1).to_bytes(1,'x')
int.from_bytes(b'a','x')
int.from_bytes(5)
int.from_bytes([1,2])
(1).__round__(1,2)
True+True
True&1
True&True
(1).__pow__(2,3.0)
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
