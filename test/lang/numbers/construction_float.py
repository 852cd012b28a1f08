"""How float() makes floats; their methods."""

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
float(ReturnsText())
float(Integral())
float.__new__(int)
float(1,2)
float('1',x=2)
FF('2')
type(FF(2)+1)
FF.fromhex('0x1p0')
float.from_number(3)
float.from_number('3')
FF.from_number(3)
float.fromhex(5)
float.__getformat__('double')
float.__getformat__('x')
float.__getformat__(5)
(1.5).__round__('a')
round(1.5,None)
round(1.5,2**70)
round(1.5,-2**70)
(1.5).__format__(5)
(2.0).is_integer()
float.hex(1)
(1.5).conjugate()
(1.5).__getnewargs__()
(1.5).__trunc__()
(1.5).__ceil__()
(-1.5).__floor__()
float('inf').__ceil__()
float.real
1.5 .imag
divmod(7.5,-2)
divmod(-0.0,5)
divmod(1,float('inf'))
divmod(-1,float('inf'))
float('inf')//1
float('inf')%1
1.0.__add__('a')
1.0.__pow__(2,3)
1.0.__lt__(2)
float.__eq__(1.0,1)
float(10**400)
float('\x1c5')
float('٣.٤')
float('x')
float(b'x')
float('1_0.0_1')
float('1__0')
float('nan')
float('-infinity')
float(None)
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
float(x=1)
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
