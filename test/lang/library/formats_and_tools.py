# csv, configparser, pickle, zlib, zipfile, tarfile, symtable, shlex, html, email, unittest, doctest, tokenize.
import csv, io, configparser, pickle, calendar, zipfile, tarfile, gzip, zlib, tempfile, os, locale, gettext, weakref, abc, queue, sched, time, types, copy, string, symtable, shlex, platform, optparse, getopt, cmd, code, timeit, doctest, unittest.mock, graphlib, colorsys, ipaddress, tomllib, html.parser, xml.sax.saxutils, mimetypes, filecmp, linecache, pkgutil, keyword, token, uuid, stat, netrc, quopri, email.message, email.mime.text, http.cookies, urllib.robotparser, reprlib, bdb, pstats, cProfile

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

f = io.StringIO()
w = csv.writer(f)
w.writerow([1, 'a,b', 'q"x', None, 2.5, 'nl\n'])
w.writerows([['x'], []])
print(repr(f.getvalue()))
print(list(csv.reader(io.StringIO(f.getvalue()))))
f = io.StringIO()
d = csv.DictWriter(f, ['a', 'b'], restval='-', extrasaction='ignore')
d.writeheader()
d.writerow({'a': 1, 'z': 2})
print(repr(f.getvalue()), list(csv.DictReader(io.StringIO('h1,h2\n1,2,3\n4'))))
attempt(list, csv.reader(['"a'], strict=True))
attempt(csv.writer(f, quoting=csv.QUOTE_NONE).writerow, ['a,b'])
attempt(csv.Sniffer().sniff('a;b\nc;d').__dict__.get, 'delimiter')
csv.register_dialect('p', delimiter='|', quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), list(csv.reader(['a|b'], 'p')), csv.get_dialect('p').delimiter)
attempt(csv.reader, [], delimiter='ab')
attempt(list, csv.reader([1]))
print(list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)) if 0 else '', csv.field_size_limit())
c = configparser.ConfigParser()
c.read_string('[DEFAULT]\nx=1\n[a]\ny = %(x)s2\nz: multi\n line\n[b]\nflag=yes\nn\n' if 0 else '[DEFAULT]\nx=1\n[a]\ny = %(x)s2\nz: multi\n line\n[b]\nflag=yes\n')
print(c.sections(), c['a']['y'], c.getint('a', 'x'), c.getboolean('b', 'flag'), c['a']['z'])
print(dict(c['a']), c.get('a', 'nope', fallback='F'), c.has_option('a', 'x'))
attempt(c.get, 'a', 'q')
attempt(c.get, 'zz', 'q')
attempt(c.read_string, 'x=1')
attempt(c.read_string, '[a]\nq')
attempt(c.add_section, 'a')
f = io.StringIO()
c.write(f)
print(f.getvalue())
attempt(c.read_string, '[a]\n[a]')

class P:

    def __init__(s):
        s.x = 1

    def __eq__(s, o):
        return s.__dict__ == o.__dict__

class R:

    def __reduce__(s):
        return (int, ('5',))

class G:

    def __getstate__(s):
        return {'a': 1}

    def __setstate__(s, d):
        s.st = d

for proto in range(6):
    o = [1, -5, 2 ** 70, 1.5, 'é😀', b'b', None, True, (1,), (1, 2, 3, 4), {1: [2]}, {3}, frozenset([4]), 1j, P(), R(), len, P, bytearray(b'q'), range(3), slice(1, 2), ..., Exception('m'), types.SimpleNamespace(a=1)]
    s = pickle.dumps(o, proto)
    r = pickle.loads(s)
    print(proto, r[:14], r[14].x, r[15:17], r[17] is P, r[18:22], r[22].args, r[23])
    print(pickle.loads(pickle.dumps(G(), proto)).st)
print(pickle.dumps([1, 'a', {'k': (1, 2)}], 2), pickle.dumps('x' * 300, 4)[:20], pickle.dumps(P(), 0))
attempt(pickle.loads, b'cos\nzz\n.')
attempt(pickle.dumps, open)
l = []
l.append(l)
print(pickle.loads(pickle.dumps(l))[0].__class__)
attempt(pickle.dumps, (i for i in ()))

class Pk(pickle.Pickler):

    def persistent_id(s, o):
        return 'PID' if o is P else None

class Up(pickle.Unpickler):

    def persistent_load(s, p):
        return p * 2

    def find_class(s, m, n):
        print(m, n)
        return super().find_class(m, n)

