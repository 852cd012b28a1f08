"""The format specification mini-language on pseudo-random numbers and specifications."""
import _random

random = _random.Random(7)


def below(n):
    return random.getrandbits(32) % n


def specification(types):
    text = ''
    if below(10) < 4:
        if below(10) < 6: text += 'x0 é😀*'[below(6)]
        text += '<>=^'[below(4)]
    if below(10) < 3: text += '+- '[below(3)]
    if below(10) < 1: text += 'z'
    if below(10) < 2: text += '#'
    if below(10) < 2: text += '0'
    if below(10) < 5: text += str(below(40))
    if below(10) < 3: text += ',_'[below(2)]
    if below(10) < 5: text += '.' + str([0, 1, 2, 3, 5, 10, 15, 16, 17, 18, 20, 30, 60][below(13)])
    if below(20) < 1: text += ',_'[below(2)]
    if below(10) < 8: text += types[below(len(types))]
    return text


def show(value, types):
    spec = specification(types)
    try:
        print(repr(value), repr(spec), repr(format(value, spec)))
    except (ValueError, OverflowError) as error:
        print(repr(value), repr(spec), error)


FLOATS = [0.0, -0.0, 1.0, 0.5, 1.5, 2.5, float('inf'), float('-inf'), float('nan'), 1e16, 1e22, 1e23, 5e-324, 0.1, 123456789.0, 1e-4, 9.5, 99.5, 0.375]
for _ in range(700):
    value = [FLOATS[below(19)], below(8000) / 64 - 50, (random.random() - 0.5) * 10 ** (below(40) - 20)][below(3)]
    show(value, 'efgEFG%nds')
    show(random.getrandbits(1 + below(150)) * (1 if below(2) else -1), 'bdoxXnfeg%sd')
    show(complex(FLOATS[below(19)], value), 'efgEFGn%')
    show(['abc', '', '😀x', 'éa'][below(4)], 'sss sd')
