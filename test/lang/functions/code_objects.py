"""Code objects: attributes, co_lines, co_positions, replace, equality."""


def f(a, b, /, c, *args, d, **kwargs):
    x = a
    if x:
        return [y for y in args]
    for i in c:
        print(i)
    return lambda: x + d


code = f.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals)
print(code.co_varnames, code.co_cellvars, code.co_freevars, code.co_names)
print(code.co_stacksize, code.co_flags, type(code.co_code).__name__, len(code.co_code))
first = code.co_firstlineno
print([(start, end, line and line - first) for start, end, line in code.co_lines()])
print([(line and line - first, end_line and end_line - first, column, end_column)
       for line, end_line, column, end_column in code.co_positions()][:12])
print(list(code.co_branches()))
print(len(code.co_linetable) > 10, type(code.co_exceptiontable).__name__)
print([code._varname_from_oparg(i) for i in range(3)])
renamed = code.replace(co_name='g', co_firstlineno=10)
print(renamed.co_name, renamed.co_firstlineno, renamed == code, code.replace() == code, hash(code.replace()) == hash(code))


def simple(x):
    return x + 1


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


simple.__code__ = simple.__code__.replace(co_consts=tuple(100 if c == 1 else c for c in simple.__code__.co_consts))
print(simple(1))
s = simple.__code__
attempt(lambda: s.replace(co_x=1))
attempt(lambda: s.replace(co_flags='a'))
attempt(lambda: s.replace(1))
attempt(lambda: s.replace(co_consts=1))
attempt(lambda: s.replace(co_nlocals=4))
attempt(lambda: s.replace(co_code=b'1'))
attempt(lambda: s._varname_from_oparg(9))
attempt(lambda: type(s)())
attempt(lambda: setattr(s, 'co_name', 'x'))
CodeType = type(s)
made = CodeType(s.co_argcount, 0, 0, s.co_nlocals, s.co_stacksize, s.co_flags, s.co_code, s.co_consts, s.co_names, s.co_varnames,
                'file.py', 'made', 'made', 1, s.co_linetable, s.co_exceptiontable, (), ())
print(made.co_filename, made.co_name, type(simple)(made, {})(5))
print([type(c).__name__ for c in code.co_consts])
