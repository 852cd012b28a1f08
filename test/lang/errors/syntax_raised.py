"""Uncaught: a SyntaxError from compile with text and ranges."""
source = '''def f():
    x = 1
    return x +* 2
'''
try:
    compile('a = = b', 'one.py', 'exec')
except SyntaxError:
    compile(source, 'two.py', 'exec')
