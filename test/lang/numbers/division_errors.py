"""Errors of arithmetic."""

EXPRESSIONS = r'''
5%0
5//0
divmod(5,0)
5/0
5.0%0
5.0//0
divmod(5.0,0)
5.0/0
0.0**-1
0**-1
pow(2,3,0)
pow(2,-1,4)
1<<-1
1>>-1
1<<(1<<70)
0<<(1<<70)
1>>(1<<70)
(1<<70)/0
(10**400)/3
1j/0
1j/0j
1j//1
1j%1
0j**-1
0j**1j
pow(1j,2,3)
abs(complex(1e308,1e308))
(1e300+1e300j)**10
1j<2
2**-1
(-8)**(1/3)
(-2.0)**0.5
(10**400)**-1
1e308*10
(-1).to_bytes(1)
(-129).to_bytes(1,signed=True)
pow(2,3,1.5)
pow(2.0,3,2)
'''

for text in EXPRESSIONS.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
