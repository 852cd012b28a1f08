"""What the code cache for programs without imports is made from: the small things that most of them do."""


def greet(name, times=2):
    return [f"hello {name} {i:>3}" for i in range(times)]


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


total = 0
lengths = {}
for line in greet("world"):
    print(line.upper(), len(line))
    lengths[line] = total
    total += len(line.split())
try:
    1 / 0
except ZeroDivisionError as error:
    print("no:", error)
while total > 0:
    total -= 1
print(sorted(lengths.items()), Point(1, 2.5), total / 3, sep="; ")
