"""eval, exec, compile, globals, locals, vars, dir."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except BaseException as error:
        print(label, type(error).__name__, error)


x = 10
print(eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval("  \t x"), eval(b"x"), eval(compile("x*2", "f", "eval")))
attempt("eval", eval, "x +")
attempt("eval", eval, "x = 1")
attempt("eval", eval, 5)
attempt("eval", eval, "zz")
attempt("eval", eval, "x", 5)
attempt("eval", eval, "x", {}, 5)
attempt("eval", eval, "x", globals=None, locals={"x": "local"})
attempt("eval", eval, "a\0b")
attempt("exec", exec, 5)
attempt("exec", exec, "x", 5)
attempt("exec", exec, "x", {}, 5)
attempt("exec", exec, "1 +")
attempt("exec", exec, "pass", closure=5)
namespace = {}
exec("a = 1\ndef f(): return a\nclass C: b = a", namespace)
print(sorted(k for k in namespace if k != "__builtins__"), namespace["f"](), "__builtins__" in namespace, namespace["C"].b)
local = {}
exec("y = 5; z = x", {"x": 1}, local)
print(local)


def function(p, q=2):
    r = 3
    exec("r = 100; s = 1")
    before = dict(locals())
    value = eval("p + q + r")
    snapshot = locals()
    snapshot["p"] = "changed"
    return before, value, p, sorted(locals())


print(function(1))


def closure():
    captured = 1

    def inner():
        return sorted(locals()), captured

    return inner


print(closure()())
print([sorted(locals()) for _ in range(1)] != [], (lambda a, b=1: locals())(5))


class Body:
    first = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    second = vars().get("first")


print(Body.names, Body.second)
attempt("compile", compile, "x", "f", "bad")
attempt("compile", compile, "x", "f")
attempt("compile", compile, 5, "f", "exec")
attempt("compile", compile, "x", 5, "exec")
attempt("compile", compile, "x", "f", "exec", flags=1 << 40)
attempt("compile", compile, "x", "f", "exec", flags=8)
attempt("compile", compile, "x", "f", "exec", optimize=5)
attempt("compile", compile, "if 1:\npass", "f", "exec")
attempt("compile", compile, "x y", "f", "eval")
attempt("compile", compile, "func", "f", "func_type")
code = compile("assert 0, 'x'\n'doc'", "name.py", "exec", optimize=0)
print(code.co_filename, code.co_name, code.co_consts)
attempt("assert", exec, code)
exec(compile("assert 0", "name.py", "exec", optimize=1))
attempt("single", exec, compile("1 + 1\n", "s", "single"))
print(compile("from __future__ import annotations", "f", "exec").co_flags & 0x1000000 != 0)


def with_free():
    value = 7

    def inner():
        return value

    return inner


inner = with_free()
attempt("free", eval, inner.__code__)
attempt("free", exec, inner.__code__)
attempt("closure", exec, inner.__code__, closure=inner.__closure__)
attempt("closure", exec, inner.__code__, closure=())
attempt("closure", exec, compile("1", "f", "exec"), closure=())
print(sorted(n for n in dir() if n.startswith("n")), "x" in globals(), globals() is locals(), vars() is globals())
exec("global_from_exec = 1")
print(global_from_exec)


class Mapping(dict):
    def __getitem__(self, key):
        return key.upper()


print(eval("abc + d", {}, Mapping()), eval("[i for i in range(2)]", {}, {}))
attempt("builtins", eval, "len", {"__builtins__": {}})
print(eval("__builtins__ is not None"), eval("len([1])", {"__builtins__": {"len": lambda v: "mine"}}))
try:
    exec("def f():\n    raise ValueError('inside')\nf()")
except ValueError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_filename.rsplit("/")[-1], tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
attempt("nested", eval, "eval('1 + 1')")
attempt("depth", eval, "(" * 50 + "1" + ")" * 50)
