"""Opcode facts of the running CPython as JSON: any version from 2.7 on, so nothing newer than 2.7 is used here.

An opcode is [number, flags, inline cache entries]. Flags: a argument, c constant, n name, j relative jump, J absolute
jump, l local variable, f free variable or cell, o comparison.
"""
import dis, json, opcode, sys


def optional(module, name, default=()):
    return getattr(module, name, default)


def cache_format():
    return {n: [list(field) for field in fields.items()] for n, fields in optional(opcode, "_cache_format", {}).items()}


def specializations():
    if hasattr(opcode, "_specialized_opmap"):
        return dict(opcode._specialized_opmap)
    families = optional(opcode, "_specializations", {})
    numbers = optional(dis, "_all_opmap", {})
    return dict((n, numbers[n]) for family in families.values() for n in family if n in numbers and n not in opcode.opmap)


def base_of():
    return dict((name, base) for base, family in optional(opcode, "_specializations", {}).items() for name in family)


def has_argument(number):
    if hasattr(opcode, "hasarg"):
        return number in opcode.hasarg
    return number >= opcode.HAVE_ARGUMENT


def flags(number):
    letters = "a" if has_argument(number) else ""
    if number in opcode.hasconst: letters += "c"
    if number in opcode.hasname: letters += "n"
    jumps = optional(opcode, "hasjump", ())
    if number in opcode.hasjabs: letters += "J"
    elif number in opcode.hasjrel or number in jumps: letters += "j"
    if number in opcode.haslocal: letters += "l"
    if number in opcode.hasfree: letters += "f"
    if number in opcode.hascompare: letters += "o"
    return letters


caches = cache_format()
table = {}
for name, number in opcode.opmap.items():
    if number < 256:
        table[name] = [number, flags(number), sum(size for _, size in caches.get(name, ()))]
facts = {
    "source": {"python": sys.version.split()[0], "checked": True},
    "opcodes": dict(sorted(table.items(), key=lambda item: item[1][0])),
    "comparisons": list(opcode.cmp_op),
}
if caches: facts["caches"] = caches
special = specializations()
if special: facts["specialized"] = dict((n, [special[n], base_of()[n]]) for n in sorted(special, key=special.get))
try:
    import _opcode
except ImportError:
    _opcode = None
operators = _opcode.get_nb_ops() if hasattr(_opcode, "get_nb_ops") else optional(opcode, "_nb_ops")
if operators: facts["operators"] = [text for _, text in operators]
for number, getter in (("1", "get_intrinsic1_descs"), ("2", "get_intrinsic2_descs")):
    names = getattr(_opcode, getter)() if hasattr(_opcode, getter) else optional(opcode, "_intrinsic_%s_descs" % number)
    if names: facts["intrinsics" + number] = list(names)
if hasattr(_opcode, "get_special_method_names"): facts["specialMethods"] = list(_opcode.get_special_method_names())
if hasattr(dis, "_common_constants"):
    facts["commonConstants"] = [c.__name__ if isinstance(c, type) else repr(c) for c in dis._common_constants]


# One line for each opcode, in the same order from every Python.
order = ["source", "comparisons", "opcodes", "caches", "specialized", "operators", "intrinsics1", "intrinsics2",
         "specialMethods", "commonConstants"]
lines = []
for key in order:
    if key not in facts: continue
    value = facts[key]
    if key in ("opcodes", "specialized"): items = sorted(value.items(), key=lambda item: item[1][0])
    elif key in ("caches", "source"): items = sorted(value.items())
    else: items = None
    if items is None: lines.append(" %s: %s" % (json.dumps(key), json.dumps(value)))
    else:
        inner = ",\n".join("  %s: %s" % (json.dumps(k), json.dumps(v)) for k, v in items)
        lines.append(" %s: {\n%s\n }" % (json.dumps(key), inner))
sys.stdout.write("{\n%s\n}\n" % ",\n".join(lines))
