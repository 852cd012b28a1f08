"""compile(), ast.parse, ast.literal_eval and codeop with all sorts of arguments: run by the oracle and by `taipan`."""
import ast
import codeop
import types
import warnings

warnings.simplefilter('ignore')
results = []


def t(name, f):
    try:
        r = f()
    except BaseException as e:
        r = f'{type(e).__name__}: {e}'
        if isinstance(e, SyntaxError):
            r += f' @{e.lineno},{e.offset},{e.end_lineno},{e.end_offset},{e.text!r}'
    if isinstance(r, types.CodeType):
        r = ('code', r.co_code.hex(), r.co_name, r.co_flags, r.co_firstlineno)
    elif isinstance(r, ast.AST):
        r = ast.dump(r, include_attributes=True)
    results.append(ascii((name, r)))

# flags and modes
flags = [0, 0x10, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x4000, 0x8000, 0x8400, 0x100000, 0x1000000, 0x400000, 0x40, 0x20, 1, 0x2000000, -1, 1<<31, 1<<40, 'a', 1.0, None, True]
for fl in flags:
    for mode in ('exec','eval','single','func_type'):
        t(f'fl {fl!r} {mode}', lambda: compile('(x)' if mode!='func_type' else '(int)->str', 'f', mode, fl))
        t(f'fl await {fl!r} {mode}', lambda: compile('await x', 'f', mode, fl, True))
for opt in (-2,-1,0,1,2,3,'a',1.5,True,1<<40):
    t(f'opt {opt!r}', lambda: compile('"doc"\nassert x, y\nif __debug__: z\ndef f():\n "d"', 'f', 'exec', 0, True, opt))
for fn in ('f', b'f', 'a\0b', b'a\0', 5, None, bytearray(b'f'), memoryview(b'f'), '\ud800', 'é', type('P',(),{'__fspath__':lambda s:'path'})(), type('P',(),{'__fspath__':lambda s:3})()):
    t(f'fn {type(fn).__name__}', lambda: compile('x', fn, 'exec').co_filename)
for mode in ('x', '', None, 5, b'exec', 'EXEC', 'exec\0'):
    t(f'mode {mode!r}', lambda: compile('x', 'f', mode))
for src in (None, 5, 'x', b'x', bytearray(b'x'), memoryview(b'x'), [], object, memoryview(b'xyz')[::2], 'x'*3, b'\xef\xbb\xbfx'):
    t(f'src {type(src).__name__}', lambda: compile(src, 'f', 'eval'))
t('kw', lambda: compile(source='x', filename='f', mode='eval', flags=0, dont_inherit=False, optimize=-1))
t('kw2', lambda: compile('x', 'f', 'eval', _feature_version=5))
t('kw3', lambda: compile('x', 'f'))
t('kw4', lambda: compile('x', 'f', 'exec', 0, 0, 0, 0))
t('kw5', lambda: compile('x', 'f', 'exec', foo=1))
for fv in ((3,5),(3,6),(3,7),(3,8),(3,9),(3,10),(3,11),(3,12),(3,13),(3,14),(3,4),(2,7),(4,0),(3,99),5,7,None,'a',(3,),(3,8,1)):
    for s in ('f"{x}"','(x := 1)','def f(a, /): pass','x: int = 1','async def f(): pass','1_000','a @ b','match x:\n case 1: pass','with (a as b, c as d): pass','@f[0]\ndef g(): pass','try: pass\nexcept* A: pass','def f[T](): pass','type X = int','f"{x!r:{y}}"','t"{x}"','except_','async for x in y: pass','"\\d"','lambda: (yield)','def f(*, a): pass','[x async for x in y]','def f(*args: *Ts): pass','for x in *a, b: pass','x[*a]','return_ = 1','f"{a["b"]}"', 'def f[T=int](): pass','try: pass\nexcept A, B: pass'):
        t(f'fv {fv} {s!r}', lambda: hash(ast.dump(ast.parse(s, feature_version=fv)))*0)
for s in ('x = 1 # type: int','def f(a, # type: int\n b):\n # type: (...) -> str\n pass','for x in y: # type: int\n pass','with x as y: # type: int\n pass','x = 1 # type: ignore','x = 1 # type: ignore[a]','def f(): # type: () -> int\n # type: () -> str\n pass','x # type: int','def f(*, # type: int\n a): pass','async for x in y: # type: int\n pass'):
    t(f'tc {s!r}', lambda: ast.parse(s, type_comments=True))
for s in ('() -> int','(int, str) -> a.b','(*int) -> x','(int, *str, **dict) -> x','(**x) -> y','(...) -> int','int','(int) -> ','() -> int\n\n','(a, b', '(x: int) -> y', '() -> *x'):
    t(f'ft {s!r}', lambda: ast.parse(s, mode='func_type'))
for s in ('1','-1','+1','1+2j','-1-2j','1j+1','"a"','b"a"','(1,2)','[1,[2]]','{1:2}','{1,2}','set()','None','True','...','1+1','x','f()','-"a"','  1','\n1','\t1 ','1;2','1_000','1+-2j','frozenset()','{**a}','f"a"','"a" "b"','--1','~1','not True','(1)','()','[]','{}','1 if 1 else 2','a.b','set(1)','()()','1+2','{[]: 1}','{[]}','2**3','1+(2j)','-(1)','x\0','(','9'*5000, '[' * 300, 'lambda: 1', '[x for x in y]', 't"a"'):
    t(f'le {s[:30]!r}', lambda: ast.literal_eval(s))
t('le node', lambda: ast.literal_eval(ast.parse('[1]', mode='eval')))
t('le node2', lambda: ast.literal_eval(ast.parse('[1]')))
t('le 5', lambda: ast.literal_eval(5))
# codeop
for s in ('','x','x=','x = (','if x:','if x:\n','if x:\n  y','if x:\n  y\n','def f():','x y','"""a','\'a','x \\','x \\\n','@x','for x in y:\n pass\n','try:\n x\n','try:\n x\nexcept:','class A:\n x\n\n','(','[1,','f(','x;','# c','\n','  x','return','a = 1\nb','lambda','raise = 2','del x,','del (1)','f"{','f"{x','f"""{x','"a" "','x = """','if 1:\n  x\nelse:','while 1:\n','match x:','match x:\n case 1:','async def f():','0 = 1','pass\n','pass;','a\n\n','if x: y','if x: y\n','else:','(]','9 9','"\\x"', "'\\d'", 'x\0y', ' ', '\t', 'def x():\n\n\n', 'def x():\n  pass\n \n','def x():\n  pass\n','}', 'a ** ', 'a.', 'import', 'from x import', 'from x import (', 'with a as b', 'global', 'print "a"', 'exec "a"', '$', '?', '\\', '\\\n'):
    for sym in ('single','exec','eval'):
        t(f'co {s!r} {sym}', lambda: codeop.compile_command(s, 'i', sym))
c = codeop.Compile()
t('cc', lambda: (c('from __future__ import annotations', 'f', 'exec').co_flags, c.flags))
cc = codeop.CommandCompiler()
t('ccc', lambda: (cc('from __future__ import barry_as_FLUFL').co_flags, cc('1 <> 2').co_code, cc.compiler.flags))
