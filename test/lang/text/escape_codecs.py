"""The escape codecs, the charmap codec, and what they refuse."""

import _codecs


def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


CASES = [b'', b'abc', rb'\n\t\x41\101\u1234\U0001f600\N{SPACE}\N{latin small letter a}', rb'\x', rb'\x4', rb'\xzz', rb'\u12', rb'\uzzzz', rb'\U00110000',
         rb'\U0001f6', rb'\N', rb'\N{', rb'\N{}', rb'\N{nope}', rb'\N{SPACE', b'\\', b'\xff\\xff', b'a\\\nb', rb'\7\77\377', rb'\a\b\f\v\r\"\'']
for data in CASES:
    print(data)
    for handler in ('strict', 'replace', 'ignore', 'backslashreplace'):
        t(lambda: _codecs.unicode_escape_decode(data, handler))
        t(lambda: _codecs.unicode_escape_decode(data, handler, False))
        t(lambda: _codecs.escape_decode(data, handler))
    t(lambda: _codecs.raw_unicode_escape_decode(data))
    t(lambda: _codecs.raw_unicode_escape_decode(data, 'strict', False))
t(lambda: _codecs.escape_decode('text \\x41'))
t(lambda: _codecs.escape_decode(b'\\xz', 'nosuch'))
t(lambda: _codecs.escape_encode(b"abc\\'\"\n\x00\xff"))
t(lambda: _codecs.escape_encode('abc'))
t(lambda: _codecs.unicode_escape_encode('a\\\n\xe9\u1234\U0001f600\x7f'))
t(lambda: _codecs.raw_unicode_escape_encode('a\\\n\xe9\u1234\U0001f600\x7f'))
t(lambda: _codecs.charmap_decode(b'abc', 'strict', 'xyz'))
t(lambda: _codecs.charmap_decode(b'\0\1\2', 'strict', 'xy\ufffe'))
t(lambda: _codecs.charmap_decode(b'\0\1\2\3', 'replace', {0: 'zero', 1: 0x1f600, 2: None}))
t(lambda: _codecs.charmap_decode(b'\0', 'strict', {0: 0x110000}))
t(lambda: _codecs.charmap_decode(b'\0', 'strict', {0: b'x'}))
t(lambda: _codecs.charmap_encode('a', 'strict', {97: 300}))
t(lambda: _codecs.charmap_encode('a', 'strict', {97: 'x'}))
t(lambda: _codecs.charmap_encode('ab', 'strict', {97: b'xyz', 98: 1}))
t(lambda: _codecs.charmap_encode('abc', 'xmlcharrefreplace', {97: 1, 38: 2, 35: 3, 59: 4, **{48 + i: 65 + i for i in range(10)}}))
table = ''.join(map(chr, range(256)))
t(lambda: _codecs.charmap_encode('\xe9\xff', 'strict', _codecs.charmap_build(table)))
t(lambda: type(_codecs.charmap_build(table)).__name__)
t(lambda: type(_codecs.charmap_build('\U0001f600')).__name__)
t(lambda: _codecs.readbuffer_encode('a\xe9'))
t(lambda: _codecs.utf_8_decode('a'))
t(lambda: _codecs.utf_8_encode(b'a'))
t(lambda: _codecs.utf_8_encode('a', 5))
t(lambda: ('caf\xe9 \u20ac'.encode('cp1252'), b'caf\xe9 \x80'.decode('cp1252'), b'\x81'.decode('cp1252', 'replace')))
t(lambda: 'abc'.encode('rot13'))
