"""Large ints: digits of pi, factorials, powers, divisions, roots, to text and back."""

import math

GROUP = "library"
SIZE = 250


def pi_digits(n):
    out = []
    q, r, t, k, digit, odd = 1, 0, 1, 1, 3, 3
    while len(out) < n:
        if 4 * q + r - t < digit * t:
            out.append(str(digit))
            q, r, digit = 10 * q, 10 * (r - digit * t), (10 * (3 * q + r)) // t - 10 * digit
        else:
            q, r, t, k, digit, odd = q * k, (2 * q + r) * odd, t * odd, k + 1, (q * (7 * k + 2) + r * odd) // (t * odd), odd + 2
    return "".join(out)


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def run(size):
    pi = pi_digits(size)
    factorial = math.factorial(size * 2)
    text = str(factorial)
    power = pow(3, size * 5, (1 << 521) - 1)
    modular = pow(factorial + 1, 65537, (1 << 607) - 1)
    root = math.isqrt(factorial)
    greatest = math.gcd(factorial, fibonacci(size * 4))
    bits = (factorial >> 100) & ((1 << 200) - 1)
    return pi[-8:], len(text), int(text) == factorial, power % 10**9, modular % 10**9, root % 10**9, greatest % 10**9, bits % 10**9
