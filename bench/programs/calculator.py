"""Parsing: a tokenizer, a recursive descent parser and a tree that is evaluated."""

GROUP = "language"
SIZE = 120


def tokens(text):
    i = 0
    while i < len(text):
        char = text[i]
        if char.isspace():
            i += 1
        elif char.isdigit():
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield "number", text[start:i]
        elif char.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            yield "name", text[start:i]
        else:
            i += 1
            yield "op", char
    yield "end", ""


class Parser:
    def __init__(self, text):
        self.stream = tokens(text)
        self.advance()

    def advance(self):
        self.kind, self.text = next(self.stream)

    def accept(self, text):
        if self.kind == "op" and self.text == text:
            self.advance()
            return True
        return False

    def expression(self):
        node = self.term()
        while self.kind == "op" and self.text in "+-":
            sign = self.text
            self.advance()
            node = (sign, node, self.term())
        return node

    def term(self):
        node = self.factor()
        while self.kind == "op" and self.text in "*/":
            sign = self.text
            self.advance()
            node = (sign, node, self.factor())
        return node

    def factor(self):
        if self.accept("("):
            node = self.expression()
            if not self.accept(")"):
                raise SyntaxError("expected )")
            return node
        if self.accept("-"):
            return ("neg", self.factor())
        kind, text = self.kind, self.text
        self.advance()
        if kind == "number":
            return ("number", float(text) if "." in text else int(text))
        return ("name", text)


OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def evaluate(node, names):
    kind = node[0]
    if kind == "number":
        return node[1]
    if kind == "name":
        return names[node[1]]
    if kind == "neg":
        return -evaluate(node[1], names)
    return OPERATIONS[kind](evaluate(node[1], names), evaluate(node[2], names))


def run(size):
    text = "1 + 2 * (x - 3.5) / (y2 + 7) - -(4 * (x + y2) - 12) * (1 - (2 - (3 - x)))"
    total = 0.0
    for i in range(size):
        tree = Parser(text + " + %d" % i).expression()
        total += evaluate(tree, {"x": i, "y2": i + 1})
        total += evaluate(tree, {"x": i * 0.5, "y2": 3})
    return round(total, 6)
