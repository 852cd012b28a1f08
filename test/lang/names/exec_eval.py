"""exec, eval and compile: namespaces and code."""

x = 'module'
namespace = {}
exec('a = 1\nb = a + 1\ndef f(): return a', namespace)
print(namespace['b'], namespace['f'](), '__builtins__' in namespace)
print(eval('x'), eval('x', {'x': 'globals'}), eval('x + y', {'x': 1}, {'y': 2}))
local = {}
exec('y = x', {'x': 5}, local)
print(local)


def function():
    x = 'local'
    exec('x = "changed"')
    print(x, eval('x'), eval('[x for _ in range(2)]'))
    exec('made = 1')
    try:
        made
    except NameError as error:
        print(error)
    return eval('locals()').keys() >= {'x'}


print(function())
code = compile('1 + 2', '<test>', 'eval')
print(eval(code), code.co_filename, code.co_name)
exec(compile('print("from compiled")', 'file', 'exec'))
for source in ('1 +', 'x = ', ')'):
    try:
        compile(source, '<bad>', 'exec')
    except SyntaxError as error:
        print(type(error).__name__, error.lineno)


class Mapping:
    def __getitem__(self, key):
        if key == 'dynamic':
            return 'from mapping'
        raise KeyError(key)

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


print(eval('dynamic', {}, Mapping()))
exec('q = dynamic\ndel q', {}, Mapping())
try:
    eval('missing', {}, Mapping())
except NameError as error:
    print(error)
try:
    eval('len', {'__builtins__': {}})
except NameError as error:
    print(error)
print(eval('len([1])', {'__builtins__': {'len': lambda x: 'own'}}))
for bad in ((5,), ('1', 5), ('1', {}, 5)):
    try:
        eval(*bad)
    except TypeError as error:
        print(error)


def closure():
    value = 1

    def inner():
        return value
    return inner


inner = closure()
try:
    exec(inner.__code__)
except TypeError as error:
    print(error)
exec(inner.__code__, {}, closure=inner.__closure__)
exec('class C:\n    z = x\n    def m(self): return __class__.__name__', namespace2 := {'x': 3})
print(namespace2['C'].z, namespace2['C']().m())
exec('global g\ng = 1', globals2 := {}, {})
print(globals2['g'])
print(eval(' 1\n'), eval('(\n1,\n2)'))
