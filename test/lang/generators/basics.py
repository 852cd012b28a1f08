"""Generators: send, throw, close, return values, state."""


def echo():
    print('start')
    received = None
    while True:
        try:
            received = yield received
            print('got', received)
        except ValueError as error:
            print('thrown', error)
            received = 'handled'
        except GeneratorExit:
            print('closing')
            raise


g = echo()
print(next(g), g.send(1), g.send('two'))
print(g.throw(ValueError('v')))
g.close()
try:
    next(g)
except StopIteration as stop:
    print('stopped', stop.value)

g = echo()
try:
    g.send(1)
except TypeError as error:
    print(error)
g.close()


def returning():
    yield 1
    return 'value'


g = returning()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(repr(stop.value), stop.args)
print(list(returning()))


def raising():
    yield 1
    raise StopIteration('inner')


try:
    list(raising())
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__cause__ is error.__context__)


def self_running():
    yield next(me)


me = self_running()
try:
    next(me)
except ValueError as error:
    print(error)


def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores_exit()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return 'closed value'


g = returns_on_close()
next(g)
print(g.close(), g.close())


def never_started():
    print('not printed')
    yield


g = never_started()
g.close()
try:
    never_started().throw(KeyError('early'))
except KeyError as error:
    print('early', error)

g = returning()
print(g.gi_frame is not None, g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name)
next(g)
print(g.gi_suspended, g.gi_frame.f_lineno - g.gi_code.co_firstlineno)
list(g)
print(g.gi_frame, g.gi_suspended)
print(g.__name__, g.__qualname__, type(g).__name__)


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print('cleanup')


for x in cleanup():
    print(x)
g = cleanup()
next(g)
g.close()
for bad in (5, 'x', object):
    try:
        cleanup().throw(bad)
    except TypeError as error:
        print(error)
g = cleanup()
next(g)
try:
    g.throw(KeyError)
except KeyError as error:
    print(repr(error))
