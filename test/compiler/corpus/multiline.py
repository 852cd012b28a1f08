x = (
    a
    + b
    * c
)
y = a.b(
    c,
    d=e,
).f(
    g
)[
    h
]
z = (a
     .b
     .c()
     .d(1)
     .e(f=1))
w = [
    1,
    a,
    b(
        c
    ),
]
v = {
    'a': 1,
    b: c,
    **d,
}
u = a if (
    b
) else (
    c
)
t = (a and
     b or
     c)
s = (a <
     b <
     c)
if (a and
        b):
    c
while (a or
       b):
    c
def f(
    a,
    b=1,
    *c,
    d=2,
):
    return (
        a,
        b,
    )
@decorator(
    1,
)
@other
class C(
    A,
    B,
    metaclass=M,
):
    x = 1
with (
    a as b,
    c as d,
):
    e
assert (
    a
), (
    b
)
raise (
    A
) from (
    B
)
return_value = lambda a, \
    b: (
        a + b
    )
for (
    a
) in (
    b
):
    c
def g():
    return a(
        b
    ), c(
        d
    )
def h():
    return
def i(): return 1
def j(x): x.y = \
    x.z \
    .w
def k():
    try:
        a(
            b
        )
    except (
        A,
        B
    ) as e:
        c(
            d
        )
    finally:
        e
f"{
    a
}" f"{b}"
a.b.c \
    .d = 1
a \
    .b += 2
del (
    a,
    b.c
)
a; b; c
if a: b; c
x = 1; y = 2; z = x + y
