"""Numbers to text and back: int, float, bases, formatting, rounding."""

GROUP = "library"
SIZE = 1500


def run(size):
    ints = [i * 7919 - 3 for i in range(size)]
    texts = [str(i) for i in ints]
    back = [int(text) for text in texts]
    floats = [i / 7 for i in range(size)]
    float_texts = [repr(x) for x in floats]
    float_back = [float(text) for text in float_texts]
    hexes = [int(hex(i), 16) for i in ints]
    binary = sum(len(bin(i)) + len(oct(i)) for i in ints)
    formatted = ["%d %5.2f %x" % (i, x, abs(i)) for i, x in zip(ints, floats)]
    newer = [f"{i:,} {x:.3e} {x:>9.1f}" for i, x in zip(ints, floats)]
    rounded = sum(round(x, 2) for x in floats)
    return back == ints, float_back == floats, hexes == ints, binary, formatted[-1], newer[-1], round(rounded, 3)
