"""importlib: finders, loaders, meta path hooks, reload, spec_from_loader, sys.modules games, __import__ replaced."""
import builtins
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types

source = {'virtual': 'print("executing", __name__)\nvalue = 1\nfrom . import child\n', 'virtual.child': 'value = __package__, __name__\n', 'counter': 'count = globals().get("count", 0) + 1\n'}


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name in source:
            return importlib.util.spec_from_loader(name, self, origin='memory', is_package=name == 'virtual')

    def create_module(self, spec):
        print('create', spec.name)

    def exec_module(self, module):
        exec(source[module.__name__], module.__dict__)


finder = Finder()
sys.meta_path.insert(0, finder)
import virtual
print(virtual.child.value, virtual.__spec__.origin, virtual.__path__, virtual.__loader__ is finder, virtual)
import counter
print(counter.count, importlib.reload(counter) is counter, counter.count)
sys.meta_path.remove(finder)
del sys.modules['counter']
try:
    import counter
except ModuleNotFoundError as error:
    print(error, error.name)
print(importlib.util.find_spec('json.decoder').name, importlib.util.find_spec('no.such') if False else importlib.util.find_spec('nosuch'))
print(importlib.import_module('.path', 'os') is os.path, importlib.util.resolve_name('..x', 'a.b.c'))
for bad in (lambda: importlib.import_module('.x'), lambda: importlib.util.resolve_name('....x', 'a'), lambda: importlib.reload(1), lambda: importlib.reload(types.ModuleType('never'))):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

sys.modules['fake'] = 'not a module'
import fake
print(fake)
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)

real = builtins.__import__
calls = []


def recording(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level))
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = recording
import os.path
import os.path as p
from os import sep, path as q
exec('from os.path import *', {})
builtins.__import__ = real
print(calls)

path = os.path.join(os.getcwd(), 'written.py')
with open(path, 'w') as f:
    f.write('answer = 42\n')
spec = importlib.util.spec_from_file_location('anything', path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.answer, module.__name__, 'anything' in sys.modules, type(spec.loader).__name__, spec.cached.endswith('written.cpython-314.pyc'))
print(importlib.util.cache_from_source('/a/b.py'), importlib.util.cache_from_source('/a/b.py', optimization=2), importlib.util.source_from_cache('/a/__pycache__/b.cpython-314.opt-1.pyc'))
print(importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.BYTECODE_SUFFIXES, importlib.util.MAGIC_NUMBER, sys.implementation.cache_tag)
module = types.ModuleType('made', 'doc')
print(module, module.__dict__, module.__doc__)
module.__getattr__ = lambda name: name.upper()
print(module.hello, hasattr(module, 'x'))


class Loud(types.ModuleType):
    @property
    def property(self): return 'from class'


module.__class__ = Loud
print(module.property)
lazy = importlib.util.LazyLoader.factory(importlib.machinery.SourceFileLoader)
spec = importlib.util.spec_from_file_location('lazy', path, loader=lazy('lazy', path))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(object.__getattribute__(module, '__class__').__name__, module.answer, type(module).__name__)
