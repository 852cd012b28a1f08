# traceback, logging, inspect, ast, dis.
import traceback, sys, logging, io, inspect, ast, dis, types, warnings, weakref, abc, gc, queue, sched, configparser, gettext, locale, threading, time

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

def f(x):
    y = x
    return 1 / y

try:
    f(0)
except Exception as e:
    print(traceback.format_exc())
    print(traceback.format_exception_only(e))
    te = traceback.TracebackException.from_exception(e)
    print(''.join(te.format()))
    print(traceback.extract_tb(e.__traceback__)[-1], traceback.extract_tb(e.__traceback__).format()[-1])
    fs = te.stack[-1]
    print(fs.lineno, fs.name, fs.line, fs.colno, fs.end_colno)
try:
    try:
        {}['a']
    except KeyError as e:
        raise ValueError('b') from e
except ValueError as e:
    print(''.join(traceback.format_exception(e)), ''.join(traceback.format_exception(e, chain=False, limit=1)))
eg = ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError('x')])])
print(''.join(traceback.format_exception(eg)))
e = ValueError('m')
e.add_note('note1\nline2')
print(''.join(traceback.format_exception(e)))

def st():
    return traceback.format_stack(limit=2)

try:
    compile('a b', '<s>', 'exec')
except SyntaxError as e:
    print(''.join(traceback.format_exception(e)))
try:
    'x'.foo
except Exception as e:
    traceback.print_exc(file=sys.stdout)
try:
    import nonexistent_mod
except Exception as e:
    traceback.print_exc(file=sys.stdout)
try:
    pritn
except Exception as e:
    traceback.print_exc(file=sys.stdout)
s = io.StringIO()
h = logging.StreamHandler(s)
h.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s'))
lg = logging.getLogger('a.b')
lg.addHandler(h)
lg.setLevel(logging.DEBUG)
lg.debug('x %s %d', 'y', 3)
lg.info('%(k)s', {'k': 1})
lg.warning('w', extra={'q': 1})
try:
    1 / 0
except ZeroDivisionError:
    lg.exception('exc')
lg.log(25, 'lvl')
logging.addLevelName(25, 'L25')
lg.log(25, 'lvl')
print(s.getvalue())
print(lg, lg.parent, lg.getEffectiveLevel(), lg.isEnabledFor(10), logging.getLevelName(10))
print(logging.getLevelName('INFO'), h, lg.getChild('c').name)
print(logging.getLogger() is logging.root, logging.getLevelNamesMapping())
s.truncate(0)
s.seek(0)
f2 = logging.Formatter('{message} {asctime}', style='{', datefmt='%Y')
rec = logging.LogRecord('n', 20, 'p.py', 3, 'msg %s', ('a',), None)
print(rec, rec.getMessage(), rec.filename, rec.module, f2.format(rec)[:5])
attempt(logging.Formatter, '%(x)d', style='q')
attempt(logging.Formatter, '{', style='{')
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s', level=20, force=True)
logging.info('root')
logging.debug('no')
logging.disable(50)
logging.critical('no')
logging.disable(0)
lg.propagate = True
lg.warning('both')

class Fi(logging.Filter):

    def filter(s, r):
        return 'ok' in r.msg

lg.addFilter(Fi())
lg.info('not')
lg.info('ok!')
a = logging.LoggerAdapter(lg, {'u': 1})
a.info('ok ad')
logging.captureWarnings(True)
warnings.warn('ww')
logging.captureWarnings(False)
attempt(lg.setLevel, 'NOPE')
logging.lastResort

def g(a, /, b: int=2, *args, c, d='x', **kw) -> str:
    """doc of g"""
    return a

