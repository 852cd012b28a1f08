# textwrap, string, math, random, copy, heapq, struct, calendar, difflib, pprint, urllib.parse, base64, uuid, hashlib, fractions.
import textwrap, string, math, random, copy, heapq, bisect, operator, struct, calendar, html, difflib, pprint, base64, uuid, hashlib, hmac, secrets, fractions, numbers, types, sys
import urllib.parse as up
from fractions import Fraction as F

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

L = 'The quick brown fox jumped over the lazy dog, and  then some-hyphenated-words appear.\n\tTabbed'
attempt(textwrap.wrap, L, 20)
attempt(textwrap.fill, L, 30, initial_indent='* ', subsequent_indent='  ')
attempt(textwrap.shorten, L, 30)
attempt(textwrap.dedent, '  a\n   b\n\n  c')
attempt(textwrap.indent, 'a\n\nb', '> ')
attempt(textwrap.wrap, L, 0)
attempt(textwrap.wrap, 'a' * 30, 10, break_long_words=False)
attempt(textwrap.fill, L, 25, max_lines=2, placeholder='…')
T = string.Template('$a ${b} $$ $c')
attempt(T.substitute, a=1, b=2, c=3)
attempt(T.substitute, a=1)
attempt(T.safe_substitute, a=1)
attempt(string.Template('$').substitute)
attempt(T.get_identifiers)
attempt(T.is_valid)
print(string.ascii_letters, string.punctuation, repr(string.whitespace), string.capwords('a b'))
f = string.Formatter()
attempt(f.format, '{0} {x!r:>5} {0.real}', 3, x='q')
attempt(f.format, '{} {}', 1, 2)
attempt(list, f.parse('a{b!r:c}{{'))
attempt(f.format, '{0}{}', 1)
attempt(f.vformat, '{a}', (), {})
for (fn, args) in [
    ('sqrt', (-1,)),
    ('log', (0,)),
    ('log', (8, 2)),
    ('factorial', (-1,)),
    ('factorial', (20,)),
    ('factorial', (1.5,)),
    ('comb', (5, 2)),
    ('perm', (5,)),
    ('gcd', (12, 18, 24)),
    ('lcm', (4, 6)),
    ('isqrt', (10 ** 20,)),
    ('floor', (-1.5,)),
    ('ceil', (1.2,)),
    ('trunc', (1.9,)),
    ('fsum', ([0.1] * 10,)),
    ('prod', ([1, 2, 3],)),
    ('hypot', (3, 4)),
    ('dist', ([0, 0], [3, 4])),
    ('copysign', (1, -0.0)),
    ('frexp', (8,)),
    ('ldexp', (1, 2000)),
    ('modf', (1.5,)),
    ('fmod', (5, 0)),
    ('remainder', (5, 3)),
    ('isclose', (1, 1 + 1e-10)),
    ('pow', (2, -1)),
    ('pow', (-8, 1 / 3)),
    ('exp', (1000,)),
    ('degrees', (math.pi,)),
    ('gamma', (5,)),
    ('lgamma', (-1,)),
    ('erf', (0.5,)),
    ('nextafter', (1, 2)),
    ('ulp', (1,)),
    ('sumprod', ([1, 2], [3, 4])),
    ('cbrt', (27,)),
    ('exp2', (3,)),
    ('log2', (2 ** 1000,)),
    ('log10', (10 ** 400,)),
    ('log1p', (-1,)),
    ('atan2', (0, -1)),
    ('acosh', (0,)),
    ('fma', (2, 3, 4)),
    ('isnan', ('a',)),
    ('floor', ('a',)),
    ('sinh', (1000,)),
    ('tan', (1e+22,)),
]:
    attempt(getattr(math, fn), *args)
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abc'))
print(random.sample(range(100), 5), random.uniform(1, 2), random.gauss(0, 1))
print(random.shuffle((l := list(range(10)))), l, random.choices('abc', [1, 2, 3], k=5))
print(random.betavariate(1, 2), random.expovariate(1), random.getrandbits(70))
print(random.randbytes(5), random.triangular(), random.normalvariate())
print(random.lognormvariate(0, 1), random.vonmisesvariate(0, 1), random.gammavariate(2, 1))
print(random.paretovariate(1), random.weibullvariate(1, 1), random.randrange(0, 100, 7))
print(random.binomialvariate(10, 0.5))
random.seed('abc')
print(random.random())
random.seed(b'x')
print(random.random())
random.seed(15)
print(random.random())
s = random.getstate()
a = random.random()
random.setstate(s)
print(a == random.random())
attempt(random.randrange, 0)
attempt(random.randint, 5, 1)
attempt(random.choice, [])
attempt(random.sample, {1}, 1)
attempt(random.sample, [1], 2)
attempt(random.seed, [])
attempt(random.choices, [1], [0])
attempt(random.randrange, 1.5)

