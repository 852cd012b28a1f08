"""compile, exec, eval: modes, namespaces, flags, futures, code object attributes, closures, syntax errors."""
import ast
import types


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(eval('1 + 2'), eval(' \t 3'), eval('x', {'x': 4}), eval('x + y', {'x': 1}, {'y': 2}), eval(compile('[i for i in range(3)]', 's', 'eval')), eval(b'"bytes"'))
namespace = {}
exec('a = 1\ndef f(): return a\nclass C:\n  b = a', namespace)
namespace['a'] = 5
print(namespace['f'](), namespace['C'].b, namespace['C'].__module__, '__builtins__' in namespace, sorted(k for k in namespace if k != '__builtins__'))
exec(compile('1 + 1; "shown"; None', 's', 'single'))
code = compile('def f(a, /, b, *c, d=1, **e):\n  x = a\n  def g(): return x, b\n  return g', 'file.py', 'exec')
f = next(c for c in code.co_consts if isinstance(c, types.CodeType))
print(code.co_name, code.co_filename, code.co_firstlineno, code.co_names, f.co_name, f.co_qualname, f.co_argcount, f.co_posonlyargcount, f.co_kwonlyargcount)
print(f.co_varnames, f.co_cellvars, f.co_freevars, f.co_nlocals, bin(f.co_flags), f.co_consts[-1] if False else [c.co_qualname for c in f.co_consts if isinstance(c, types.CodeType)])
print(list(f.co_lines())[:3], len(list(f.co_positions())) > 5, f == f.replace(), f.replace(co_name='h').co_name, f.replace(co_name='h') == f)


class Mapping(dict):
    def __missing__(self, key):
        return f'<{key}>'


print(eval('undefined + other', {}, Mapping()))
exec('z = undefined', {}, (m := Mapping()))
print(m)
print(attempt(lambda: eval('1 +')), attempt(lambda: eval('x = 1')), attempt(lambda: eval('(')), attempt(lambda: exec('if 1:\npass')))
print(attempt(lambda: eval('1', 2)), attempt(lambda: eval('1', {}, 3)), attempt(lambda: eval(5)), attempt(lambda: exec(None)), attempt(lambda: compile('1', 's', 'bad')))
print(attempt(lambda: compile('a\0b', 's', 'exec')), attempt(lambda: compile('1', 's', 'exec', 1 << 30)), attempt(lambda: compile('1', 's', 'exec', optimize=5)))
print(attempt(lambda: eval('__import__("os").getcwd', {'__builtins__': {}})), attempt(lambda: eval('len', {'__builtins__': {'len': 'mine'}})))


def locals_of_function():
    x = 1
    exec('x = 2; y = 3')
    scope = {}
    exec('y = x', {'x': x}, scope)
    return x, scope, eval('x'), [eval('x', {'x': i}) for i in range(2)]


print(locals_of_function())


def closure_maker():
    free = 'captured'
    def uses(): return free
    return uses


uses = closure_maker()
print(attempt(lambda: exec(uses.__code__)), attempt(lambda: eval(uses.__code__)), exec(uses.__code__, closure=uses.__closure__))
print(types.FunctionType(uses.__code__, {}, closure=(types.CellType('new'),))(), attempt(lambda: types.FunctionType(uses.__code__, {})))
tree = ast.parse('x = 1 + 2', 't.py')
tree.body[0].value.right.value = 40
exec(compile(tree, 't.py', 'exec'), ns := {})
print(ns['x'], ast.unparse(tree))
c = compile('assert x, "m"\nif __debug__: y = 1\nelse: y = 2', 's', 'exec', optimize=1)
exec(c, ns := {'x': 0})
print(ns['y'], attempt(lambda: exec(compile('assert x, "m"', 's', 'exec', optimize=0), {'x': 0})))
exec(compile('def f():\n "doc"\n return 1', 's', 'exec', optimize=2), ns)
print(ns['f'].__doc__, compile('from __future__ import annotations', 's', 'exec').co_flags & 0x1000000 != 0)
for text in ('x: int = y', 'def f(a: undefined): pass\nprint(f.__annotations__ if 0 else "lazy")', 'from __future__ import annotations\ndef f(a: undefined | 1): pass\nprint(f.__annotations__)'):
    print(attempt(lambda: exec(text, {'y': 1})))
print(attempt(lambda: exec('from __future__ import no_such')), attempt(lambda: exec('x = 1\nfrom __future__ import annotations')))
print(eval('lambda: (yield)')().__class__.__name__, eval('[*(1, 2), *[3]]'), eval('(a := 5, a)'), eval('{**{1: 2}}'))
source = '\n'.join(f'v{i} = {i}' for i in range(300)) + '\ntotal = ' + '+'.join(f'v{i}' for i in range(300))
exec(source, big := {})
print(big['total'], len(compile(source, 's', 'exec').co_names))
