"""Time tuples, and formatting them."""

import time

EXPRESSIONS = r'''
time.gmtime(0)
time.gmtime(1.9)
time.gmtime(-1.5)
time.gmtime('a')
time.gmtime(1e30)
time.gmtime(float('nan'))
time.strftime('%Y-%m-%d %H:%M:%S',(2020,1,2,3,4,5,6,7,0))
time.strftime('')
time.strftime(5)
time.strftime('é%Y😀',(2020,1,1,0,0,0,0,1,0))
time.strftime('%Y\0%m',(2020,1,1,0,0,0,0,1,0))
time.strftime('%d',(1,2))
time.strftime('%d',5)
time.strftime('\ud800',(2020,1,1,0,0,0,0,1,0))
time.strptime('2020-01-02','%Y-%m-%d')
time.sleep(-1)
time.sleep('a')
time.sleep(float('nan'))
time.sleep(0)
time.sleep(True)
time.struct_time((1,2,3))
time.struct_time(range(9))
time.struct_time(range(12))
time.struct_time(5)
time.struct_time(range(9),{'foo':'x'})
time.struct_time(range(9)).__reduce__()
time.struct_time(range(9)).__replace__(tm_year=5)
time.struct_time(range(9)).__replace__(x=5)
time.struct_time.n_fields
time.struct_time.n_sequence_fields
time.struct_time.__match_args__
time.time.__text_signature__
time.strftime('%y',(1899,1,1,0,0,0,0,1,0))
time.strftime('%U %W %V %G %u %w',(2021,1,3,0,0,0,6,3,0))
time.struct_time.__new__.__text_signature__
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
