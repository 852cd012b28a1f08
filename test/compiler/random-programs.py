"""Random programs that exercise the compiler: most of them compile, none of them means anything."""
import random

NAMES = "abcdefgh"
IN_GENERATOR, IN_COROUTINE, IN_ANNOTATION, IN_FUNCTION = 1, 2, 4, 8
CONSTANTS = [
    "0", "1", "-1", "2", "255", "256", "1000", "1.5", "-0.0", "True", "False", "None", "...", "'x'", "''", "b'z'",
    "(1, 2)", "()", "2j", "10 ** 3", "'a' * 3", "(1, 'x', None)", "__debug__",
]  # fmt: skip
OPERATORS = "+ - * / // % ** << >> & | ^ @".split()
COMPARISONS = ["<", ">", "==", "!=", "<=", ">=", "in", "not in", "is", "is not"]


class Programs:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def name(self):
        return self.random.choice(NAMES)

    def one_of(self, *choices):
        return self.random.choice(choices)

    def expression(self, depth, context=0):
        if depth <= 0:
            return self.one_of(self.name(), self.name(), self.random.choice(CONSTANTS))
        e = lambda: self.expression(depth - 1, context)
        name, one_of = self.name, self.one_of
        kinds = [
            lambda: name(),
            lambda: self.random.choice(CONSTANTS),
            lambda: f"({e()} {self.random.choice(OPERATORS)} {e()})",
            lambda: f"({e()} {one_of('and', 'or')} {e()})",
            lambda: f"({e()} and {e()} or {e()})",
            lambda: f"(not {e()})",
            lambda: f"({one_of('-', '~', '+')}{e()})",
            lambda: f"({e()} {self.random.choice(COMPARISONS)} {e()})",
            lambda: f"({e()} < {e()} {one_of('<', 'in', 'is not')} {e()})",
            lambda: f"({e()} if {e()} else {e()})",
            lambda: f"[{e()}, {e()}]",
            lambda: f"({e()}, {e()}, {e()})",
            lambda: f"{{{e()}, {e()}}}",
            lambda: f"{{{e()}: {e()}, {one_of('**' + e(), e() + ': ' + e())}}}",
            lambda: f"{name()}.{name()}",
            lambda: f"{name()}[{e()}]",
            lambda: f"{name()}[{one_of(e(), '')}:{one_of(e(), '')}{one_of(':' + e(), '')}]",
            lambda: f"{name()}({e()}, {one_of('x=' + e(), '*' + e(), e(), '**' + e())})",
            lambda: f"{name()}.{name()}({one_of(e(), '', e() + ', y=' + e(), '*' + e())})",
            lambda: f"[{e()} for {name()} in {e()} {one_of('', 'if ' + e(), f'for {name()} in [{e()}]')}]",
            lambda: f"{{{e()} for {name()} in {e()}}}",
            lambda: f"{{{e()}: {e()} for {name()} in {e()}}}",
            lambda: self.generator_call(depth, context),
            lambda: f"(lambda {one_of('', name(), name() + '=' + e(), '*' + name())}: {e()})",
            lambda: name() if context & IN_ANNOTATION else f"({name()} := {e()})",
            lambda: f"f'{{{name()}}}x{{{name()}!r:>5}}'",
            lambda: f"(yield {e()})" if context & IN_GENERATOR and not context & IN_ANNOTATION else e(),
            lambda: f"(await {e()})" if context & IN_COROUTINE and not context & IN_ANNOTATION else e(),
            lambda: f"'%s-%r' % ({e()}, {e()})",
            lambda: f"[*{e()}, {e()}]",
        ]
        return self.random.choice(kinds)()

    def generator_call(self, depth, context):
        # Asynchronous generator expressions in these calls compile differently in later releases than the oracle's.
        e = lambda: self.expression(depth - 1, context & ~IN_COROUTINE)
        return f"{self.one_of('any', 'all', 'tuple', 'list', '')}({e()} for {self.name()} in {e()})"

    def target(self):
        name = self.name
        return self.one_of(name(), name(), f"{name()}.{name()}", f"{name()}[{name()}]", f"{name()}, {name()}",
                           f"({name()}, *{name()})")  # fmt: skip

    def pattern(self, depth):
        p = lambda: self.pattern(depth - 1)
        if depth <= 0:
            return self.one_of("_", "1", "'x'", "None", "-1", "a.b")
        number = self.random.randrange(1000)
        return self.one_of(f"[{p()}, {p()}]", f"[{p()}, *_]", f"[{p()}, *s{number}, {p()}]", f"{{'k': {p()}}}",
                           f"C({p()}, x={p()})", "(1 | 'q' | None)", f"({p()} as c{number})", f"n{number}")  # fmt: skip

    def block(self, depth, context, indent, in_loop):
        count = self.random.randrange(1, 4)
        return "".join(self.statement(depth, context, indent, in_loop) for _ in range(count))

    def simple_statement(self, context, in_loop):
        e = lambda: self.expression(self.random.randrange(1, 4), context)
        name, one_of = self.name, self.one_of
        can_return = context & IN_FUNCTION
        can_return_value = can_return and context & (IN_COROUTINE | IN_GENERATOR) != IN_COROUTINE | IN_GENERATOR
        return one_of(
            f"{self.target()} = {e()}",
            f"{self.target()} = {e()}",
            e(),
            f"{one_of(name(), name() + '.' + name(), f'{name()}[{name()}:{name()}]')} {one_of(*'+-*/&|')}= {e()}",
            f"del {name()}",
            f"return {e()}" if can_return_value else "return" if can_return else "pass",
            one_of("break", "continue") if in_loop else "pass",
            f"raise {e()}",
            f"assert {e()}, {e()}",
            one_of("import a.b as c", "from a import b, c", "import a.b"),
            f"{name()}: {self.expression(1, IN_ANNOTATION)}{one_of('', ' = ' + e())}",
            f"type {name()}{one_of('', '[T]')} = {self.expression(1, IN_ANNOTATION)}",
        )

    def statement(self, depth, context, indent, in_loop):
        pad = "    " * indent
        if depth <= 0 or self.random.random() < 0.4:
            return f"{pad}{self.simple_statement(context, in_loop)}\n"
        e = lambda: self.expression(self.random.randrange(1, 4), context)
        body = lambda context=context, in_loop=in_loop: self.block(depth - 1, context, indent + 1, in_loop)
        maybe = lambda probability, text: text() if self.random.random() < probability else ""
        name, one_of = self.name, self.one_of
        orelse = lambda: f"{pad}else:\n{body()}"
        is_async = context & IN_COROUTINE
        word = lambda: one_of("async ", "") if is_async else ""
        kinds = [
            lambda: f"{pad}if {e()}:\n{body()}"
            + maybe(0.3, lambda: f"{pad}elif {e()}:\n{body()}")
            + maybe(0.4, orelse),
            lambda: f"{pad}while {one_of(e(), 'True', '1')}:\n{body(in_loop=True)}" + maybe(0.3, orelse),
            lambda: f"{pad}{word()}for {self.target()} in {e()}:\n{body(in_loop=True)}" + maybe(0.3, orelse),
            lambda: f"{pad}try:\n{body()}{pad}finally:\n{body()}",
            lambda: f"{pad}try:\n{body()}{pad}except {one_of('E', '(E, F)')}{one_of('', ' as ' + name())}:\n{body()}"
            + maybe(0.3, orelse)
            + maybe(0.4, lambda: f"{pad}finally:\n{body()}"),
            lambda: f"{pad}try:\n{body()}{pad}except* E{one_of('', ' as ' + name())}:\n{body(context & ~IN_FUNCTION, False)}",
            lambda: f"{pad}{word()}with {e()}{one_of('', ' as ' + name())}{one_of('', ', ' + name())}:\n{body()}",
            lambda: self.function(depth, indent),
            lambda: f"{pad}class {name()}{one_of('', '(a)', '(a, metaclass=b)', '[T]', '[T](a)')}:\n{body(0, False)}",
            lambda: f"{pad}match {e()}:\n"
            + "".join(
                f"{pad}    case {self.pattern(2)}{one_of('', ' if ' + e())}:\n"
                + self.block(depth - 1, context, indent + 2, in_loop)
                for _ in range(self.random.randrange(1, 4))
            ),
        ]
        return self.random.choice(kinds)()

    def function(self, depth, indent):
        pad = "    " * indent
        one_of, name = self.one_of, self.name
        context = IN_FUNCTION | one_of(0, 0, IN_GENERATOR) | one_of(0, 0, IN_COROUTINE)
        annotation = one_of("", f": {self.expression(1, IN_ANNOTATION)}")
        parameters = one_of("", "a", f"a, b={self.expression(1)}", "*a, b=1, **c", f"a, /, b{annotation}")
        return (
            one_of("", "", f"{pad}@{name()}\n")
            + f"{pad}{'async ' if context & IN_COROUTINE else ''}def {name()}"
            + one_of("", "", "[T]", "[T: int]", "[*T]")
            + f"({parameters}){one_of('', ' -> ' + name())}:\n"
            + one_of("", f"{pad}    'doc'\n", f"{pad}    global g\n")
            + self.block(depth - 1, context, indent + 1, False)
        )

    def program(self):
        return "".join(self.statement(self.random.randrange(1, 5), 0, 0, False) for _ in range(3))
