"""Complex arithmetic at special values, also mixed with real numbers."""
import operator

inf, nan = float('inf'), float('nan')
PARTS = [0.0, -0.0, 1.0, -2.5, inf, -inf, nan, 1e308]


def attempt(function, *args):
    try:
        return function(*args)
    except ArithmeticError as error:
        return f'{type(error).__name__}: {error}'


BINARY = [operator.add, operator.sub, operator.mul, operator.truediv, operator.eq]
for real in PARTS:
    for imag in PARTS:
        z = complex(real, imag)
        print(z, -z, z.conjugate(), bool(z), attempt(abs, z), z == z)
        for other in PARTS + [3, 2**70, True]:
            print(other, *[attempt(f, z, other) for f in BINARY], *[attempt(f, other, z) for f in BINARY])
        for other in (1j, -0j, complex(inf, 1), complex(nan, 0), complex(1e308, -1e308)):
            print(other, *[attempt(f, z, other) for f in BINARY])
for z in (1 + 2j, -3 + 0.5j, 2j, 1e200 + 1e200j):
    print([attempt(pow, z, n) for n in (0, 1, 2, 3, 7, -1, -2, 100)])
print(hash(1 + 0j) == hash(1), hash(0.5 + 0j) == hash(0.5), 1 + 0j == 1, 1j != 1, 2**70 == complex(2**70))
