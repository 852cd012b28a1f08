# Classes of ast nodes: fields, construction, defaults, deprecations, copies, repr.
import ast, copy, pickle, warnings

def t(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            print('ok', repr(f())[:200])
        except Exception as e:
            print(type(e).__name__, e)
    for w in caught:
        print('   ', w.category.__name__, w.message)

for name in sorted(dir(ast)):
    cls = getattr(ast, name)
    if isinstance(cls, type) and issubclass(cls, ast.AST):
        print(name, cls.__mro__[1].__name__, cls._fields, cls._attributes, cls.__dict__.get('_field_types'))
        print('   ', cls.__doc__)
t(lambda: ast.Name())
t(lambda: ast.Name(1, 2, 3))
t(lambda: ast.Name('a', id='b'))
t(lambda: ast.Name('a', foo=1))
t(lambda: ast.Name('a', lineno=1))
t(lambda: ast.Assign())
t(lambda: ast.AST(1))
t(lambda: ast.AST(x=1))
t(lambda: ast.Load(1))
class A(ast.AST):
    _fields = ('q', 'r')
t(lambda: A())
t(lambda: A(1))
t(lambda: A(1, 2, 3))
t(lambda: A(1, 2))
class B(ast.Name):
    _fields = ('id', 'ctx', 'z')
t(lambda: B('x'))
class C(ast.AST):
    _fields = ('q',)
    _field_types = {'q': list[int]}
t(lambda: C())
class D(ast.AST):
    _fields = 5
t(lambda: D())
n = ast.Name('a', ast.Load(), lineno=3)
t(lambda: n.__reduce__())
t(lambda: n.__replace__(id='b').__dict__)
t(lambda: copy.replace(n, ctx=ast.Store()))
t(lambda: n.__replace__(foo='b'))
t(lambda: n.__replace__(1))
m = ast.Name.__new__(ast.Name)
t(lambda: m)
t(lambda: m.__replace__())
t(lambda: m.__replace__(id='x').__dict__)
t(lambda: ast.FunctionDef.__new__(ast.FunctionDef).__replace__())
t(lambda: copy.copy(n).__dict__)
t(lambda: copy.deepcopy(n).__dict__)
t(lambda: pickle.loads(pickle.dumps(n)).__dict__)
x = ast.Expr(None); x.value = x
t(lambda: x)
x = ast.List([]); x.elts.append(x)
t(lambda: x)
t(lambda: ast.List([1, 2, 3, 'a']))
t(lambda: ast.List((1, 2, 3)))
t(lambda: ast.List((1,)))
t(lambda: ast.List(()))
t(lambda: ast.parse('f(a, *b, c=1, **d)\nx = [1, 2, 3]\nif x: pass\nelse: y'))
t(lambda: ast.parse('f"{x!r:>{w}}" t"{y}"', mode='eval') if 0 else ast.parse('f"{x!r:>{w}}"', mode='eval'))
ast.AST.extra = 1
print(ast.Name.extra)
del ast.AST.extra
print(ast.Name('a').ctx is ast.parse('a').body[0].value.ctx, ast.Load() is ast.Load())
print(ast.Return().value, ast.Name.__annotations__, ast.arguments().args, ast.Constant(3).kind)
print(ast.AST.__module__, ast.AST.__name__, ast.AST.__qualname__, ast.AST, ast.Name, ast.expr_context)
match ast.parse('a + 1', mode='eval').body:
    case ast.BinOp(ast.Name(name), ast.Add(), ast.Constant(value)):
        print('matched', name, value)
