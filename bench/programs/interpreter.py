"""An interpreter in the interpreter: a stack machine with a chain of comparisons, and one with a table of methods."""

GROUP = "language"
SIZE = 3000

PROGRAM = [
    ("push", 0), ("store", "sum"), ("push", 1), ("store", "i"),
    ("load", "i"), ("load", "n"), ("less", None), ("branch", 17),
    ("load", "sum"), ("load", "i"), ("load", "i"), ("mul", None), ("add", None), ("store", "sum"),
    ("load", "i"), ("push", 1), ("jump", 18),
    ("halt", None),
    ("add", None), ("store", "i"), ("jump", 4),
]  # fmt: skip


def interpret(program, names):
    stack = []
    pc = 0
    while True:
        operation, argument = program[pc]
        pc += 1
        if operation == "push":
            stack.append(argument)
        elif operation == "load":
            stack.append(names[argument])
        elif operation == "store":
            names[argument] = stack.pop()
        elif operation == "add":
            right = stack.pop()
            stack[-1] += right
        elif operation == "mul":
            right = stack.pop()
            stack[-1] *= right
        elif operation == "less":
            right = stack.pop()
            stack[-1] = stack[-1] <= right
        elif operation == "branch":
            if not stack.pop():
                pc = argument
        elif operation == "jump":
            pc = argument
        else:
            return names


class Machine:
    def __init__(self, text):
        self.text = text
        self.cells = [0] * 40
        self.at = 0
        self.pc = 0
        self.out = []
        self.table = {
            ">": self.right, "<": self.left, "+": self.more, "-": self.less,
            ".": self.show, "[": self.open, "]": self.close,
        }  # fmt: skip
        self.partner = {}
        opened = []
        for i, char in enumerate(text):
            if char == "[":
                opened.append(i)
            elif char == "]":
                start = opened.pop()
                self.partner[start] = i
                self.partner[i] = start

    def right(self):
        self.at += 1

    def left(self):
        self.at -= 1

    def more(self):
        self.cells[self.at] = (self.cells[self.at] + 1) & 255

    def less(self):
        self.cells[self.at] = (self.cells[self.at] - 1) & 255

    def show(self):
        self.out.append(chr(self.cells[self.at]))

    def open(self):
        if not self.cells[self.at]:
            self.pc = self.partner[self.pc]

    def close(self):
        if self.cells[self.at]:
            self.pc = self.partner[self.pc]

    def run(self):
        text, table = self.text, self.table
        while self.pc < len(text):
            table[text[self.pc]]()
            self.pc += 1
        return "".join(self.out)


HELLO = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."


def run(size):
    return interpret(PROGRAM, {"n": size})["sum"], Machine(HELLO).run()
