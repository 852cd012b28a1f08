"""None, NotImplemented and Ellipsis."""

EXPRESSIONS = r'''
type(None)()
type(None)(1)
type(None)(x=1)
type(Ellipsis)()
type(Ellipsis)(1)
type(NotImplemented)()
type(NotImplemented)(1)
bool(NotImplemented)
repr(NotImplemented)
repr(...)
NotImplemented.__reduce__()
Ellipsis.__reduce__()
None.__bool__()
None.x
None==None
None<None
type(None).__doc__
type(NotImplemented).__doc__
None.__init__()
bool(...)
~None
None.__doc__
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
