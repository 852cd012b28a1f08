"""Uncaught: in code made with exec and compile; its source lines are not shown."""
code = compile('def made(x):\n    return x.nothing\n\nmade(1)\n', '<generated>', 'exec')
exec(code)
