"""How int() makes ints, and what it refuses."""

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
int(ReturnsText())
int(Truncates())
int('1',base=2,x=1)
int(*[1],**{'x':2})
int.from_bytes('a')
int.from_bytes(b'a',5)
int.from_bytes([256])
int.from_bytes(['a'])
int.from_bytes()
I(5).real
type(I(5).real)
type(+I(5))
I('7')
I(3.5)
type(I.from_bytes(b'a'))
bool.__and__(True,5)
True.__and__(1.0)
bool.from_bytes(b'a')
type(bool.from_bytes(b'a'))
True.real
True.bit_length()
bool.__or__(True,False)
~I(3)
abs(I(-3))
int('\x1c5')
int('5\x1c')
int('\u20035')
int('x'*300)
int('5'*5000)
int('a'*5000)
int('_1')
int('1__0')
int('0x10',0)
int('010',0)
int('00',0)
int('',0)
int(b'x'*300)
int('1',37)
int('1',1)
int(5,3)
int('12\0')
int(b'12\0')
int('٣٤')
int(None)
int(1.5)
int(float('inf'))
int(float('nan'))
int(x=1)
int(base=10)
int('1',base='a')
int(1,2,3)
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
