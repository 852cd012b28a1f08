a = b = c = d = e = 1
a + b - c * d / e // a % b ** c @ d
a << b >> c & d ^ e | a
-a, +a, ~a, not a
-1, +1, ~1, not 1, -1.5, - -1
a and b or c and not d
x = a and b or c
a < b, a <= b, a == b, a != b, a > b, a >= b, a in b, a not in b, a is b, a is not b
a < b < c, a < b == c is not d not in e
x = a < b < c
a if b else c
x = a if b and c or d else e if not a else b
x = (a if b else c) if d else e
(lambda: 0), (lambda x: x), (lambda x, y=1, *a, z, w=2, **k: (x, y, a, z, w, k)), (lambda x, /, y: x + y)
f"{a}", f'{a!r}{b!s}{c!a}', f"{a:>{b}}{c:x}", f"lit{{}}{a}end", f"{a=}", f"{a = !r:^{b}}"
a.b.c, a[0], a[b], a[b, c], a[1:2], a[b:c], a[:], a[b:], a[:c], a[::2], a[b:c:d], a[..., 1:2, b:c]
a(), a(b), a(b, c=d), a(*b), a(**b), a(b, *c, d, *e, f=a, **b, g=c, **d), a(*b, c), a(b, *c), a(x=1, **b)
a.m(), a.m(b), a.m(b, c=d), a.m(*b), a.m(**b), a.m(b, *c, d, f=a, **b)
[1, 2, 3], [a, b], [*a], [*a, b, *c], [], (), (1,), (a, *b), {1, 2}, {a, *b}, {*a}, {}, {1: 2}, {a: b, **c}, {**a, 'b': c, **d, 'e': f}
(y := 5), (z := a + b)
print(w := 1, v := 2)
a if (n := len(b)) > 1 else n
...
None, True, False
1, 1.0, 1j, 1e100, 0x10, 0o17, 0b11, 10**20, 123456789012345678901234567890, -0.0, 0.0, 1e-7
"s", b"b", "concat" "enated", r"\raw", "\u1234\U0001f600"
"%s and %r" % (a, b), "%5s|%-5s|%.3s|%%|%a" % (a, b, c, d), "%s" % a, "%d" % (a,), "%s %s" % (a,), "%s" % (a, b), "%100s" % (a,), "%(x)s" % (a,), "" % ()
"%s" % (*a,), "no conversions" % (), "%-010s" % (a,), "%0.s" % (a,), "%.s" % (a,), "%+s" % (a,), "100%%" % ()
