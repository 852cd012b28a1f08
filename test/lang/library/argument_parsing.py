# argparse: parsing, errors, help.
import argparse, sys

def run(p, *argv):
    try:
        print(p.parse_args(argv))
    except SystemExit as e:
        print('exit', e.code)
        sys.stderr.flush()
    except BaseException as e:
        print(type(e).__name__, e)

p = argparse.ArgumentParser(prog='PROG', description='A test', epilog='the end')
p.add_argument('pos', type=int, help='position')
p.add_argument('rest', nargs='*')
p.add_argument('-v', '--verbose', action='count', default=0, help='verb (default: %(default)s)')
p.add_argument('--flag', action='store_true')
p.add_argument('--no', action=argparse.BooleanOptionalAction, default=True)
p.add_argument('-c', '--choice', choices=['a', 'b'], help='choose')
p.add_argument('-n', type=float, metavar='NUM', required=False)
p.add_argument('--ap', action='append')
p.add_argument('--ext', action='extend', nargs='+')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--opt', nargs='?', const='C', default='D')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
g = p.add_argument_group('grp', 'group desc')
g.add_argument('--gg')
m = p.add_mutually_exclusive_group()
m.add_argument('--x', action='store_true')
m.add_argument('--y', action='store_true')
run(p, '1')
run(p, '1', 'a', 'b', '-vv', '--flag', '--no-no', '-ca', '-n', '1.5', '--ap', '1', '--ap=2', '--ext', 'p', 'q', '--const', '--opt')
run(p)
run(p, 'x')
run(p, '1', '-cz')
run(p, '1', '--nope')
run(p, '1', '--x', '--y')
run(p, '1', '-n', 'q')
run(p, '--version')
run(p, '-h')
run(p, '1', '--fl')
run(p, '1', '--', '-x')
run(p, '1', '--e')
run(p, '1', '--n', '2')
print(p.format_usage())
print(repr(p)[:40])
print(p.parse_known_args(['1', '--zz', '3', '-v']))
p = argparse.ArgumentParser(prog='S', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
sp = p.add_subparsers(dest='cmd', required=True, help='subs', title='commands')
a = sp.add_parser('add', help='add it', aliases=['a'])
a.add_argument('--k', default=5, help='kk')
b = sp.add_parser('rm')
b.add_argument('f', type=argparse.FileType('r'))
b.set_defaults(func=1)
run(p, 'add', '--k', '3')
run(p, 'a')
run(p, 'zz')
run(p)
run(p, '-h')
run(p, 'add', '-h')
run(p, 'rm')
p = argparse.ArgumentParser(prog='Q', prefix_chars='-+', fromfile_prefix_chars='@', argument_default=argparse.SUPPRESS, add_help=False, exit_on_error=False)
p.add_argument('+a', dest='aa')
p.add_argument('-b', type=int)
run(p, '+a', '1')
run(p, '-b', 'z')

class Act(argparse.Action):

    def __call__(s, pa, ns, v, o=None):
        setattr(ns, s.dest, ('act', v, o))

p = argparse.ArgumentParser(prog='R')
p.add_argument('--act', action=Act)
p.add_argument('files', nargs=argparse.REMAINDER)
p.add_argument('--two', nargs=2, metavar=('A', 'B'))
run(p, '--act', '1', '--two', '1', '2', 'x', '-y')
run(p, '--two', '1')
run(p, '-h')

def pos(s):
    raise argparse.ArgumentTypeError('bad ' + s)

p = argparse.ArgumentParser(prog='T')
p.add_argument('--p', type=pos)
p.add_argument('--i', type=int, default='7', deprecated=True)
run(p, '--p', 'z')
run(p, '--i', '3')
run(p)
for bad in [
    lambda: p.add_argument('--p'),
    lambda: p.add_argument('a', 'b'),
    lambda: p.add_argument('-a', nargs=0),
    lambda: p.add_argument('--q', action='zz'),
    lambda: p.add_argument('z', required=True),
    lambda: p.add_argument('--w', type='int'),
    lambda: p.add_argument(dest='x', nargs='?', required=1),
]:
    try:
        bad()
        print('no')
    except Exception as e:
        print(type(e).__name__, e)
print(argparse.Namespace(a=1, b='x') == argparse.Namespace(a=1, b='x'))
print('a' in argparse.Namespace(a=1), vars(argparse.Namespace(a=1)))
p = argparse.ArgumentParser(prog='U', formatter_class=argparse.RawDescriptionHelpFormatter, description='  raw\n   text', usage='%(prog)s [options]', allow_abbrev=False)
p.add_argument('--long-option-name-here', help='h ' * 40, metavar='M')
print(p.format_help())
run(p, '--long-option', '1')
