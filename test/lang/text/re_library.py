"""Library modules that live by re: tokenizing, shell words, wrapping, templates, globs."""

import difflib
import fnmatch
import re
import shlex
import textwrap

text = """The quick brown fox -- jumped over "the lazy dog", didn't it?  Hyphen-ated words and
    indentation are here, and a-very-long-word-that-must-be-broken-somewhere-in-the-middle."""
for width in (10, 20, 40):
    print(textwrap.fill(text, width, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(text, 50), repr(textwrap.dedent('   a\n     b\n\n   c')), repr(textwrap.indent('a\n\nb', '> ')))
print(shlex.split('a "b c" d\\ e \'f "g"\' h#i'), shlex.quote("it's"), shlex.join(['a b', 'c']))
print(fnmatch.translate('*.[ch]?[!a]'), fnmatch.filter(['a.c', 'b.py', 'C.c'], '*.c'))
print(list(difflib.unified_diff('one two three'.split(), 'one tree three four'.split(), lineterm='')))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach']), list(difflib.ndiff(['a b\n'], ['a c\n'])))
TOKEN = re.compile(r'\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/()=]))')
position, source = 0, 'total = 3.5 * (alpha + 12) ** 2 - _x1'
while m := TOKEN.match(source, position):
    print(m.lastgroup, m[m.lastgroup], end='; ')
    position = m.end()
print(position == len(source))
print(re.sub(r'(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)', r'\g<d>.\g<m>.\g<y>', 'from 2024-01-02 to 2025-11-30'))
print(re.findall(r'([\w.+-]+)@([\w-]+\.[\w.]+)', 'a.b@c.org, x+y@sub.domain.net; no@'))
print(re.split(r'(?<=[.!?])\s+', 'One. Two! Three? Four'))
print(re.sub(r'\b(\w)(\w*)', lambda m: m[1].upper() + m[2], 'hello wide world'))
print(re.match(r'(a+)+$', 'a' * 22 + 'b'), re.match(r'(?>a+)b', 'aaab'), re.match(r'a++a', 'aaa'), re.match(r'(?:ab?)*+c', 'abaabc'))
print(re.search(r'(\w+) \1', 'this is is it'), re.search(r'(<)?\w+(?(1)>|$)', '<a> b'), re.fullmatch(r'(?s:.*)x', 'a\nx'))
