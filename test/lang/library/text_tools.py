"""textwrap, string, difflib, pprint, reprlib, shlex, fnmatch."""
import difflib
import fnmatch
import pprint
import reprlib
import shlex
import string
import textwrap

text = 'The quick brown fox jumps over the lazy dog, which-was-hyphenated, and a verylongwordthatdoesnotfit.  Two spaces.'
print(textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap(text, 20, break_long_words=False, max_lines=3, placeholder=' [...]'), textwrap.shorten(text, 40))
print(textwrap.dedent('''
    a
      b

    c'''), textwrap.indent('x\n\ny', '> '), textwrap.indent('x\n\ny', '> ', lambda line: True))
t = string.Template('$who owes $$5 to ${whom}s $1')
print(t.safe_substitute(who='A', whom='B'), t.is_valid(), string.Template('$a $b').get_identifiers())
for bad in (lambda: t.substitute(who=1), lambda: string.Template('$a').substitute({})):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(string.capwords('hello  wOrld'), string.ascii_letters[::10], string.Formatter().vformat('{0}-{x[1]}-{y.real}', (1,), {'x': 'ab', 'y': 2}), list(string.Formatter().parse('a{b!r:c}d{{')))
a, b = 'one\ntwo\nthree\nfour\n'.splitlines(True), 'one\n2\nthree\nfour\nfive\n'.splitlines(True)
print(''.join(difflib.unified_diff(a, b, 'before', 'after')))
print(''.join(difflib.ndiff(['abc\n', 'same\n'], ['abd\n', 'same\n'])), difflib.get_close_matches('appel', ['ape', 'apple', 'peach']), round(difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), 3))
data = {'numbers': list(range(30)), 'nested': {'deep': {'deeper': ['a' * 30, 'b' * 30]}}, 'set': {3, 1, 2}, 'text': 'long text ' * 10}
pprint.pprint(data, width=60)
pprint.pprint(data, depth=1, compact=True, sort_dicts=False)
print(pprint.pformat([('x', 1), b'bytes' * 20], width=30), reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(9)}))


class Tree:
    def __init__(self): self.children = [self]
    @reprlib.recursive_repr('<again>')
    def __repr__(self): return f'Tree({self.children})'


print(Tree(), shlex.split('a "b c" d\\ e \'f g\' # h', comments=True), shlex.quote("it's"), shlex.join(['a', 'b c']))
print(fnmatch.filter(['a.py', 'b.txt', 'A.PY', '[x].py'], '*.py'), fnmatch.translate('a*[!b]?'), fnmatch.fnmatchcase('[x].py', '[[]x].py'))
