"""Encoding JSON: every type, key and option, and notes on what fails."""

import json
import _json
from json import loads as L, dumps as D


def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, '__notes__', None))


class I(int):
    def __repr__(s): return 'I!'
class F(float):
    def __repr__(s): return 'F!'
class S(str): pass
import enum
class E(enum.IntEnum): A=1
for o in [None,True,1,1.5,10**30,float('nan'),float('inf'),-float('inf'),'é',[],{},[1,[2]],(1,),{'a':1,'b':[1,{}]},{1:2,1.5:3,None:4,True:5,False:6},{(1,):2},object(),[object()],{'a':object()},{'a':[1,object()]},I(5),F(2.5),S('x'),{S('k'):I(3)},{I(1):1,F(2.0):2},b'x',{1,2},1j,[1,2,(3,set())],E.A,{E.A:1}, {float('nan'):1}]:
    print(type(o).__name__, end=' ')
    t(lambda: D(o))
    t(lambda:D(o,indent=2))
    t(lambda:D(o,sort_keys=True,separators=(',',':')))
    t(lambda:D(o,skipkeys=True))
    t(lambda:D(o,ensure_ascii=False,allow_nan=False))
    t(lambda:D(o,default=lambda x:repr(type(x))))
a=[]
a.append(a)
t(lambda:D(a))
d={}
d['a']=d
t(lambda:D(d))
t(lambda:D([[],{}],indent='\t'))
t(lambda:D({'b':1,'a':2},sort_keys=True))
t(lambda:D({'b':1,2:2},sort_keys=True))
t(lambda:D(object(),default=lambda x:x))
t(lambda:D(1,check_circular=False))
t(lambda:D(1,indent=4))
t(lambda:D({'a':[1,2],'b':{}},indent=0))
t(lambda:D([1,{'a':2}],indent=3,separators=(', ',' : ')))
class Enc(json.JSONEncoder):
    def default(self,o): return {'type':type(o).__name__}
t(lambda:D({1,2},cls=Enc))
t(lambda:list(Enc().iterencode([1,{'a':2}])))
def bad(o): raise KeyError('zz')
t(lambda:D([1,[object()]],default=bad))
t(lambda:D({'q':object()},default=bad))
t(lambda:repr(_json.make_encoder))
t(lambda:_json.make_encoder(1,2))
t(lambda:_json.make_encoder(1,None,None,None,':',',',False,False,True))
t(lambda:_json.make_encoder(None,None,None,None,1,',',False,False,True))
e=_json.make_encoder(None,None,None,None,':',',',False,False,True)
t(lambda:e([1,{'a':None}],0))
t(lambda:e({'a':'b'},0))
t(lambda:e([object()],0))
t(lambda:e(1))
t(lambda:(e.markers,e.indent,e.skipkeys,e.sort_keys,e.encoder))
