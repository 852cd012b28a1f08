# symtable: blocks, symbols, scopes.
import symtable, _symtable
SOURCE = '''
import os as o
x: int = 1
def outer(a, b=2, *args, c, **kw):
    global g
    free = 1
    def inner():
        nonlocal free
        free = a + g + len(os_)
        return [i * free for i in args if (w := i)]
    class K:
        attr = free
        def m(self): return super().m, __class__, self.__private
        __private = 1
    return lambda q, /: (q, K), {z: z for z in kw}
class G[T: int, *Ts, **P]:
    y: T
    def f[U](self, v: U) -> T: yield v
type Alias[V = int] = list[V]
async def co():
    await x
    return (i async for i in y)
'''
def walk(s, depth=0):
    pad = '  ' * depth
    print(pad, s.get_type(), s.get_name(), s.get_lineno(), s.is_optimized(), s.is_nested(), s.has_children(), sorted(s.get_identifiers()))
    if isinstance(s, symtable.Function):
        print(pad, 'params', s.get_parameters(), sorted(s.get_locals()), sorted(s.get_globals()), sorted(s.get_nonlocals()), sorted(s.get_frees()))
    for y in sorted(s.get_symbols(), key=lambda y: y.get_name()):
        print(pad, '-', y, y.is_referenced(), y.is_assigned(), y.is_parameter(), y.is_namespace(), y.is_global(), y.is_declared_global(), y.is_local(), y.is_free(), y.is_imported(), y.is_annotated(), y.is_nonlocal())
    for c in s.get_children():
        walk(c, depth + 1)
walk(symtable.symtable(SOURCE, '?', 'exec'))
walk(symtable.symtable('[x for x in y]', '?', 'eval'))
walk(symtable.symtable('x = 1', '?', 'single'))
entry = _symtable.symtable('x=1\ndef f(a,*b): return a\n', 'f', 'exec')
print(entry.name, entry.symbols, entry.varnames, entry.nested, entry.type, entry.lineno, [c.name for c in entry.children], repr(entry)[:20])
def t(f, *a):
    try: print(type(f(*a)).__name__)
    except Exception as e: print(type(e).__name__, e)
t(_symtable.symtable, 'x', 'f', 'bad'); t(_symtable.symtable, 5, 'f', 'exec'); t(_symtable.symtable, 'x', 5, 'exec'); t(_symtable.symtable, 'x', 'f', 5)
t(_symtable.symtable, 'x x', 'f', 'exec'); t(_symtable.symtable, b'x', 'f', 'exec'); t(_symtable.symtable, 'x\0', 'f', 'exec'); t(type(entry))
t(_symtable.symtable, 'def f():\n global x\n nonlocal x', 'f', 'exec'); t(_symtable.symtable, 'def f(a, a): pass', 'f', 'exec'); t(_symtable.symtable, 'nonlocal x', 'f', 'exec')
print({n: v for n, v in sorted(vars(_symtable).items()) if isinstance(v, int)})
