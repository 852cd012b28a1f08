"""Float arithmetic on locals in nested loops."""

GROUP = "language"
SIZE = 48


def escape(cr, ci, limit):
    r = i = 0.0
    for step in range(limit):
        rr = r * r
        ii = i * i
        if rr + ii > 4.0:
            return step
        i = 2.0 * r * i + ci
        r = rr - ii + cr
    return limit


def run(size):
    total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            total += escape(3.0 * x / size - 2.0, ci, 60)
    return total
