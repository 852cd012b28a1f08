"""Methods of str on many texts."""

seed = 20260


def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (seed >> 33) % n


def choice(items):
    return items[rnd(len(items))]

POOLS = ['ab', 'abA B\t\n', 'aAbB\xdf\u017f\u0130i\u03a3\u03c3\u03c2\u0391 \u01c5\u01c6\u0149\u0345\u0301\ufb03',
         '\ud800\udc00\udfffa', 'a\U0001f600\U00010400\U00010428 b', '0123\u0663\xb2\xbd\u2167\u4e00',
         '\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029 a', '+-a', '\'"\\\x00\x7f\xa0\xad\u0378\ue000\ufeff\U000e0001a']
PLAIN = ('capitalize casefold title lower swapcase upper isascii islower isupper istitle isspace isdecimal isdigit isnumeric '
         'isalpha isalnum isidentifier isprintable __repr__ split rsplit splitlines strip lstrip rstrip expandtabs __len__').split()


def text(longest=10):
    pool = choice(POOLS)
    return ''.join(choice(pool) for _ in range(rnd(longest)))


def part(s):
    if rnd(4) == 0:
        return text(3)
    i = rnd(len(s) + 1)
    return s[i:i + rnd(4)]


def bounds():
    return [choice([None, 0, 1, 2, -1, -2, 5, 100, -100]) for _ in range(rnd(3))]


def arguments(name, s):
    if name in ('find', 'rfind', 'count', 'index', 'rindex'):
        return [part(s), *bounds()]
    if name in ('startswith', 'endswith'):
        return [choice([part(s), (part(s), part(s))]), *bounds()]
    if name == 'replace':
        return [part(s), text(3)] + ([choice([0, 1, 2, -1])] if rnd(2) else [])
    if name in ('split', 'rsplit'):
        return [choice([None, part(s)]), choice([-1, 0, 1, 2])]
    if name in ('center', 'ljust', 'rjust'):
        return [choice([0, 5, 12, 13]), choice('*\u1234\U0001f600')]
    if name in ('zfill', 'expandtabs'):
        return [choice([0, 1, 3, 8, 12])]
    if name == 'join':
        return [[text(3) for _ in range(rnd(4))]]
    if name == 'splitlines':
        return [True]
    if name == 'translate':
        return [{ord(c): choice([None, 65, 'xy', '\U0001f600', 0x1F600, '']) for c in s if rnd(2)}]
    if name == '__getitem__':
        return [slice(*(choice([None, 0, 1, 2, -1, -3, 7]) for _ in range(2)), choice([None, 1, -1, 2, -2, 3, 0]))]
    return [part(s)]


WITH = ('find rfind count index rindex startswith endswith replace split rsplit center ljust rjust zfill expandtabs join '
        'splitlines translate __getitem__ __contains__ __lt__ __eq__ strip lstrip rstrip partition rpartition removeprefix removesuffix').split()
for number in range(2500):
    s = text()
    name = choice(PLAIN) if rnd(3) == 0 else choice(WITH)
    args = [] if name in PLAIN and rnd(2) else arguments(name, s) if name in WITH else []
    try:
        result = getattr(s, name)(*args)
    except Exception as e:
        result = f'{type(e).__name__}: {e}'
    print(number, ascii(s), name, ascii(args), ascii(result))
