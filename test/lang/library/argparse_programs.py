"""argparse: help texts, types, groups, subcommands, errors."""
import argparse
import contextlib
import io
import os

os.environ['COLUMNS'] = '80'


def run(parser, line):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            result = parser.parse_args(line.split())
        except SystemExit as stop:
            result = f'exit {stop.code}'
    print(f'{line!r} -> {result}')
    for name, text in (('out', out.getvalue()), ('err', err.getvalue())):
        if text:
            print(f'{name}: {text}', end='')


p = argparse.ArgumentParser(prog='tool', description='A tool that does many things, described at some length so that it wraps.', epilog='That is all.', color=False)
p.add_argument('source', help='where from')
p.add_argument('rest', nargs='*', type=int, metavar='N')
p.add_argument('-v', '--verbose', action='count', default=0, help='more output')
p.add_argument('-o', '--output', metavar='FILE', default='out.txt', help='where to (default: %(default)s)')
p.add_argument('--level', choices=['low', 'high'])
p.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True)
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--append', action='append', type=float)
group = p.add_mutually_exclusive_group()
group.add_argument('--json', action='store_true')
group.add_argument('--xml', action='store_true')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
for line in ('a', 'a 1 2 -vv -o x', 'a --no-flag --const --append 1 --append 2.5', 'a --level high --json', '', 'a b', 'a --level mid', 'a --json --xml', 'a --unknown', 'a -o', '--version', '--help', 'a --outp=y', 'a -vvv3'):
    run(p, line)
main = argparse.ArgumentParser(prog='main', color=False)
sub = main.add_subparsers(dest='command', required=True, title='commands')
add = sub.add_parser('add', help='add numbers', aliases=['plus'])
add.add_argument('numbers', nargs='+', type=int)
add.set_defaults(run=sum)
sub.add_parser('list', help='list things').add_argument('--all', action='store_true')
for line in ('add 1 2 3', 'list --all', '', 'remove', 'add', 'add x', '-h', 'plus 1'):
    run(main, line) if line != 'add 1 2 3' else print(main.parse_args(line.split()).numbers)
known, extra = p.parse_known_args(['a', '--what', '5'])
print(known.source, extra)


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())


q = argparse.ArgumentParser(prog='q', add_help=False, exit_on_error=False, color=False)
q.add_argument('--name', action=Upper)
q.add_argument('--pair', nargs=2)
q.add_argument('--maybe', nargs='?', const='const', default='default')
print(q.parse_args(['--name', 'ada', '--pair', '1', '2', '--maybe']), q.parse_args([]), q.format_usage())
try:
    q.parse_args(['--pair', '1'])
except argparse.ArgumentError as error:
    print(error)
