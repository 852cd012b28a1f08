"""Slice objects."""

class Integral:
    def __index__(self): return 3

EXPRESSIONS = r'''
slice(1)
slice()
slice(1,2,3,4)
slice(1,2,3)
slice(1,x=2)
slice(1,2).indices(5)
slice(None,None,-1).indices(5)
slice(1,2,0).indices(5)
slice(1).indices(-1)
slice('a').indices(5)
slice(1).indices('a')
slice(1,2)==slice(1,2,None)
slice(1,2)<slice(1,3)
slice(10**30).indices(10**25)
slice(-10**30,None,10**40).indices(5)
slice(1,2).start
slice(1).__reduce__()
slice[int]
slice(1.5).indices(3)
slice(Integral()).indices(10)
slice(1)<5
slice(1)==5
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
