# decimal and statistics.
from decimal import *
import decimal, pickle, copy, math
D = Decimal

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

print(D(1) / D(3), D('1.1') + D('2.2'), D('0.1') * 3, D(10) // 3, D(10) % 3, divmod(D(-7), 2))
print(D(2) ** 10, D(2) ** (-2), D('1.1') ** 2, D(2) ** D('0.5'), -D('1.5'), abs(D(-3)))
print(+D('1.' + '1' * 40), D(7) / 2, D('1e3'), D('1E+3') + 1, D('-0'), D('NaN'), D('-Infinity'))
print(D('sNaN123'), D(0.1), D((1, (1, 2, 3), -2)), D('1_000.5'), D(' 5 '), D('٣'))
attempt(D, 'x')
attempt(D, None)
attempt(D, [])
attempt(lambda: D(1) / 0)
attempt(lambda: D(0) / 0)
attempt(lambda: D('inf') - D('inf'))
attempt(lambda: D(1) + 1.0)
attempt(lambda: D(1) // 0)
attempt(lambda: D(1) % 0)
attempt(lambda: D('sNaN') + 1)
attempt(lambda: D(-1).sqrt())
attempt(lambda: D(0) ** 0)
attempt(lambda: D('1e999999') * 10)
attempt(int, D('nan'))
attempt(int, D('inf'))
attempt(float, D('snan'))
attempt(hash, D('snan'))
attempt(lambda: D(10) ** 30 % 7)
attempt(lambda: D('1e30') % 7)
print(D(2).sqrt(), D(1).exp(), D(10).ln(), D(2).ln(), D(1000).log10(), D(3).log10())
print(D('0.5').exp(), D(-10).exp(), D('1e-30').exp(), D('1.0000000001').ln(), D('1e100').ln())
print(D('1e-100').ln(), D(100).exp(), D('1234567.89').ln(), D(5).ln(), D(7) ** D('1.5'))
print(D('0.3') ** D('-2.7'), D(4) ** D('0.5'), D(3) ** (-1), D('1.0') ** 3, D(2) ** 100)
print(D(10) ** (-5), D('9.99') ** 50, D('1.00000001') ** 100000)
print(D('3.14159').quantize(D('0.01')), D('2.675').quantize(D('.01'), ROUND_HALF_UP))
print(D('2.5').to_integral_value(), D('2.5').to_integral_exact(ROUND_UP), round(D('2.675'), 2))
print(round(D('2.5')), round(D('3.5')), math.floor(D('-1.5')), math.ceil(D('1.2')))
print(int(D('-1.9')), float(D('1.5')), complex(D(2)), D('1.200').normalize())
print(D(1200).normalize(), D('123.456').adjusted(), D('1.5').as_tuple())
print(D('-1.25').as_integer_ratio(), D('nan').as_tuple(), D('inf').as_tuple())
print(D('12300').to_eng_string(), D('1.23E+5').to_eng_string(), D('1e-7'), D('0.000001'))
print(D('1e-10').to_eng_string())
attempt(D('123').quantize, D('1e-28'))
attempt(D(1).quantize, D('inf'))
print(D(1) < 2, D('1.0') == 1, D(1) == 1.0, D('0.1') == 0.1, D(1) < 1.5, D('nan') == D('nan'))
print(D('nan') != 1, hash(D(1)) == hash(1), hash(D('1.5')) == hash(1.5))
print(hash(D('1e50')) == hash(10 ** 50), D(1) in {1}, max(D(1), D(2)))
print(sorted([D(3), D('1.5'), 2]), sum([D('0.1')] * 10), D(1) == 1 + 0j)
print(D('0.5') == __import__('fractions').Fraction(1, 2), bool(D(0)), bool(D('0.0')))
print(D(5) > D('nan') if 0 else '')
attempt(lambda: D(1) < D('nan'))
attempt(lambda: D(1) < 'a')
attempt(lambda: D(1) < 1j)
print(D(1).compare(2), D(1).compare_total(D('1.0')), D('1.0').compare_total_mag(D('-2')))
print(D(3).max(5), D(3).min(D('nan')), D(1).next_plus(), D(1).next_minus(), D(1).next_toward(2))
print(D(7).remainder_near(4), D(5).fma(2, 3), D('1010').logical_and(D('0110')))
print(D('1').logical_invert(), D(1234).rotate(2), D(1234).shift(-2), D(5).scaleb(3))
print(D(250).logb(), D(5).copy_sign(D(-1)), D(5).number_class(), D('nan').number_class())
print(D('-0').number_class(), D('1e-999999').number_class(), D('1e-1000005').is_subnormal())
print(D(5).same_quantum(D('5.0')), D(5).radix(), D('1').is_signed(), D(5).is_nan())
print(D('snan').is_snan(), D(5).real, D(5).imag, D(5).conjugate(), D(-5).copy_abs())
print(D(5).copy_negate(), D(5).canonical(), D.from_float(0.1), D.from_float(3))
print(D.from_number(1.5))
for s in [
    '',
    '.2f',
    '10.3f',
    '<10',
    '^10',
    '=+10',
    '010.2f',
    ',',
    'e',
    '.3e',
    'E',
    'g',
    '.3g',
    '%',
    '.1%',
    '+',
    '-',
    ' ',
    '*>12.1f',
    ',.2f',
    '.0f',
    '.10',
    'n',
    '015,.2f',
]:
    for v in ['1234567.891', '-0.04', '0', '1E+10', 'NaN', '-Infinity']:
        try:
            print(repr(format(D(v), s)), end=' ')
        except Exception as e:
            print(type(e).__name__, e, end=' ')
    print(s)
c = getcontext()
print(c, c.prec, c.rounding, c.flags, c.traps[Inexact])
c.clear_flags()
D(1) / 3
print(c.flags[Inexact], [s.__name__ for s in c.flags if c.flags[s]], len(c.flags), list(c.traps.items())[0])
c.prec = 5
print(D(1) / 3, +D('1.23456789'))
c.prec = 28
with localcontext() as ctx:
    ctx.prec = 4
    ctx.rounding = ROUND_DOWN
    print(D(2) / 3, ctx)
with localcontext(prec=3, Emax=5) as ctx:
    print(D(1) / 7, ctx.copy())
    attempt(lambda: D('1e5') * 10)
with localcontext(ExtendedContext) as c2:
    print(D(1) / 0, D(0) / 0, D('x'), c2.flags[DivisionByZero], D('1e9999999') * D('1e99999999'))
print(D(1) / 3)
attempt(setattr, c, 'prec', 0)
attempt(setattr, c, 'prec', 'a')
attempt(setattr, c, 'rounding', 'x')
attempt(setattr, c, 'foo', 1)
attempt(delattr, c, 'prec')
attempt(setattr, c, 'Emax', -1)
attempt(setattr, c, 'clamp', 2)
attempt(lambda: c.traps['x'])
attempt(Context, prec=-1)
attempt(Context, foo=1)
attempt(Context, traps=[1])
x = Context(prec=3, rounding=ROUND_UP, traps=[])
print(x, x.create_decimal('1.23456'), x.create_decimal(1.23456), x.add(D('1.005'), 1))
print(x.divide(1, 3), x.sqrt(2), x.power(2, 3), x.power(2, 10, 7), x.divmod(7, 2), x.abs(-5))
print(x.minus(3), x.plus('1') if 0 else '', x.to_sci_string(D('1e5')), x.Etiny(), x.Etop())
print(x.is_normal(5), x.create_decimal_from_float(1 / 3), x.flags)
attempt(x.plus, '1')
attempt(x.add, 1, 'a')
x.traps[Inexact] = True
attempt(x.divide, 1, 3)
print(pickle.loads(pickle.dumps(D('1.5'))), copy.copy(D(1)), copy.deepcopy([D('2')]))
print(pickle.loads(pickle.dumps(x)), BasicContext, ExtendedContext, DefaultContext)
print(IEEEContext(64), HAVE_THREADS)
print(decimal.__version__)

class S(D):

    def __new__(cls, *a):
        return super().__new__(cls, *a)

print(repr(S('1.5')), type(S(1) + 1), S.from_float(1.5).__class__)
print(isinstance(D(1), __import__('numbers').Number))
print([e.__mro__[1:-4] for e in (Clamped, DivisionByZero, Overflow, Underflow, FloatOperation, InvalidOperation)])
print(decimal.DecimalException, DivisionByZero, str(InvalidOperation([1])))
print(DecimalTuple(0, (1,), 2), issubclass(decimal.DivisionUndefined, ZeroDivisionError))
c = getcontext()
c.traps[FloatOperation] = True
attempt(D, 1.5)
attempt(lambda: D(1) < 1.5)
attempt(lambda: D(1) == 1.5)
c.traps[FloatOperation] = False
print(D('123456789012345678901234567890') + 1, D('1e-1000007'), D('0e-1000030') + 0)
print(D('9' * 40) + 0, D('1') - D('1e-50'), D('1e50') + D('1e-50'), D(5) - D('5.00'))
print(D('-5') + 5)
setcontext(Context(rounding=ROUND_FLOOR))
print(D(5) - 5, -D(0), +D('-0'), D('-5') + 5)
import statistics as st
print(st.mean([D('0.5'), D('0.75')]), st.mean([1, 2, 3, 4]), st.median([3, 1, 2]))
print(st.stdev([1, 2, 3, 4]), st.variance([D(1), D(2)]), st.mode('aab'), st.multimode('aabb'))
print(st.fmean([1, 2]), st.geometric_mean([1, 2, 4]), st.harmonic_mean([1, 2]))
print(st.quantiles([1, 2, 3, 4, 5]), st.pstdev([1, 2]), st.NormalDist(0, 1).cdf(1))
print(st.linear_regression([1, 2, 3], [2, 4, 6]), st.correlation([1, 2, 3], [1, 2, 4]))
print(st.covariance([1, 2], [3, 4]), st.median_grouped([1, 2, 2, 3]))
print(st.NormalDist.from_samples([1, 2, 3]), st.kde([1, 2, 3], h=1)(2))
attempt(st.mean, [])
attempt(st.stdev, [1])
import json, fractions
print(fractions.Fraction(D('0.75')), fractions.Fraction.from_decimal(D('1.5')))
attempt(json.dumps, D(1))
