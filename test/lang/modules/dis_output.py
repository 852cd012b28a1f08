# dis: listings, instructions, stack effects, flags.
import contextlib, dis, io, opcode, re
def f(a, *b, c=1, **d):
    "doc"
    x = [i * a for i in b if i]
    try:
        with open(a) as h:
            for line in h: yield line
    except (ValueError, OSError) as e:
        raise RuntimeError from e
    finally:
        print(x, c, d)
    def inner(): return x, a
    return inner
class K:
    x = 1
    def m(self): return self.x + super().y
captured = io.StringIO()
with contextlib.redirect_stdout(captured):
    dis.dis(f)
    dis.show_code(f)
print(re.sub(r'at 0x[0-9a-f]+|file ".*?"|Filename: .*', '', captured.getvalue()))
dis.dis('a.b(c, d=1)[e:f] = {**g, "k": f"{h!r:>10}"}')
with contextlib.redirect_stdout(captured := io.StringIO()):
    dis.dis(K)
print(re.sub(r'at 0x[0-9a-f]+|file ".*?"', '', captured.getvalue()))
print(dis.code_info('x = 1'))
for i in dis.get_instructions('if a:\n  b = c < d\nelse:\n  del e'):
    print(i.offset, i.opname, i.opcode, i.arg, i.argrepr, i.starts_line, i.is_jump_target, i.positions)
print(list(dis.findlinestarts(f.__code__)), dis.findlabels(f.__code__.co_code))
print(dis.stack_effect(dis.opmap['LOAD_CONST'], 0), dis.stack_effect(dis.opmap['CALL'], 3), dis.stack_effect(dis.opmap['FOR_ITER'], 1, jump=True), dis.pretty_flags(f.__code__.co_flags))
print(len(dis.opname), dis.hasjump[:5] if hasattr(dis, 'hasjump') else dis.hasjrel[:5], dis.cmp_op, opcode.HAVE_ARGUMENT if hasattr(opcode, 'HAVE_ARGUMENT') else None)
out = io.StringIO(); dis.dis(lambda x: x ** 2, file=out, show_caches=True); print(out.getvalue())
print(dis.Bytecode('a = 1').dis(), dis.Bytecode('1/0').codeobj.co_consts)
try: 1 / 0
except ZeroDivisionError: dis.distb(file=out) if 0 else None
with contextlib.redirect_stdout(captured := io.StringIO()):
    dis.dis(compile('x: int\nasync def g():\n  async with a: await b\n  return [c async for c in d]\nmatch z:\n  case {"k": [v, *_]}: pass', 'f', 'exec'), depth=2)
print(re.sub(r'at 0x[0-9a-f]+', '', captured.getvalue()))
