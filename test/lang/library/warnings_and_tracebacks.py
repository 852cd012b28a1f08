"""warnings filters and traceback formatting as a library."""
import io
import sys
import traceback
import warnings


def old(level=2):
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=level)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    old()
    old(1)
    warnings.warn(UserWarning('instance'))
print([(w.category.__name__, str(w.message), w.lineno > 0) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='.*deprec')
    warnings.filterwarnings('once', category=UserWarning)
    for _ in range(3):
        old()
        warnings.warn('same')
        warnings.warn('other', RuntimeWarning)
print([str(w.message) for w in caught])
with warnings.catch_warnings():
    warnings.filterwarnings('error', category=FutureWarning)
    try:
        warnings.warn('as error', FutureWarning)
    except FutureWarning as error:
        print('raised', error)
for bad in (lambda: warnings.warn('x', int), lambda: warnings.simplefilter('nope'), lambda: warnings.filterwarnings('ignore', category='x')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(warnings.formatwarning('text', UserWarning, 'file.py', 3, 'source line'))


@warnings.deprecated('use new()')
def deprecated(): return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(deprecated(), deprecated.__deprecated__, caught[0].message)


def level3(x):
    local = x * 2
    return {'a': 1}[local]


def level2():
    try:
        level3('key')
    except KeyError as error:
        error.add_note('noted')
        raise ValueError('wrapped') from error


try:
    level2()
except ValueError as error:
    text = traceback.format_exc().replace(__file__, 'FILE')
    print(text)
    error = error.with_traceback(error.__traceback__.tb_next)
    te = traceback.TracebackException.from_exception(error, capture_locals=True)
    print(''.join(te.format(chain=False)).replace(__file__, 'FILE'))
    print([(f.name, f.lineno > 0, f.line, f.colno) for f in traceback.extract_tb(error.__traceback__)])
    print(te.exc_type_str, str(te), te.__cause__.exc_type_str, te == traceback.TracebackException.from_exception(error, capture_locals=True))
    out = io.StringIO()
    traceback.print_exception(error, limit=1, file=out, chain=False)
    print(out.getvalue().replace(__file__, 'FILE'))
    print(traceback.format_exception_only(error), traceback.format_exception_only(ValueError, ValueError('two\nlines')))
    tb = error.__traceback__
    print(tb.tb_lineno > 0, tb.tb_frame.f_code.co_name, tb.tb_lasti >= 0, len(traceback.format_tb(tb, limit=-1)))
    traceback.clear_frames(tb)
print(traceback.format_list([('f.py', 1, 'name', 'source'), traceback.FrameSummary('g.py', 2, 'other', line='x = 1', locals={'a': '1'})]))
summary = traceback.StackSummary.from_list([('a.py', i % 2, 'f', 'line') for i in [1] * 6])
print(''.join(summary.format()))
print(''.join(traceback.format_stack(limit=1)).replace(__file__, 'FILE'))
try:
    exec(compile('\n\ndef f(:\n', 'syn.py', 'exec'))
except SyntaxError:
    print(traceback.format_exc(limit=0))
eg = ExceptionGroup('top', [ValueError(i) for i in range(20)])
print(len(''.join(traceback.format_exception(eg)).split('\n')), ''.join(traceback.TracebackException.from_exception(eg, max_group_width=2).format()))
try:
    sys.last_exc
except AttributeError as error:
    print(error)
