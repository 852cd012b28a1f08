"""Integer and float operators at and across the limits of fast paths."""

big = 2**53
print(big - 1 + 1, big + 1, -big - 1, (big - 1) * 2, big * big, -(big) * 3)
print(3 * -0, 0 * -5, -0, 0 * -1 == 0, str(0 * -5), 1 / 1 * -0.0, -0.0)
for a in (7, -7, 0, 2**60, -2**60):
    for b in (2, -2, 3, -3, 2**53, -2**61):
        print(a // b, a % b, end=' ')
print()
print([-7 // 2, -7 % 2, 7 // -2, 7 % -2, 0 // -3, 0 % -3, 6 % -3, -6 % 3])
print(9007199254740991 // 2, 9007199254740993 // 2, 9007199254740991 % 1000, -9007199254740991 // 7)
print(1 << 10, 1 << 31, 1 << 52, 1 << 53, 1 << 100, -1 << 40, 5 << 0, 0 << 1000)
print(2**70 >> 60, -1 >> 100, 1 >> 100, -8 >> 1, 2**40 >> 35, -2**40 >> 39)
print(2**40 & 2**41 - 1, -1 & 2**40, 2**31 | 1, -2**31 ^ 1, 2**60 | 1, ~5, ~-1, ~2**60, -2**31 & 0xffffffff)
print(7 / 2, 1 / 3, 2**53 / 3, 2**70 / 2**69, -1 / 4)
print(2 ** 10, 2 ** -1, (-2) ** 3, 2 ** 0.5, 0 ** 0, 2 ** 62, 2 ** 64, (-8) ** (1 / 3))
print(True + True, True * 3, -True, True & False, True | 2, True ^ True, True << 3)
print(1 + 1.5, 1.5 - 1, 2 * 1.5, 3 // 1.5, 7 % 2.5, -7 % 2.5, 2 ** 1.5, 1 + 2j, (1 + 2j) * 2)
print(5 > 3.5, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 1 == True, 1 < True, 0.1 + 0.2 == 0.3)
x = 5
x += 3
x -= 1
x *= 2
x //= 3
x **= 3
x %= 50
x <<= 4
x >>= 2
x |= 1
x &= 0xff
x ^= 3
print(x)
x /= 4
print(x)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, None is None, not 1, not [])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1.5 / 0)
attempt(lambda: 1.5 // 0)
attempt(lambda: 1.5 % 0)
attempt(lambda: 0 ** -1)
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: 1 + 'a')
attempt(lambda: 'a' + 1)
attempt(lambda: 'a' * 'b')
attempt(lambda: [] + ())
attempt(lambda: 1 < 'a')
attempt(lambda: None + None)
attempt(lambda: -'a')
attempt(lambda: ~1.5)
attempt(lambda: 'a' @ 'b')
attempt(lambda: 1 in 5)
attempt(lambda: 5 & 1.5)
attempt(lambda: {} < {})
s = 'abc'
s += 'def'
s *= 2
print(s, 'b' in s, 'z' not in s, s[1], s[-1], s[1:3], s[::-1])
n = 1
for i in range(25):
    n = n * 7 - 3
print(n)
total = 0
for i in range(100):
    total += i * 10**15
print(total, total - total + 5)
