"""Uncaught: names that are nearly right."""


class Account:
    def __init__(self):
        self.balance = 10

    def show(self):
        return balanse


balance = 1
try:
    Account().balence
except AttributeError as first:
    try:
        Account().show()
    except NameError as second:
        from itertools import permutation
