"""Context variables."""
from contextvars import ContextVar, Context, Token, copy_context


def attempt(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(label, result if not hasattr(result, "var") else "token")
    except Exception as error:
        print(label, type(error).__name__, str(error).split(" at 0x")[0])


v = ContextVar("v")
w = ContextVar("w", default=5)
attempt("unset", v.get)
attempt("default", v.get, "given")
attempt("default", w.get)
attempt("default", w.get, 6)
t1 = v.set(1)
t2 = v.set(2)
print(v.get(), t1.old_value is Token.MISSING, t2.old_value, t1.var is v, repr(Token.MISSING))
v.reset(t2)
print(v.get())
attempt("reuse", v.reset, t2)
attempt("other variable", w.reset, t1)
attempt("not token", v.reset, 5)
ctx = copy_context()
print(ctx[v], v in ctx, w in ctx, len(ctx), list(ctx) == [v], ctx.get(w), ctx.get(w, 9), list(ctx.values()), ctx == copy_context())


def inside(value):
    v.set(value)
    w.set("inner")
    return v.get(), copy_context() == ctx


print(ctx.run(inside, 10), v.get(), w.get(), ctx[v], ctx[w], len(ctx))
attempt("re-enter", ctx.run, ctx.run, print)
attempt("other context", ctx.run, v.reset, t1)
attempt("key", lambda: ctx["v"])
attempt("key", lambda: ctx[ContextVar("new")])
attempt("contains", lambda: 5 in ctx)
attempt("args", Context, 1)
attempt("args", ContextVar)
attempt("args", ContextVar, 1)
attempt("args", ctx.run)
attempt("token", Token)
attempt("hash", hash, ctx)
print(Context() == Context(), len(Context()), ctx.copy() == ctx, ctx.copy() is ctx, v.name, ContextVar[int], Token[str])
with w.set("with") as token:
    print(w.get(), token.var is w)
print(w.get(), str(v).split(" at ")[0], str(w).split(" at ")[0], str(t1).split(" at ")[0], str(t2).split(" at ")[0])


def generator():
    yield v.get()
    v.set("from generator")
    yield v.get()


g = generator()
print(next(g), next(g), v.get())
