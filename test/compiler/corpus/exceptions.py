try: a
except: b
try: a
except A: b
try: a
except A as e: b
try: a
except (A, B) as e: b
except C: c
except: d
else: e
finally: f
try: a
finally: b
try:
    try: a
    except A: b
    finally: c
except B: d
else: e
def f(x):
    try: return 1
    finally: x
def g(x):
    try:
        return x()
    finally:
        y()
def h(x):
    for i in x:
        try:
            if i: continue
            if j: break
            return i
        except A as e:
            if e: continue
            if f: break
            return e
        except B:
            continue
        else:
            return 1
        finally:
            z()
def i(x):
    while x:
        try: pass
        finally:
            if x: y
            with z: w
def j():
    try: raise
    except A as e:
        raise B from e
    except C:
        raise
def k():
    try: a
    except A as e: del e
    try: b
    except A as e: e = 1
    return e
def l():
    try:
        try:
            return a
        finally:
            b
    finally:
        c
def m():
    try: pass
    except: return 1
    finally: pass
def n():
    with a:
        try: return 1
        except: return 2
        finally: x = lambda: 3
def o():
    try:
        yield 1
    except GeneratorExit:
        yield 2
    finally:
        yield 3
def p():
    for i in ():
        try:
            try: break
            finally: a
        finally: continue_ = 1
try: a
except* A: b
try: a
except* A as e: b
except* (B, C): c
except* D as f: d
else: e
finally: g
def q(x):
    try: x()
    except* A as e:
        for i in e:
            if i: continue
            break
        print(e)
    except* B:
        try: y
        except C: pass
    return x
def r():
    try: a
    except* B: pass
    else: return 1
    finally: return_value = 2
class C:
    try: a
    except A as __e: b
def s():
    try: pass
    except A: pass
def t(x):
    try:
        if x: return
        y = 1
    except A:
        pass
    return y
def u():
    try: import a
    except ImportError: a = None
    else: from b import c
    return a
def nested_finally():
    try:
        a
    finally:
        try:
            b
        finally:
            c
def return_in_with_in_loop(x):
    for i in x:
        with i as j:
            if j: return j
            if i: break
            continue
