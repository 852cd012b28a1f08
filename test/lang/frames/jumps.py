"""Setting f_lineno from a trace function."""
import sys
import warnings

warnings.simplefilter('ignore')


def jump(function, source, target, event='line'):
    output = []
    first = function.__code__.co_firstlineno
    state = {'done': False}

    def tracer(frame, kind, arg):
        if frame.f_code is not function.__code__:
            return None
        if not state['done'] and kind == event and frame.f_lineno == first + source:
            state['done'] = True
            try:
                frame.f_lineno = first + target
            except ValueError as error:
                output.append(str(error).replace(str(first + target), 'N'))
        return tracer

    sys.settrace(tracer)
    try:
        function(output)
    except Exception as error:
        output.append(repr(error))
    finally:
        sys.settrace(None)
    print(function.__name__, source, target, output)


def simple(output):
    output.append(1)
    output.append(2)
    output.append(3)


def loop(output):
    for i in 1, 2:
        output.append(i)
        output.append(-i)
    output.append('end')


def handlers(output):
    try:
        output.append('try')
        1 / 0
    except ZeroDivisionError as error:
        output.append('except')
        error = None
    finally:
        output.append('finally')
    output.append('end')


class Manager:
    def __init__(self, output):
        self.output = output

    def __enter__(self):
        self.output.append('enter')

    def __exit__(self, *args):
        self.output.append('exit')


def with_block(output):
    with Manager(output):
        output.append('in')
        output.append('in again')
    output.append('end')


def nested(output):
    while True:
        output.append('while')
        for x in [1]:
            output.append(x)
            break
        break
    output.append('end')


jump(simple, 2, 1)
jump(simple, 1, 3)
jump(simple, 2, 10)
jump(simple, 2, -1)
jump(simple, 0, 2, 'call')
jump(simple, 3, 1, 'return')
jump(loop, 1, 4)
jump(loop, 1, 2)
jump(loop, 2, 4)
jump(loop, 4, 2)
jump(loop, 3, 2)
jump(handlers, 2, 8)
jump(handlers, 2, 5)
jump(handlers, 5, 9)
jump(handlers, 3, 9)
jump(handlers, 5, 2)
jump(handlers, 3, 1, 'exception')
jump(with_block, 2, 4)
jump(with_block, 4, 2)
jump(with_block, 3, 2)
jump(nested, 4, 2)
jump(nested, 4, 7)
jump(nested, 7, 4)
jump(nested, 2, 7)
try:
    sys._getframe().f_lineno = 5
except ValueError as error:
    print(error)
