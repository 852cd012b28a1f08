"""decimal and fractions: invoices and series in exact arithmetic."""

from decimal import ROUND_HALF_EVEN, Decimal, getcontext
from fractions import Fraction

GROUP = "library"
SIZE = 600


def run(size):
    getcontext().prec = 28
    cent = Decimal("0.01")
    rate, tax = Decimal("0.0131"), Decimal("0.0675")
    total = Decimal(0)
    for i in range(size * 3):
        price = (Decimal(i * 37 % 1000) * rate).quantize(cent, rounding=ROUND_HALF_EVEN)
        total += price + (price * tax).quantize(cent, rounding=ROUND_HALF_EVEN)
    series = sum((Fraction(1, k) for k in range(1, size // 3)), Fraction(0))
    e = term = Decimal(1)
    for k in range(1, 30):
        term /= k
        e += term
    return str(total), series.numerator % 10**9, str(e), str(Decimal(2).sqrt())
