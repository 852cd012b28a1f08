"""Order of try, except, else and finally; control flow out of them."""


def trace(kind):
    log = []
    try:
        log.append('try')
        if kind == 'raise':
            raise ValueError
        if kind == 'other':
            raise KeyError
        if kind == 'return':
            return log
    except ValueError:
        log.append('except')
    else:
        log.append('else')
    finally:
        log.append('finally')
    log.append('end')
    return log


print(trace('none'), trace('raise'), trace('return'))
try:
    trace('other')
except KeyError:
    print('KeyError went by')


def overriding():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print('body', i)
        finally:
            print('finally', i)
    else:
        print('not reached')
    try:
        return 'try'
    finally:
        print('before return')


print(overriding())


def nested():
    try:
        try:
            raise ValueError('a')
        finally:
            print('inner finally')
    except ValueError as error:
        print('caught', error)
    finally:
        print('outer finally')


nested()


def names():
    try:
        raise ValueError('x')
    except ValueError as error:
        kept = error
    try:
        error
    except UnboundLocalError as unbound:
        print(unbound)
    return kept


print(names())


def matching(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return 'lookup', str(e)
    except ArithmeticError as e:
        return 'arithmetic', str(e)
    except Exception as e:
        return 'other', str(e)
    except BaseException as e:
        return 'base', type(e).__name__


for error in (KeyError('k'), IndexError('i'), ZeroDivisionError('z'), ValueError('v'), KeyboardInterrupt()):
    print(matching(error))

try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except (KeyError, 'x'):
        pass
except TypeError as error:
    print(error)


def loop():
    total = 0
    while True:
        try:
            total += 1
            if total < 3:
                continue
            if total == 5:
                break
        finally:
            total += 10
    return total


try:
    print(loop.__name__)
finally:
    pass


def in_loop():
    for x in [1, 2, 3]:
        try:
            if x == 2:
                raise ValueError(x)
        except ValueError:
            continue
        finally:
            print('f', x)
        print('after', x)


in_loop()


def return_in_loop():
    for i in range(3):
        try:
            pass
        finally:
            for j in range(2):
                if j:
                    break
        if i == 1:
            return i, j


print(return_in_loop())
