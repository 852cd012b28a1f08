# locale: only C and C.UTF-8.
import locale, _locale
def t(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__, e)
print(locale.setlocale(locale.LC_ALL, 'C'), locale.localeconv())
t(locale.setlocale, 99); t(locale.setlocale, locale.LC_ALL, 5)
for n in 'DAY_1 ABDAY_7 MON_12 ABMON_5 D_FMT T_FMT RADIXCHAR THOUSEP YESEXPR NOEXPR ERA AM_STR PM_STR'.split():
    print(n, locale.nl_langinfo(getattr(locale, n)))
t(locale.nl_langinfo, 999999)
t(locale.strcoll, 'a', 'b'); t(locale.strcoll, 'b', 'a'); t(locale.strcoll, 'a', 'a'); t(locale.strxfrm, 'abc'); t(locale.strcoll, 1, 'a')
print(locale.str(1.5), locale.atof('1.25'), locale.atoi('12'), locale.format_string('%.2f %d', (1234.5, 1000), grouping=True), locale.delocalize('1.5'))
t(locale.currency, 1)
print(locale.normalize('en_US'), locale.Error.__mro__[1], locale.CHAR_MAX, locale.LC_ALL)
