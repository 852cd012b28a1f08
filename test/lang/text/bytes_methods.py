"""Methods of bytes and bytearray on many values."""

seed = 20260


def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return (seed >> 33) % n


def choice(items):
    return items[rnd(len(items))]

POOLS = [b'ab', b'aAbB \t\n\r\x0b\x0c', b'09az-+', bytes(range(256))]
PLAIN = ('capitalize title lower swapcase upper isascii islower isupper istitle isspace isdigit isalpha isalnum __repr__ split '
         'rsplit splitlines strip lstrip rstrip expandtabs __len__ hex').split()


def data(longest=10):
    pool = choice(POOLS)
    return bytes(choice(pool) for _ in range(rnd(longest)))


def part(s):
    if rnd(4) == 0:
        return data(3)
    i = rnd(len(s) + 1)
    return bytes(s[i:i + rnd(4)])


def bounds():
    return [choice([None, 0, 1, 2, -1, -2, 5, 100, -100]) for _ in range(rnd(3))]


def arguments(name, s):
    if name in ('find', 'rfind', 'count', 'index', 'rindex'):
        return [choice([part(s), part(s), rnd(260) - 2]), *bounds()]
    if name in ('startswith', 'endswith'):
        return [choice([part(s), (part(s), part(s))]), *bounds()]
    if name == 'replace':
        return [part(s), data(3)] + ([choice([0, 1, 2, -1])] if rnd(2) else [])
    if name in ('split', 'rsplit'):
        return [choice([None, part(s)]), choice([-1, 0, 1, 2])]
    if name in ('center', 'ljust', 'rjust'):
        return [choice([0, 5, 12, 13]), choice([b'*', bytearray(b'-')])]
    if name in ('zfill', 'expandtabs'):
        return [choice([0, 1, 3, 8, 12])]
    if name == 'join':
        return [[data(3) for _ in range(rnd(4))]]
    if name == 'hex':
        return [choice([':', b'.']), choice([1, 2, -2, 0, 5])]
    if name == 'translate':
        return [choice([None, bytes(reversed(range(256)))]), part(s)]
    if name == '__getitem__':
        return [slice(*(choice([None, 0, 1, 2, -1, -3, 7]) for _ in range(2)), choice([None, 1, -1, 2, -2, 3, 0]))]
    if name == 'fromhex':
        return [''.join(choice(['a', '0', 'ff', '1', ' ', '\t', 'z', 'AB']) for _ in range(rnd(6)))]
    if name == 'decode':
        return [choice(['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-32']), choice(['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'])]
    return [part(s)]


WITH = ('find rfind count index rindex startswith endswith replace split rsplit center ljust rjust zfill expandtabs join hex '
        'translate __getitem__ __contains__ __lt__ __eq__ strip lstrip rstrip partition rpartition removeprefix removesuffix '
        'fromhex decode').split()
for number in range(2500):
    s = data()
    if rnd(2):
        s = bytearray(s)
    name = choice(PLAIN) if rnd(3) == 0 else choice(WITH)
    args = arguments(name, s) if name in WITH else []
    try:
        result = getattr(s, name)(*args)
    except Exception as e:
        result = f'{type(e).__name__}: {e}'
    print(number, s, name, args, ascii(result))
