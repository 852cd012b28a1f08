"""datetime, calendar: arithmetic, formatting, parsing, time zones."""
import calendar
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

d = date(2024, 2, 29)
print(d, repr(d), d + timedelta(365), d - date(2023, 12, 25), d.weekday(), tuple(d.isocalendar()), d.isoformat(), d.replace(year=2028), d.toordinal(), date.fromordinal(1), d.strftime('%A %d %B %Y %j %U %y'), f'{d:%m/%d}', d.ctime())
print(date.fromisoformat('20240229') == d, date.fromisoformat('2024-W09-4'), date.fromisocalendar(2024, 9, 4), d < date.max, date.min, MAXYEAR)
dt = datetime(2024, 12, 31, 23, 59, 58, 123456)
print(dt, repr(dt), dt + timedelta(seconds=2), dt.isoformat(' ', 'minutes'), dt.date(), dt.time(), dt.timetuple()[:9], dt.replace(microsecond=0), dt.strftime('%H:%M:%S.%f %p %I %%'))
print(datetime.strptime('3 Mar 2021 04:05:06', '%d %b %Y %H:%M:%S'), datetime.fromisoformat('2024-05-06T07:08:09.5+02:30'), datetime.fromisoformat('2024-05-06 07Z'), datetime.combine(d, time(1, 2)))
t = timedelta(days=-1, hours=5, microseconds=7)
print(t, repr(t), t.total_seconds(), abs(t), -t, t * 3, t / 2, t // timedelta(hours=1), divmod(timedelta(hours=5), timedelta(minutes=90)), timedelta.max, timedelta(weeks=1, milliseconds=1.5), bool(timedelta()), timedelta(1) > t, sum([timedelta(1)] * 3, timedelta()))
tz = timezone(timedelta(hours=-3, minutes=-30), 'NST')
z = datetime(2020, 6, 1, 12, tzinfo=tz)
print(z, repr(z), z.astimezone(UTC), z.utcoffset(), z.tzname(), z == datetime(2020, 6, 1, 15, 30, tzinfo=UTC), z.timestamp(), datetime.fromtimestamp(0, UTC), timezone(timedelta(hours=1)), timezone.utc, z.isoformat(), f'{z:%z %Z %:z}')
print(time(12, 30, fold=1), repr(time(1, 2, 3, 4)), time.fromisoformat('04:05:06.789'), time(5) < time(6), time(1, tzinfo=UTC).isoformat(), bool(time(0)))


class Fixed(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=2)
    def dst(self, dt): return timedelta(hours=1)
    def tzname(self, dt): return 'FIX'
    def __repr__(self): return 'Fixed()'


f = datetime(2021, 1, 1, tzinfo=Fixed())
print(f, repr(f), f.dst(), f.utctimetuple()[:6], f - z)
for bad in (lambda: date(2023, 2, 29), lambda: datetime(1, 1, 1) - timedelta(1), lambda: z - dt, lambda: z < dt, lambda: date.fromisoformat('2024-13-01'), lambda: datetime.strptime('x', '%Y'), lambda: time(25), lambda: timedelta(days=10**10),
            lambda: timezone(timedelta(1)), lambda: d + 1, lambda: datetime.strptime('2020 1', '%Y'), lambda: date('x'), lambda: datetime.fromisoformat('no')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__)
print(z == dt, d == dt, hash(d) == hash(date(2024, 2, 29)), datetime(2020, 1, 1, fold=1) == datetime(2020, 1, 1))
print(calendar.month(2024, 2), calendar.isleap(2000), calendar.monthrange(2023, 2), calendar.weekday(2024, 1, 1), calendar.timegm((1970, 1, 2, 0, 0, 0)))
