"""Error handlers of codecs: the builtin ones, and registered ones that misbehave."""

import _codecs
import codecs


def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, '__notes__', None))


t(lambda: '\u2603'.encode('cp1252'))
t(lambda: codecs.encode('\u2603', 'cp1252'))
t(lambda: '\u2603'.encode('hex'))
t(lambda: b'x'.decode('hex'))
t(lambda: b'x'.decode('nosuch'))
t(lambda: b'\xff'.decode('utf8', 'nosuch'))
t(lambda: '\ud800'.encode('utf8', 'nosuch'))
t(lambda: 'abc'.encode('utf8', 'nosuch'))
t(lambda: codecs.strict_errors(UnicodeEncodeError('ascii', 'xyz', 0, 10, 'r')))
t(lambda: codecs.strict_errors(1))
t(lambda: codecs.strict_errors(ValueError('x')))
t(lambda: codecs.ignore_errors(1))
t(lambda: codecs.ignore_errors(ValueError('x')))
t(lambda: codecs.replace_errors(UnicodeEncodeError('ascii', 'xyz', 0, 10, 'r')))
t(lambda: codecs.replace_errors(UnicodeDecodeError('ascii', b'xyz', 0, 10, 'r')))
t(lambda: codecs.replace_errors(UnicodeTranslateError('xyz', -5, 10, 'r')))
t(lambda: codecs.xmlcharrefreplace_errors(UnicodeEncodeError('ascii', 'x\U0001f600z', 0, 10, 'r')))
t(lambda: codecs.xmlcharrefreplace_errors(UnicodeDecodeError('ascii', b'xyz', 0, 10, 'r')))
t(lambda: codecs.backslashreplace_errors(UnicodeEncodeError('ascii', 'x\U0001f600\u1234z', 1, 3, 'r')))
t(lambda: codecs.backslashreplace_errors(UnicodeDecodeError('ascii', b'xyz', 0, 10, 'r')))
t(lambda: codecs.namereplace_errors(UnicodeEncodeError('ascii', 'x\U0001f600\u1234z\ue000\uac00', 0, 6, 'r')))
t(lambda: codecs.lookup_error('surrogateescape')(UnicodeEncodeError('ascii', 'x\udc80z', 1, 2, 'r')))
t(lambda: codecs.lookup_error('surrogateescape')(UnicodeEncodeError('ascii', 'x\udc80z', 0, 3, 'r')))
t(lambda: codecs.lookup_error('surrogateescape')(UnicodeDecodeError('ascii', b'\x80\xffz', 0, 3, 'r')))
t(lambda: codecs.lookup_error('surrogatepass')(UnicodeDecodeError('utf8', b'\xed\xb0\x80z', 0, 3, 'r')))
t(lambda: codecs.lookup_error('surrogatepass')(UnicodeEncodeError('utf-16', 'x\udc80\udc81z', 1, 3, 'r')))
t(lambda: codecs.lookup_error('surrogatepass')(UnicodeEncodeError('cp1252', 'x\udc80\udc81z', 1, 3, 'r')))
t(lambda: codecs.lookup_error('strict'))
t(lambda: [codecs.lookup_error(n).__doc__ for n in 'strict ignore replace backslashreplace xmlcharrefreplace namereplace surrogateescape surrogatepass'.split()])
t(lambda: _codecs._unregister_error('strict'))
t(lambda: _codecs._unregister_error('nosuch'))
t(lambda: codecs.lookup_error('xx'))
t(lambda: codecs.register(1))
t(lambda: codecs.register_error('x', 1))
t(lambda: codecs.lookup('\xe9'))
t(lambda: codecs.lookup('a\0b'))
t(lambda: codecs.lookup('UTF8').name)
t(lambda: codecs.lookup('latin 1').name)
t(lambda: codecs.lookup(1))
RESULTS = [5, ('x', 99), ('x', -9), 'x', ('x', 'y'), (b'xy', 1), ('\xe9', 1), ('ab', 1), (None, 1), ('x',), ('', 1)]
for result in RESULTS:
    codecs.register_error('test.bad', lambda e: result)
    print(ascii(result))
    t(lambda: b'\xffab'.decode('utf8', 'test.bad'))
    t(lambda: b'\xffab'.decode('ascii', 'test.bad'))
    t(lambda: b'\x00\xd8a'.decode('utf-16-le', 'test.bad'))
    for encoding in ('utf8', 'latin1', 'ascii', 'utf-16-le', 'utf-32-be', 'utf-16', 'cp437'):
        t(lambda: '\ud800ab'.encode(encoding, 'test.bad'))


def swap(e):
    """Puts other bytes in the place of the input."""
    e.object = b'<swapped>'
    return '!', 1


codecs.register_error('test.swap', swap)
t(lambda: b'a\xffb'.decode('ascii', 'test.swap'))
t(lambda: b'a\xffb'.decode('utf-8', 'test.swap'))


def show(e):
    print(type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason)
    return '?', e.end


codecs.register_error('test.show', show)
for encoding in ('ascii', 'latin-1', 'utf-8', 'utf-16', 'utf-32-le', 'cp1252', 'charmap'):
    t(lambda: 'a\ud800\ud801b\u1234\U0001f600'.encode(encoding, 'test.show'))
for encoding in ('ascii', 'utf-8', 'utf-16-be', 'utf-32', 'utf-7', 'unicode_escape', 'raw_unicode_escape', 'cp1252'):
    t(lambda: b'\xe9+AA!\xd8\x00\\x1\\u12\x81\xff\xfe'.decode(encoding, 'test.show'))
