"""Describes the builtins, and the types that the language itself makes: a JSON object of a line for each name.

A line has what the name stands for (its type), its signature, and its docstring.
"""

import builtins
import inspect
import json
import sys
import types

TYPES = {f"types.{name}": value for name, value in vars(types).items() if isinstance(value, type)}
TYPES |= {
    f"<{type(value).__name__}>": type(value)
    for value in (
        iter([]), iter(()), iter(""), iter("\u20ac"), iter(b""), iter(bytearray()), iter({}), iter({}.keys()), iter({}.values()),
        iter({}.items()), iter(set()), iter(range(0)), iter(range(2**70)), reversed([]), reversed({}), reversed({}.values()),
        reversed({}.items()), {}.keys(), {}.values(), {}.items(), iter(int, 0), memoryview(b""), iter(memoryview(b"")),
        enumerate([]), zip(), map(int, []), filter(None, []), super(int), slice(0), type.__dict__, t"", iter(t""),
        (lambda: 0).__code__.co_positions(), (lambda: 0).__code__.co_lines(), int | str, list[int], iter(list[int]),
    )
}  # fmt: skip


def described(value):
    kind = type(value).__name__
    signature = getattr(value, "__text_signature__", None)
    try:
        shown = str(inspect.signature(value)).replace(str(sys.maxsize), "sys.maxsize") if callable(value) else None
    except (ValueError, TypeError):
        shown = "none"
    doc = getattr(value, "__doc__", None)
    if not isinstance(doc, str):
        doc = None
    plain = value if isinstance(value, (int, str, bool, type(None))) else None
    return [kind, signature, shown, doc, repr(plain)]


def describe():
    found = {}
    for name, value in vars(builtins).items():
        if name not in ("___EvalCodeResultException", "__loader__", "__spec__", "_", "exit", "quit", "copyright", "credits", "license", "help"):
            found[name] = described(value)
            if isinstance(value, type):
                TYPES.setdefault(name, value)
    for type_name, type_ in TYPES.items():
        # Classes of the library are what they are.
        if type_.__flags__ & 1 << 9 and type_.__module__ != "builtins":
            continue
        found[type_name] = described(type_)
        found[f"{type_name}: bases"] = [base.__name__ for base in type_.__mro__]
        for name, value in vars(type_).items():
            if name not in ("__doc__", "__module__"):
                found[f"{type_name}.{name}"] = described(value)
    return json.dumps(found)


if __name__ == "__main__":
    print(describe())