class C:

    def __init__(s):
        s.a = [1]
        s.me = s

c = C()
d = copy.deepcopy(c)
print(d.me is d, d.a is not c.a, copy.copy(c).a is c.a)
attempt(copy.copy, sys)
attempt(copy.deepcopy, [1, {2: (3, [4])}])
attempt(copy.replace, 1)

class Cp:

    def __copy__(s):
        return 'c'

    def __deepcopy__(s, m):
        return 'd'

    def __replace__(s, **k):
        return k

print(copy.copy(Cp()), copy.deepcopy(Cp()), copy.replace(Cp(), a=1))
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 2), h)
print(heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ['bb', 'a'], key=len))
print(list(heapq.merge([1, 3], [2], reverse=False)))
attempt(heapq.heappop, [])
attempt(heapq.heapify, ())
h = [1, 2, 3]
heapq.heapify_max(h)
print(h, heapq.heappop_max(h))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2], 2))
print(bisect.bisect([1, 2], 5, key=lambda x: x))
l = [1, 3]
bisect.insort(l, 2)
print(l)
attempt(bisect.bisect, [1], 'a')
attempt(bisect.bisect, [1], 1, -1)
for (fmt, args) in [
    ('<ihq', (1, 2, 3)),
    ('>d', (1.5,)),
    ('3s', (b'abcd',)),
    ('5p', (b'abc',)),
    ('?c', (1, b'x')),
    ('=I', (-1,)),
    ('b', (200,)),
    ('e', (1.5,)),
    ('z', (1,)),
    ('2h', (1,)),
    ('x3x', ()),
    ('s', ('a',)),
    ('<Q', (2 ** 64,)),
    ('i', ('a',)),
    ('c', (b'ab',)),
]:
    attempt(struct.pack, fmt, *args)
attempt(struct.unpack, '<h', b'ab')
attempt(struct.unpack, '<h', b'a')
attempt(struct.calcsize, 'ci')
attempt(list, struct.iter_unpack('<H', b'abcd'))
attempt(struct.unpack_from, 'b', b'ab', 1)
attempt(struct.unpack_from, 'i', b'ab', 1)
b = bytearray(4)
struct.pack_into('<h', b, 1, 5)
print(b, struct.Struct('<h'), struct.Struct('<h').size, struct.Struct('<h').format)
print(calendar.month(2024, 2), calendar.isleap(2000), calendar.monthrange(2023, 2))
print(calendar.weekday(2024, 1, 1), calendar.calendar(2024)[:200], calendar.day_name[0])
print(list(calendar.month_abbr), calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.TextCalendar(6).formatweek([(1, 0)], 3), calendar.Month.MAY, calendar.MONDAY)
attempt(calendar.monthrange, 2024, 13)
print(calendar.HTMLCalendar().formatmonth(2024, 1)[:100])
print(html.escape('<a href="x">&\'</a>'), html.unescape('&lt;&amp;&#39;&eacute;&notit;&#x41;&bad;'))
print('\n'.join(difflib.unified_diff('a b c'.split(), 'a x c d'.split(), 'f', 't', lineterm='')))
print(list(difflib.ndiff(['abc\n', 'd\n'], ['abd\n'])))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach']))
print(difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio())
print(difflib.SequenceMatcher(None, 'abcd', 'bcde').get_opcodes())
print(list(difflib.context_diff(['a\n'], ['b\n'])))
print(len(difflib.HtmlDiff().make_table(['a'], ['b'])) > 10)
d = {'a': list(range(30)), 'b': {'c': 'x' * 50, 'd': ('y' * 40,)}, 's': {3, 1, 2}, 'z': 'long string ' * 10, 'e': [], 'n': None}
pprint.pprint(d)
pprint.pprint(d, width=30, depth=2, compact=True, sort_dicts=False, indent=2)
print(pprint.pformat([1] * 50), pprint.saferepr(d)[:20], pprint.isreadable(d))
pprint.pp({'b': 1, 'a': 2})
r = []
r.append(r)
pprint.pprint(r.__len__())
pprint.pprint(types.SimpleNamespace(a=1, b='x' * 80))
pprint.pprint(123456789, underscore_numbers=True)
pprint.pprint(b'x' * 100)
print(up.urlparse('http://u:p@h:80/p;q?a=1&b=2#f'), up.urlsplit('//h/x').netloc)
print(up.parse_qs('a=1&a=2&b='), up.parse_qsl('a=1&b=%20+', keep_blank_values=True))
print(up.urlencode({'a': 'é &', 'b': [1, 2]}, doseq=True), up.quote('a/b é'))
print(up.quote_plus('a b/'), up.unquote('%C3%A9+'), up.unquote_plus('a+b'))
print(up.urljoin('http://a/b/c', '../d'), up.urldefrag('a#b'))
print(up.urlunparse(('http', 'h', '/p', '', 'q=1', 'f')))
attempt(up.urlsplit, 'http://[::1')
attempt(lambda: up.urlparse('http://h:x').port)
print(up.urlparse('http://[::1]:80/').hostname, up.quote_from_bytes(b'\xff'), up.unquote_to_bytes('%ff'))
print(base64.b64encode(b'hello\xff'), base64.b64decode('aGVsbG8='))
print(base64.urlsafe_b64encode(b'\xff\xfe'), base64.b32encode(b'hi'))
print(base64.b32decode('NBUQ===='), base64.b16encode(b'hi'), base64.a85encode(b'hello'))
print(base64.a85decode(b'BOu!rDZ'), base64.b85encode(b'hello'), base64.encodebytes(b'x' * 60))
print(base64.z85encode(b'hell'))
attempt(base64.b64decode, 'abc')
attempt(base64.b64decode, 'a$b=', validate=True)
attempt(base64.b16decode, '0g')
attempt(base64.b32decode, 'A')
attempt(base64.b64encode, 'a')
u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.fields, u.version, u.variant, u.urn)
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'a'), uuid.uuid5(uuid.NAMESPACE_URL, 'b'))
print(uuid.uuid4().version, uuid.UUID(int=5), u < uuid.UUID(int=5), uuid.uuid7().version)
print(uuid.uuid6().version, uuid.uuid8(1, 2, 3), uuid.uuid1().version, uuid.NIL, uuid.MAX)
attempt(uuid.UUID, 'x')
attempt(uuid.UUID)
attempt(uuid.UUID, int=-1)
for n in [
    'md5',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'sha3_256',
    'blake2b',
    'blake2s',
]:
    print(n, hashlib.new(n, b'abc').hexdigest())
