if a: b
if a: b
else: c
if a: b
elif c: d
elif e: f
else: g
if not a: b
if a and b: c
if a or b and not c: d
if not (a or b): c
if a < b < c: d
if not a < b < c: d
if (a if b else c): d
if (a and b) if c else (d or e): f
if a is None: b
if a is not None: b
if not a is None: b
while a: b
while True:
    if a: break
    if b: continue
    c
else: d
while 1: pass
def f(a):
    while a:
        if b: break
        elif c: continue
        else: return 1
        d
    else:
        return 2
    for i in a:
        if i: break
        for j in i:
            if j: continue
            if k: return j
            break
    else:
        e
    for i, (j, *k) in a: pass
    for x in (1, 2, 3): x
    for \
        y \
        in \
        a:
        y
    while not a: a
    while a and b or c: d
def g(x):
    if x:
        return 1
    x = 2
def h(x):
    if x: pass
    else: pass
def i():
    while True:
        pass
def j(x):
    while True:
        if x:
            return
def k(x):
    for i in x: return i
def l(x):
    for i in x:
        pass
    else:
        for j in x:
            break
        else:
            pass
def empty_branches(x):
    if x:
        ...
    elif not x:
        'string'
    else:
        1
def long_jump(x):
    while x:
        x = x + 0 * y.attr0(z)
        x = x + 1 * y.attr1(z)
        x = x + 2 * y.attr2(z)
        x = x + 3 * y.attr3(z)
        x = x + 4 * y.attr4(z)
        x = x + 5 * y.attr5(z)
        x = x + 6 * y.attr6(z)
        x = x + 7 * y.attr7(z)
        x = x + 8 * y.attr8(z)
        x = x + 9 * y.attr9(z)
        x = x + 10 * y.attr10(z)
        x = x + 11 * y.attr11(z)
        x = x + 12 * y.attr12(z)
        x = x + 13 * y.attr13(z)
        x = x + 14 * y.attr14(z)
        x = x + 15 * y.attr15(z)
        x = x + 16 * y.attr16(z)
        x = x + 17 * y.attr17(z)
        x = x + 18 * y.attr18(z)
        x = x + 19 * y.attr19(z)
        x = x + 20 * y.attr20(z)
        x = x + 21 * y.attr21(z)
        x = x + 22 * y.attr22(z)
        x = x + 23 * y.attr23(z)
        x = x + 24 * y.attr24(z)
        x = x + 25 * y.attr25(z)
        x = x + 26 * y.attr26(z)
        x = x + 27 * y.attr27(z)
        x = x + 28 * y.attr28(z)
        x = x + 29 * y.attr29(z)
        x = x + 30 * y.attr30(z)
        x = x + 31 * y.attr31(z)
        x = x + 32 * y.attr32(z)
        x = x + 33 * y.attr33(z)
        x = x + 34 * y.attr34(z)
        x = x + 35 * y.attr35(z)
        x = x + 36 * y.attr36(z)
        x = x + 37 * y.attr37(z)
        x = x + 38 * y.attr38(z)
        x = x + 39 * y.attr39(z)
        x = x + 40 * y.attr40(z)
        x = x + 41 * y.attr41(z)
        x = x + 42 * y.attr42(z)
        x = x + 43 * y.attr43(z)
        x = x + 44 * y.attr44(z)
        x = x + 45 * y.attr45(z)
        x = x + 46 * y.attr46(z)
        x = x + 47 * y.attr47(z)
        x = x + 48 * y.attr48(z)
        x = x + 49 * y.attr49(z)
        x = x + 50 * y.attr50(z)
        x = x + 51 * y.attr51(z)
        x = x + 52 * y.attr52(z)
        x = x + 53 * y.attr53(z)
        x = x + 54 * y.attr54(z)
        x = x + 55 * y.attr55(z)
        x = x + 56 * y.attr56(z)
        x = x + 57 * y.attr57(z)
        x = x + 58 * y.attr58(z)
        x = x + 59 * y.attr59(z)
        x = x + 60 * y.attr60(z)
        x = x + 61 * y.attr61(z)
        x = x + 62 * y.attr62(z)
        x = x + 63 * y.attr63(z)
        x = x + 64 * y.attr64(z)
        x = x + 65 * y.attr65(z)
        x = x + 66 * y.attr66(z)
        x = x + 67 * y.attr67(z)
        x = x + 68 * y.attr68(z)
        x = x + 69 * y.attr69(z)
        x = x + 70 * y.attr70(z)
        x = x + 71 * y.attr71(z)
        x = x + 72 * y.attr72(z)
        x = x + 73 * y.attr73(z)
        x = x + 74 * y.attr74(z)
        x = x + 75 * y.attr75(z)
        x = x + 76 * y.attr76(z)
        x = x + 77 * y.attr77(z)
        x = x + 78 * y.attr78(z)
        x = x + 79 * y.attr79(z)
        if x: continue
        if y: break
    return x
pass
assert a
assert a, b
assert not a, f'{b}'
assert a and b or c
assert (a, 'always true')
raise
raise A
raise A from B
raise A() from None
global_statement = 1
