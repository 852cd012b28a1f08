"""Small ints in lists that are permuted and reversed in place."""

GROUP = "language"
SIZE = 7


def run(n):
    permutation = list(range(n))
    count = [0] * n
    best = checksum = index = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        work = permutation[:]
        flips = 0
        first = work[0]
        while first:
            work[: first + 1] = work[first::-1]
            flips += 1
            first = work[0]
        if flips > best:
            best = flips
        checksum += flips if index % 2 == 0 else -flips
        while True:
            if r == n:
                return checksum, best
            first = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        index += 1
