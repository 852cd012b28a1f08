# codeop and code: whether input is complete; interactive sources.
import code, codeop
c = codeop.CommandCompiler()
for s in ['x = 1', 'if x:', 'if x:\n  y', 'if x:\n  y\n', '(', '"""', 'x = \\', 'def f():\n  return 1\n', '', '# c', 'x y', 'x = (1,\n2)', '@d', 'class A:', 'try:\n  x\n', 'a = "abc', 'else:', 'for i in x:\n  pass\n\n', "f'{a", 'lambda:']:
    try: r = c(s); print(repr(s), r if r is None else 'complete')
    except (SyntaxError, ValueError, OverflowError) as e: print(repr(s), type(e).__name__, e)
i = code.InteractiveInterpreter({'x': 5})
print(i.runsource('print(x)'), i.runsource('for i in range(2):'), i.runsource('for i in range(2):\n  print(i)\n'), i.runsource('x'))
f = codeop.compile_command('from __future__ import annotations\ny: z = 1', 'f', 'exec')
print(f.co_flags & 0x1000000 != 0)
