# What compile() says of trees made by hand.
import ast, warnings
p=dict(lineno=1,col_offset=0)
q=dict(lineno=1,col_offset=0,end_lineno=1,end_col_offset=0)
def tr(x,mode='exec'):
    try:
        r=compile(x,'f',mode); print('ok')
    except BaseException as e: print(type(e).__name__,e)
def t(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r=f(); print('ok',repr(r)[:200])
        except BaseException as e: print(type(e).__name__,e)
    for x in w: print('   W',x.category.__name__,x.message)
def case(pat): return ast.Module([ast.Match(ast.Name('x',**p),[ast.match_case(pat,None,[ast.Pass(**p)])],**p)],[])
tr(case(ast.MatchOr([],**q))); tr(case(ast.MatchSingleton(1,**q)))
tr(case(ast.MatchSingleton([],**q)))
tr(case(ast.MatchAs(ast.MatchAs(None,None,**q),None,**q)))
tr(case(ast.MatchStar('a',**q))); tr(case(ast.MatchAs(None,'_',**q))); tr(case(ast.MatchAs(None,'None',**q)))
tr(case(ast.MatchClass(ast.Call(ast.Name('a',**p),[],[],**p),[],[],[],**q)))
tr(case(ast.MatchMapping([ast.Constant(1,**p)],[],None,**q)))
tr(case(ast.MatchMapping([ast.Constant((),**p)],[ast.MatchAs(None,None,**q)],None,**q)))
tr(case(ast.MatchValue(ast.Constant(None,**p),**q)))
tr(case(ast.MatchValue(ast.Name('x',**p),**q)))
tr(case(ast.MatchValue(ast.UnaryOp(ast.USub(),ast.Constant('a',**p),**p),**q)))
tr(ast.Module([ast.FunctionDef('f',ast.arguments(defaults=[ast.Constant(1,**p)]),[ast.Pass(**p)],**p)],[]))
tr(ast.Expression(ast.NamedExpr(ast.Attribute(ast.Name('a',**p),'b',ast.Store(),**p),ast.Constant(1,**p),**p)),'eval')
tr(ast.Expression(ast.Compare(ast.Name('a',**p),[None],[ast.Name('a',**p)],**p)),'eval')
tr(ast.Expression(ast.JoinedStr([ast.Name('a',**p)],**p)),'eval')
tr(ast.Expression(ast.TemplateStr([ast.Interpolation(ast.Name('a',**p),'a',97,**p)],**p)),'eval')
tr(ast.Expression(ast.TemplateStr([ast.Interpolation(ast.Name('a',**p),None,97,**p)],**p)),'eval')
tr(ast.Expression(ast.DictComp(ast.Name('a',**p),ast.Name('a',**p),[],**p)),'eval')
tr(ast.Expression(ast.Starred(ast.Name('a',**p),**p)),'eval')
tr(ast.Expression(ast.Name('x',lineno=1,col_offset=5,end_lineno=1,end_col_offset=3)),'eval')
tr(ast.Expression(ast.Name('x',lineno=-1,col_offset=5,end_lineno=1,end_col_offset=3)),'eval')
tr(ast.Expression(ast.Constant(compile('1','','eval'),**p)),'eval')
tr(ast.Expression(ast.Constant(slice(1),**p)),'eval')
tr(ast.FunctionType([],ast.Name('x',**p)),'exec')
t(lambda:ast.parse('x=1 # type: int\n',type_comments=True,feature_version=(3,8)))
t(lambda:ast.parse('x: int = 3 # type: int\n',type_comments=True,feature_version=(3,5)))
t(lambda:ast.parse('(x:=1)',feature_version=(3,7)))
t(lambda:ast.parse('(x:=1)',optimize=2))
t(lambda:ast.parse('1+x+(2+3)',optimize=2).body[0])
t(lambda:ast.parse('def f():\n "doc"\n return __debug__',optimize=2).body[0])
import _ast; 
t(lambda:_ast.Name.__init__.__doc__); t(lambda: ast.AST.__replace__.__doc__); t(lambda: ast.AST.__reduce__.__doc__)
print(repr(ast.parse('f"{x!r:>{w}}"',mode='eval')), type(ast.Name('a').ctx), ast.Name('a').ctx is ast.parse('a').body[0].value.ctx, ast.Load() is ast.Load())
t(lambda: ast.AST.__replace__.__text_signature__)
t(lambda: ast.AST.__reduce__.__text_signature__)
t(lambda: ast.AST.__text_signature__)
tr(ast.Module([ast.Expr(ast.Name(5,**p),**p)],[]))
class N(ast.Name): pass
tr(ast.Expression(N('x',ast.Load(),**p)),'eval')
class Q(ast.expr): pass
t(lambda:tr(ast.Expression(Q(**p)),'eval'))
class L(list): pass
tr(ast.Module(L([]),[]))
class S(str): pass
tr(ast.Expression(ast.Name(S('x'),ast.Load(),**p)),'eval')
tr(ast.Expression(ast.Constant(S('x'),**p)),'eval')
tr(ast.Expression(ast.Constant(True,lineno=True,col_offset=0)),'eval')
tr(ast.Module([ast.ImportFrom('x',[ast.alias('a',**p)],None,**p)],[]))
tr(ast.Module([ast.Raise(None,ast.Name('x',**p),**p)],[]))
tr(ast.Module([ast.AnnAssign(ast.Attribute(ast.Name('x',**p),'x',ast.Store(),**p),ast.Name('x',**p),None,1,**p)],[]))
tr(ast.Module([ast.Delete([],**p)],[]));tr(ast.Module([ast.Delete([ast.Constant(1,**p)],**p)],[]))
tr(ast.Module([ast.Delete([ast.Name('x',**p)],**p)],[]));tr(ast.Module([ast.Try([ast.Pass(**p)],[],[],[],**p)],[]))
tr(ast.Module([ast.TryStar([ast.Pass(**p)],[],[ast.Pass(**p)],[ast.Pass(**p)],**p)],[]))
tr(ast.Module([ast.While(ast.Constant(1,**p),[],[],**p)],[]))
tr(ast.Expression(ast.BoolOp(ast.And(),[ast.Constant(1,**p)],**p)),'eval')
tr(ast.Expression(ast.Dict([None],[],**p)),'eval')
tr(ast.Expression(ast.List([None],ast.Load(),**p)),'eval')
tr(ast.Expression(ast.BinOp(ast.Constant(1,**p),ast.And(),ast.Constant(1,**p),**p)),'eval')
tr(ast.Module([ast.FunctionDef('f',ast.arguments(),[ast.Pass(**p)],type_params=[ast.TypeVar('None',**q)],**p)],[]))
tr(ast.Module([ast.FunctionDef('None',ast.arguments(),[ast.Pass(**p)],**p)],[]))
tr(ast.Module([ast.FunctionDef('f',ast.arguments(args=[ast.arg('None',**p)]),[ast.Pass(**p)],**p)],[]))
print(ast.Name.__annotations__, ast.AST.__module__, ast.AST.__name__, ast.AST.__qualname__,ast.AST)
body=[ast.Pass(**p)]
x=ast.Name('x',ast.Load(),**p); s=ast.Name('x',ast.Store(),**p)
N='None'
for st in [ast.FunctionDef(N,ast.arguments(),body,**p),ast.AsyncFunctionDef(N,ast.arguments(),body,**p),ast.ClassDef(N,[],[],body,[],[],**p),
 ast.Try(body,[ast.ExceptHandler(x,N,body,**p)],[],[],**p),ast.Import([ast.alias(N,None,**p)],**p),ast.Import([ast.alias('a',N,**p)],**p),
 ast.ImportFrom('a',[ast.alias(N,None,**p)],0,**p),ast.ImportFrom(N,[ast.alias('a',None,**p)],0,**p),ast.Global([N],**p),
 ast.Expr(ast.Attribute(x,N,ast.Load(),**p),**p), ast.Expr(ast.Call(x,[],[ast.keyword(N,x,**p)],**p),**p),
 ast.Expr(ast.Lambda(ast.arguments(vararg=ast.arg(N,**p)),x,**p),**p),
 ast.TypeAlias(ast.Name(N,ast.Store(),**p),[],x,**p), ast.Assign([ast.Name(N,ast.Store(),**p)],x,**p),
 ast.FunctionDef('f',ast.arguments(),[],[ast.Name(N,ast.Load(),**p)],**p),
 ast.FunctionDef(N,ast.arguments(),[],**p),
 ast.FunctionDef(N,ast.arguments(),body,type_params=[ast.ParamSpec('True',**q)],**p),
 ast.Expr(ast.Subscript(ast.Name('x',ast.Store(),**p),ast.Slice(ast.Name('x',ast.Store(),**p),None,None,**p),ast.Load(),**p),**p),
 ast.Expr(ast.Set([],**p),**p), ast.Expr(ast.ListComp(ast.Starred(x,ast.Load(),**p),[ast.comprehension(s,x,[],0)],**p),**p),
 ast.Assert(None,None,**p), ast.Return(x,**p), ast.Expr(ast.Yield(x,**p),**p), ast.Expr(ast.Slice(x,x,x,**p),**p),
 ast.Delete([ast.Starred(ast.Name('x',ast.Del(),**p),ast.Del(),**p)],**p),
 ast.Expr(ast.Starred(x,ast.Load(),**p),**p), ast.Break(**p),
 ast.For(x,x,body,[],**p),
 ]:
    tr(ast.Module([st],[]))
