"""Equal numbers of different types hash alike and are one key."""
for value in (0, 1, -1, 2, 2**31, 2**53, 2**60, 2**61 - 1, 2**61, 2**62, 2**100, 10**30, -2**70):
    exact = float(value) == value
    print(value, hash(value) == hash(float(value)) if exact else None, hash(complex(value)) == hash(float(value)))
print(hash(-1), hash(-1.0), hash(complex(-1, 0)), hash(True) == hash(1.0), hash(0.0) == hash(-0.0) == hash(0))
print(hash(float('inf')), hash(float('-inf')), hash(0.5) == hash(0.5 + 0j), hash(float('inf')) == hash(complex(float('inf'), 0)))
keys = {}
for key in (1, 1.0, True, 1 + 0j, 0, 0.0, False, 0j, 2**70, float(2**70), complex(2**70), 0.5, 0.5 + 0j, 2**53 + 1, float(2**53 + 2)):
    keys[key] = keys.get(key, 0) + 1
print(keys)
nan = float('nan')
nans = {nan: 1, float('nan'): 2}
print(len(nans), nan in nans, float('nan') in nans, nans[nan], nan in [nan], [nan] == [nan], nan == nan, (nan,) == (nan,))
print(len({1, 1.0, True, 1j, 1.5, 2, 2.0, complex(2)}), {1, 2.0} == {1.0, 2}, frozenset([1.0]) == frozenset([True]))
