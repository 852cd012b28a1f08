for a in b:
    for c in d:
        for e in f:
            while g:
                while h:
                    for i in j:
                        if k: continue
                        if l: break
                    else: m
                    try:
                        with n:
                            try:
                                if o: break
                                if p: continue
                            except Q as q:
                                r
                            finally:
                                s
                    except T:
                        u
def f(x):
    for i in x:
        try:
            with i as j:
                for k in j:
                    try:
                        return k
                    finally:
                        a
        except E as e:
            return e
        finally:
            b
def g(x):
    with a, b, c, d, e:
        return x
def h():
    def i():
        def j():
            def k():
                def l():
                    return lambda: lambda: 1
                return l
            return k
        return j
    return i
class A:
    class B:
        class C:
            def d(self):
                class E:
                    def f(self): return __class__
                return E
((((((((((1))))))))))
a[b[c[d[e[f]]]]]
a(b(c(d(e(f)))))
[[[[[[1]]]]]]
{'a': {'b': {'c': {'d': 1}}}}
a.b.c.d.e.f.g
x = 1 + (2 + (3 + (4 + (5 + a))))
not not not not a
- - - - a
a if b else c if d else e if f else g
lambda a: lambda b: lambda c: a + b + c
if a:
    if b:
        if c:
            if d: e
            else: f
        else: g
    else: h
else: i
def m(x):
    try:
        try:
            try: a
            except A: b
        except B as e:
            try: c
            except C as e: d
            finally: return e
    finally:
        for i in x:
            try: continue
            finally: f
