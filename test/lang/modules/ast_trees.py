# Trees of source: dump, unparse, positions, walking, transforming, compiling, literal_eval.
import ast
SOURCE = '''
"""Doc"""
from __future__ import annotations
import os.path as p, sys
from .. import x as y
@deco(1, k=2)
async def f(a, /, b: int = 1, *c, d, e=2, **g) -> None:
    "doc"
    async with a as b, c: await d
    async for i in x: yield i
    return [i async for i in x if i]
def g[T: int = str, *Ts, **P](x): nonlocal_ = lambda *a, k=1: (yield)
class C[T](Base, metaclass=M):
    x: int = 3
    (y): str
    a.b: int
type A[T] = list[T]
try: pass
except* (A, B) as e: raise X from e
try: pass
except A: pass
else: pass
finally: del a, b[1], c.d
match x:
    case 1 | -2j | 'a' 'b' | None | a.b: pass
    case [a, *b, _] if c: pass
    case {'k': v, **rest}: pass
    case C(1, x=2) as n: pass
    case {}: pass
x = y = (1, *z); x += 1; x @= 2; x //= 3; x **= 4; x >>= 5
print(f'{a!r:>{w}} {{}} {b=}' 'c', b'\\x00', ..., 1_000, 0xFF, 1e10, 2j, 'é\\n"', t'{a}b{c!s:x}')
a if b else c; not a; -a; ~a; +a; a and b or c; a < b <= c != d is not e not in f
{1: 2, **d}; {1, 2}; {a: b for a, b in c if d}; {a for a in b}; (a for a in b); a[1:2, ::3]; a[...]; (n := 3)
while 1:
    if a: break
    elif b: continue
    else: pass
else: global G
for x, y in z: assert a, b
with (a as b, c): pass
lambda: 0; await_ = 1; print(*a, **k)
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=1))
print(ast.dump(tree, include_attributes=True, annotate_fields=False)[:3000])
print(ast.unparse(tree))
print(ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree))
print([type(n).__name__ for n in ast.walk(ast.parse('a[b(c)]'))])
print(ast.dump(ast.parse('', 'f', 'exec')), ast.dump(ast.parse('1 +\\\n 2', mode='eval')), ast.dump(ast.parse('x\n', mode='single')))
print(ast.dump(ast.parse('(int, *str, **float) -> None', mode='func_type')))
print(ast.dump(ast.parse('x = 1 # type: int\ny = 2 # type: ignore[abc]\n', type_comments=True)))
class Twice(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)
    def visit_Pass(self, node):
        return None
changed = ast.fix_missing_locations(Twice().visit(ast.parse('x = 3 + 4\npass\nprint(x)')))
exec(compile(changed, 'f', 'exec'))
class Count(ast.NodeVisitor):
    def __init__(self): self.names = []
    def visit_Name(self, node): self.names.append(node.id)
c = Count(); c.visit(tree); print(sorted(set(c.names)))
for text in ['[1, (2, "x"), {3: None}, {4}, -5, 1+2j, b"q", True, ...]', 'set()', 'f()', '1+1', 'a', '{**x}', '  1', '1 if', '"' + 'a' * 20 + '"']:
    try: print(ast.literal_eval(text))
    except Exception as e: print(type(e).__name__, e)
src = 'def f(x):\n    return (x +\n        1)\n'
ret = ast.parse(src).body[0].body[0]
print(repr(ast.get_source_segment(src, ret)), repr(ast.get_source_segment(src, ret.value, padded=True)), ast.get_docstring(tree))
print(ast.compare(ast.parse('a+b'), ast.parse('a + b')), ast.compare(ast.parse('a+b'), ast.parse('a-b')))
for flags in (0, ast.PyCF_OPTIMIZED_AST):
    t = compile('def f():\n "doc"\n if __debug__: return 1+2\n return "%s-%s" % (a, b)', 'f', 'exec', flags | ast.PyCF_ONLY_AST, optimize=2)
    print(ast.dump(t))
t = ast.parse('a')
u = compile(t, 'f', 'exec', ast.PyCF_ONLY_AST)
print(u is t, ast.dump(u))
for bad in ['x = ', 'f(**a, *b)', 'def f(:', '1 = x', 'from __future__ import nope', 'return\x00']:
    try: ast.parse(bad)
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
