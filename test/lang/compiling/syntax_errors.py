"""Messages and places of syntax errors, as a program sees them."""
sources = ['print "hello"', 'if x = 1: pass', 'def f(a, a): pass', 'def f(a=1, b): pass', 'f(a=1, 2)', 'f(**k, *a)', 'f(a=1, a=2)', 'return 1', 'yield 1', 'break', 'continue', 'x = (1, 2', 'x = [1, 2)', "'abc", "'''abc", 'f"{"', 'f"{a b}"', 'f"{}"', 'f"{a!x}"',
           '1 = x', 'f() = 1', 'a + 1 = 2', 'None = 1', 'del f()', 'del 1', '(a, b): int', 'x: int: 3', 'for 1 in x: pass', 'import a.b as', 'from a import', 'from . import *, a', 'from a import (b', 'def f(*): pass', 'def f(*, **k): pass', 'lambda *: 1',
           'class C(x for x in y): pass', 'async def f(): [await x for x in y]\nawait z', 'def f():\n nonlocal x', 'nonlocal x', 'def f():\n x = 1\n global x', 'def f(x):\n global x', 'x = 1 if 2', 'a b c', 'else: pass', 'try: pass', 'try: pass\nexcept* : pass',
           'try:\n pass\nexcept:\n pass\nexcept ValueError:\n pass', 'try:\n pass\nexcept A:\n pass\nexcept* B:\n pass', '  x = 1', 'if 1:\nx', 'if 1:\n  x\n y', 'if 1:\n\tx\n        y', '0777', '1_', '0x', '1e', '12abc', "b'ä'", "'\\N{no such name}'", "'\\x1'", "u'' b''",
           'x = $', 'x = ?', 'a ! b', 'x = 5 5', '@', 'with a as 1: pass', 'a := 1', '(a.b := 1)', '[x := i for i in y for x in z]', '[i := 0 for i in y]', '{1: 2, 3}', '{**a for a in b}', '[*a for a in b]', 'f(x for x in y, 1)', '*a', 'print(*)', 'x = *a',
           'def f():\n  """doc', 'match x:\n  case 1: pass\n  case', 'type X = (yield)', 'class A[T: (yield)]: pass', 'def f[T, T](): pass', 'assert (1, "m")', 'x = {', 'a\\b', 'if True:\n  pass\n elif x: pass', 'while 1 print(2)', 'for x in range(10)\n  pass', 'class C\n  pass', 'def f()\n  pass',
           'with open(x) as f, : pass', 'raise x from', 'global', 'import', 'pass x', '"a" = 1', 'f"a" = 1', 'x++', 'not = 1', '__debug__ = 1', 'def f(__debug__): pass', 'x.__debug__ = 1', 'async x = 1', 'await = 1', 'a = yield = 1', "'a' 1", 'print(a b)', 'foo(a, b for b in c)', '(x, y) += 1', 'x = y = 1 += 2']
import warnings
warnings.simplefilter('ignore')
for source in sources:
    try:
        compile(source, 'file', 'exec')
    except SyntaxError as e:
        print(f'{source!r:50} {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset}, {e.end_lineno}, {e.end_offset}) {e.text!r}')
    else:
        print(f'{source!r:50} fine')
