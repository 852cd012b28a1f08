"""Loops over ints and lists: primes, perfect numbers, Collatz lengths."""

GROUP = "language"
SIZE = 9000


def primes_below(n):
    is_prime = [True] * n
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i < n:
        if is_prime[i]:
            for j in range(i * i, n, i):
                is_prime[j] = False
        i += 1
    return [k for k in range(n) if is_prime[k]]


def collatz(n):
    length = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def run(size):
    primes = primes_below(size)
    longest = 0
    for n in range(1, size // 12):
        length = collatz(n)
        if length > longest:
            longest = length
    return len(primes), sum(primes), longest
