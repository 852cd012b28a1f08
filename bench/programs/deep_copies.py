"""copy.deepcopy and copy.copy of nested containers and objects."""

import copy

GROUP = "library"
SIZE = 180


class Part:
    def __init__(self, name, parts):
        self.name = name
        self.parts = parts
        self.owner = None


class Plain:
    def __init__(self, n):
        self.values = {"n": n, "squares": [i * i for i in range(n)]}

    def __deepcopy__(self, memo):
        other = Plain.__new__(Plain)
        other.values = copy.deepcopy(self.values, memo)
        return other


def run(size):
    parts = [Part("p%d" % i, [(i, str(i)), {"k": [i, i + 1]}]) for i in range(size)]
    whole = Part("whole", parts)
    for part in parts:
        part.owner = whole
    twin = copy.deepcopy(whole)
    table = {i: ([i] * 4, {"x": (1, [2, i])}) for i in range(size)}
    other = copy.deepcopy(table)
    plains = copy.deepcopy([Plain(5) for _ in range(size)])
    shallow = [copy.copy(part) for part in parts]
    is_bound = all(part.owner is twin for part in twin.parts)
    return is_bound, other == table, sum(p.values["squares"][-1] for p in plains), shallow[0].parts is parts[0].parts
