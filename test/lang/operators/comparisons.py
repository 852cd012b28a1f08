"""Chained comparison, identity, membership, truth."""


def value(x):
    print('eval', x)
    return x


print(value(1) < value(2) < value(3))
print(value(3) < value(2) < value(1))
print(1 < 2 > 1 == 1 != 0, 1 == 1.0 == True, (1 < 2) == True)
print([] is [], None is None, 'a' in 'abc', '' in '', 'ac' in 'abc')
print(1 in [1, 2], 3 in (1, 2), 'k' in {'k': 1}, 2 in {1, 2}, 5 in range(10), 5.0 in range(10), 'x' not in {}, [] in [[]])
nan = float('nan')
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan, nan < 1, nan > 1)
print([1, 2] < [1, 3], (1, 'a') == (1, 'a'), [1, 2] == (1, 2), {1, 2} <= {1, 2, 3}, {'a': 1} == {'a': 1.0})
print('a' < 'b', 'Z' < 'a', 'abc' < 'abd', '' < 'a', b'a' < b'b', 'é' > 'z', '\U0001f600' > '\uffff')
print(0 == False, '' == None, 1 == '1', (1,) == [1])
print(2**60 > 2**59, 2**60 == 2.0**60, 10**400 > 1e308, -10**400 < float('-inf'), 1e308 * 10 == float('inf'))


class Odd:
    def __eq__(self, other):
        return 'equal'

    def __contains__(self, item):
        return 'truthy'


o = Odd()
print(o == 1, o in [1], 1 in [o], 1 in o, o != 1)
for x in (0, 1, '', 'a', [], [0], {}, None, 0.0, 1e-9, (), (0,), set(), 0j, b'', range(0), range(1)):
    print(bool(x), end=' ')
print()
print(not 1, not '', 1 and [] and 2, 0 or [] or 'last', None or 0, 1 if '' else 2)
print(True + 1, True == 1, isinstance(True, int), str(True), repr(False))
a = b = 300
print(a is b, a == 300)
x = 5
print(x if x > 3 else -x, 'big' if x > 10 else 'medium' if x > 3 else 'small')
