# Compiled code that is left in the middle: overflow, kinds that change, frames that are looked at, exceptions.
import sys
import warnings


def total(n, start):
    s = start
    for i in range(n):
        s += i * i
    return s


for start in (0, 0.5, 2**52, 10**20, True):
    for n in (5, 300, 3000):
        print(total(n, start))


def powers(n):
    x = 1
    for _ in range(n):
        x *= 3
    return x


for _ in range(200):
    last = powers(50)
print(last)


def depth_of(n):
    if n == 0:
        frame = sys._getframe()
        count = 0
        while frame is not None:
            count += 1
            frame = frame.f_back
        return count
    return depth_of(n - 1)


base = depth_of(0)
for n in (1, 5, 50):
    for _ in range(30):
        got = depth_of(n) - base
    print(n, got)


def variables(a, b=2, *rest, c=3, **more):
    d = a + b
    for i in range(3):
        d += i
    return sorted(locals().items(), key=lambda item: item[0])


for _ in range(40):
    result = variables(1, 2, 3, c=4, e=5)
print(result)


def recurse(n):
    return 1 + recurse(n + 1)


for _ in range(3):
    try:
        recurse(0)
    except RecursionError as error:
        print(error)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


sys.setrecursionlimit(20000)
print(deep(15000))
sys.setrecursionlimit(1000)


def lines(n):
    result = []
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            result.append(10 // (i % 4))
        except ZeroDivisionError as error:
            result.append(error.__traceback__.tb_lineno)
        except KeyError as error:
            result.append(error.args[0])
        finally:
            result.append(-1)
    return result


for _ in range(20):
    last = lines(12)
print(last)


def inner(x):
    return x.missing


def outer(x):
    return inner(x)


for _ in range(50):
    try:
        outer(1)
    except AttributeError as error:
        trace = error.__traceback__
names = []
while trace is not None:
    names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno, trace.tb_frame.f_back and trace.tb_frame.f_back.f_code.co_name))
    trace = trace.tb_next
print(names)


def warner(level):
    warnings.warn("seen", UserWarning, stacklevel=level)


def warning_caller(level):
    warner(level)


for _ in range(30):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warning_caller(1)
        warning_caller(2)
        warning_caller(3)
print([w.lineno for w in caught])
