"""Packages with and without __init__.py, relative imports, namespace packages over several directories, cycles."""
import os
import sys

here = os.path.join(os.path.dirname(__file__), '_packages')
sys.path.insert(0, here)


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'.replace(here, 'HERE')


from plain.module import value
from plain.inner import deep
import plain.inner.deep as again
import plain

print(value, deep.result, again is deep, plain.inner.deep is deep)
print(plain.__file__ if hasattr(plain, '__file__') else 'no file', type(plain.__path__).__name__, len(plain.__path__), plain.__spec__.origin, plain.__spec__.loader.__class__.__name__)
print(repr(plain).replace(here, 'HERE'), repr(deep).replace(here, 'HERE'))
import regular
print(regular.computed, attempt(lambda: regular.absent), dir(regular), regular.__doc__, attempt(lambda: regular.sub))
import regular.sub
print(regular.sub.seen, regular.sub.regular is regular, regular.__spec__.submodule_search_locations == regular.__path__)
names = {}
exec('from regular import *', names)
print(sorted(n for n in names if not n.startswith('__')))


def run(statement):
    def execute():
        exec(statement, {'__name__': 'x'})
        return 'fine'
    print(statement, '->', attempt(execute))


for statement in ('import no_such', 'import plain.no_such', 'import plain.module.no_such', 'from plain import no_such', 'from plain.module import no_such', 'from regular import absent',
                  'from . import x', 'from .. import x', 'import broken.fails', 'import broken.syntax', 'from regular import public as p, computed', 'import cycle.a', 'import cycle.c',
                  'import sys.path', 'from regular import (sub, public,)'):
    run(statement)
print('broken.fails' in sys.modules, 'broken' in sys.modules)
print('cycle.a' in sys.modules, 'cycle.c' in sys.modules)
sys.path[:0] = [os.path.join(here, 'namespace_a')]
import shared.first
print(attempt(lambda: __import__('shared.second')), len(shared.__path__))
sys.path.append(os.path.join(here, 'namespace_b'))
import shared.second
print(shared.first.where, shared.second.where, len(shared.__path__))
run('from shared import first, second')


def function_scope():
    import os.path as p
    from os import path, sep as s
    return p is path, s


print(function_scope(), '__name__:', __name__, __spec__, __package__)
