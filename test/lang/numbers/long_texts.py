"""Text of huge ints: conversions both ways, and the limit on decimal ones."""
import sys


def attempt(function, *args):
    try:
        return function(*args)
    except ValueError as error:
        return str(error)


n = 3 ** 5000
print(len(hex(n)), len(bin(n)), len(oct(n)), hex(n)[:30], oct(n)[-30:])
print(str(n)[:30], len(str(n)), int(str(n)) == n, int(hex(n), 16) == n, int(oct(n), 8) == n)
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
m = 10 ** 4300
print(attempt(str, m), attempt(str, -m), len(str(m - 1)), len(str(1 - m)))
print(attempt(int, '1' * 4301), len(str(int('9' * 4300))), attempt(int, '-' + '1' * 4301), attempt(int, '1_' * 4300 + '1'))
print(attempt('{:d}'.format, m), attempt('%d'.__mod__, m), len('%x' % m), len(f'{m:b}'))
print(attempt(int, 'z' * 5000, 36) == int('z' * 100, 36), attempt(int, '12' * 3000, 3))
sys.set_int_max_str_digits(640)
print(attempt(str, 10 ** 640), len(str(10 ** 639)), attempt(int, '5' * 641))
print(attempt(sys.set_int_max_str_digits, 100), attempt(sys.set_int_max_str_digits, -1))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 20000)), int('7' * 20000) % 1000003, str(7 ** 30000)[-20:])
for base in (2, 3, 7, 10, 11, 16, 32, 35, 36):
    print(base, int('1' * 2000, base) % (10 ** 9 + 7), int('10' * 1000, base).bit_length())
print([int(text, base) for text, base in (('0x_1f', 16), ('0b1_0', 0), (' -0o17 ', 0), ('+0', 0), ('1_000', 10), ('zZ', 36), ('٣٤', 10), ('\u20031\n', 10))])
print([attempt(int, text, base) for text, base in (('0x', 16), ('1__0', 10), ('_1', 10), ('1_', 10), ('08', 0), ('0_8', 8), ('', 10), ('-', 10), ('1 2', 10), ('0b2', 0), ('１', 2), ('½', 10))])
