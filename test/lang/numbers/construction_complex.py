"""How complex() makes complex numbers; their methods."""

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
complex(ReturnsInteger())
complex(ReturnsText())
complex(Real())
complex(Integral())
complex(1,ReturnsText())
complex('1',2)
complex(1,'2')
complex([])
complex(1,[])
complex(real=1,imag=2)
complex(1,2,3)
complex(x=1)
complex(imag=3)
complex(real='1')
complex.from_number(3)
complex.from_number('3')
CC.from_number(3)
1j.__eq__(1)
1j.__lt__(1)
(1j).__format__(5)
complex('1e500')
complex('nan')
complex('-j')
complex('+j')
complex('1+j')
complex('1-j')
complex('(1+2j)')
complex('( 1 )')
complex('1 + 2j')
complex('1_0+2_0j')
complex('1__0')
complex('１+２j')
complex('j1')
complex('')
complex('()')
complex('infinity-nanj')
complex(b'1')
complex('\0')
(1+2j).__getnewargs__()
(1+2j).conjugate()
(1+2j).__complex__()
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
