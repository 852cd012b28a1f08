# Regular expressions: matching, errors of patterns, substitution, flags.
import re

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'pos', None))
    else:
        print(repr(r))

attempt(re.match, '(a)(?P<n>b)?', 'ab')
attempt(re.search, '\\d+', 'abc123')
attempt(re.findall, '(\\w)(\\d)', 'a1b2c3')
attempt(re.split, '[,;]\\s*', 'a, b;c')
attempt(re.split, '(,)', 'a,b,c', maxsplit=1)
attempt(re.sub, '(\\w+) (\\w+)', '\\2 \\g<1>', 'hello world')
attempt(re.sub, 'a', lambda m: m.group().upper(), 'banana', count=2)
attempt(re.subn, 'a', 'x', 'banana')
attempt(re.compile, '(abc')
attempt(re.compile, '*a')
attempt(re.compile, 'a**')
attempt(re.compile, '[z-a]')
attempt(re.compile, '(?P<1a>x)')
attempt(re.compile, '\\9')
attempt(re.compile, 'a{3,1}')
attempt(re.compile, '(?<=a+)b')
attempt(re.compile, '[a')
attempt(re.compile, '(?z)')
attempt(re.compile, 'x(?i)')
attempt(re.compile, 'abc', re.I | re.X)
attempt(re.compile, b'abc', re.S)
attempt(re.compile, 'é' * 100)
print(re.I | re.M, re.RegexFlag(0), re.NOFLAG, re.ASCII)
m = re.match('(?P<a>\\w)(?P<b>\\d)?(x)?', 'q1')
print(m.groups(), m.groupdict(), m.groupdict('D'), m.span(), m.span('a'), m.start(2), m.end(3))
print(m.lastindex, m.lastgroup, m.re, m.string, m.pos, m.endpos, m.regs, m['a'], m[2], m[3])
print(m.expand('\\1-\\g<b>'), m)
attempt(lambda: m['zz'])
attempt(lambda: m[9])
attempt(m.group, 'a', 'b', 0)
attempt(m.start, 10)
attempt(re.fullmatch, 'a|ab', 'ab')
attempt(re.escape, 'a.b*c[]{}é\n ')
attempt(re.escape, b'a.b')
p = re.compile('(?P<x>a)|(b)')
print(p.groups, p.groupindex, p.flags, p.pattern, hash(p) == hash(re.compile('(?P<x>a)|(b)')))
print(p == re.compile('(?P<x>a)|(b)'))
attempt(p.findall, 'abab', 1, 3)
attempt(list, p.finditer('ab'))
attempt(p.scanner, 'x') if 0 else None
attempt(re.sub, '', '-', 'abc')
attempt(re.findall, '\\b', 'a b')
attempt(re.split, '\\b', 'a b')
attempt(re.split, 'x*', 'axbc')
attempt(re.findall, '(?i)straße', 'STRASSE Straße')
attempt(re.findall, '(?s).', 'a\n')
attempt(re.findall, '(?m)^\\w', 'a\nb')
attempt(re.findall, '(?x) a  # c', ' a')
attempt(re.findall, '(?<!a)b', 'ab bb')
attempt(re.findall, '(?<=ab)c', 'abc')
attempt(re.match, '(?>a+)ab', 'aaab')
attempt(re.match, 'a++b', 'aaab')
attempt(re.match, '(?:a|b)*?c', 'ababc')
attempt(re.match, '(a)?(?(1)b|c)', 'ab')
attempt(re.match, '(a)?(?(1)b|c)', 'c')
attempt(re.match, '(?i:A)b', 'ab')
attempt(re.match, '(?-i:A)b', 'ab', re.I)
attempt(re.match, '\\N{DIGIT ONE}', '1')
attempt(re.match, '[\\d\\-x]+', '1-x')
attempt(re.match, '\\x41\\u0042\\U00000043', 'ABC')
attempt(re.match, b'a', 'a')
attempt(re.match, 'a', b'a')
attempt(re.match, 'a', 3)
attempt(re.compile, 3)
attempt(re.sub, 'a', '\\q', 'a')
attempt(re.sub, 'a', '\\1', 'a')
attempt(re.sub, '(a)', '\\g<2>', 'a')
attempt(re.sub, '(a)', '\\g<x', 'a')
attempt(re.sub, '(a)', '\\g<x>', 'a')
attempt(re.match, '[[:alpha:]]', 'a')
attempt(re.sub, '(a)(?P<b>b)?', '[\\1|\\2|\\g<b>]', 'ab a')
attempt(re.findall, '\\w+', 'naïve café 𝒳y')
attempt(re.search, '𝒳', 'ab𝒳').__class__
print(re.search('y', 'ab𝒳y').span())
attempt(re.match, '(a*)*b', 'aaaaaaaaaaaaac')
attempt(re.match, '(?P<q>a)(?P=q)', 'aa')
attempt(re.match, '(?P=q)', 'aa')
attempt(re.match, '(?P<q>a)(?P<q>b)', 'aa')
attempt(re.compile, '(?#')
attempt(re.compile, '(?')
attempt(re.compile, '(?P')
attempt(re.compile, '(?<')
attempt(re.compile, '\\')
attempt(re.compile, 'a)')
attempt(re.compile, '(?(1')
attempt(re.compile, '(?(2)a|b|c)')
import pickle, copy
print(pickle.loads(pickle.dumps(p)) == p, copy.copy(p) is p, copy.deepcopy(m) is m)
re.template if hasattr(re, 'template') else None
s = re.Scanner([('\\d+', lambda s, x: int(x)), ('\\s+', None), ('\\w+', lambda s, x: x)])
print(s.scan('12 ab 3 !'))
try:
    re.compile('abc\n(def', 0)
except re.error as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.pattern, str(e), type(e), re.error is re.PatternError)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    re.compile('[[a]')
    re.sub('a', 'b', 'c', 1)
    print([str(x.message) for x in w])
print(re.purge(), re.match.__doc__[:20])
for (pat, s) in [
    ('a{,3}b', 'aab'),
    ('a{2}', 'aaa'),
    ('(?:ab){2,}', 'ababab'),
    ('[^a-c]+', 'xyzabc'),
    ('\\A\\w\\Z', 'a'),
    ('\\Bx', 'ax'),
    ('[\\w-]+', 'a-b'),
    ('.*?,', 'a,b,'),
    ('^$', ''),
    ('\\z', ''),
]:
    attempt(re.search, pat, s)
