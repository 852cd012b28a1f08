1()
'a'()
(1, 2)()
[1]()
{1: 2}()
{1}()
f''()
t''()
[x for x in y]()
{x for x in y}()
{x: y for x in y}()
(x for x in y)()
None()
...()
1[0]
1.5[0]
None[0]
...[0]
{1}[0]
{x for x in y}[0]
(x for x in y)[0]
(lambda: 0)[0]
t''[0]
'a'['b']
'a'[1.5]
(1, 2)['a']
[1]['a']
[1][None]
[1][(1, 2)]
[1][1, 2]
[1][f'']
[1][[1]]
[1][{1}]
[1][lambda: 0]
[1][b'a']
[1][True]
[1][1:2]
b'a'['a']
f''['a']
[x for x in y]['a']
a is 1
a is not 1
1 is a
a is 'x'
a is b'x'
a is 1.5
a is (1, 2)
a is ()
a is None
a is True
a is ...
a is (1, b)
a < b is 1
1 is 1 is 1
-1 is a
a is -1
a is 1j
assert (a, b)
assert ()
assert (1, 2), 'x'
def f():
    try: pass
    finally:
        return 1
def g():
    for i in x:
        try: pass
        finally:
            if a: break
            elif b: continue
            for j in i: break
            while j: continue
            def h(): return 1
            lambda: 1
            class C:
                for i in x: break
            with a: return 2
            try: return 3
            finally: return 4
def h():
    try: 1 is 1
    finally: 2 is 2
try: pass
finally:
    x is 1