b = io.BytesIO()
Pk(b).dump([P, int])
b.seek(0)
print(Up(b).load())
import pickletools
pickletools.dis(pickle.dumps((1, 'a'), 2))
print(copy.copy(P()) == P())
z = zlib.compress(b'hello' * 100)
print(zlib.decompress(z) == b'hello' * 100, zlib.crc32(b'abc'), zlib.adler32(b'abc'), len(z) < 100)
attempt(zlib.decompress, b'bad')
g = gzip.compress(b'data')
print(gzip.decompress(g))
co = zlib.compressobj()
x = co.compress(b'a' * 10) + co.flush()
do = zlib.decompressobj()
print(do.decompress(x, 5), do.unconsumed_tail != b'', do.flush(), do.eof)
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as zf:
    zf.writestr('a.txt', 'A' * 50)
    zf.writestr('d/b', 'B')
with zipfile.ZipFile(b) as zf:
    print(zf.namelist(), zf.read('a.txt'), zf.getinfo('d/b').file_size, zf.testzip())
    attempt(zf.read, 'nope')
    print(zipfile.is_zipfile(b), [p.name for p in zipfile.Path(zf).iterdir()])
attempt(zipfile.ZipFile, io.BytesIO(b'xx'))
b = io.BytesIO()
with tarfile.open(fileobj=b, mode='w:gz') as tf:
    ti = tarfile.TarInfo('x')
    ti.size = 3
    tf.addfile(ti, io.BytesIO(b'abc'))
b.seek(0)
with tarfile.open(fileobj=b) as tf:
    print(tf.getnames(), tf.extractfile('x').read(), tf.getmember('x').size)
s = sched.scheduler(time.monotonic, time.sleep)
s.enter(0.002, 1, print, ('late',))
s.enter(0.001, 1, print, ('early',))
s.run()
print(s.empty())

class Ab(abc.ABC):

    @abc.abstractmethod
    def f(self):
        ...

    @property
    @abc.abstractmethod
    def p(self):
        ...

attempt(Ab)
print(Ab.__abstractmethods__ == frozenset({'f', 'p'}))
Ab.register(int)
print(isinstance(1, Ab), issubclass(bool, Ab), abc.get_cache_token().__class__)

class Wk:
    pass

w1 = Wk()
r = weakref.ref(w1)
print(r() is w1, r, weakref.getweakrefcount(w1)) if 0 else print(r() is w1, weakref.getweakrefcount(w1))
d = weakref.WeakValueDictionary(a=w1)
print(d['a'] is w1, list(d))
ws = weakref.WeakSet([w1])
print(len(ws))
p = weakref.proxy(w1)
p.z = 5
print(w1.z, weakref.WeakKeyDictionary({w1: 1})[w1])
attempt(weakref.ref, 1)
fin = weakref.finalize(w1, print, 'fin')
print(fin.alive, fin())
m = weakref.WeakMethod(io.StringIO().close) if 0 else None
st = symtable.symtable('def f(a):\n global g\n b=a\n def h(): return b', 'x', 'exec')
fs = st.get_children()[0]
print(st, fs.get_name(), fs.get_type(), sorted(fs.get_identifiers()))
print(shlex.split('a "b c" d\\ e'), shlex.quote("a'b"), shlex.join(['a', 'b c']))
print(list(shlex.shlex('a+b', punctuation_chars=True)))
attempt(shlex.split, '"a')
print(getopt.getopt(['-a', '1', '--long', 'x'], 'a:', ['long']))
attempt(getopt.getopt, ['-z'], 'a')
print(graphlib.TopologicalSorter({'d': {'b', 'c'}, 'b': {'a'}, 'c': {'a'}}).static_order().__class__)
print(colorsys.rgb_to_hsv(1, 0.5, 0), ipaddress.ip_address('192.168.1.1').is_private)
print(list(ipaddress.ip_network('10.0.0.0/30').hosts()), ipaddress.ip_address('::1'))
print(tomllib.loads('a=1\n[b]\nc=["x",2.5,true,1979-05-27]\n'))
attempt(tomllib.loads, 'a=')
attempt(ipaddress.ip_address, 'x')
attempt(lambda: tuple(graphlib.TopologicalSorter({1: {2}, 2: {1}}).static_order()))

class H(html.parser.HTMLParser):

    def handle_starttag(s, t, a):
        print('S', t, a)

    def handle_endtag(s, t):
        print('E', t)

    def handle_data(s, d):
        print('D', repr(d))

