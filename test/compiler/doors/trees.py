"""Trees that a program has changed: what compiling them gives. Run by the oracle and by `taipan`, which must agree."""
import ast
import warnings

PROGRAMS = [
    'x = 1', 'x: int = 1', 'x += 1', 'def f(a, b=1, *c, d=2, **e) -> int: return a', 'class A(B, c=1): pass',
    'for x in y: pass\nelse: z', 'while x: break', 'if x: y\nelif z: w', 'with a as b, c: pass', 'try: x\nexcept A as e: y\nelse: z\nfinally: w',
    'try: x\nexcept* A: y', 'import a.b as c, d', 'from ..a import b as c', 'global x', 'del a, b[0]', 'assert x, y', 'raise x from y',
    'lambda a, *b: a', '[x for x in y if z]', '{a: b for c in d}', '{*a, *b}', '(x async for x in y)', 'f(a, *b, c=d, **e)', 'a.b[c:d:e]',
    'a < b < c', 'a and b or c', 'not -a', 'a if b else c', 'f"{a!r:>{b}}"', 't"{a}"', '(a := b)', 'async def f(): await x', 'def f(): yield x',
    'def f(): yield from x', 'match x:\n case [1, *a, {"k": v, **r}] if g: pass\n case A(b, c=d) | -1: pass\n case None as n: pass',
    'type X[T: int = str, *U, **V] = T', 'def f[T](): pass', '@d\nasync def f(): pass', 'a, *b = c', '...', '"doc"', 'b"x"', '1.5j', 'None', '"a" "b"',
]


class Numbers:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % limit


def replacements(numbers):
    return [
        None, 1, 'name', b'bytes', 1.5, [], [None], [1], True, ..., (), (1, 'a', None), frozenset({1}), {}, object, -1, 2**70, 'None', 'True', '__debug__', '', 'a b',
        ast.Name('x', ast.Load()), ast.Name('x', ast.Store()), ast.Name('None', ast.Load()), ast.Constant(1), ast.Constant([]), ast.Constant((1, [2])),
        ast.Pass(), ast.Expr(ast.Constant(1)), ast.Load(), ast.Store(), ast.Del(), ast.Add(), ast.And(), ast.Not(), ast.Eq(),
        ast.arguments(), ast.arg('x'), ast.keyword('x', ast.Constant(1)), ast.alias('x'), ast.Starred(ast.Name('x', ast.Load()), ast.Load()),
        [ast.Constant(1)], [ast.Pass()], [ast.Name('x', ast.Store())], [ast.Name('x', ast.Load())], [ast.arg('x')], [ast.keyword(None, ast.Constant(1))],
        ast.Return(ast.Constant(1)), ast.Break(), [ast.Break()], ast.MatchValue(ast.Constant(1)), ast.MatchAs(), [ast.MatchStar()], ast.MatchAs(ast.MatchAs(), None),
        ast.MatchSingleton(1), ast.MatchOr([ast.MatchAs()]), ast.Slice(), ast.JoinedStr([]), ast.FormattedValue(ast.Constant(1), 5), ast.TypeVar('T'),
        ast.Tuple([], ast.Load()), ast.Tuple([ast.Constant(1)], ast.Store()), ast.Dict([None], []), ast.Compare(ast.Constant(1), [], []), ast.BoolOp(ast.And(), []),
        ast.Call(), ast.Lambda(), ast.comprehension(), [ast.comprehension()], ast.withitem(), ast.ExceptHandler(), [ast.ExceptHandler()], ast.Yield(), ast.Await(ast.Constant(1)), ast.Interactive([]), ast.Expression(ast.Constant(1)),
    ]


def changed(source, numbers):
    tree = ast.parse(source)
    for _ in range(1 + numbers.below(2)):
        nodes = list(ast.walk(tree))
        node = nodes[numbers.below(len(nodes))]
        fields = list(node._fields)
        kind = numbers.below(8)
        if kind == 0:
            attributes = [a for a in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') if hasattr(node, a)]
            if attributes:
                setattr(node, attributes[numbers.below(len(attributes))], [None, -1, 0, 'a', 2**40, 1.5, 10**6, 99][numbers.below(8)])
        elif fields:
            field = fields[numbers.below(len(fields))]
            if kind == 1:
                try:
                    delattr(node, field)
                except AttributeError:
                    pass
            elif kind == 2 and isinstance(getattr(node, field, None), list):
                del getattr(node, field)[:]
            elif kind == 3 and isinstance(getattr(node, field, None), list):
                choices = replacements(numbers)
                getattr(node, field).insert(0, choices[numbers.below(len(choices))])
            else:
                choices = replacements(numbers)
                setattr(node, field, choices[numbers.below(len(choices))])
    return tree


def outcome(tree, mode, flags):
    try:
        ast.fix_missing_locations(tree)
    except Exception as e:
        return 'fix ' + type(e).__name__
    try:
        code = compile(tree, '<tree>', mode, flags, True)
    except (SyntaxError) as e:
        return f'SyntaxError {e.msg} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset}'
    except Exception as e:
        return f'{type(e).__name__} {e}'
    if flags:
        try:
            return ast.dump(code, include_attributes=True)
        except Exception as e:
            return 'dump ' + type(e).__name__
    return f'ok {code.co_code.hex()} {code.co_linetable.hex()} {code.co_names} {len(code.co_consts)}'


def outcomes(first, count):
    warnings.simplefilter('ignore')
    lines = []
    for i in range(first, first + count):
        numbers = Numbers(i * 7919 + 1)
        numbers.below(2)
        tree = changed(PROGRAMS[i % len(PROGRAMS)], numbers)
        flags = [0, 0, 0, ast.PyCF_ONLY_AST, ast.PyCF_OPTIMIZED_AST][numbers.below(5)]
        lines.append(ascii((i, flags, outcome(tree, ['exec', 'exec', 'exec', 'eval', 'single'][numbers.below(5)], flags))))
    return '\n'.join(lines)