print(hashlib.shake_128(b'x').hexdigest(5), hashlib.sha256(b'a').block_size)
print(hashlib.sha256().name, hashlib.blake2b(b'x', digest_size=4, key=b'k').hexdigest())
print(hmac.new(b'k', b'm', 'sha256').hexdigest(), hmac.compare_digest('a', 'a'))
print(hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex(), hmac.digest(b'k', b'm', 'md5'))
attempt(hashlib.new, 'zz')
attempt(hashlib.md5, 'a')
h = hashlib.md5(b'a')
h2 = h.copy()
h.update(b'b')
print(h.hexdigest(), h2.hexdigest(), sorted(hashlib.algorithms_guaranteed))
print(hashlib.sha256(b'x', usedforsecurity=False).digest_size)
attempt(hmac.new, b'k')
attempt(hmac.new, 'k', b'', 'md5')
print(len(secrets.token_hex(4)), len(secrets.token_bytes(3)), secrets.choice([1]))
print(secrets.randbelow(1), secrets.compare_digest('a', 'b'), type(secrets.token_urlsafe()))
print(F(1, 3) + F(1, 6), F('0.25'), F(0.5), F('1/3'), F(3).numerator, F(7, 3) // 1, F(7, 3) % 1)
print(round(F(7, 3), 1), F(1, 3) ** 2, F(1, 2) ** (-1), float(F(1, 3)))
print(hash(F(1, 2)) == hash(0.5), F(1, 2) == 0.5, F(22, 7).limit_denominator(3), repr(F(1, 2)))
print(F(1, 2) < 1, divmod(F(7, 2), 1), F(-1, 2).__floor__(), F(1, 3).as_integer_ratio())
print(f'{F(1, 3):.3f}', f'{F(1, 2)}', abs(F(-1, 2)), F(1, 2) + 1.5, F(1, 2) + 1j)
print(F.from_float(0.1), F(2, 1).is_integer(), f'{F(7, 2):>8}')
attempt(F, 1, 0)
attempt(F, 'x')
attempt(F, 1.5, 2)
attempt(lambda: F(1) / 0)
attempt(F, float('nan'))
attempt(lambda: F(1) + 'a')
attempt(F, 'inf')
print(isinstance(1, numbers.Integral), isinstance(F(1), numbers.Rational))
print(isinstance(1j, numbers.Complex), issubclass(bool, numbers.Real))
print(types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({1: 2}))
print(types.new_class('X', (), {}, lambda ns: ns.update(q=1)).q, types.prepare_class('X')[0])
print(types.resolve_bases((int,)), types.get_original_bases(int), types.coroutine)
print(types.DynamicClassAttribute, types.MethodType(len, [1])())
print(types.FunctionType(compile('1', '', 'eval'), {})())
