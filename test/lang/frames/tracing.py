"""sys.settrace and sys.setprofile."""
import sys

events = []


def tracer(frame, event, arg):
    name = frame.f_code.co_name
    if name in ('tracer', 'run'):
        return None
    shown = type(arg[1]).__name__ if event == 'exception' else arg
    events.append((event, name, frame.f_lineno - frame.f_code.co_firstlineno, shown))
    return tracer


def run(function, *args):
    events.clear()
    sys.settrace(tracer)
    try:
        function(*args)
    except Exception as error:
        kept = error
    finally:
        sys.settrace(None)
    for event in events:
        print(event)
    print()


def simple(x):
    y = x + 1
    if y > 5:
        y = 0
    else:
        y += 1
    return y


def loop():
    total = 0
    for i in range(2):
        total += i
    while total < 3:
        total += 1
    return total


def generator():
    yield 1
    x = 2
    yield x


def use_generator():
    for v in generator():
        v


def raises():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError


def nested():
    simple(1)
    return [n for n in (1, 2)]


for function in (lambda: simple(1), loop, use_generator, raises, nested):
    run(function)
print(sys.gettrace())


def no_lines(frame, event, arg):
    if event == 'call' and frame.f_code.co_name == 'simple':
        frame.f_trace_lines = False
        frame.f_trace_opcodes = False
        return lambda f, e, a: seen.append(e) or None
    return None


seen = []
sys.settrace(no_lines)
simple(3)
sys.settrace(None)
print(seen)


def failing(frame, event, arg):
    raise RuntimeError('in tracer')


sys.settrace(failing)
try:
    simple(1)
except RuntimeError as error:
    print(error, sys.gettrace())

profile_events = []


def profiler(frame, event, arg):
    name = getattr(arg, '__name__', arg) if event.startswith('c_') else arg
    profile_events.append((event, frame.f_code.co_name, name))


def profiled():
    len([1])
    simple(1)
    try:
        int('x')
    except ValueError:
        pass
    return max(1, 2)


sys.setprofile(profiler)
profiled()
sys.setprofile(None)
for event in profile_events:
    if event[1] in ('profiled', 'simple'):
        print(event)
