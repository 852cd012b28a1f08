"""Raising, catching, `finally`, exceptions of own classes, errors of builtins and deep unwinding."""

GROUP = "language"
SIZE = 4000


class Refused(Exception):
    def __init__(self, number):
        super().__init__("refused", number)
        self.number = number


def refuse(number):
    if number % 3 == 0:
        raise Refused(number)
    return number


def deep(depth, number):
    if depth == 0:
        return refuse(number)
    try:
        return deep(depth - 1, number)
    finally:
        counter[0] += 1


counter = [0]


def run(size):
    counter[0] = refused = missing = invalid = chained = 0
    table = {i: i for i in range(0, size, 2)}
    for i in range(size):
        try:
            refuse(i)
        except Refused as error:
            refused += error.number
        try:
            table[i]
        except KeyError:
            missing += 1
        try:
            int("12x" if i % 4 == 0 else "12")
        except (TypeError, ValueError):
            invalid += 1
        if i % 8 == 0:
            try:
                deep(6, i)
            except Refused:
                pass
            try:
                try:
                    [][i]
                except IndexError as error:
                    raise RuntimeError(str(error)) from error
            except RuntimeError as error:
                chained += len(str(error.__cause__))
    return refused, missing, invalid, chained, counter[0]
