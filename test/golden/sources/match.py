"""Python 3.10 and later."""


def visit(node, /):
    match node:
        case {'kind': 'leaf', **rest} if rest:
            return rest
        case [first, *others] | (first, others):
            return first
        case complex(real=0.0, imag=value):
            return value
        case 'a' | b'b' | None | -1 | 2j:
            return 0
        case _:
            pass
    with (open(node) as a, open(node) as b):
        if (n := len(a.name)) > 3:
            return n
    try:
        raise KeyError
    except KeyError as e:
        return [x for x in range(3) if x] + [e]
