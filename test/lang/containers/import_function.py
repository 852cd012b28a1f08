"""__import__ and relative imports."""
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, getattr(function(*args, **kwargs), "__name__", "?"))
    except BaseException as error:
        print(label, type(error).__name__, error)


attempt("plain", __import__, "os.path")
attempt("fromlist", __import__, "os.path", fromlist=["join"])
attempt("fromlist", __import__, "collections", fromlist=("abc",))
attempt("missing", __import__, "no_such_module_anywhere")
attempt("missing", __import__, "os.no_such")
attempt("missing", __import__, "collections.no_such")
attempt("empty", __import__, "")
attempt("type", __import__, 5)
attempt("none", __import__)
attempt("level", __import__, "x", level=-1)
attempt("relative", __import__, "x", {}, {}, [], 1)
attempt("relative", __import__, "x", None, None, [], 1)
attempt("relative", __import__, "abc", {"__package__": "collections"}, None, ["Mapping"], 1)
attempt("relative", __import__, "abc", {"__package__": "collections"}, None, [], 1)
attempt("relative", __import__, "", {"__package__": "collections"}, None, ["abc"], 1)
attempt("relative", __import__, "x", {"__package__": "collections"}, None, [], 2)
attempt("relative", __import__, "x", {"__package__": 5}, None, [], 1)
attempt("relative", __import__, "abc", {"__name__": "collections", "__path__": [], "__package__": None}, None, ["x"], 1)
try:
    from . import sibling
except ImportError as error:
    print(error)
try:
    from os import nothing_like_that
except ImportError as error:
    print(str(error).split("(")[0], error.name, error.name_from)
try:
    import os.path.deeper
except ImportError as error:
    print(error, error.name)
sys.modules["blocked_module"] = None
attempt("blocked", __import__, "blocked_module")
fake = type(sys)("fake_module")
fake.value = 5
sys.modules["fake_module"] = fake
import fake_module

print(fake_module.value, fake_module is fake)
del sys.modules["fake_module"], sys.modules["blocked_module"]
