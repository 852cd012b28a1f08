"""Functions of cmath: special values and errors."""

import cmath

EXPRESSIONS = r'''
cmath.log(0)
cmath.log10(0)
cmath.log(1,0)
cmath.log(10,10)
cmath.log(-1,2)
cmath.log('a')
cmath.exp(1000)
cmath.cosh(1000)
cmath.sinh(1000j)
cmath.sqrt(-1)
cmath.sqrt(1e308+1e308j)
cmath.polar(1+1j)
cmath.polar(1e308+1e308j)
cmath.rect(1,2)
cmath.phase(-1)
cmath.phase(-1-0j)
cmath.atanh(1)
cmath.atan(1j)
cmath.acos(2)
cmath.isclose(1,1+1e-10j)
cmath.isclose(1,2,rel_tol=-1)
cmath.isfinite('a')
cmath.infj,cmath.nanj,cmath.inf,cmath.nan,cmath.pi,cmath.e,cmath.tau
cmath.log(1,2,3)
cmath.sqrt()
cmath.exp(float('inf')*1j)
cmath.rect(float('inf'),1)
cmath.rect(1,float('inf'))
cmath.tanh(1000)
cmath.log(0j,0)
cmath.log(5,1)
cmath.sqrt(complex(float('inf'),1))
cmath.log(10**400)
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
