"""How floats are written and read: shortest repr, hexadecimal, exact decimals."""
print(0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23, 2.0**63, 1 / 3)
print(repr(1.0), str(100.0), 1e100, 1.5e-10, 0.1 + 0.2, 4.35, 2.675, 1e0, 12345.678, 1e5 + 0.1, float(2**53 + 2))
for text in ('1', ' 1.5 ', '1e3', '1E-3', '.5', '5.', '1_000.5_0', 'inf', '-INFINITY', 'nan', '+1', '１.５', '0x1', '1e', '', '.', '1__0', '1_', '_1', 'e5', '1e5.', '1 2', 'infi', '1e400', '-1e400', '1e-400', '9' * 400, '0.' + '0' * 400 + '1e401', '\n1\t', '1\0'):
    try:
        print(repr(text)[:40], float(text))
    except ValueError as error:
        print(str(error)[:80])
for text in ('0x1p0', '0x1.8p1', '1.8', '-0x.1p4', '0X1P-1074', '0x1p-1075', '0x1.8p-1075', '0x1.fffffffffffff8p0', '0x1.fffffffffffff7p0', '0x1p1023', '0x1p1024', '0x1.fffffffffffffp1023', '0x1.fffffffffffff8p1023', ' inf ', 'nan', '0x', '', '0x1p', '0x1.8.0', 'p1', '0xg', '0x0p99999999999', '0x1p-99999999', '+0x10', 'a.bp3'):
    try:
        value = float.fromhex(text)
        print(repr(text), value, value.hex())
    except (ValueError, OverflowError) as error:
        print(repr(text), error)
for value in (0.1, 2.5, 0.5, 1.5, 1e22, 123.456, 5e-324, 1e-7):
    print('%.30f|%.20e|%.25g|%.0f|%.1f|%.0e' % (value, value, value, value, value, value))
print('%.60f' % 0.1, '%.100g' % 1e-5, '%.3f' % 2.0005, '%.2f' % 1.005, '%.15g' % 0.1, '%.17g' % 0.1, '%#.3g' % 1.0, '%g' % 1e6, '%g' % 999999.5)
print([round(x, 2) for x in (1.005, 2.675, 2.345, -1.115, 1e300, 5e-324)], [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 1e20)])
print([round(x, -2) for x in (149.9, 150.0, 250.0, 1e300)], round(1e308, -308), round(5e307, -308), round(0.1, 400), round(123.4, -400))
try:
    print(round(1.7e308, -308))
except OverflowError as error:
    print(error)
