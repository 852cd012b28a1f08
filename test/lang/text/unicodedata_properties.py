"""Properties, names and case mappings of characters, as checksums of blocks."""

import unicodedata as u
o=u.ucd_3_2_0
def checksum(s):
    h=0
    for c in s: h=(h*31+ord(c))%1000000007
    return h
def row(cp):
    c=chr(cp)
    return repr((u.category(c),u.bidirectional(c),u.combining(c),u.mirrored(c),u.east_asian_width(c),u.decomposition(c),u.name(c,None),u.decimal(c,None),u.digit(c,None),u.numeric(c,None),
    o.category(c),o.bidirectional(c),o.combining(c),o.mirrored(c),o.east_asian_width(c),o.decomposition(c),o.name(c,None),o.decimal(c,None),o.digit(c,None),o.numeric(c,None),
    c.upper(),c.lower(),c.title(),c.casefold(),c.isalpha(),c.isprintable(),c.isidentifier(),('a'+c).isidentifier(),c.isspace(),c.isupper(),c.islower(),c.istitle(),
    [u.normalize(f,c) for f in ('NFC','NFD','NFKC','NFKD')],o.normalize('NFC',c),o.normalize('NFKD',c)))


for start in [*range(0, 0x3400, 256), 0x4E00, 0x9F00, 0xA000, 0xA600, *range(0xA700, 0xAC00, 256), 0xD700, 0xD800, 0xE000, *range(0xF900, 0x10000, 256), *range(0x10000, 0x11000, 256), 0x1B100, 0x1D100, 0x1D400, 0x1E900, 0x1F100, 0x1F600, 0x20000, 0x2F800, 0x2FA00, 0xE0000, 0x10FF00]:
    total = 0
    for cp in range(start, start + 256):
        total = (total * 7 + checksum(row(cp))) % 1000000007
    print(hex(start), total)
for cp in (0x41, 0xE9, 0xDF, 0x130, 0x345, 0x3A3, 0x1C5, 0x1F80, 0xFB03, 0xAC01, 0x1F600, 0x2F868, 0x9F4, 0x4E00):
    print(hex(cp), ascii(row(cp)))
