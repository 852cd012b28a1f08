"""`match` statements on sequences, mappings, classes and literals: an expression is simplified."""

GROUP = "language"
SIZE = 240


class Num:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


class Op:
    __match_args__ = ("kind", "left", "right")

    def __init__(self, kind, left, right):
        self.kind = kind
        self.left = left
        self.right = right


def simplify(node):
    match node:
        case Num():
            return node
        case Op(kind, left, right):
            match (kind, simplify(left), simplify(right)):
                case ("+", Num(0), other) | ("+", other, Num(0)):
                    return other
                case ("*", Num(1), other) | ("*", other, Num(1)):
                    return other
                case ("*", Num(0), _) | ("*", _, Num(0)):
                    return Num(0)
                case ("+", Num(a), Num(b)):
                    return Num(a + b)
                case ("*", Num(a), Num(b)):
                    return Num(a * b % 10007)
                case (kind, left, right):
                    return Op(kind, left, right)


def build(depth, seed):
    if depth == 0:
        return Num(seed % 4)
    return Op("+" if seed % 3 else "*", build(depth - 1, seed * 3 + 1), build(depth - 1, seed * 5 + 2))


def command(words):
    match words:
        case ["go", ("north" | "south") as where]:
            return where[0]
        case ["take", item, *rest] if len(rest) < 2:
            return item
        case {"do": action, **others}:
            return action + str(len(others))
        case [] | "" | None:
            return "-"
        case int(n) | float(n):
            return str(n)
        case _:
            return "?"


COMMANDS = [["go", "north"], ["take", "lamp"], ["take", "a", "b", "c"], {"do": "x", "how": 1}, [], None, 7, 2.5, "hm"]


def run(size):
    total = 0
    for seed in range(size // 10):
        total += simplify(build(6, seed)).value
    return total, "".join(command(words) for _ in range(size) for words in COMMANDS)[:90]
