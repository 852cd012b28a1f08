"""py_compile, compileall, marshal, dis and zipimport in a directory of the program's own."""
import compileall
import contextlib
import dis
import importlib.util
import io
import marshal
import os
import py_compile
import sys
import types
import zipfile

with open('mod.py', 'w') as f:
    f.write('def f(a, b=2):\n    "doc"\n    assert a\n    return [x for x in range(a) if x != b]\nvalue = f(5)\n')
os.utime('mod.py', (1_600_000_000, 1_600_000_000))
print(py_compile.compile('mod.py'), py_compile.compile('mod.py', cfile='out.pyc', optimize=2), py_compile.compile('mod.py', dfile='shown.py', optimize=1))
data = open('out.pyc', 'rb').read()
print(data[:4] == importlib.util.MAGIC_NUMBER, int.from_bytes(data[4:8], 'little'), int.from_bytes(data[8:12], 'little'), int.from_bytes(data[12:16], 'little'))
code = marshal.loads(data[16:])
print(code.co_filename, code.co_names, type(code).__name__)
exec(code, ns := {})
print(ns['value'], ns['f'].__doc__)
with open('bad.py', 'w') as f:
    f.write('x = = 1\n')
try:
    py_compile.compile('bad.py', doraise=True)
except py_compile.PyCompileError as error:
    print(error.exc_type_name, error.file, error.msg)
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print(py_compile.compile('bad.py'))
print(err.getvalue())
os.makedirs('tree/sub')
for name in ('tree/a.py', 'tree/sub/b.py'):
    with open(name, 'w') as f:
        f.write('x = 1\n')
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print(compileall.compile_dir('tree', quiet=0, optimize=[0, 1]))
print(sorted(out.getvalue().split('\n')))
print(sorted(os.listdir('tree/__pycache__')), sorted(os.listdir('tree/sub/__pycache__')), compileall.compile_file('bad.py', quiet=2))
for value in (None, True, 5, 2**70, -1, 1.5, 2j, 'ä', b'b', (1, (2,)), [1, []], {'k': 1}, {1, 2}, frozenset([3]), ..., StopIteration, slice(1, 2), code):
    assert marshal.loads(marshal.dumps(value)) == value, value
for bad in (lambda: marshal.dumps(object()), lambda: marshal.loads(b''), lambda: marshal.loads(b'?'), lambda: marshal.loads(b's\x05\0\0\0ab'), lambda: marshal.dumps([marshal])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
recursive = []
recursive.append(recursive)
try:
    marshal.dumps(recursive, 2)
except ValueError as error:
    print(error)
print(marshal.dumps([1, 'a b', None], 2), marshal.version)
buffer = io.StringIO()
dis.dis(ns['f'], file=buffer)
print(buffer.getvalue())
print([i.opname for i in dis.get_instructions('x = a.b(1)')], dis.code_info(code).split('\n')[0], dis.stack_effect(dis.opmap['LOAD_CONST'], 0) if 'LOAD_CONST' in dis.opmap else '')
with zipfile.ZipFile('lib.zip', 'w') as z:
    z.writestr('zipped.py', 'where = __file__[-14:], __loader__.__class__.__name__\n')
    z.writestr('zpack/__init__.py', 'from . import inner\n')
    z.writestr('zpack/inner.py', 'name = __name__\n')
sys.path.insert(0, 'lib.zip')
import zipped, zpack
print(zipped.where, zpack.inner.name, zpack.__path__[0][-5:])
