"""Uncaught: a module that was not imported, `self.` forgotten."""


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, n):
        total += n

    def read(self):
        return total


try:
    Counter().read()
except NameError:
    try:
        Counter().add(1)
    except UnboundLocalError:
        print(math.pi)
