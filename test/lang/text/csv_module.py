"""Readers, writers and dialects of csv."""

import _csv
import csv
import io


def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__module__ + '.' + type(e).__name__, ascii(str(e)))


for kw in [dict(delimiter=''), dict(delimiter='ab'), dict(delimiter=1), dict(delimiter=None), dict(delimiter='\n'), dict(delimiter=' '),
           dict(delimiter=' ', skipinitialspace=True), dict(quotechar='ab'), dict(quotechar=''), dict(quotechar=None), dict(quotechar=None, quoting=0),
           dict(quotechar=None, quoting=3), dict(quotechar=5), dict(escapechar='ab'), dict(escapechar=5), dict(escapechar='\n'), dict(lineterminator=5),
           dict(lineterminator=None), dict(quoting=9), dict(quoting='x'), dict(quoting=-1), dict(delimiter='"'), dict(delimiter='x', escapechar='x'),
           dict(quotechar='x', escapechar='x'), dict(lineterminator=',\n'), dict(lineterminator='"'), dict(escapechar='\r'), dict(foo=1), dict(dialect='nope'),
           dict(dialect=5), dict(quotechar=' ', skipinitialspace=True), dict(escapechar=' ', skipinitialspace=True), dict(doublequote=5, strict='x'),
           dict(lineterminator=''), dict(quotechar='\n'), dict(delimiter=b'x'), dict(lineterminator='x', delimiter='x')]:
    print(kw, end=' ')
    t(lambda: (lambda d: (d.delimiter, d.doublequote, d.escapechar, d.lineterminator, d.quotechar, d.quoting, d.skipinitialspace, d.strict))(_csv.Dialect(**kw)))
for f in [lambda: _csv.get_dialect('x'), lambda: _csv.get_dialect(5), lambda: _csv.register_dialect(5), lambda: _csv.register_dialect('q', delimiter=';'), lambda: _csv.list_dialects(),
          lambda: _csv.get_dialect('q').delimiter, lambda: _csv.unregister_dialect('q'), lambda: _csv.unregister_dialect('q'), lambda: _csv.field_size_limit(),
          lambda: _csv.field_size_limit('x'), lambda: _csv.register_dialect(), lambda: _csv.register_dialect('a', 'b', 'c'),
          lambda: _csv.reader(), lambda: _csv.reader(5), lambda: _csv.writer(5), lambda: _csv.writer(), lambda: _csv.reader([], 'nope'),
          lambda: _csv.reader([], delimiter=''), lambda: _csv.writer(io.StringIO()).writerow(5), lambda: _csv.writer(io.StringIO()).writerows(5), lambda: list(_csv.reader([b'x'])),
          lambda: list(_csv.reader([5])), lambda: _csv.Dialect(_csv.Dialect(), delimiter=';').delimiter, lambda: _csv.Reader, lambda: _csv.Reader(), lambda: _csv.reader([]).dialect.delimiter,
          lambda: _csv.reader([]).line_num, lambda: _csv.Error.__mro__]:
    t(f)
d = _csv.Dialect()
t(lambda: _csv.Dialect(d) is d)
t(lambda: setattr(d, 'delimiter', 1))


class Sink:
    def write(self, text):
        return text


def written(rows, **kw):
    writer = _csv.writer(Sink(), **kw)
    return [writer.writerow(row) for row in rows]


ROWS = [['a', 'b c', 'd"e', 'f,g', 'h\ni', '', None, 1, 2.5, 'j\\k'], [''], [None], [], ['', ''], [' a'], ['a '], 'abc', [1.0, 1e300, True, b'x'], ['\r'], ['x"']]
for kw in [{}, dict(quoting=1), dict(quoting=2), dict(quoting=3, escapechar='\\'), dict(quoting=4), dict(quoting=5), dict(quoting=3), dict(doublequote=False, escapechar='\\'),
           dict(doublequote=False), dict(delimiter=' '), dict(delimiter=' ', skipinitialspace=True), dict(delimiter=' ', skipinitialspace=True, quoting=4), dict(lineterminator='!'),
           dict(quotechar="'"), dict(quotechar=None, quoting=3, escapechar='\\'), dict(escapechar='\\'), dict(delimiter='\t', skipinitialspace=True), dict(skipinitialspace=True, quoting=3)]:
    for row in ROWS:
        print(kw, row, end=' ')
        t(lambda: written([row], **kw))
LINES = [['a,b,c'], ['a,"b,c",d'], ['a,"b""c",d'], ['a,"b', 'c",d'], ['"a'], ['a,b\n'], ['a,b\r\n'], ['a\rb'], ['a\nb'], [''], ['\n'], ['a,"b"c,d'], ['a, "b"'], ["a,'b'"], ['1,"2",3.5,x'],
         ['a\\,b,c'], ['"a\\"b"'], ['a\\'], ['a\\\n', 'b'], [','], ['"",'], ['""'], ['"a"\n'], ['a\0b'], ['\xe9,\U0001f600'], ['"a\\\n', 'b"'], ['a;b'], ['1,2.5,-3'], ['"x', 'y'], []]
for kw in [{}, dict(strict=True), dict(quoting=2), dict(quoting=3), dict(quoting=4), dict(quoting=5), dict(escapechar='\\'), dict(skipinitialspace=True), dict(doublequote=False), dict(quotechar="'"),
           dict(doublequote=False, escapechar='\\'), dict(quotechar=None, quoting=3), dict(delimiter=';')]:
    for lines in LINES:
        print(kw, ascii(lines), end=' ')
        t(lambda: (lambda r: (list(r), r.line_num))(_csv.reader(lines, **kw)))
_csv.field_size_limit(3)
t(lambda: list(_csv.reader(['abcd'])))
_csv.field_size_limit(131072)
print(list(csv.DictReader(['a,b', '1,2', '3', '4,5,6'])))
out = io.StringIO()
w = csv.DictWriter(out, ['x', 'y'], extrasaction='ignore')
w.writeheader()
w.writerows([{'x': 1, 'y': 'q"r'}, {'x': None, 'z': 5}])
print(repr(out.getvalue()), csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,age\nbob,5\nann,7\n'))
