"""Facts about the running CPython as one JSON text: AST nodes, opcodes, tokens."""
import ast, json, opcode, _opcode, token, sys, dis, importlib.util


def type_text(t):
    """The ASDL spelling of a field's type: name, name? or name*."""
    import types
    if isinstance(t, types.GenericAlias):
        return t.__args__[0].__name__ + "*"
    if isinstance(t, types.UnionType):
        inner = [a for a in t.__args__ if a is not type(None)]
        return inner[0].__name__ + "?"
    return t.__name__


def ast_facts():
    sums, products = {}, {}
    skip = {"AST", "mod", "slice", "Num", "Str", "Bytes", "NameConstant", "Ellipsis", "Index", "ExtSlice",
            "Suite", "AugLoad", "AugStore", "Param"}
    for name, cls in vars(ast).items():
        if not (isinstance(cls, type) and issubclass(cls, ast.AST)) or cls is ast.AST:
            continue
        if cls.__module__ != "ast" or name in {"slice", "Index", "ExtSlice", "Suite", "AugLoad", "AugStore", "Param"}:
            continue
        base = cls.__base__
        entry = {
            "fields": [[f, type_text(cls._field_types[f])] for f in cls._fields],
            "attributes": list(cls._attributes),
        }
        if base is ast.AST:
            if cls.__subclasses__():
                sums.setdefault(name, {"attributes": list(cls._attributes), "constructors": {}})
            else:
                products[name] = entry
        else:
            sums.setdefault(base.__name__, {"attributes": list(base._attributes), "constructors": {}})
            sums[base.__name__]["constructors"][name] = entry["fields"]
    return {"sums": sums, "products": products}


def opcode_facts():
    caches = _opcode_metadata_caches()
    table = {}
    for name, op in opcode.opmap.items():
        table[name] = {
            "opcode": op,
            "caches": caches.get(name, 0),
            "arg": _opcode.has_arg(op),
            "const": _opcode.has_const(op),
            "name": _opcode.has_name(op),
            "jump": _opcode.has_jump(op),
            "free": _opcode.has_free(op),
            "local": _opcode.has_local(op),
            "exc": _opcode.has_exc(op),
        }
    return {
        "magic": int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little"),
        "opcodes": table,
        "specialized": dict(sorted(opcode._specialized_opmap.items(), key=lambda kv: kv[1])),
        "specializations": opcode._specializations,
        "nb_ops": [list(pair) for pair in _opcode.get_nb_ops()],
        "intrinsic1": _opcode.get_intrinsic1_descs(),
        "intrinsic2": _opcode.get_intrinsic2_descs(),
        "special_methods": list(_opcode.get_special_method_names()),
        "common_constants": [getattr(c, "__name__", repr(c)) for c in dis._common_constants],
    }


def _opcode_metadata_caches():
    return {name: sum(fields.values()) for name, fields in opcode._cache_format.items()}


def token_facts():
    return {
        "tokens": {name: number for number, name in sorted(token.tok_name.items())},
        "exact": dict(sorted(token.EXACT_TOKEN_TYPES.items())),
        "keywords": __import__("keyword").kwlist,
        "softKeywords": __import__("keyword").softkwlist,
    }


json.dumps({
    "stamp": {"python": sys.version.split()[0], "implementation": sys.implementation.name},
    "ast": ast_facts(),
    "opcodes": opcode_facts(),
    "tokens": token_facts(),
})
