# The order of sets.
"""Order of sets whose elements have fixed hashes: that of CPython's table."""
import random

print({5, 1, 3}, {100, 200, 300}, {8, 0, 16, 24}, {True, 2.0, 3})
print(set(range(20)), set(range(20, 0, -1)), {i * 7 % 31 for i in range(31)})
print(list({i * i for i in range(30)}))
print(list({-i * 13 for i in range(30)}))
print(list({float(i) * 5 for i in range(40)}))
generator = random.Random(99)
check = 0
for round in range(60):
    s = set()
    log = []
    for step in range(generator.randrange(1, 120)):
        action = generator.randrange(10)
        value = generator.randrange(-50, 5000) * generator.choice([1, 1, 64, 4096])
        if action < 6:
            s.add(value)
        elif action < 8 and s:
            s.discard(generator.choice(list(s)))
        elif action == 8 and s:
            log.append(s.pop())
        else:
            other = {generator.randrange(200) for _ in range(generator.randrange(30))}
            operation = generator.randrange(8)
            if operation == 0:
                s |= other
            elif operation == 1:
                s = s | other
            elif operation == 2:
                s -= other
            elif operation == 3:
                s = other - s
            elif operation == 4:
                s ^= other
            elif operation == 5:
                s = s.union(list(other), other)
            elif operation == 6:
                s = set(dict.fromkeys(other)) | s
            else:
                s = s & (other | s)
    for value in list(s) + log:
        check = (check * 1000003 + value) % (2**61 - 1)
    if round % 10 == 0:
        print(list(s)[:12], log[:5])
print(check)
for n in (0, 1, 4, 5, 8, 9, 30, 200, 3000):
    big = set(range(0, n * 3, 3))
    copy = big.copy()
    small = frozenset(big)
    print(n, list(big)[:6] == list(copy)[:6], list(small)[-4:], list(big - set(range(5)))[:4], list(big & set(range(50)))[:8], list(big ^ {1, 3})[:5])
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(frozenset()) == hash(frozenset()))
a = {1, 2, 3}
a.remove(1)
a.add(9)
a.add(17)
print(a, a.pop(), a.pop(), a)
b = set(range(100))
for i in range(0, 100, 2):
    b.discard(i)
print(list(b)[:10])
b.difference_update(range(90))
print(b)
b.update(range(3))
print(b)
print({1, True, 1.0, "x"} - {"x"}, {None} | {None})
