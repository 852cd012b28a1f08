"""Warnings of the compiler, what they say and where."""
import warnings

for source in ('x = 1 is 1', 'x is "a"', 'assert (x, "message")', '"\\d"', "b'\\d'", '"\\400"', '1 or 2 in 3', '[1, 2](3)', '"a"()', '(1, 2)[1.5]', '{1: 2}()', 'f"{x}"()', '1if 2else 3', '0x1for x in y', 'def f():\n  try: pass\n  finally: return', 'x = 5()', '[[1] [0, 1]]', 'not x is 1', 'None[0]', '"a"["b"]', '[0]["x"]', 'lambda: 1()'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, 'w.py', 'exec')
        except SyntaxError as error:
            print('error', error)
    print(repr(source), [(w.category.__name__, str(w.message), w.filename, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for source in ('x is 1', 'assert (x, 2)', 'f = lambda: 1()', '[0]["x"]'):
        try:
            compile(source, 'w.py', 'exec')
        except SyntaxError as error:
            print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_offset, repr(error.text))
