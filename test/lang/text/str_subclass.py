"""Subclasses of str; its signatures."""

def t(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))
class S(str):
    def __repr__(self): return 'S!'
    def __str__(self): return S('str')
s=S('abc')
t(lambda:(s+'x', type(s+'x'), str(s), type(str(s)), s.upper(), type(s[:]), hash(s)==hash('abc'), s=='abc', {s:1}['abc'], f'{s}', '%s!'%s, s*2, type(s.strip()), type(s.replace('a','a')), S(), S(b'x','ascii'), S('q').join(['a','b'])))
class T(str):
    def __new__(cls, v, extra):
        o = str.__new__(cls, v)
        o.extra = extra
        return o
t(lambda:(T('a',5).extra, T('b',1)+'c', T('a',1).__getnewargs__(), T('abc',1)[1]))
t(lambda:(str.__doc__, str.find.__text_signature__, str.__mod__.__doc__))
t(lambda:str.upper(1))
t(lambda:str.upper())
t(lambda:'a'.upper(1))
t(lambda:'a'.split(foo=1))
t(lambda:'a'.split('a',1,2))
t(lambda:'a'.encode('a','b','c'))
t(lambda:'a'.replace('a','b',count=1))
t(lambda:'aa'.replace('a','b',count=1))
t(lambda:'a'.center())
t(lambda:'a'.join())
t(lambda:'a'.join(1,2))
t(lambda:'a'.upper(x=1))
t(lambda:'%s' % (1,2))
t(lambda:'{} {}'.format(1))
t(lambda:'{a}'.format(a=3))
t(lambda:'{0.x}'.format(1))
t(lambda:'{:>{w}}'.format('a',w=5))
t(lambda:format('a','>5'))
t(lambda:format('a','=5'))
t(lambda:format('a','d'))
t(lambda:'{!z}'.format(1))
