"""except* and exception groups."""


def run(error, *handlers):
    caught = []
    try:
        try:
            raise error
        except* ValueError as group:
            caught.append(('ValueError', group.exceptions))
        except* (TypeError, KeyError) as group:
            caught.append(('TypeError/KeyError', group.exceptions))
    except BaseException as rest:
        print(caught, '| rest', repr(rest))
    else:
        print(caught)


run(ValueError('naked'))
run(OSError('naked'))
run(ExceptionGroup('eg', [ValueError(1), TypeError(2)]))
run(ExceptionGroup('eg', [ValueError(1), OSError(2), KeyError(3)]))
run(ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [ValueError(2), OSError(3)])]))
run(BaseExceptionGroup('beg', [ValueError(1), KeyboardInterrupt()]))


def raising():
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError('new')
    except* TypeError:
        raise


try:
    raising()
except ExceptionGroup as group:
    print(repr(group))
    for e in group.exceptions:
        print('  ', repr(e), repr(e.__context__))


def reraising():
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* OSError:
        pass


try:
    reraising()
except ExceptionGroup as group:
    print(repr(group))

try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except* 5:
        pass
except TypeError as error:
    print(error)


def flow():
    for i in range(3):
        try:
            if i == 1:
                raise ValueError(i)
        except* ValueError as e:
            print('handled', e.exceptions)
        else:
            print('else', i)
        finally:
            print('finally', i)


flow()
group = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])])
match, rest = group.split(ValueError)
print(repr(match), repr(rest))
print(repr(group.subgroup(lambda e: isinstance(e, TypeError))))
