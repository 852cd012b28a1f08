"""import statements and their errors."""
import sys
import math as m
from math import floor, ceil as upper
import os.path
import os.path as path
from os import path as again

print(m.sqrt(16), floor(2.5), upper(2.5), os.path is path, path is again)


def attempt(function):
    try:
        function()
    except ImportError as error:
        print(type(error).__name__, error, error.name)


def missing_module():
    import no_such_module


def missing_submodule():
    import os.no_such_submodule


def missing_name():
    from math import no_such_name


def missing_in_package():
    from os import no_such_name


attempt(missing_module)
attempt(missing_submodule)
try:
    missing_name()
except ImportError as error:
    print(type(error).__name__, error.name, error.name_from)
try:
    missing_in_package()
except ImportError as error:
    print(error.name, error.name_from)


def local_import():
    from math import pi
    import math
    return math.pi == pi


print(local_import())
namespace = {}
exec('from math import *', namespace)
print('sqrt' in namespace, '__name__' in namespace)


class Fake:
    __name__ = 'fake'
    attribute = 1
    _private = 2


sys.modules['fake_module'] = Fake()
import fake_module
from fake_module import attribute
print(fake_module.attribute, attribute)
try:
    from fake_module import nothing
except ImportError as error:
    print(str(error)[:35])
sys.modules['none_module'] = None
try:
    import none_module
except ModuleNotFoundError as error:
    print(error)
try:
    exec('from . import x', {'__name__': 'top', '__package__': ''})
except ImportError as error:
    print(error)
try:
    exec('from .. import x', {'__name__': 'top', '__package__': 'top'})
except (ImportError, KeyError) as error:
    print(type(error).__name__)


class Package:
    __name__ = 'package'
    __path__ = []


sys.modules['package'] = Package()
sys.modules['package.sub'] = 'the submodule'
from package import sub
print(sub)
import builtins
original = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    if name == 'virtual':
        return (name, fromlist, level)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = hook
import virtual
try:
    from virtual import something
except ImportError as error:
    print('cannot import' in str(error))
builtins.__import__ = original
print(virtual)
