def f(x):
    match x:
        case 1: a
        case -1: a
        case 1.5: a
        case -1.5: a
        case 1+2j: a
        case -1-2j: a
        case 'a': b
        case b'b' | b'c': c
        case None: d
        case True | False: e
        case a.b.c: f
        case _: g
def g(x):
    match x:
        case []: a
        case [_]: a
        case [a]: b
        case (a, b): c
        case [a, *b]: c
        case [*_]: d
        case [a, *_]: d
        case [*_, a]: d
        case [a, *_, b, 3]: d
        case [_, *_]: e
        case [_, _, *_]: e
        case [a, _, *b, _]: f
        case [1, [2, [a, *b]]]: g
        case [*a]: h
        case a, b, c: i
        case a,: j
        case [[a, b] as c, d] as e: k
def h(x):
    match x:
        case {}: a
        case {'a': 1}: b
        case {'a': a, 'b': _}: c
        case {'a': a, **rest}: d
        case {**rest}: e
        case {1: _, 2.0: a, None: b, a.b: d, -1: e, 'x': [f, {'y': g}]}: h
def i(x):
    match x:
        case A(): a
        case A(a): b
        case A(a, b): c
        case A(x=a): d
        case A(a, x=b, y=_): e
        case a.B(1, x=2): f
        case A(_, _): g
        case int(a) | str(a): h
        case A(B(c), d=[e, *f]): i
def j(x):
    match x:
        case 1 | 2 | 3: a
        case (1 as a) | (2 as a): b
        case [a, b] | [b, a, _]: c
        case {'a': a, 'b': b} | {'c': b, 'd': a}: d
        case [a, b, c] | [c, a, b, _] | [b, c, a, _, _]: d
        case (a as b) as c if a: e
        case [1 | 2 as a, 3 | 4 as b] as c: e
        case a if a > 1: f
        case a: g
def k(x, y):
    match x, y:
        case 1, 2: return 1
        case _, 3: return 2
        case [a, b] if a and b or not a: return 3
    match x:
        case 1:
            for i in y:
                if i: continue
                break
        case _ if y: z
    match x:
        case _: pass
    match x:
        case a: pass
    match x:
        case _ if a < b < c: pass
    match (yield):
        case 1: pass
    match *x, y:
        case 1, *z: pass
    match x:
        case 1: return
    return z
match x:
    case [a, {'b': c}]: d
class C:
    __match_args__ = ('a',)
    match x:
        case [__a, *__b]: pass
        case {**__rest}: pass
        case D(__x=__y): pass
