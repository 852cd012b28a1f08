from cycle.d import two
one = 1
