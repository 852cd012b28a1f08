"""Encoding many texts."""

seed = 778


def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (seed >> 33) % n


def choice(items):
    return items[rnd(len(items))]


import _codecs

FUNCTIONS = ['utf_8', 'utf_7', 'utf_16', 'utf_16_le', 'utf_16_be', 'utf_32', 'utf_32_le', 'utf_32_be', 'unicode_escape', 'raw_unicode_escape', 'latin_1', 'ascii', 'charmap']
HANDLERS = ['strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'surrogateescape', 'surrogatepass']
PIECES = ['a', 'bc', '\xe9', '\u2603', '\U0001f600', '\ud800', '\udc80', '\udcff', '\n', '\t', "'", '\\', '+', '-', '~', '&', '\x7f', '\0']
for number in range(2000):
    name = choice(FUNCTIONS)
    text = ''.join(choice(PIECES) for _ in range(rnd(7)))
    args = [text, choice(HANDLERS)]
    if name == 'charmap':
        args.append({ord(c): choice([5, b'xyz', None]) for c in 'ab&;0123?'})
    try:
        result = getattr(_codecs, name + '_encode')(*args)
    except UnicodeError as e:
        result = f'{type(e).__name__}: {e}'
    print(number, name, ascii(args), ascii(result))
print([len(''.join(map(chr, range(0x20))).encode(name)) for name in ('utf-8', 'utf-16', 'utf-32', 'utf-7')])
