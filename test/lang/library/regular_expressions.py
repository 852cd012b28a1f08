"""re: groups, flags, substitution, scanners, errors."""
import re

print(re.findall(r'(\w+)@(\w+)\.com', 'a@b.com, cc@dd.com'), re.split(r'[,;]\s*', 'a, b;c,d', maxsplit=2), re.split(r'(-)', 'a-b-c'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.subn('a', 'b', 'banana', count=2))
m = re.match(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?', '2024-05 rest')
print(m, m.group(), m.groups(), m.groupdict(), m['year'], m.span('month'), m.start(4), m.lastgroup, m.lastindex, m.expand(r'\g<month>/\1'), m.groups('none'), m.re.groupindex, m.string, m.pos, m.endpos)
print(re.fullmatch('a+', 'aaab'), re.search('b', 'aab').start(), re.compile('^x', re.M).findall('x\ny\nx'), re.findall('(?i)ABC', 'abc'), re.findall('a.c', 'a\nc', re.S), re.findall(r'\bfoo\b', 'foo foobar foo'))
print(re.sub(r'\d+', lambda m: str(int(m[0]) * 2), 'a1 b22'), re.sub('x*', '-', 'abxd'), re.sub(r'(?P<n>a)', r'<\g<n>>', 'banana'), re.sub('', '-', 'abc'), re.sub('a', r'\n', 'a'), re.escape('a.b*c [d]'))
print(re.findall(r'(?<=\$)\d+', '$5 6 $7'), re.findall(r'\d+(?!€)\b', '5€ 6'), re.findall(r'(?<!a)b', 'ab bb'), re.findall(r'(a)?b(?(1)c|d)', 'abc bd ab'), re.findall(r'(?:ab)+', 'ababab'), re.findall(r'a*?b', 'aab'), re.findall(r'a++b', 'aaab'), re.findall(r'(?>a|ab)c', 'abc ac'))
print([x.group() for x in re.finditer(r'[^\W\d_]+', 'größe_1 日本 x2')], re.findall(r'[a-c\-\]]', 'a-]d'), re.findall(r'\s', 'a\u00a0b\tc'), re.findall(r'\w', 'ä', re.A), re.findall('[äÄ]', 'ÄÖ', re.I), re.findall(rb'\xff.', b'\xff\x00a'))
verbose = re.compile(r'''
    (\d+)   # integer
    \s* [+*] \s*
    (\d+)   # another''', re.X)
print(verbose.search('12 * 3').groups(), verbose.flags, verbose.groups, verbose.pattern[:5], re.compile('a') == re.compile('a'), re.compile('a', re.I | re.M), repr(re.compile(b'x')))
print(re.findall(r'(?s:.)\n(?-i:A)', 'x\nA', re.I), re.findall(r'\1', 'x') if False else re.findall(r'(.)\1', 'aabbc'), re.match(r'(?P<q>[\'"]).*?(?P=q)', '"it\'s"').group(), re.split('x*', 'axbc'), re.findall('|'.join(['a', 'ab']), 'ab'))
for bad in ('(', ')', '[', 'a**', '*a', '(?P<n>a)(?P<n>b)', '(?P<1>a)', r'\1', '(?<=a+)b', '[z-a]', r'\q', '(?z)', 'a{2,1}', '(?(2)a)', '(?P=x)', r'[\d-z]', '(?i', 'x(?i)', '(?#', r'\x1', r'\N{nope}'):
    try:
        re.compile(bad)
        print(bad, 'fine')
    except re.PatternError as error:
        print(repr(bad), '->', error, error.pos, error.lineno, error.colno)
    except FutureWarning:
        pass
for bad in (lambda: re.sub('(a)', r'\2', 'a'), lambda: re.match('a', b'a'), lambda: re.match(1, 'a'), lambda: m.group(9), lambda: m['nope'], lambda: re.sub('a', r'\q', 'a'), lambda: re.compile('a', 1 << 20)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
scanner = re.Scanner([(r'\d+', lambda s, t: int(t)), (r'[a-z]+', lambda s, t: t), (r'\s+', None)])
print(scanner.scan('12 abc 3 !x'))
p = re.compile('b')
print(p.match('ab', 1), p.search('abcb', 2), p.fullmatch('abc', 1, 2), p.findall('bbb', 1), p.split('abcbd'), p.sub('x', 'abab', 1))
nested = re.compile(r'((a)|(b))*')
print(nested.match('aba').groups(), re.match('(a|b)*?c', 'abac').groups(), re.match(r'(?:(x)|y)*', 'xy').group(1), bool(re.match(r'(a?)*?$', 'aaa')), len(re.findall('(?:a|b|c)*d', 'abc' * 300 + 'd')))
