"""Ints and floats compare by their exact values."""
import math

edges = [2**53, 2**53 + 1, 2**54 + 1, 2**63 - 1, 2**64, 10**22, 10**23, 2**1023, 2**1024, 10**400, 0, 1]
for n in edges:
    for sign in (1, -1):
        i = sign * n
        try:
            f = float(i)
        except OverflowError as error:
            print(i.bit_length(), error, i > 1e308, i < -1e308, i == math.inf, i < math.inf, i > -math.inf)
            continue
        print(i.bit_length(), i == f, i < f, i > f, i <= f, f == i, f < i, f >= i, i != math.nan, i < math.nan, f.as_integer_ratio()[0] == i)
print(0.1 == 1 / 10, 0.1 + 0.2 > 0.3, 3 == 3.0, 3 < 3.5, -1 > -1.5, 10**17 + 1 > 1e17, float(10**17 + 1) == 10**17)
print(sorted([2**53 + 1, float(2**53), 2**53, 2.0**53 + 2]), max(2**53 + 1, 2.0**53), min(2**53 - 1, 2.0**53))
print([a / b for a, b in ((2**53 + 1, 1), (10**400, 10**399), (1, 10**300), (1, 3 * 10**320), (2**1080 + 1, 2**60), (-7, 10**23), (10**23, 1), (2**53 + 1, 2**53))])
for a, b in ((10**400, 1), (1, 0), (10**400, 0), (0, 10**400), (1, 10**400), (-1, 10**400)):
    try:
        print(a / b if b else a / 0)
    except ArithmeticError as error:
        print(type(error).__name__, error)
