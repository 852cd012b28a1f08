"""Code objects as JSON; describe-code.ts does the same to ours, to the letter."""
import json
import types


def describe_constant(value):
    match value:
        case None | bool():
            return {"singleton": str(value)}
        case types.EllipsisType():
            return {"singleton": "Ellipsis"}
        case int():
            return {"int": format(value, "x")}
        case float():
            return {"float": repr(value)}
        case complex():
            return {"complex": [repr(value.real), repr(value.imag)]}
        case str():
            return {"str": value if value.isascii() else [ord(char) for char in value]}
        case bytes():
            return {"bytes": value.hex()}
        case tuple():
            return {"tuple": [describe_constant(item) for item in value]}
        case frozenset():
            return {"frozenset": sorted(dump(describe_constant(item)) for item in value)}
        case slice():
            return {"slice": [describe_constant(item) for item in (value.start, value.stop, value.step)]}
        case types.CodeType():
            return describe_code(value)
    raise TypeError(type(value))


def describe_code(code):
    return {
        "co_name": code.co_name,
        "co_qualname": code.co_qualname,
        "co_firstlineno": code.co_firstlineno,
        "co_argcount": code.co_argcount,
        "co_posonlyargcount": code.co_posonlyargcount,
        "co_kwonlyargcount": code.co_kwonlyargcount,
        "co_flags": code.co_flags,
        "co_stacksize": code.co_stacksize,
        "co_names": code.co_names,
        "co_varnames": code.co_varnames,
        "co_cellvars": code.co_cellvars,
        "co_freevars": code.co_freevars,
        "co_code": code.co_code.hex(),
        "co_linetable": code.co_linetable.hex(),
        "co_exceptiontable": code.co_exceptiontable.hex(),
        "co_consts": [describe_constant(value) for value in code.co_consts],
    }


def dump(description):
    return json.dumps(description, separators=(",", ":"), ensure_ascii=False)


def compiled(source, mode="exec", optimize=0, flags=0):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dump(describe_code(compile(source, "<test>", mode, flags, True, optimize)))
