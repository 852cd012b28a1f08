def f(a):
    if a:
        b = 1
    else:
        b = 2

    return b


def g(a):
    for i in a:
        if i:
            continue
        else:
            pass
    return


def h(a):
    try:
        return a
    except E:

        pass

    finally:

        b


def i(a):
    while a:

        if b:
            break

        c

    d


def j(
    a
):

    return (a

            + b)


def k():
    with a:

        b

    c


def l(a):
    return [
        b

        for b in a

        if b
    ]


def m(a):
    if (
        a

        and b

    ):
        c
    elif (
        d
    ):
        e


def n(a):
    x = {

        'a': a,

        **b

    }
    return x


def o(a):
    match a:

        case 1:

            b

        case [c,

              d]:

            e

        case _:

            f


def p(a): return a; b
def q(a): x = 1; return x
def r(): pass; pass
def s(a):
    raise (
        E
    )


def t(a):
    del (
        a
    )


def u(a):
    assert (

        a

    ), (

        b

    )