sg = inspect.signature(g)
print(sg, sg.parameters['b'], sg.parameters['c'].kind, sg.return_annotation, sg.bind(1, c=3))
print(sg.bind(1, 2, 3, c=4, z=5).arguments, inspect.getdoc(g), inspect.getfullargspec(g))
print(inspect.isfunction(g), inspect.getsource(g), inspect.getsourcelines(g)[1])
print(inspect.getfile(g).split('/')[-1], inspect.getmodule(g))
attempt(sg.bind)
attempt(sg.bind, 1, c=2, a=3)
print(inspect.signature(len), inspect.signature(int.from_bytes), inspect.signature(print))
print(inspect.signature(str.split), inspect.signature(sorted))
attempt(inspect.signature, dict)
attempt(inspect.signature, 1)
attempt(inspect.getsource, len)
print(inspect.isclass(int), inspect.ismethod(io.StringIO().read), inspect.isbuiltin(len))
print(inspect.isgenerator((x for x in '')), inspect.iscoroutinefunction(g))
print(inspect.isabstract(abc.ABC), inspect.getmro(bool))
print([n for n, v in inspect.getmembers(types.SimpleNamespace(a=1)) if n[0] != '_'])
print(inspect.cleandoc('  a\n    b'), inspect.currentframe().f_lineno)
print(inspect.stack()[0].function, inspect.getattr_static(g, '__name__'), inspect.unwrap(g) is g)
print(inspect.getclosurevars(g), inspect.formatannotation(int))
print(sg.replace(return_annotation=int))
print(inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=1))
print(inspect.classify_class_attrs(abc.ABC)[0].name)
print(inspect.getcallargs(g, 1, c=2) if hasattr(inspect, 'getcallargs') else '')

class K:
    """kd"""

    def __init__(self, q):
        pass

    def m(self):
        """md"""

    @classmethod
    def c(cls, x):
        pass

    @staticmethod
    def s(y):
        pass

    @property
    def p(self):
        """pd"""

print(inspect.signature(K), inspect.signature(K.m), inspect.signature(K(1).m))
print(inspect.signature(K.c), inspect.signature(K.s), inspect.getdoc(K.p))
print(inspect.getsource(K.m), inspect.getsource(K)[:20])
print([(a.name, a.kind) for a in inspect.classify_class_attrs(K) if a.name in 'mcsp'])
tr = ast.parse('x=1+y if a else [f"{b!r:>{w}}" for b in c]\ndef f(a,*b:int,c=1)->str:\n  return a')
print(ast.dump(tr))
print(ast.dump(tr.body[0], indent=2, include_attributes=True))
print(ast.unparse(tr))
attempt(ast.literal_eval, '{"a":[1,(2,-3.5),None,{4}],b"x":1+2j}')
attempt(ast.literal_eval, 'a+1')
attempt(ast.literal_eval, 'f()')
print([type(n).__name__ for n in ast.walk(tr)][:10])

class NT(ast.NodeTransformer):

    def visit_Name(s, n):
        return ast.copy_location(ast.Name('Z', n.ctx), n)

print(ast.unparse(NT().visit(ast.parse('a+b(c)'))))
print(ast.get_source_segment('a+b', '') if 0 else ast.get_docstring(ast.parse('"d"')))
print(ast.Constant(1), ast.Name('x'), ast.BinOp._fields)
attempt(ast.Name, 1, 2, 3, 4)
attempt(ast.parse, 'a b')
print(eval(compile(ast.Expression(ast.Constant(5, lineno=1, col_offset=0)), '', 'eval')))
print(ast.compare(ast.parse('a'), ast.parse('a')))
attempt(compile, ast.Module([ast.Expr(1)], []), '', 'exec')
print(ast.unparse(ast.parse('match x:\n  case [1,*r] if r: pass\n  case {"a":b,**k}|C(d=1): pass\nasync def q():\n  async with a as b, c: await d\n  async for x in y: yield z\ntry: pass\nexcept* E as e: raise x from y\nfinally: del a[1:2,::3]\nlambda a,/,b=1,*c,d,**e: (yield)\n@dec\nclass X[T:int](A,m=B): x:int=1; global g\nt"{a}b" \nf\'{x!r:>{w}}{{"\' "\'"\nprint(not a or b and c<d<=e is not f, -x**-y, (a:=1), *z, **{})\ntype A[*T,**P]=int')))
print(dis.code_info(f))
dis.dis(f)
dis.dis('x=[i for i in y]')
print(list(dis.get_instructions('a+b'))[1])
b = io.StringIO()
dis.dis(K.m, file=b)
print(b.getvalue())
print(dis.opmap['LOAD_FAST'], dis.opname[0], dis.stack_effect(dis.opmap['POP_TOP']))
print(list(dis.findlinestarts(f.__code__)), dis.findlabels(f.__code__.co_code))
try:
    f(0)
except Exception:
    sys.last_traceback = sys.exc_info()[2]
dis.dis(lambda: [x for x in y] if 0 else 1, adaptive=False, show_offsets=True)
