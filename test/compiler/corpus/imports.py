"""Module docstring."""
from __future__ import generator_stop
from __future__ import (division, with_statement)
import a
import a.b.c
import a as b
import a.b as c
import a.b.c.d as e
import a, b.c, d as e, f.g as h
from a import b
from a import b as c
from a.b import c, d as e, f
from . import a
from .a import b
from ... import a
from .... import b
from ...a.b import (c, d as e,)
from a import *
def f():
    import a
    import a.b
    import a.b as c
    from a import b, c as d
    global g
    import g
    from x import g
    return a, b, c, d
class C:
    import a.b
    from . import x as y
import os.path as __p
a.method()
b.attr.method()
C.method()
