a; b;
x = 1; y = 2; z = 3;
if a: b; c; d
for i in a: b; c
class C: x = 1; y = 2
def f(): x; y; return z
