// A program cannot tell whether the interpreter finished its start before it or on its first need: each program gives the
// same after a start that is made whole at once (any -X asks for that) as after one that is put off. Only the order of sys.modules
// differs: `_io` comes first.
import { expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';

const PROGRAMS = {
  nothing: 'pass',
  'names of importlib in the namespaces': 'print(__loader__, __spec__, __builtins__.__spec__, __builtins__.__loader__)',
  'what site adds to the builtins': 'print(exit, quit, copyright, help, credits, license, sep="\\n")',
  'a name that nobody has': 'print(exit)\nprint(nobody)',
  'the main namespace in order': 'x = 1\nprint(globals())\nprint(list(vars()), dir(), list(locals()))',
  'the main namespace through a function': 'def f(): pass\nprint(list(f.__globals__), "quit" in f.__builtins__)',
  'the main namespace through a frame':
    'import sys\nframe = sys._getframe()\nprint(list(frame.f_globals), list(frame.f_locals), "exit" in frame.f_builtins)',
  'the main module': 'import __main__\nprint(__main__.__loader__, list(vars(__main__)))',
  'a deleted name':
    'del __loader__\nprint("__loader__" in globals())\ntry:\n  __loader__\n  print(__loader__)\nfinally: pass',
  'a name that the program sets': '__loader__ = 5\nimport os\nprint(__loader__, list(globals()))',
  'a class body': 'class C:\n  x = __loader__\n  y = exit\nprint(C.x, C.y)',
  sys: 'import sys\nprint(sys.path, sys.meta_path, len(sys.path_hooks), sorted(sys.modules), sys.__spec__, sep="\\n")',
  'the names of sys in order': 'import sys\nprint(list(vars(sys)))\nprint(dir(sys))',
  'names from sys': 'from sys import modules, path as p, argv\nprint("os" in modules, p[0] == "", argv)',
  'an attribute set on sys': 'import sys\nsys.path = ["nowhere"]\nprint(sys.path)\nimport os\nprint(os.sep)',
  'an attribute deleted from sys': 'import sys\ndel sys.path\nprint(hasattr(sys, "path"))',
  'an import function of its own':
    'def own(name, *rest):\n  print("importing", name)\n  return original(name, *rest)\noriginal = __builtins__.__import__\n__builtins__.__import__ = own\nimport os\nimport json.decoder',
  'classes of the library':
    'print([c.__name__ for c in type.__subclasses__(object) if c.__module__ == "_sitebuiltins"])',
  codecs: 'print("é".encode("cp850"), b"\\xe9".decode("latin-1"), "x".encode("rot13", "strict") if 0 else "")',
  'the limit of recursion': 'import sys\nsys.setrecursionlimit(60)\nprint(exit, sys.getrecursionlimit())',
  'deep in the program': 'def f(n):\n  if n == 0:\n    import os\n    return os.sep\n  return f(n - 1)\nprint(f(900))',
  'while an exception is handled':
    'try: 1 / 0\nexcept ZeroDivisionError:\n  import sys, stat\n  print(sys.exc_info()[1])\n  raise',
  'trace functions':
    'import sys\nlines = []\ndef trace(frame, event, arg):\n  lines.append((frame.f_code.co_name, event))\n  return trace\nsys.settrace(trace)\ndef f(): return 1\nf()\nsys.settrace(None)\nprint(lines)',
  'audit hooks':
    'import sys\nnames = []\nsys.addaudithook(lambda event, args: names.append(event))\nimport json\nprint(names.count("import") > 0)',
  exec: 'd = {}\nexec("x = __builtins__", d)\nprint("exit" in d["x"], eval("__loader__"))',
  'an uncaught exception': 'def f(): raise ValueError("no")\nf()',
  'a warning': 'x = 1 is 1',
  'the end of the program': 'import sys\nsys.exit("bye")',
};

test.each(Object.entries(PROGRAMS))('%s', async (_name, source) => {
  const [late, atOnce] = await Promise.all([runTaipan(['-c', source]), runTaipan(['-X', 'whole_start', '-c', source])]);
  expect(late).toEqual(atOnce);
});
