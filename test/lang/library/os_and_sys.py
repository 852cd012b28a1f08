"""os and sys: environment, flags, modules, hooks, recursion limit, sizes that every CPython has."""
import os
import sys
import types

os.environ['TAIPAN_TEST'] = 'wert ä'
print(os.environ['TAIPAN_TEST'], os.getenv('TAIPAN_NONE'), os.environ.get('TAIPAN_TEST', 0), 'TAIPAN_TEST' in os.environ, os.environb[b'TAIPAN_TEST'])
del os.environ['TAIPAN_TEST']
for bad in (lambda: os.environ['TAIPAN_TEST'], lambda: os.environ.__setitem__('a=b', ''), lambda: os.environ.__setitem__(1, 'x'), lambda: os.environ.__setitem__('a\0', 'x')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(os.sep, os.linesep == '\n', os.curdir, os.extsep, os.fspath('x'), os.fsencode('ä'), os.fsdecode(b'\xff') == '\udcff', os.strerror(0) is not None, os.name)
r, w = os.pipe()
print(os.write(w, b'through'), os.close(w), os.read(r, 100), os.close(r))
try:
    os.read(r, 1)
except OSError as error:
    print(error.strerror)
print(len(os.urandom(8)), os.cpu_count() is None or os.cpu_count() > 0, os.path.isabs(os.getcwd()), os.get_terminal_size.__name__, os.PathLike.__name__, isinstance(os.getpid(), int))
print(sys.version_info[:2], sys.byteorder, sys.implementation.cache_tag, sys.float_info.max, sys.float_info.dig, sys.getrecursionlimit(), sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.api_version, sys.float_repr_style)
print(sys.argv == [__file__], sys.executable is not None, type(sys.flags).__name__, sys.flags.optimize, sys.hexversion >> 16 == 0x030e, sys.copyright[:22], 'sys' in sys.builtin_module_names, 'json' in sys.stdlib_module_names)
print(sys.intern('some text') is sys.intern('some ' + 'text'), sys.getsizeof([]) > 0, sys.getrefcount.__name__, sys.exception(), sys.exc_info(), sys.is_finalizing(), sys.int_info.bits_per_digit > 10, sys.thread_info.name is not None)


def display(value): print('displayed', value)


saved = sys.displayhook
sys.displayhook = display
exec(compile('1 + 1', '<s>', 'single'))
sys.displayhook = saved
exec(compile('"plain"', '<s>', 'single'))
import builtins
print(builtins._)
events = []
sys.addaudithook(lambda event, args: events.append(event) if event == 'taipan.test' else None)
sys.audit('taipan.test', 1)
print(events)


def frames():
    f = sys._getframe()
    return f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, f.f_back.f_code.co_name, sys._getframe(1).f_globals is globals(), sorted(f.f_locals)


print(frames())
for bad in (lambda: sys._getframe(10**6), lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit('x'), lambda: sys.intern(1), lambda: sys.exit.__call__(1, 2), lambda: sys.set_int_max_str_digits(5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
sys.setrecursionlimit(1000)
print(sys.getswitchinterval() > 0, type(sys.modules) is dict, isinstance(sys, types.ModuleType), sys.__name__, sys.stdin.isatty(), sys.stderr.line_buffering)
sys.stdout.write('written\n')
sys.stdout.flush()
print('to stderr', file=sys.stderr)
print('a', 'b', sep='-', end='!\n', file=sys.stdout, flush=True)
sys.unraisablehook.__name__, sys.settrace(None), sys.setprofile(None)