H().feed('<a href="x&amp;y">t&lt;</a><br/><!-- c -->')
print(xml.sax.saxutils.escape('<&>'), mimetypes.guess_type('a.html'), keyword.iskeyword('if'))
print(keyword.softkwlist, token.tok_name[1], reprlib.repr(list(range(100))))
print(reprlib.Repr(maxstring=10).repr('x' * 50), quopri.encodestring('é='.encode()))
m = email.message.EmailMessage()
m['Subject'] = 'Tést'
m['To'] = 'a@b.c'
m.set_content('body é\n')
print(m.as_string(), m.get_content(), m['subject'])
mm = email.message_from_string('From: x\nSubject: =?utf-8?q?T=C3=A9?=\n\nhello')
print(mm['from'], mm.get_payload())
print(email.header.decode_header(mm['subject']) if hasattr(email, 'header') else '')
ck = http.cookies.SimpleCookie('a=1; b=2')
print(ck['a'].value, ck.output())
mk = unittest.mock.Mock(return_value=3)
print(mk(1, k=2), mk.call_args, mk.called)
mk.assert_called_once_with(1, k=2)
attempt(mk.assert_called_with, 5)
with unittest.mock.patch('os.getcwd', return_value='/fake'):
    print(os.getcwd())
mg = unittest.mock.MagicMock()
mg.__len__.return_value = 5
print(len(mg), mg[1].__class__.__name__, unittest.mock.sentinel.x, unittest.mock.ANY == 5)
print(unittest.mock.call(1) == unittest.mock.call(1))
print(timeit.timeit('1', number=10) >= 0)

def dt():
    """
    >>> 1+1
    2
    >>> 1/0
    Traceback (most recent call last):
    ZeroDivisionError: division by zero
    >>> print('x')
    y
    """

fr = doctest.DocTestFinder().find(dt, 'dt', globs={}) if 0 else None
r = doctest.DocTestRunner(verbose=False)
for te in doctest.DocTestFinder().find(dt, 'dt'):
    print(r.run(te, out=lambda s: print(s, end='')))
print(doctest.testmod.__name__, locale.getlocale().__class__)
print(locale.setlocale(locale.LC_ALL, 'C'), locale.localeconv()['decimal_point'])
print(locale.format_string('%.2f', 1.5), gettext.gettext('x'), gettext.ngettext('a', 'b', 2))
print(gettext.NullTranslations().gettext('q'), platform.python_version_tuple()[:2])
op = optparse.OptionParser(prog='P')
op.add_option('-f', '--file', dest='fn', help='H', default='d')
print(op.parse_args(['-f', 'x', 'rest'])[1])
print(op.format_help())
i = code.InteractiveInterpreter({'a': 5})
i.runsource('print(a)')
print(i.runsource('if 1:'), code.compile_command('x=1').__class__)

class S(unittest.TestCase):

    def test_a(self):
        self.assertEqual(1, 1)

    def test_b(self):
        self.assertEqual([1, 2], [1, 3], 'msg')

    @unittest.skip('why')
    def test_c(self):
        pass

    @unittest.expectedFailure
    def test_d(self):
        self.fail()

    def test_e(self):
        with self.subTest(i=1):
            self.assertTrue(False)
        with self.assertRaisesRegex(ValueError, 'x'):
            raise ValueError('xy')

    def test_f(self):
        raise KeyError('k')

    def setUp(self):
        self.addCleanup(lambda: None)

o = io.StringIO()
r = unittest.TextTestRunner(o, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(S))
import re
print(re.sub('in [\\d.]+s', 'in Xs', o.getvalue()))
print(r)
import tokenize, py_compile, compileall, ast
for tk in tokenize.generate_tokens(io.StringIO('def f(x):\n  return f"{x!r:>3}" + 0x1f # c\n\n@a\nclass B: pass\n').readline):
    print(tk)
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO('a  = 1\n').readline)))
print(tokenize.detect_encoding(io.BytesIO(b'# coding: latin-1\n').readline))
attempt(list, tokenize.generate_tokens(io.StringIO('(').readline))
attempt(list, tokenize.generate_tokens(io.StringIO('"abc').readline))
attempt(list, tokenize.generate_tokens(io.StringIO('if 1:\n  a\n b').readline))
attempt(list, tokenize.tokenize(io.BytesIO(b'\xff').readline))
d = tempfile.mkdtemp()
fn = d + '/m.py'
open(fn, 'w').write('x=1\n')
print(py_compile.compile(fn).replace(d, ''), sorted(os.listdir(d)))
open(fn, 'w').write('x=')
try:
    py_compile.compile(fn, doraise=True)
except py_compile.PyCompileError as e:
    print(e.exc_type_name, str(e).replace(d, 'D'))
print(filecmp.cmp(fn, fn), linecache.getline(fn, 1))
import shutil
shutil.rmtree(d)
pr = cProfile.Profile()
pr.enable()
sum([1])
pr.disable()
o = io.StringIO()
pstats.Stats(pr, stream=o).print_stats()
print('function calls' in o.getvalue())
