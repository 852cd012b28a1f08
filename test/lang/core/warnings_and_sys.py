# Warnings; functions and attributes of sys.
from _snippets import run

run(r'''
import warnings
warnings.warn('hello')
warnings.warn('hello', DeprecationWarning)
warnings.warn('hello2', DeprecationWarning, stacklevel=2)
def f(): warnings.warn('in f', stacklevel=2)
f(); f()
warnings.warn('x', SyntaxWarning); warnings.warn('y', RuntimeWarning); warnings.warn(UserWarning('z')); warnings.warn('y', FutureWarning)
#--
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('a'); warnings.warn('b', DeprecationWarning)
    print([(str(x.message), x.category.__name__, x.lineno, x.filename, x.line, x.source) for x in w], w[0])
#--
import warnings
warnings.simplefilter('error'); 
warnings.warn('boo')
#--
import warnings; warnings.resetwarnings(); warnings.simplefilter('default'); warnings.warn('x', int)
#--
import warnings; warnings.warn('x', 'y')
#--
import warnings; warnings.warn()
#--
import warnings; warnings.warn(1)
#--
import warnings; warnings.warn('x', stacklevel='a')
#--
import warnings; warnings.warn('x', skip_file_prefixes=1)
#--
import warnings; warnings.simplefilter('nope')
#--
import warnings; warnings.filterwarnings('ignore', category=1)
#--
import warnings
warnings.filterwarnings('error', message='foo.*'); warnings.warn('bar'); 
try: warnings.warn('foobar')
except UserWarning as e: print('raised', e)
print(len(warnings.filters) > 1, warnings.filters[0])
#--
import warnings
warnings.warn_explicit('msg', UserWarning, 'file.py', 12); warnings.warn_explicit('msg', UserWarning, 'file.py', 12, registry={}); warnings.warn_explicit('msg', UserWarning, 'file.py', 12, module='m')
#--
import warnings
r = {}
warnings.simplefilter('once'); warnings.warn_explicit('msg1', UserWarning, 'file.py', 12, registry=r); warnings.warn_explicit('msg1', UserWarning, 'file.py', 13, registry=r); print(sorted(map(str, r)))
#--
import warnings
def showwarning(m, c, f, l, file=None, line=None): print('SHOW', m, c, f, l, file, line)
warnings.showwarning = showwarning; warnings.simplefilter('always'); warnings.warn('shown')
#--
import warnings; print(repr(warnings.formatwarning('m', UserWarning, 'f.py', 3)), repr(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'line')))
#--
import warnings
@warnings.deprecated('use g')
def f(): return 1
warnings.simplefilter('always'); print(f(), f.__deprecated__)
@warnings.deprecated('no C')
class C: pass
C()
class D(C): pass
#--
import sys; sys.setrecursionlimit(0)
#--
import sys; sys.set_int_max_str_digits(5)
#--
import sys; print(sys.intern('abc'), sys._is_interned('abc')); sys.intern(1)
#--
import sys; print(sys.getsizeof(1) > 0, sys.exc_info(), sys.exception()); sys.exit('bye')
#--
import sys; sys.exit(3)
#--
import sys; sys.exit()
#--
import sys
try: 1/0
except ZeroDivisionError as e: print(sys.exc_info()[0], sys.exception() is e, sys.exc_info()[1] is e)
print(sys.exc_info())
#--
import sys; f = sys._getframe(); print(f.f_code.co_name, f.f_lineno, f.f_globals is globals(), f.f_locals is globals(), sys._getframemodulename()); sys._getframe(1000)
#--
import sys; print(sys.call_tracing(lambda a: a, (1,)), sys.addaudithook(lambda *a: None), sys.audit('x', 1)); sys.displayhook(None); sys.displayhook([1, 'a']); print(_)
#--
import sys; sys.displayhook('\udc80')
#--
import sys
try: 1/0
except Exception as e: sys.excepthook(type(e), e, e.__traceback__)
#--
import sys
try: 
    try: 1/0
    except Exception as e: raise KeyError('a') from e
except Exception as e: e.add_note('note 1'); e.add_note('note\n2'); sys.excepthook(type(e), e, e.__traceback__)
#--
import sys
sys.unraisablehook(type('U', (), dict(exc_type=ValueError, exc_value=ValueError(1), exc_traceback=None, err_msg='msg', object=3))())
#--
import sys; print(type(sys.flags), sys.flags.optimize, len(sys.flags)); sys.flags.optimize = 1
#--
import sys; type(sys.flags)()
#--
import sys; print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info._replace if hasattr(sys.version_info, '_replace') else None, repr(sys.version_info)[:20], sys.version_info.n_fields, type(sys.version_info).__doc__)
''')
