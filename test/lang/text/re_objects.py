"""Pattern, match and scanner objects of re, and what they refuse."""

import copy
import re

def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))



p = re.compile(r'(?P<word>[a-z]+)(\d)?', re.I)
m = p.search('-- Abc1 def')
for f in [
    lambda: p, lambda: (p.pattern, p.flags, p.groups, dict(p.groupindex), type(p.groupindex).__name__), lambda: m, lambda: m.group(),
    lambda: m.group(0, 1, 'word', 2), lambda: m['word'], lambda: m[2], lambda: m[3], lambda: m['x'], lambda: m.group(-1), lambda: m.group(1.5),
    lambda: m.groups(), lambda: m.groups(7), lambda: m.groupdict(), lambda: m.start(), lambda: m.end('word'), lambda: m.span(2), lambda: m.span(9),
    lambda: m.regs, lambda: (m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re is p), lambda: m.expand(r'<\1-\g<word>-\2>'),
    lambda: m.expand('plain'), lambda: m.expand(r'\9'), lambda: m.expand(r'\g<zz>'), lambda: m.expand(b'x'), lambda: copy.copy(m) is m,
    lambda: copy.deepcopy(p) is p, lambda: p == re.compile(r'(?P<word>[a-z]+)(\d)?', re.I), lambda: p == re.compile(r'(?P<word>[a-z]+)(\d)?'),
    lambda: hash(p) == hash(re.compile(r'(?P<word>[a-z]+)(\d)?', re.I)), lambda: p < p, lambda: p.match(5), lambda: p.match(b'x'),
    lambda: re.compile(b'x').match('x'), lambda: re.match('x', bytearray(b'x')), lambda: re.match(b'x', bytearray(b'xy')).group(),
    lambda: re.match(b'x', memoryview(b'xy')), lambda: p.match('abc', 1, 2), lambda: p.match('abc', -5, 100), lambda: p.match('abc', 'x'),
    lambda: p.search('abc', pos=1), lambda: p.findall(string='abc'), lambda: p.sub('x', 'abc', 1, 2), lambda: p.foo, lambda: re.Pattern[str],
    lambda: p.fullmatch('abc1'), lambda: p.fullmatch('abc1!'), lambda: p.split('ab1cd'), lambda: p.split('ab1cd', maxsplit=1),
    lambda: p.sub(r'[\g<0>]', 'ab1cd'), lambda: p.sub(lambda m: None, 'ab'), lambda: p.sub(lambda m: 5, 'ab'), lambda: p.sub(b'x', 'ab'),
    lambda: p.sub(r'\x', 'ab'), lambda: p.sub('\\', 'ab'), lambda: p.subn('', 'ab1cd', 1), lambda: p.sub('q', 'ab', count=-1),
    lambda: re.sub('', '-', 'abc'), lambda: re.sub('x*', '-', 'abxd'), lambda: re.sub('(a)|b', r'[\1]', 'ab'), lambda: re.sub(b'a', rb'<\g<0>>', b'bab'),
    lambda: re.findall('(a)|(b)', 'ab'), lambda: list(re.finditer('a*', 'baac')), lambda: type(re.finditer('a', 'a')).__name__,
    lambda: re.split('(,)|;', 'a,b;c'), lambda: re.split('', 'ab'), lambda: re.split(r'\b', 'ab cd'), lambda: re.escape('a.b*c\n-'),
    lambda: re.compile('a', re.M | re.S | re.X | re.A), lambda: re.compile(b'a', re.L), lambda: re.compile('a' * 300), lambda: re.compile('\n"\''),
    lambda: re.compile('a', re.L), lambda: re.compile(b'a', re.U), lambda: re.compile('a', re.A | re.U), lambda: re.compile(5),
    lambda: re.search('a{2,1}', ''), lambda: re.compile('('), lambda: re.compile('[z-a]'), lambda: re.compile('(?<=a*)b'), lambda: re.compile('*'),
    lambda: re.compile(r'\q'), lambda: re.compile('(?P<1>a)'), lambda: re.compile('(?P<a>)(?P<a>)'), lambda: re.compile('(?i'), lambda: re.compile('a(?i)b'),
    lambda: re.search('(?i:a)b', 'Ab'), lambda: re.search('(?-i:a)b', 'aB', re.I), lambda: re.search('\u0130', 'i', re.I), lambda: re.search('\u017f', 'S', re.I),
    lambda: re.search('[\u212a]', 'k', re.I), lambda: re.search('[a-z]', '\u212a', re.I), lambda: re.search('[^k]', '\u212a', re.I),
    lambda: re.search('\U0001f600+', 'a\U0001f600\U0001f600b'), lambda: re.findall('.', '\U0001f600\ud800'), lambda: re.findall(r'\w', '\xe9\u0663\u4e00_-\xb2'),
    lambda: re.findall(r'(?a)\w', '\xe9\u0663\u4e00_-a'), lambda: re.findall(r'\d', '1\u0663\xb2'), lambda: re.findall(r'\s', ' \xa0\u2003\x1f\x0b'),
    lambda: re.findall(r'(?m)^.*$', 'ab\ncd\n'), lambda: re.findall(r'a\Z', 'a\na'), lambda: re.search(r'$', 'a\n'), lambda: re.search(r'\B', ''),
]:
    t(f)
scanner = p.scanner('ab1 cd')
print(type(scanner).__name__, scanner.pattern is p, scanner.match(), scanner.match(), scanner.search(), scanner.search(), scanner.search())
