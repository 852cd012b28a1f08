"""Markup of `str.format`, right and wrong."""

def t(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

CASES = ['{', '}', '{}}', '{{}', '{0', '{0!', '{0!r', '{0!x}', '{0!}', '{0!r:', '{0:{', '{0:{1', '{0.}', '{0[}', '{0[]}', '{0.a', '{a b}',
         '{}{0}', '{0}{}', '{5}', '{}{}{}{}', '{x}', '{0[x', '{0[x]y}', '{0!rs}', '{!r}', '{:{}}', '{:{:{}}}', '{0.__class__}',
         '{0[0]}', '{99999999999999999999999}', '{0[99999999999999999999999]}', '{:{{}}}', '{0:}}', '{a!r:{', '{0]}', '{-1}', '{[1]}',
         '{.x}', '{ }', '{0 }', '{!}', '{:a}', '{0!\u1234}', 'a{b', '{0[a]}', '{0..x}', '{0[[]}', '{0.[x]}', '{{0}}', '{:{!r}}',
         '{!s:>5}|{!a:<6}|', '{0:^7}|{0:*^7}|', '{1:08.3f}{0:+d}']
for form in CASES:
    print(ascii(form), end=' ')
    t(lambda: form.format(12, 34))


class Point:
    x = 1
    items = [10, {'k': 'v'}]

    def __format__(self, spec):
        return f'<{spec}>'


t(lambda: '{p.x} {p.items[0]} {p.items[1][k]} {p:abc} {p!r:.3}'.format(p=Point()))
t(lambda: '{a}{b}'.format_map({'a': 1, 'b': '\U0001f600'}))


class Default(dict):
    def __missing__(self, key):
        return f'?{key}'


t(lambda: '{a}{zz}'.format_map(Default(a=1)))
t(lambda: '{}'.format_map({}))
t(lambda: '{0}'.format_map([5]))
import _string, string

t(lambda: list(_string.formatter_parser('a{0!r:>{w}}b{{c}}{x[1].y}')))
t(lambda: (lambda first, rest: (first, list(rest)))(*_string.formatter_field_name_split('a.b[c][12]')))
t(lambda: (lambda first, rest: (first, list(rest)))(*_string.formatter_field_name_split('3[x]z')))
t(lambda: string.Formatter().format('{0} {x:>{1}} {}', 1, 9, x='q'))
t(lambda: string.Formatter().format('{} {x:>{}} {!r}', 1, 9, 'z', x='q'))
t(lambda: string.Template('$a ${b} $$ $c').safe_substitute(a=1, b=2))
t(lambda: string.Template('$a $').substitute(a=1))
t(lambda: string.capwords('  hello   world '))
