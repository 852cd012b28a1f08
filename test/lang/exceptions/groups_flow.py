"""except*: splitting, nesting, raising inside, mixing, and ExceptionGroup methods."""


def show(group, indent=0):
    pad = '  ' * indent
    if isinstance(group, BaseExceptionGroup):
        print(f'{pad}{type(group).__name__}({group.message!r})', getattr(group, '__notes__', ''))
        for e in group.exceptions:
            show(e, indent + 1)
    else:
        print(f'{pad}{group!r}')


def run(raised):
    try:
        try:
            raise raised
        except* (TypeError, KeyError) as eg:
            print('types:', eg.exceptions)
        except* OSError as eg:
            print('os:', eg.exceptions)
            raise RuntimeError('while handling') from eg
        except* ValueError:
            print('values')
        else:
            print('else')
        finally:
            print('finally')
    except BaseException as rest:
        print('left:')
        show(rest, 1)
        print('cause', type(rest.__cause__).__name__, 'context', type(rest.__context__).__name__)


run(ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)]))
run(ExceptionGroup('g', [ValueError(1), ExceptionGroup('inner', [OSError(2), ZeroDivisionError(3)])]))
run(ValueError('naked'))
run(IndexError('unmatched'))
run(BaseExceptionGroup('b', [KeyboardInterrupt(), TypeError()]))


def reraise():
    try:
        try:
            raise ExceptionGroup('outer', [ValueError('v'), TypeError('t')])
        except* ValueError as eg:
            raise
        except* TypeError as eg:
            raise KeyError('new')
    except ExceptionGroup as eg:
        show(eg)


reraise()
tree = ExceptionGroup('root', [ValueError('a'), ExceptionGroup('mid', [TypeError('b'), ValueError('c'), ExceptionGroup('leaf', [OSError('d')])])])
tree.add_note('a note')
matched, rest = tree.split(ValueError)
show(matched)
show(rest)
show(tree.subgroup(lambda e: isinstance(e, OSError)))
print(tree.subgroup(KeyError), tree.split(Exception)[1], tree.subgroup((TypeError, OSError)).exceptions[0].message)
show(tree.derive([ZeroDivisionError()]))
print(repr(tree), str(tree))


class Custom(ExceptionGroup):
    def __new__(cls, message, exceptions, code=0):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Custom(self.message, exceptions, self.code)


c = Custom('custom', [ValueError(), TypeError()], 7)
m, r = c.split(TypeError)
print(type(m).__name__, m.code, r.code, c.args)
for bad in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', 1), lambda: ExceptionGroup('x', [1]), lambda: ExceptionGroup(1, [ValueError()]),
            lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup('x')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup('x', [ValueError()])).__name__, type(BaseExceptionGroup('x', [SystemExit()])).__name__)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
for i in range(3):
    try:
        raise ExceptionGroup('loop', [ValueError(i)])
    except* ValueError as eg:
        print(i, eg.exceptions)
