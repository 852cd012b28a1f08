"""Special casing: final sigma, titles, ligatures, dotted i."""

WORDS = ['\u03a3', 'A\u03a3', 'A\u03a3B', 'A\u03a3 B', "A\u03a3'", "A'\u03a3", "\u03a3\u0301", 'A\u0301\u03a3\u0301', 'A\u03a3\u0345B', '\xdfss', '\ufb01n', '\u0130stanbul', 'DI\u0130',
         '\u01c4\u01c5\u01c6', '\u0149a', '\u1f80\u1f88', '\u1fb3\u1fbc', 'x\u0345y', "they're bill's", 'a1b2', '\u10d0\u10d1', '\u1c90', '\u13a0\uab70', '\U00010400\U00010428',
         '\u2160\u2170', '\u24b6\u24d0', '\xaa\xba', '\u02b0', '\xb5', '\u017f', '\u212a\u212b', '\u1e9e', '\u0390\u03b0', '\ua7ae\u026a', '\U0001e900\U0001e922']
for word in WORDS:
    print(ascii(word), *(ascii(getattr(word, name)()) for name in ('upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold')),
          *(getattr(word, name)() for name in ('isupper', 'islower', 'istitle', 'isalpha', 'isidentifier')))
print(ascii('\u03a3'.join('ABC').lower()), ascii('\U0001f600\u03a3'.lower()), ascii('\U00010400\u03a3'.lower()))
print([c.lower() for c in 'ABC'], 'stra\xdfe'.casefold() == 'STRASSE'.casefold(), '\u0130'.lower() == 'i\u0307')
