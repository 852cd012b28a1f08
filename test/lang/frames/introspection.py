"""Frames: sys._getframe, f_locals, locals()."""
import sys


def caller_name(depth=1):
    return sys._getframe(depth + 1).f_code.co_name


def one():
    return caller_name(), caller_name(0), caller_name(1)


print(one())


def locals_of():
    x = 1
    frame = sys._getframe()
    proxy = frame.f_locals
    print(type(proxy).__name__, sorted(proxy), proxy['x'], 'x' in proxy, 'nope' in proxy, len(proxy))
    proxy['x'] = 2
    print(x)
    proxy['added'] = 3
    print(proxy['added'], 'added' in frame.f_locals, 'added' in locals())
    for function in (lambda: proxy['missing'], lambda: proxy.pop('x'), lambda: proxy.__delitem__('x'), lambda: proxy.pop('missing')):
        try:
            function()
        except (KeyError, ValueError) as error:
            print(type(error).__name__, error)
    del proxy['added']
    print(proxy.get('added', 'gone'), proxy.setdefault('y', 9), proxy.pop('y'))
    proxy.update({'x': 5})
    print(x, list(proxy.items())[0], proxy == frame.f_locals)
    snapshot = locals()
    snapshot['x'] = 100
    print(x, snapshot is locals())


locals_of()


def cells(a):
    b = 2

    def inner():
        return a, b
    frame = sys._getframe()
    frame.f_locals['b'] = 20
    print({k: v for k, v in frame.f_locals.items() if k in 'ab'})
    return inner()


print(cells(1))


def modify_caller():
    sys._getframe(1).f_locals['value'] = 'changed'


def modified():
    value = 'original'
    modify_caller()
    return value


print(modified())
frame = sys._getframe()
print(frame.f_locals is globals(), frame.f_globals is globals(), frame.f_code.co_name)


class Body:
    here = sys._getframe().f_locals
    here['injected'] = 1
    again = injected


print(Body.injected, Body.again)


def generator():
    yield sys._getframe()


g = generator()
f = next(g)
print(f is g.gi_frame, f.f_back, f.f_generator is g)
try:
    f.clear()
except RuntimeError as error:
    print(error)
g.close()
f.clear()


def executing():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)


executing()


def lines():
    start = sys._getframe().f_lineno
    return (sys._getframe().f_lineno - start,
            sys._getframe().f_lineno - start)


print(lines())


def keep():
    local = [1]
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error


tb = keep().__traceback__
print(tb.tb_frame.f_locals['local'])
tb.tb_frame.clear()
print(dict(tb.tb_frame.f_locals))
for name in ('f_lineno', 'f_code', 'f_globals'):
    try:
        setattr(tb.tb_frame, name, 5)
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, str(error)[:40])
try:
    tb.tb_next = tb
except ValueError as error:
    print(error)
try:
    tb.tb_next = 5
except TypeError as error:
    print(error)
