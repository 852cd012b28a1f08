"""Formatted string literals."""

x, y, name = 3, 2.5, 'n'
print(f'{x}{y}{name}')
print(f'{x=} {y = } {name=!s} {name!r:>6} {x:{x}d} {y:.{x}f}|')
print(f'{x:>5}|{x:<5}|{x:^5}|{x:05}|{x:+}|{x:x}|{x:b}')
print(f'{{literal}} {x}')
print(f'{"nested " + f"{x}"}')
print(f'{x!r} {name!a} {"ä"!a} {"ä"!r}')
print(f'{[i for i in range(x)]} {(lambda: x)()} { {1: 2}[1] }')
print(f'{x if x else y} {x and y} {x, y}')


class F:
    def __format__(self, spec):
        return f'<{spec}>'

    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'


f = F()
print(f'{f} {f:abc} {f!s} {f!r} {f!s:>5} {f!r:{x}}')
print(f'''{
    x
} {y:{'.' + str(1)}f}''')
print('concat' f'{x}' 'ed' f'{y}')


class Bad:
    def __format__(self, spec):
        return 5


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: f'{Bad()}')
attempt(lambda: f'{x:zz}')
attempt(lambda: f'{name:d}')
attempt(lambda: f'{None:>5}')
attempt(lambda: f'{undefined}')
print(f'{"😀"}{x}{"😀"}', len(f'{"😀"}{x}'))
print(f'{x:{"{"}>10}' if False else 'skipped')
width, precision = 10, 4
print(f'{12345.6789:{width}.{precision}}|{12345.6789:,.2f}|{0.5:%}|{1e10:g}|{255:#x}|{-3: d}')
