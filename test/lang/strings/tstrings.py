"""Template string literals."""

x, name = 3, 'n'
t = t'a{x}b{name!r:>5}c'
print(type(t).__name__, t.strings, t.values)
for part in t:
    print(repr(part))
i = t.interpolations[1]
print(i.value, i.expression, i.conversion, i.format_spec)
print(t'{x}{name}'.strings, [type(p).__name__ for p in t'{x}{name}'])
print(t'plain'.strings, t''.strings, t''.interpolations, list(t''))
print((t'a{x}' + t'b{name}').strings)
print(t'{x=}'.strings, t'{x=}'.interpolations[0].conversion)
print(t'{x:{name}}'.interpolations[0].format_spec, t'{x + 1}'.interpolations[0].expression)
for other in ('s', 5):
    try:
        t + other
    except TypeError as error:
        print(error)
try:
    's' + t
except TypeError as error:
    print(error)
print(t'nested {t"{x}"}'.values[0].values)
Template, Interpolation = type(t), type(i)
print(Template('a', 'b', Interpolation(1), Interpolation(2, 'x', 'r', '>3'), 'c'))
for bad in (lambda: Template(1), lambda: Interpolation(1, 2), lambda: Interpolation(1, 'a', 'x'), lambda: Template(a=1)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
match i:
    case Interpolation(value, expression, conversion, spec):
        print(value, expression, conversion, spec)
try:
    t.strings = 1
except AttributeError as error:
    print(error)
