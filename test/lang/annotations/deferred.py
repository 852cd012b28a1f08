"""Deferred annotations: evaluation on demand, formats, __annotate__, forward references, conditional annotations."""
import annotationlib
from annotationlib import Format, ForwardRef, get_annotations


class Node:
    value: int
    next: Node | None
    undefined: list[Missing]
    if True:
        conditional: str = 'x'
    else:
        never: str

    def method(self, other: Node, *rest: Missing.attribute, flag: bool = False) -> Later: ...


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(attempt(lambda: Node.__annotations__), Node.__annotate__.__name__, Node.conditional)
print(get_annotations(Node, format=Format.STRING))
forward = get_annotations(Node, format=Format.FORWARDREF)
print(forward['value'], forward['next'], type(forward['undefined']).__name__, forward['conditional'])
print(get_annotations(Node.method, format=Format.STRING), attempt(lambda: Node.method.__annotations__))
class Later: pass
class Missing: attribute = 'attr'
print(Node.__annotations__, Node.__annotations__ is Node.__annotations__)
print(Node.method.__annotations__)


def f(a: (print('evaluated a'), int)[1], b: 1 / 0 = 2) -> 'text': return a


print(f(1), attempt(lambda: f.__annotations__), f.__annotate__(Format.STRING) if False else 'skip', f.__annotate__.__name__)
print(attempt(lambda: f.__annotate__(2)), attempt(lambda: f.__annotate__('x')), callable(f.__annotate__))
f.__annotations__ = {'new': 1}
print(f.__annotations__, f.__annotate__)
f.__annotate__ = lambda format: {'from': format}
print(f.__annotations__)
del f.__annotations__
print(attempt(lambda: f.__annotations__), attempt(lambda: setattr(f, '__annotations__', 1)), attempt(lambda: setattr(f, '__annotate__', 1)))

x: int = 1
y: undeclared
z: 'quoted' = 3
(parenthesised): int = 4
Node.value: float
print(attempt(lambda: __annotations__), __annotate__(Format.VALUE) if False else sorted(annotationlib.call_annotate_function(__annotate__, Format.STRING).items()))


def local():
    a: undefined_but_never_evaluated = 5
    b: int
    try:
        b
    except UnboundLocalError as error:
        print(error)
    return a


print(local())


class Base:
    inherited: int


class Derived(Base): pass


print(Derived.__annotations__, get_annotations(Derived), 'inherited' in Base.__annotations__, Base().__annotations__ if hasattr(Base(), '__annotations__') else 'none on instances')


class Meta(type):
    meta: int


class WithMeta(metaclass=Meta): pass


print(WithMeta.__annotations__, Meta.__annotations__)
ref = ForwardRef('list[Thing]')
print(ref, attempt(ref.evaluate), ref.evaluate(globals={'Thing': int}), ref == ForwardRef('list[Thing]'))
if x:
    when: str = 'taken'
else:
    when_not: str = 'not'
for i in range(2):
    looped: int = i
print(sorted(annotationlib.call_annotate_function(__annotate__, Format.STRING)))
lambda_default = lambda q=(w := 5): q
print(lambda_default(), w, lambda_default.__annotations__)
print(annotationlib.annotations_to_string({'a': int, 'b': 'text', 'c': list[str]}), annotationlib.type_repr(int), annotationlib.type_repr(print))
