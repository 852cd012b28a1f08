"""Decoding many byte strings, whole and in pieces."""

seed = 777


def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (seed >> 33) % n


def choice(items):
    return items[rnd(len(items))]


import _codecs

FUNCTIONS = ['utf_8', 'utf_8', 'utf_7', 'utf_16', 'utf_16_le', 'utf_16_be', 'utf_32', 'utf_32_le', 'utf_32_be', 'latin_1', 'ascii',
             'raw_unicode_escape']
HANDLERS = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass']
PIECES = {
    'utf_8': [b'a', b'\xc3\xa9', b'\xe2\x98\x83', b'\xf0\x9f\x98\x80', b'\xed\xa0\x80', b'\xff', b'\xc3', b'\xe2\x98', b'\xf0\x9f', b'\xc0\x80', b'\xf5', b'\xed\xa0'],
    'utf_7': [b'+', b'-', b'A', b'AG', b'AGE', b'2D', b'3Q', b'/', b'~', b'\xff', b'!', b'a', b'+2AHcAQ-', b'+-'],
    'raw_unicode_escape': [b'\\', b'u', b'U', b'00', b'41', b'x', b'\xff', b'1234', b'\\u0041'],
    'utf_16': [b'\xff\xfe', b'\xfe\xff', b'a\0', b'\0a', b'\x3d\xd8', b'\0\xde', b'\xd8\x3d', b'\xde\0', b'\0'],
    'utf_32': [b'\xff\xfe\0\0', b'\0\0\xfe\xff', b'a\0\0\0', b'\0\0\0a', b'\0\xd8\0\0', b'\0\0\x11\0', b'\0\x11\0\0', b'\0'],
}
for number in range(2500):
    name = choice(FUNCTIONS)
    pieces = PIECES.get(name[:6], PIECES.get(name, PIECES['utf_8']))
    data = b''.join(choice(pieces) for _ in range(rnd(7)))
    args = [data, choice(HANDLERS)]
    if name not in ('latin_1', 'ascii') and rnd(2):
        args.append(bool(rnd(2)))
    try:
        result = getattr(_codecs, name + '_decode')(*args)
    except UnicodeError as e:
        result = f'{type(e).__name__}: {e}'
    print(number, name, args, ascii(result))
for order in (-1, 0, 1):
    for data in (b'\xff\xfea\0', b'\xfe\xff\0a', b'a\0', b'a', b''):
        print(_codecs.utf_16_ex_decode(data, 'replace', order, True), _codecs.utf_32_ex_decode(data, 'replace', order, False))
